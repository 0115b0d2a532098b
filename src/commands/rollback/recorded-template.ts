import type { TargetSession } from '../../aws/ports.ts';
import type { Storage } from '../../aws/storage-port.ts';
import { type HistoryDocument, keptTemplate } from '../../records/history-document.ts';
import type { AskedRelease } from '../../records/release-record.ts';
import { sha256 } from '../../release/hash.ts';
import { objectUrl } from '../../release/object-url.ts';
import type { Template } from '../../template/model.ts';
import { parseTemplate } from '../../template/parse.ts';
import { parseS3Location } from '../../template/s3-location.ts';
import { shiftAtOnce } from '../../template/shift-at-once.ts';
import { nestedAtOnce } from './nested-at-once.ts';

/** The template of a record as a rollback sends it. */
export interface RecordedTemplate {
  readonly template: Template;
  /** Where exactly this text lies already. */
  readonly url?: string;
  /** Functions whose CodeDeploy settings were left out for this update. */
  readonly shiftedAtOnce: readonly string[];
  /** Nested templates without these settings, which have to lie in the bucket when the template is sent. */
  readonly nested: readonly { readonly key: string; readonly text: string }[];
}

/**
 * The recorded template, with deployments that shift traffic at once; undefined when it is not there any more, or is
 * not what was recorded.
 */
export async function recordedTemplate(
  { template: { sha256: hash, url }, artifacts }: Pick<AskedRelease, 'template' | 'artifacts'>,
  history: HistoryDocument,
  place: RecordBucket,
): Promise<RecordedTemplate | undefined> {
  const { storage, bucket } = place;
  const kept = url === undefined ? keptTemplate(history, hash) : await storedTemplate(url, bucket, storage);
  if (kept === undefined || sha256(kept) !== hash) return undefined;
  const template = parseTemplate(kept, NAME);
  const { text, changed } = shiftAtOnce(template);
  const inside = await nestedAtOnce(text, artifacts, place);
  const shiftedAtOnce = [...changed, ...inside.changed];
  const { nested, root } = inside;
  if (root === kept) return { template, shiftedAtOnce, nested, ...(url !== undefined && { url }) };
  return { template: parseTemplate(root, NAME), shiftedAtOnce, nested };
}

const NAME = 'the recorded template';

/** CloudFormation's limit for `TemplateBody`, in bytes. */
const LARGEST_BODY = 51_200;

/** The template as CreateChangeSet takes it; a large one that was changed for the rollback is put beside the records. */
export async function sentTemplate(
  { template: { text }, url, nested }: RecordedTemplate,
  { storage, bucket, region, partition }: RecordBucket,
): Promise<{ readonly body: string; readonly url?: string }> {
  await Promise.all(nested.map(({ key, text: inside }) => storage.putText(bucket, key, inside)));
  if (Buffer.byteLength(text) <= LARGEST_BODY) return { body: text };
  if (url !== undefined) return { body: text, url };
  const key = `sam-multi-region/records/templates/${sha256(text)}.template`;
  // Whatever lies there is replaced: the key alone does not prove the content.
  await storage.putText(bucket, key, text);
  return { body: text, url: objectUrl({ region, partition }, bucket, key) };
}

export interface RecordBucket extends Pick<TargetSession, 'region' | 'partition'> {
  readonly storage: Storage;
  readonly bucket: string;
}

export function placeOf({ storage, region, partition }: TargetSession, bucket: string): RecordBucket {
  return { storage, region, partition, bucket };
}

async function storedTemplate(url: string, bucket: string, storage: Storage): Promise<string | undefined> {
  const location = parseS3Location(url);
  // Only what lies beside the records is read with the target's credentials.
  if (location === undefined || location.bucket !== bucket) return undefined;
  return (await storage.getText(bucket, location.key))?.text;
}
