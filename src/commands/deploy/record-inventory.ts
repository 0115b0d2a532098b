import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { type InventoryEntry, readInventory, updateInventory } from '../../records/inventory.ts';
import type { InstanceResult } from '../../report/events.ts';
import type { Environment } from '../../topology/model.ts';
import type { ChosenEnvironment } from '../environment.ts';
import { homeOf, inventoryPlace } from '../inventory-place.ts';

/** Notes which stacks there are now, so that `status` can name orphans when the configuration forgets them. */
export async function recordInventory(
  { whole, excluded }: Pick<ChosenEnvironment, 'whole' | 'excluded'>,
  results: readonly InstanceResult[],
  context: RunContext,
): Promise<void> {
  if (context.signal.aborted || !mayAskHome(whole, excluded)) return;
  try {
    const place = await inventoryPlace(whole, context);
    if (place === undefined) return;
    await updateInventory(place, { add: results.flatMap((result) => entryOf(result) ?? []) });
  } catch (error) {
    // The deployment is done, whatever this comes to: its result must reach the user.
    context.report({
      type: 'note',
      level: 'warning',
      text: `the inventory was not updated, so status may miss orphans: ${errorText(error)}`,
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
  { whole, excluded }: Pick<ChosenEnvironment, 'whole' | 'excluded'>,
  context: RunContext,
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (!mayAskHome(whole, excluded)) return new Map();
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

/** A target that was left out by name may be lost: it is never called. */
function mayAskHome(whole: Environment, excluded: ReadonlySet<string>): boolean {
  return !excluded.has(homeOf(whole).name);
}
