import type { Storage } from '../aws/storage-port.ts';
import { parseLease } from './lease-document.ts';

/** Who holds a lease right now, in words; undefined when nobody does. */
export async function leaseHolder(storage: Storage, bucket: string, key: string): Promise<string | undefined> {
  const head = await storage.head(bucket, key);
  const current = head && (await storage.getText(bucket, key));
  const document = current && parseLease(current.text);
  if (head === undefined || document === undefined) return undefined;
  if (head.serverTime !== undefined && Date.parse(document.expires) <= head.serverTime) return undefined;
  return `${document.holder.who} (${document.holder.command}, since ${document.since})`;
}
