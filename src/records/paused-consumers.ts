import type { Storage } from '../aws/storage-port.ts';
import { jsonObject, parseJson } from '../json.ts';

const VERSION = 1;

/** Event source mappings that a run has disabled, or was about to: whoever comes next enables them again. */
export interface PausedConsumers {
  /** Empty where nothing is paused. */
  read(): Promise<readonly string[]>;
  write(mappings: readonly string[]): Promise<void>;
}

/** Kept in the bucket of the target itself, for one stack of an environment there. */
export function createPausedConsumers(
  { application, name }: { readonly application: string; readonly name: string },
  instance: string,
  { storage, bucket }: { readonly storage: Storage; readonly bucket: string },
): PausedConsumers {
  const path = [application, name, instance].map(encodeURIComponent).join('/');
  const key = `sam-multi-region/paused/${path}.json`;
  return {
    async read() {
      const stored = await storage.getText(bucket, key);
      const mappings = jsonObject(parseJson(stored?.text ?? '{}'))?.['mappings'];
      return Array.isArray(mappings) ? mappings.filter((id) => typeof id === 'string') : [];
    },
    async write(mappings) {
      await storage.putText(bucket, key, `${JSON.stringify({ version: VERSION, mappings })}\n`);
    },
  };
}
