import type { InstancePlan } from '../../rollout/plan.ts';
import { runPool } from '../../rollout/pool.ts';
import type { RolloutPorts } from '../../rollout/ports.ts';

/** Deletes every change set of a plan that nobody will execute, and the empty stacks they made. */
export async function discardAll(
  plans: ReadonlyMap<string, InstancePlan>,
  ports: Pick<RolloutPorts, 'discard'>,
): Promise<void> {
  const made = [...plans.values()].flatMap(({ instance, preparation }) =>
    preparation?.kind === 'change-set' ? [{ instance, preparation }] : [],
  );
  await runPool(
    made,
    16,
    () => true,
    ({ instance, preparation }) => ports.discard(instance, preparation),
  );
}
