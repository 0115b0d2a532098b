import type { Storage } from '../aws/storage-port.ts';
import { InternalError, UserError } from '../errors.ts';
import { type Forecast, isForecastKey } from './forecast.ts';
import { sha256 } from './hash.ts';
import type { Release, TargetedTemplate } from './model.ts';
import { type ParsedStack, parseStack, type RewrittenStack, rewriteStack } from './nested.ts';
import { objectUrl } from './object-url.ts';
import { putOnce } from './put-once.ts';
import { refuseVersions } from './references.ts';

/** Where a template goes. */
export interface RetargetPlace {
  readonly region: string;
  readonly partition: string;
  readonly storage: Storage;
  readonly bucket: string;
}

export interface Retargeter {
  /**
   * The packaged template with every reference to the first bucket pointing to the target's, nested templates and all;
   * everything else byte for byte as it was. Nested templates, and a root over 51,200 bytes, are put into the target's
   * bucket under the hash of their content.
   *
   * @throws UserError `template-too-large`, `artifact-has-version`; AwsError
   */
  targetTemplate(stack: string, place: RetargetPlace): Promise<TargetedTemplate>;
}

/** CloudFormation's limits on `TemplateBody` and on what `TemplateURL` names. */
const LARGEST_BODY = 51_200;
const LARGEST_TEMPLATE = 1_000_000;

/**
 * Retargets the stacks of one release; each is parsed once, however many targets there are.
 * @param forecast where the release is one that nobody deploys
 */
export function createRetargeter(release: Release, forecast?: Forecast): Retargeter {
  const parsed = new Map<string, ParsedStack>();

  function stackOf(key: string): ParsedStack {
    const known = parsed.get(key);
    if (known) return known;
    const stack = release.stacks.find((candidate) => candidate.stack === key);
    if (!stack) throw new InternalError(`release ${release.id} has no stack ${key}`);
    const result = parseStack(stack, release.origin.bucket);
    parsed.set(key, result);
    return result;
  }

  return {
    async targetTemplate(key, place) {
      const stack = stackOf(key);
      const moved = retargeted(stack, place, release.origin.bucket);
      const { root, nested } = forecast === undefined ? moved : await forecast.rewrite(stack, place, moved);
      const bytes = Buffer.byteLength(root);
      const large = bytes > LARGEST_BODY;
      // Beside the artifacts: under the same prefix, which lifecycle rules and policies know.
      const { prefix } = release.origin;
      const rootKey = `${prefix ? `${prefix}/` : ''}${sha256(root).slice(0, 32)}.template`;
      for (const { text } of [{ text: root }, ...nested]) refuseTooLarge(text, key, stack.root.template.file);
      const isOrigin = place.bucket === release.origin.bucket;
      const uploads = [
        ...nested.filter(({ changed, key }) => (forecast ? isForecastKey(key) : true) && (changed || !isOrigin)),
        ...(large ? [{ key: rootKey, text: root }] : []),
      ];
      await Promise.all(uploads.map((upload) => putOnce(place, upload.key, upload.text)));
      return {
        body: root,
        ...(large && { url: objectUrl(place, place.bucket, rootKey) }),
        bucket: place.bucket,
        nested: nested.map((template) => ({ key: template.key, sha256: sha256(template.text) })),
        notes: [],
      };
    },
  };
}

/**
 * In the first bucket itself nothing changes, unless `sam package` wrote URLs with the host of an endpoint of one's own
 * (`AWS_ENDPOINT_URL_S3`), which CloudFormation does not take.
 */
function retargeted(stack: ParsedStack, place: RetargetPlace, origin: string): RewrittenStack {
  if (place.bucket !== origin) for (const template of [stack.root, ...stack.nested.values()]) refuseVersions(template);
  return rewriteStack(
    stack,
    { bucket: place.bucket, fileKey: (key) => key, url: (key) => objectUrl(place, place.bucket, key) },
    (key, text, changed) =>
      changed ? `${key.slice(0, key.lastIndexOf('/') + 1)}${sha256(text).slice(0, 32)}.template` : key,
  );
}

function refuseTooLarge(text: string, stack: string, file: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= LARGEST_TEMPLATE) return;
  throw new UserError(
    'template-too-large',
    `The packaged template of ${stack} has ${bytes} bytes; CloudFormation takes ${LARGEST_TEMPLATE} at most.`,
    {
      location: { file },
      fix: ['Split the stack, or move parts of it to nested applications (AWS::Serverless::Application).'],
    },
  );
}
