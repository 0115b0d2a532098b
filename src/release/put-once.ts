import { AwsError } from '../aws/ports.ts';
import type { Storage } from '../aws/storage-port.ts';

/** Stores a text under a key that is the hash of its content: an object that is there already is the same. */
export async function putOnce(
  { storage, bucket }: { readonly storage: Storage; readonly bucket: string },
  key: string,
  text: string,
): Promise<void> {
  try {
    await storage.putText(bucket, key, text, { ifAbsent: true });
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'conflict') throw error;
  }
}
