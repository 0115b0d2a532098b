import { errorText, UserErrors } from '../../../errors.ts';
import type { ActiveState } from '../../../records/active-state-document.ts';
import { assertReady } from '../failback-gates.ts';
import { type DrillFacts, uncancelled } from './facts.ts';

/**
 * Why this target should get no traffic, a sentence each: its release is not that of who serves, its stacks are not good,
 * a gate does not pass there, or it does not answer. Never throws.
 * @param from where gates begin to judge: what was broken on purpose before is not held against it
 */
export async function problemsOf(
  target: string,
  state: ActiveState,
  { environment, plan, works, reachable, context }: DrillFacts,
  from?: number,
): Promise<readonly string[]> {
  const work = works.get(target);
  if (work === undefined || !reachable.includes(work)) return [`${target} does not answer`];
  try {
    // Its own stacks alone: who else is lost has no say in it.
    await assertReady(target, plan, state, environment, new Map([[target, work]]), uncancelled(context), from);
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.errors.map(({ message }) => message);
    return [`${target}: ${errorText(error)}`];
  }
}
