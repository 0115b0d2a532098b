import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import {
  type Inventory,
  type InventoryEntry,
  type InventoryPlace,
  openInventory,
  updateInventory,
} from '../../records/inventory.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import type { Environment } from '../../topology/model.ts';
import type { ChosenEnvironment } from '../environment.ts';
import { homeOf, inventoryPlace } from '../inventory-place.ts';

/** The inventory as it was when the run began, and where it lies. */
export interface KnownInventory extends Inventory {
  readonly place: InventoryPlace;
}

/**
 * Notes which stacks there are now, so that `status` can name orphans when the configuration forgets them.
 * @param known what {@link readEarlier} read: nothing is read again unless somebody else has written since
 */
export async function recordInventory(
  { whole, excluded }: Pick<ChosenEnvironment, 'whole' | 'excluded'>,
  results: readonly InstanceResult[],
  known: KnownInventory | undefined,
  context: RunContext,
): Promise<void> {
  if (context.signal.aborted || !mayAskHome(whole, excluded)) return;
  try {
    const place = known?.place ?? (await inventoryPlace(whole, context));
    if (place === undefined) return;
    await updateInventory(place, { add: results.flatMap((result) => entryOf(result, whole) ?? []) }, known);
  } catch (error) {
    // The deployment is done, whatever this comes to: its result must reach the user.
    context.report({
      type: 'note',
      level: 'warning',
      text: `the inventory was not updated, so status may miss orphans: ${errorText(error)}`,
    });
  }
}

function entryOf(result: InstanceResult, whole: Environment): InventoryEntry | undefined {
  const { instance, stackName, target, region, stackId, state, startedAt, endedAt } = result;
  if (stackId === undefined) return undefined;
  // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID
  const account = stackId.split(':')[4] ?? '';
  const known = state === 'succeeded' && startedAt !== undefined && endedAt !== undefined;
  const tookMs = known ? { tookMs: [Date.parse(endedAt) - Date.parse(startedAt)] } : {};
  const { serviceRole, artifactBucket } = whole.instances.find(({ id }) => id === instance)?.settings ?? {};
  const settings = {
    ...(serviceRole !== undefined && { serviceRole }),
    ...(artifactBucket !== undefined && { artifactBucket }),
  };
  return { instance, stackName, target, region, account, settings, ...tookMs };
}

/**
 * The inventory as earlier runs left it: how long each stack took last time is in it. Undefined when nobody can tell.
 * @param bucket of the home target, where this run works on it
 */
export async function readEarlier(
  { whole, excluded }: Pick<ChosenEnvironment, 'whole' | 'excluded'>,
  bucket: (() => Promise<string>) | undefined,
  context: RunContext,
): Promise<KnownInventory | undefined> {
  if (!mayAskHome(whole, excluded)) return undefined;
  try {
    const place = await placeOf(whole, bucket, context);
    return place && { ...(await openInventory(place)), place };
  } catch {
    // Only an estimate hangs on it. Whatever is wrong there is reported by what needs it.
    return undefined;
  }
}

async function placeOf(
  whole: Environment,
  bucket: (() => Promise<string>) | undefined,
  context: RunContext,
): Promise<InventoryPlace | undefined> {
  if (bucket === undefined) return inventoryPlace(whole, context);
  const { storage } = context.aws.session(homeOf(whole));
  return { storage, bucket: await bucket(), application: whole.application, environment: whole.name };
}

/** Milliseconds of each stack's last deployments, by instance. */
export function durationsOf(known: KnownInventory | undefined): ReadonlyMap<string, readonly number[]> {
  const entries = known?.entries ?? [];
  return new Map(
    entries.flatMap(({ instance, tookMs }) => (tookMs === undefined ? [] : [[instance, tookMs] as const])),
  );
}

/** A target that was left out by name may be lost: it is never called. */
function mayAskHome(whole: Environment, excluded: ReadonlySet<string>): boolean {
  return !excluded.has(homeOf(whole).name);
}
