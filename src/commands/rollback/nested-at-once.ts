import type { AskedRelease } from '../../records/release-record.ts';
import { sha256 } from '../../release/hash.ts';
import { placedNames, rewriteStack } from '../../release/nested.ts';
import { objectUrl } from '../../release/object-url.ts';
import { type ReferencingTemplate, referencingTemplate } from '../../release/references.ts';
import { parseTemplate } from '../../template/parse.ts';
import { shiftAtOnce } from '../../template/shift-at-once.ts';
import type { RecordBucket } from './recorded-template.ts';

/** A root template that names nested ones with deployments that shift traffic at once. */
export interface NestedAtOnce {
  readonly root: string;
  /** Copies that have to lie in the bucket, by key. */
  readonly nested: readonly { readonly key: string; readonly text: string }[];
  /** Functions, aliases and deployment groups that were changed, with their nested stacks: `Child.Orders`. */
  readonly changed: readonly string[];
}

/**
 * The nested templates of a record with their CodeDeploy settings left out, as in the root: what holds a nested function up
 * holds the whole rollback up. Only objects are read that the record vouches for.
 */
export async function nestedAtOnce(
  root: string,
  artifacts: AskedRelease['artifacts'],
  { storage, bucket, region, partition }: RecordBucket,
): Promise<NestedAtOnce> {
  const known = new Map(artifacts.map(({ key, sha256: hash }) => [key, hash]));
  const nested = new Map<string, ReferencingTemplate>();
  const read = async (text: string, file: string): Promise<ReferencingTemplate> => {
    const { template, references } = referencingTemplate(text, file, bucket);
    const own = references.filter(({ kind, value }) => kind === 'template' && known.has(value.location.key));
    const kept: typeof own = [];
    for (const reference of own) {
      const { key } = reference.value.location;
      if (nested.has(key) || (await add(key))) kept.push(reference);
    }
    return { template, references: kept };
  };
  const add = async (key: string): Promise<boolean> => {
    const text = (await storage.getText(bucket, key))?.text;
    // What is gone, or was changed, is refused with all other artifacts.
    if (text === undefined || sha256(text) !== known.get(key)) return false;
    nested.set(key, await read(text, key));
    return true;
  };

  const top = await read(root, 'the recorded template');
  const changes = new Map<string, readonly string[]>();
  const rewritten = rewriteStack(
    { root: top, nested },
    { bucket, fileKey: (key) => key, url: (key) => objectUrl({ region, partition }, bucket, key) },
    (key, text, changed) => (changed ? `sam-multi-region/records/templates/${sha256(text)}.template` : key),
    (key, text) => {
      const shifted = shiftAtOnce(parseTemplate(text, key));
      changes.set(key, shifted.changed);
      return shifted.text;
    },
  );
  const changed = placedNames({ root: top, nested }, changes);
  return { root: rewritten.root, nested: rewritten.nested.filter((template) => template.changed), changed };
}
