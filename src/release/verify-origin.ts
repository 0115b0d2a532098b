import type { Storage } from '../aws/storage-port.ts';
import { UserError } from '../errors.ts';
import type { Artifact } from './model.ts';

/**
 * A release made earlier is deployed from the bucket it was packaged into: are its artifacts still there, unchanged?
 * One HEAD each.
 *
 * @throws UserError `artifact-missing`, `artifact-differs`; AwsError
 */
export async function verifyOrigin(artifacts: readonly Artifact[], storage: Storage, bucket: string): Promise<void> {
  await Promise.all(
    artifacts.map(async ({ key, bytes, etag }) => {
      const head = await storage.head(bucket, key);
      if (head?.size === bytes && head.etag === etag) return;
      const fix = ['Deploy from the sources of the commit again: that packages and uploads it.'];
      if (!head)
        throw new UserError('artifact-missing', `The artifact ${key} is not in the bucket ${bucket}.`, { fix });
      throw new UserError(
        'artifact-differs',
        `The artifact ${key} in the bucket ${bucket} is not the one the release was made of.`,
        { fix },
      );
    }),
  );
}
