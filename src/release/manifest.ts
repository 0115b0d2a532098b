import { AwsError } from '../aws/ports.ts';
import type { Storage } from '../aws/storage-port.ts';
import { UserError } from '../errors.ts';
import { parseJson } from '../json.ts';
import { sha256 } from './hash.ts';
import { readRelease } from './manifest-shape.ts';
import type { Release } from './model.ts';

/** Version of what lies in the bucket; a higher one is not read. */
const SCHEMA = 1;

/** Where releases of an application are kept in its first bucket. */
export interface ReleaseShelf {
  readonly storage: Storage;
  readonly bucket: string;
  /** Key prefix of artifacts, without a slash at the end. */
  readonly prefix?: string;
  readonly application: string;
}

export function releaseKey({ prefix, application }: Pick<ReleaseShelf, 'prefix' | 'application'>, id: string): string {
  return `${folder(prefix, application)}${id}.json`;
}

function folder(prefix: string | undefined, application: string): string {
  return `${prefix ? `${prefix}/` : ''}sam-multi-region/releases/${encodeURIComponent(application)}/`;
}

/**
 * Stores a release. One that is there already stays as it is, unless its artifacts had to be uploaded again.
 * @returns false when one was there
 */
export async function storeRelease(shelf: ReleaseShelf, release: Release, replace = false): Promise<boolean> {
  const content = JSON.stringify(release);
  const text = JSON.stringify({ schema: SCHEMA, sha256: sha256(content), release });
  try {
    const condition = replace ? undefined : { ifAbsent: true as const };
    await shelf.storage.putText(shelf.bucket, releaseKey(shelf, release.id), text, condition);
    return true;
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
    return false;
  }
}

/**
 * The release with this id, exactly as it was made; undefined when there is none.
 *
 * @throws UserError `release-newer`, `release-damaged`; AwsError
 */
export async function findRelease(shelf: ReleaseShelf, id: string): Promise<Release | undefined> {
  if (!/^[0-9a-f]{16}$/.test(id)) return undefined;
  const key = releaseKey(shelf, id);
  const stored = await shelf.storage.getText(shelf.bucket, key);
  if (!stored) return undefined;
  const where = `s3://${shelf.bucket}/${key}`;
  const value = parseJson(stored.text);
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (typeof schema === 'number' && schema > SCHEMA) {
    throw new UserError(
      'release-newer',
      `The release ${id} was written by a newer version of this tool (format ${schema}).`,
      {
        fix: ['Use the version that made it, or a later one.'],
      },
    );
  }
  const release = readRelease(value);
  const intact = release && release.sha256 === sha256(JSON.stringify(release.release));
  if (!intact || release.release.id !== id) {
    throw new UserError('release-damaged', `${where} is not what was stored for the release ${id}.`, {
      fix: [`Delete ${where} and deploy from the sources of the commit again.`],
    });
  }
  return release.release;
}
