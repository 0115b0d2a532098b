import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { readInventory } from '../../records/inventory.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { inventoryPlace } from '../inventory-place.ts';
import { orphanInstance } from '../orphan.ts';
import { isRefusal } from '../stack-report.ts';

/** Stacks of a preview that an earlier push deployed, and that the branch has taken out of its configuration since. */
export async function forgottenStacks(whole: Environment, context: RunContext): Promise<readonly StackInstance[]> {
  try {
    const place = await inventoryPlace(whole, context);
    const entries = place === undefined ? [] : await readInventory(place);
    const known = new Set(whole.instances.map(({ id }) => id));
    return entries.filter(({ instance }) => !known.has(instance)).map((entry) => orphanInstance(entry, whole));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const text = `what earlier pushes deployed elsewhere is not known, and left to cleanup: ${errorText(error)}`;
    context.report({ type: 'note', level: 'warning', text });
    return [];
  }
}

/** The environment with these as well: their targets have leases like the others. */
export function withForgotten(whole: Environment, forgotten: readonly StackInstance[]): Environment {
  const targets = new Map(
    [...whole.targets, ...forgotten.map(({ target }) => target)].map((each) => [each.name, each]),
  );
  return { ...whole, targets: [...targets.values()], instances: [...whole.instances, ...forgotten] };
}
