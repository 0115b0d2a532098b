import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { type InventoryEntry, readInventory, updateInventory } from '../../records/inventory.ts';
import type { InstanceResult } from '../../report/events.ts';
import type { Environment } from '../../topology/model.ts';
import { inventoryPlace } from '../inventory-place.ts';

/** Notes which stacks there are now, so that `status` can name orphans when the configuration forgets them. */
export async function recordInventory(
  whole: Environment,
  results: readonly InstanceResult[],
  context: RunContext,
): Promise<void> {
  try {
    const place = await inventoryPlace(whole, context);
    if (place === undefined) return;
    await updateInventory(place, { add: results.flatMap((result) => entryOf(result) ?? []) });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    context.report({
      type: 'note',
      level: 'warning',
      text: `the inventory was not updated, so status may miss orphans: ${error.message}`,
    });
  }
}

function entryOf({
  instance,
  stackName,
  target,
  region,
  stackId,
  state,
  startedAt,
  endedAt,
}: InstanceResult): InventoryEntry | undefined {
  if (stackId === undefined) return undefined;
  // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID
  const account = stackId.split(':')[4] ?? '';
  const known = state === 'succeeded' && startedAt !== undefined && endedAt !== undefined;
  const tookMs = known ? { tookMs: [Date.parse(endedAt) - Date.parse(startedAt)] } : {};
  return { instance, stackName, target, region, account, ...tookMs };
}

/** How long each stack took last time, for progress; empty when nobody knows. */
export async function earlierDurations(
  whole: Environment,
  context: RunContext,
): Promise<ReadonlyMap<string, readonly number[]>> {
  try {
    const place = await inventoryPlace(whole, context);
    const entries = place === undefined ? [] : await readInventory(place);
    return new Map(
      entries.flatMap(({ instance, tookMs }) => (tookMs === undefined ? [] : [[instance, tookMs] as const])),
    );
  } catch {
    // Only an estimate hangs on it. Whatever is wrong there is reported by what needs it.
    return new Map();
  }
}
