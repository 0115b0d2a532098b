import type { InstanceResult } from '../../report/run-result.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import { instanceResult, notTried } from '../../rollout/results.ts';
import type { Environment } from '../../topology/model.ts';

/** A plan has states too: what failed, and what would not change. */
export function plannedResults(
  environment: Environment,
  plans: ReadonlyMap<string, InstancePlan>,
  cancelled: boolean,
): readonly InstanceResult[] {
  return environment.phases.flatMap((phase) =>
    phase.instances.map((instance) => {
      const preparation = plans.get(instance.id)?.preparation;
      const details = preparation === undefined ? {} : { preparation };
      switch (preparation?.kind) {
        case 'failed':
          return instanceResult(instance, phase, { ...preparation, outputs: {} }, details);
        case 'no-change':
          return instanceResult(
            instance,
            phase,
            { state: 'no-change', stackId: preparation.stackId, failures: [], fix: [], outputs: preparation.outputs },
            details,
          );
        default:
          return instanceResult(
            instance,
            phase,
            cancelled ? notTried('cancelled', 'cancelled before it was executed') : notTried('skipped', 'planned only'),
            details,
          );
      }
    }),
  );
}
