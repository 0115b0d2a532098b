import type { RunContext } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import { failoverWeights } from '../../../failover/mechanisms/weights.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { Guard } from '../../../failover/still-ours.ts';
import type { ScheduledReturn } from '../../../records/drill-record.ts';
import { sameWeights } from '../../../rollout/weights.ts';
import type { TrafficSettings } from '../../../topology/traffic-model.ts';
import type { TrafficDriver, Weights } from '../../../traffic/model.ts';
import { trafficDriverOf } from '../../traffic-driver.ts';
import { targetOf } from '../survivors.ts';
import { noWayBack, type WayBack, type WayBackRequest } from './way-back.ts';

/** In place of a target: the account and credentials of the traffic driver. */
export const BY_TRAFFIC = 'traffic';
/** Rollouts have numbers. */
const ENDING = 'drill';

/**
 * The weights that are there now are set again, in one batch that Route 53 refuses when anybody has changed them since the
 * drill did. Only where health checks decide who gets traffic: nobody else looks then.
 */
export async function weightsBack(
  traffic: TrafficSettings,
  { plan, move, at }: WayBackRequest,
  context: RunContext,
): Promise<WayBack> {
  const driver = await driverOf(traffic, plan, context);
  const { later } = driver;
  if (later === undefined) {
    const route53 = traffic.driver.driver === 'route53';
    throw noWayBack(
      `nothing can change weights of ${traffic.driver.driver} later`,
      ...(route53 ? ['Give traffic.revert-role, and deploy.'] : []),
    );
  }
  const state = await driver.read(context.signal);
  const blind = later.unguarded(state);
  if (blind.length > 0) {
    throw new UserError(
      'drill-blind',
      `when the drill died, traffic would be sent back whether or not anybody answers: ${blind.join(', ')} has no health check`,
      {
        fix: [
          'Give every weighted record set a health check.',
          'Or accept with leave that nothing brings traffic back: drill --end has to.',
        ],
      },
    );
  }
  const from = failoverWeights(move, state.weights, traffic.weights);
  const name = later.nameOf(ENDING);
  const returns: readonly ScheduledReturn[] = [
    { name, region: later.region, by: BY_TRAFFIC, at: new Date(at).toISOString() },
  ];
  return { returns, arrange: () => later.schedule(name, at, state.weights, state, from) };
}

/** The driver with the targets of the plan. */
export function driverOf(traffic: TrafficSettings, plan: StoredPlan, context: RunContext): Promise<TrafficDriver> {
  const { application, environment: name } = plan;
  return trafficDriverOf(traffic, { targets: plan.targets.map(targetOf), instances: [], name, application }, context);
}

/** Weights as they are; undefined where the mechanism moves none. */
export async function weightsNow(plan: StoredPlan, context: RunContext): Promise<Weights | undefined> {
  if (plan.mechanism.kind !== 'weights') return undefined;
  const driver = await driverOf(plan.mechanism.traffic, plan, context);
  return (await driver.read(context.signal)).weights;
}

/** A failback ends at the configured weights: those before the drill may have been others. */
export async function restoreWeights(
  weights: Weights,
  plan: StoredPlan,
  guard: Guard,
  context: RunContext,
): Promise<void> {
  if (plan.mechanism.kind !== 'weights') return;
  const driver = await driverOf(plan.mechanism.traffic, plan, context);
  const read = await driver.read(context.signal);
  if (sameWeights(weights, read.weights)) return;
  await guard();
  await driver.waitApplied(await driver.set(weights, read, context.signal), context.signal);
}
