import type { RunContext } from '../../context.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import type { ChosenEnvironment } from '../environment.ts';
import type { PreparedRollback } from './rollback-work.ts';
import { releaseOf } from './shown-plan.ts';

/**
 * The failover plan says which release each target should have: after a rollback it is compiled anew, as after a
 * deployment. Never throws.
 * @param file it is written here too; from the working directory
 */
export async function keepReturnedPlan(
  chosen: ChosenEnvironment,
  prepared: readonly PreparedRollback[],
  results: readonly InstanceResult[],
  file: string | undefined,
  context: RunContext,
): Promise<void> {
  if (chosen.whole.failover === undefined) return;
  const release = releaseOf(prepared);
  if (release === undefined) {
    const text =
      'the failover plan was not compiled: not all targets return to one release. It is at the next deployment';
    context.report({ type: 'note', level: 'warning', text });
    return;
  }
  const { keepFailoverPlan } = await import('../failover/keep-plan.ts');
  const has = (target: string) => releaseIn(target, prepared, results);
  await keepFailoverPlan(chosen, { release, results, has, ...(file !== undefined && { file }) }, context);
}

/** What all stacks of a target have that are of one release; undefined: nobody knows, or they differ. */
export function releaseIn(
  target: string,
  prepared: readonly Pick<PreparedRollback, 'instance' | 'step'>[],
  results: readonly Pick<InstanceResult, 'instance' | 'state'>[],
): string | undefined {
  const own = prepared.filter(({ instance }) => instance.target.name === target);
  const ids = own.map(({ instance, step }) => {
    const state = results.find((result) => result.instance === instance.id)?.state;
    return state === 'rolled-back' ? step.to?.id : state === 'no-change' ? step.has?.id : undefined;
  });
  const [first] = ids;
  return ids.every((id) => id === first) ? first : undefined;
}
