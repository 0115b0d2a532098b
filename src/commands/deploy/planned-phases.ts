import type { Plan } from '../../report/plan-report.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import { plannedMoves } from '../../rollout/wave-weights.ts';
import type { Environment } from '../../topology/model.ts';
import type { SeenTraffic } from '../visible-weights.ts';

/** The order of a rollout, with how each phase is watched and how its traffic moves. */
export function plannedPhases(
  { phases }: Pick<Environment, 'phases'>,
  plans: ReadonlyMap<string, Pick<InstancePlan, 'preparation'>>,
  traffic: SeenTraffic | undefined,
): Plan['phases'] {
  // What has no plan is not deployed by this run: it goes on with a rollback, which says itself what it does.
  const changing = phases.filter(({ instances }) =>
    instances.some(({ id }) => plans.has(id) && plans.get(id)?.preparation?.kind !== 'no-change'),
  );
  const waves = changing.filter(({ kind }) => kind === 'wave');
  const moves = traffic && plannedMoves(waves, traffic.weights, traffic.active, traffic.settings);
  return phases.map((phase) => {
    const { name, targets, bakeMs } = phase;
    const own = moves?.get(name);
    return {
      name,
      targets,
      ...(bakeMs > 0 && changing.includes(phase) && { bakeMs }),
      ...(traffic !== undefined && own !== undefined && { traffic: { settleMs: traffic.driver.settleMs, moves: own } }),
    };
  });
}
