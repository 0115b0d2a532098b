import type { InstancePlan } from './plan.ts';
import { runPool } from './pool.ts';
import type { RolloutPorts } from './ports.ts';

const AT_ONCE = 16;
/** After a cancel there is little time: what stays behind is cleaned up by the next run. Milliseconds. */
const CANCEL_BUDGET_MS = 3_000;

/**
 * Deletes change sets that nobody will execute, and the empty stacks they made. Those of an approved plan stay: they
 * are for another try.
 */
export async function discardPlans(
  plans: Iterable<InstancePlan>,
  ports: Pick<RolloutPorts, 'discard' | 'signal' | 'clock'>,
): Promise<void> {
  const made = [...plans].flatMap(({ instance, preparation, explicit }) =>
    preparation?.kind === 'change-set' && !explicit ? [{ instance, preparation }] : [],
  );
  if (made.length === 0) return;
  const work = runPool(
    made,
    AT_ONCE,
    () => true,
    ({ instance, preparation }) => ports.discard(instance, preparation),
  );
  if (!ports.signal.aborted) {
    await work;
    return;
  }
  const done = new AbortController();
  const budget = ports.clock.sleep(CANCEL_BUDGET_MS, done.signal).catch(() => undefined);
  await Promise.race([work, budget]);
  done.abort();
}
