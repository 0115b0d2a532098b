import { createHash } from 'node:crypto';
import { AwsError } from '../../aws/ports.ts';
import type { Storage } from '../../aws/storage-port.ts';
import type { AskedRelease } from '../../records/release-record.ts';

/**
 * Keys of recorded objects that are not there any more, or hold something else. Who can write to the bucket can
 * overwrite them, so their bytes are hashed: neither names nor metadata tell.
 */
export async function missingArtifacts(
  artifacts: AskedRelease['artifacts'],
  { storage, bucket }: { readonly storage: Storage; readonly bucket: string },
): Promise<readonly string[]> {
  const found = await Promise.all(
    artifacts.map(async ({ key, sha256 }) => ((await hashOf(storage, bucket, key)) === sha256 ? [] : [key])),
  );
  return found.flat();
}

/** Whether they are there at all, which is all that a forecast needs. One HEAD each. */
export async function absentArtifacts(
  artifacts: AskedRelease['artifacts'],
  { storage, bucket }: { readonly storage: Storage; readonly bucket: string },
): Promise<readonly string[]> {
  const found = await Promise.all(
    artifacts.map(async ({ key }) => ((await storage.head(bucket, key)) === undefined ? [key] : [])),
  );
  return found.flat();
}

async function hashOf(storage: Storage, bucket: string, key: string): Promise<string | undefined> {
  try {
    const { body } = await storage.get(bucket, key);
    const hash = createHash('sha256');
    for await (const chunk of body) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
