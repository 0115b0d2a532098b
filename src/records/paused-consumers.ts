import type { Storage } from '../aws/storage-port.ts';
import { jsonObject, parseJson } from '../json.ts';
import type { ConsumerKind } from '../template/consumer-kinds.ts';

const VERSION = 1;

/** An event source mapping by its UUID, or a rule or schedule by its name and its bus or group, unless that is the default. */
export interface PausedConsumer {
  readonly kind: ConsumerKind;
  readonly id: string;
  readonly group?: string;
}

/** Consumers that a run has switched off, or was about to: whoever comes next switches them on again. */
export interface PausedConsumers {
  /** Empty where nothing is paused. */
  read(): Promise<readonly PausedConsumer[]>;
  write(consumers: readonly PausedConsumer[]): Promise<void>;
}

/** One text for each consumer of an account and region. */
export function consumerKey({ kind, id, group = '' }: PausedConsumer): string {
  return [kind, group, id].join('/');
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
      const found = jsonObject(parseJson(stored?.text ?? '{}')) ?? {};
      const [mappings, others] = [itemsOf(found['mappings']), itemsOf(found['others'])];
      return [
        ...mappings.flatMap((id) => (typeof id === 'string' ? [{ kind: 'mapping', id } as const] : [])),
        ...others.flatMap(other),
      ];
    },
    async write(consumers) {
      const mappings = consumers.filter(({ kind }) => kind === 'mapping').map(({ id }) => id);
      const others = consumers.filter(({ kind }) => kind !== 'mapping');
      const document = { version: VERSION, mappings, ...(others.length > 0 && { others }) };
      await storage.putText(bucket, key, `${JSON.stringify(document)}\n`);
    },
  };
}

function other(written: unknown): readonly PausedConsumer[] {
  const { kind, id, group } = jsonObject(written) ?? {};
  if ((kind !== 'rule' && kind !== 'schedule') || typeof id !== 'string') return [];
  return [{ kind, id, ...(typeof group === 'string' && { group }) }];
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
