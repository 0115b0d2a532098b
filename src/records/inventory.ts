import { AwsError } from '../aws/ports.ts';
import type { Storage } from '../aws/storage-port.ts';
import { UserError } from '../errors.ts';

/** One stack that a run deployed: enough to find it again when the configuration forgot it. */
export interface InventoryEntry {
  readonly instance: string;
  readonly stackName: string;
  readonly target: string;
  readonly region: string;
  readonly account: string;
  /** As configured for its last deployment; absent in entries of older versions. */
  readonly settings?: { readonly serviceRole?: string; readonly artifactBucket?: string };
  /** Milliseconds of its last deployments that changed something, oldest first: progress is estimated from them. */
  readonly tookMs?: readonly number[];
}

interface InventoryDocument {
  readonly version: 1;
  readonly entries: readonly InventoryEntry[];
}

/** An inventory as it was read. `etag`: absent when there is none yet. */
export interface Inventory {
  readonly entries: readonly InventoryEntry[];
  readonly etag?: string;
}

/** Where the inventory of an environment lies: in the bucket of its home target. */
export interface InventoryPlace {
  readonly storage: Storage;
  readonly bucket: string;
  readonly application: string;
  readonly environment: string;
}

const VERSION = 1;
/** Two runs that end at once: the loser reads again and adds to what the winner wrote. */
const ATTEMPTS = 5;
const DURATIONS_KEPT = 5;

function keyOf({ application, environment }: InventoryPlace): string {
  return `sam-multi-region/inventory/${encodeURIComponent(application)}/${encodeURIComponent(environment)}.json`;
}

/**
 * Every stack that this environment ever had and that was not removed with `remove`.
 * @throws UserError `inventory-newer`; AwsError
 */
export async function readInventory(place: InventoryPlace): Promise<readonly InventoryEntry[]> {
  return (await openInventory(place)).entries;
}

/**
 * Adds and takes out entries; writes nothing when that changes nothing.
 * @param known what a run read when it began: it is written over as long as nobody else has written since
 */
export async function updateInventory(
  place: InventoryPlace,
  change: { readonly add?: readonly InventoryEntry[]; readonly remove?: ReadonlySet<string> },
  known?: Inventory,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { entries, etag } = (attempt === 1 ? known : undefined) ?? (await openInventory(place));
    const kept = entries.filter(({ instance }) => !change.remove?.has(instance));
    const byId = new Map(kept.map((entry) => [entry.instance, entry]));
    for (const entry of change.add ?? []) byId.set(entry.instance, merged(byId.get(entry.instance), entry));
    const next = [...byId.values()].sort((a, b) => (a.instance < b.instance ? -1 : 1));
    if (JSON.stringify(next) === JSON.stringify(entries)) return;
    const document: InventoryDocument = { version: VERSION, entries: next };
    try {
      const condition = etag === undefined ? ({ ifAbsent: true } as const) : { ifMatch: etag };
      await place.storage.putText(place.bucket, keyOf(place), JSON.stringify(document), condition);
      return;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind !== 'conflict' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** A run without changes says nothing about how long one takes. */
function merged(known: InventoryEntry | undefined, entry: InventoryEntry): InventoryEntry {
  const tookMs = [...(known?.tookMs ?? []), ...(entry.tookMs ?? [])].slice(-DURATIONS_KEPT);
  return { ...entry, ...(tookMs.length > 0 && { tookMs }) };
}

/**
 * The inventory, to be written back later without reading it again.
 * @throws UserError `inventory-newer`; AwsError
 */
export async function openInventory(place: InventoryPlace): Promise<Inventory> {
  const stored = await place.storage.getText(place.bucket, keyOf(place));
  if (stored === undefined) return { entries: [] };
  const document = parse(stored.text);
  if (document !== undefined && document.version > VERSION) {
    throw new UserError(
      'inventory-newer',
      `the inventory of ${place.environment} was written by a newer version (format ${document.version})`,
      {
        fix: ['Use the version that deployed last, or a later one.'],
      },
    );
  }
  // A damaged inventory only hides orphans: it is begun anew, guarded by its ETag.
  return { entries: document?.entries ?? [], etag: stored.etag };
}

function parse(text: string): { readonly version: number; readonly entries: readonly InventoryEntry[] } | undefined {
  try {
    const value = JSON.parse(text) as Partial<InventoryDocument> | null;
    return typeof value?.version === 'number' && Array.isArray(value.entries)
      ? { version: value.version, entries: value.entries }
      : undefined;
  } catch {
    return undefined;
  }
}
