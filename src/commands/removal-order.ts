import { UserError } from '../errors.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { isGood } from '../rollout/state.ts';
import type { Environment, StackInstance } from '../topology/model.ts';
import { dependencyIds } from './deploy/dependencies.ts';

/**
 * A stack is not deleted under those that take its outputs.
 * @param leaving what is to be deleted
 * @throws UserError `still-needed` with who would be left without
 */
export function refuseStillNeeded(leaving: readonly StackInstance[], whole: Environment): void {
  const going = new Set(leaving.map(({ id }) => id));
  const staying = whole.instances.filter(({ id }) => !going.has(id));
  const needed = leaving.flatMap((instance) => usersOf(instance, staying, whole).map((user) => ({ instance, user })));
  if (needed.length === 0) return;
  const pairs = needed.map(({ instance, user }) => `${user.id} needs ${instance.id}`);
  const targets = [...new Set(needed.map(({ user }) => user.target.name))].sort();
  throw new UserError('still-needed', `nothing was removed: ${pairs.join(', ')}`, {
    fix: [`Remove ${targets.join(', ')} as well, or first deploy a configuration that does without.`],
  });
}

/**
 * Removes stacks one after the other in each target and all targets side by side. A stack goes when those that need it
 * are gone, and stays when one of them stays.
 * @param leaving those that need others first
 */
export async function removeInOrder(
  leaving: readonly StackInstance[],
  whole: Environment,
  remove: (instance: StackInstance) => Promise<InstanceResult>,
  skip: (instance: StackInstance, reason: string) => InstanceResult,
): Promise<readonly InstanceResult[]> {
  const started = new Map<string, Promise<InstanceResult>>();
  const lastOf = new Map<string, Promise<InstanceResult>>();
  const removeOne = async (instance: StackInstance): Promise<InstanceResult> => {
    const before = lastOf.get(instance.target.name);
    const users = usersOf(instance, leaving, whole).flatMap(({ id }) => started.get(id) ?? []);
    await before;
    const left = (await Promise.all(users)).filter(({ state }) => !isGood(state));
    if (left.length === 0) return remove(instance);
    return skip(instance, `${left.map((user) => user.instance).join(', ')} still needs it and was not removed`);
  };
  for (const instance of leaving) {
    const removal = removeOne(instance);
    started.set(instance.id, removal);
    lastOf.set(instance.target.name, removal);
  }
  return Promise.all(started.values());
}

function usersOf(
  { id }: StackInstance,
  candidates: readonly StackInstance[],
  whole: Environment,
): readonly StackInstance[] {
  return candidates.filter((candidate) => candidate.id !== id && dependencyIds(whole, candidate).includes(id));
}
