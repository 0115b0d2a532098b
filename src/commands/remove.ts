import type { RunContext } from '../context.ts';
import { errorText, UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import { type InventoryEntry, type InventoryPlace, readInventory, updateInventory } from '../records/inventory.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { instanceResult } from '../rollout/results.ts';
import { isGood } from '../rollout/state.ts';
import { removeStack } from '../stack/index.ts';
import type { StackOutcome } from '../stack/model.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import type { Command } from './command.ts';
import { environmentOf } from './environment.ts';
import { homeOf, inventoryPlace } from './inventory-place.ts';
import { orphanInstance } from './orphan.ts';
import { removeStacks } from './removal.ts';
import { refuseStillNeeded } from './removal-order.ts';
import { runResult } from './result.ts';

const PHASE = 'remove';

/** Takes targets out of an environment: they leave its inventory, and with `delete-stacks` their stacks are deleted. */
export const remove: Command = async (options, context) => {
  const startedAt = context.clock.now();
  const { targets: names, ...others } = options;
  if (names === undefined) {
    throw new UserError('targets-missing', 'remove needs to be told which targets', {
      fix: ['Name them with targets; status lists them.'],
    });
  }
  const { whole, excluded } = await environmentOf(others, context);
  const place = await knownPlace(whole, excluded, context);
  const entries = place === undefined ? [] : await readInventory(place);
  const leaving = leavingInstances(whole, entries, names);
  if (options['delete-stacks']) refuseStillNeeded(leaving, whole);
  await confirmRemoval(leaving, options, context);
  const results = options['dry-run']
    ? leaving.map((item) => result(item, kept('would be removed')))
    : await removeAll(leaving, whole, options, context);
  const gone = new Set(results.filter(({ state }) => isGood(state)).map(({ instance }) => instance));
  if (place !== undefined && !options['dry-run']) await forget(gone, place, context);
  return runResult(
    whole,
    { command: 'remove', startedAt, instances: results, planned: options['dry-run'] === true },
    context,
  );
};

/** Without the home target nobody knows the orphans, and what is removed stays in the inventory: that is said. */
async function knownPlace(
  whole: Environment,
  excluded: ReadonlySet<string>,
  context: RunContext,
): Promise<InventoryPlace | undefined> {
  const { name } = homeOf(whole);
  if (!excluded.has(name)) return inventoryPlace(whole, context);
  const text = `the inventory lies in ${name}, which was left out: status will list what is removed now until remove is run again`;
  context.report({ type: 'note', level: 'warning', text });
  return undefined;
}

/** Stacks of the named targets, configured or orphaned; the dependent ones first. */
function leavingInstances(
  whole: Environment,
  entries: readonly InventoryEntry[],
  names: readonly string[],
): readonly StackInstance[] {
  const configured = whole.instances.filter(({ target }) => names.includes(target.name));
  const known = new Set(whole.instances.map(({ id }) => id));
  const orphans = entries
    .filter((entry) => names.includes(entry.target) && !known.has(entry.instance))
    .map((entry) => orphanInstance(entry, whole));
  const found = new Set([...configured, ...orphans].map(({ target }) => target.name));
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) {
    throw new UserError(
      'unknown-target',
      `${missing.join(', ')} is no target of ${whole.name}, and none that it ever had`,
      { fix: ['status lists them all.'] },
    );
  }
  return [...configured, ...orphans].reverse();
}

async function confirmRemoval(leaving: readonly StackInstance[], options: Options, context: RunContext): Promise<void> {
  if (options['dry-run']) return;
  const stacks = leaving.map(({ id, stack }) => `${stack.stackName} (${id})`).join(', ');
  const question = options['delete-stacks']
    ? `Delete ${stacks} with all they hold?`
    : `Take ${stacks} out, and keep the stacks?`;
  if (!(await context.confirm(question)))
    throw new UserError('declined', 'nothing was removed', { fix: ['Answer y, or add --yes.'] });
}

async function removeAll(
  leaving: readonly StackInstance[],
  whole: Environment,
  options: Options,
  context: RunContext,
): Promise<readonly InstanceResult[]> {
  if (!options['delete-stacks']) return leaving.map((item) => result(item, kept('taken out; the stack is kept')));
  const targets = [...new Map(leaving.map(({ target }) => [target.name, target])).values()];
  return removeStacks(
    {
      command: 'remove',
      phase: PHASE,
      leaving,
      environment: whole,
      // The lease of a target lies where its configured stacks say, whatever else is removed there.
      worked: { ...whole, targets, instances: [...whole.instances, ...leaving] },
      remove: (request, ports, work) =>
        removeStack(request, { ...ports, beforeWrite: async () => (await work.lease()).assertHeld() }),
    },
    options,
    context,
  );
}

function kept(reason: string): StackOutcome {
  return { state: 'no-change', reason, failures: [], fix: [], outputs: {} };
}

function result(instance: StackInstance, outcome: StackOutcome): InstanceResult {
  return instanceResult(instance, { name: PHASE }, outcome);
}

async function forget(gone: ReadonlySet<string>, place: InventoryPlace, context: RunContext): Promise<void> {
  try {
    await updateInventory(place, { remove: gone });
  } catch (error) {
    // What was removed is removed: the result must reach the user.
    const text = `status will list what was removed until remove is run again: ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
  }
}
