import type { RunContext } from '../../context.ts';
import type { FailbackPorts, ReturnStep } from '../../failover/failback.ts';
import { failoverWeights } from '../../failover/mechanisms/weights.ts';
import type { Move } from '../../failover/move.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import { type Guard, UNGUARDED } from '../../failover/still-ours.ts';
import { assertWeights, type WeightFacts } from '../../rollout/weight-guard.ts';
import { stepWeight, totalWeight, weightOf } from '../../rollout/weights.ts';
import type { TrafficSettings } from '../../topology/traffic-model.ts';
import type { TrafficDriver, Weights } from '../../traffic/model.ts';
import { trafficDriverOf } from '../traffic-driver.ts';
import { askEndpoint } from './endpoint.ts';
import { mechanismOf } from './mechanism.ts';
import { plannedTarget, targetOf } from './survivors.ts';

export interface ReturnParts extends Pick<FailbackPorts, 'carries' | 'ask'> {
  readonly steps: readonly ReturnStep[];
  undo(guard?: Guard): Promise<void>;
}

/** Weights in the configured steps of the target's own weight; all other mechanisms know only there and away. */
export async function returnParts(
  plan: StoredPlan,
  returning: string,
  move: Move,
  before: Move,
  good: ReadonlySet<string>,
  reason: string,
  context: RunContext,
): Promise<ReturnParts> {
  const names = plan.targets.map(({ name }) => name);
  const ask = async () => {
    const { endpoint, region } = plannedTarget(plan, returning);
    return endpoint === undefined ? undefined : askEndpoint({ endpoint, region }, plan.probe, context);
  };
  if (plan.mechanism.kind === 'weights') {
    const { traffic } = plan.mechanism;
    const targets = plan.targets.map(targetOf);
    const environment = { targets, instances: [], name: plan.environment, application: plan.application };
    const driver = await trafficDriverOf(traffic, environment, context);
    const parts = await weightParts({ driver, traffic, good, returning, move, before }, context.signal);
    return { ...parts, ask };
  }
  const mechanism = mechanismOf(plan, names, { reason, override: [], graceful: true }, context);
  mechanism.check(move);
  const text = `${plan.mechanism.kind}: ${returning} is let in again`;
  const apply = async (signal: AbortSignal, guard?: Guard): Promise<void> => {
    for (const said of await mechanism.apply(move, signal, guard))
      context.report({ type: 'note', level: 'warning', text: said });
  };
  return {
    ask,
    carries: carriesTraffic(plan, returning),
    steps: [{ text, apply }],
    undo: async (guard) => void (await mechanism.apply(before, new AbortController().signal, guard)),
  };
}

/**
 * Under a stop switch the secondary of a failover pair has no signal: nobody is served by it while the primary is well. Where
 * every target has a signal, or a control, their record sets may be a pair or share the traffic; a program does what it does.
 */
function carriesTraffic({ mechanism, targets }: StoredPlan, returning: string): ReturnParts['carries'] {
  switch (mechanism.kind) {
    case 'stop-switch':
      if (mechanism.signals[returning] === undefined) return false;
      return targets.every(({ name }) => mechanism.signals[name] !== undefined) ? 'unknown' : true;
    case 'arc-routing-control':
    case 'command':
      return 'unknown';
    default:
      return true;
  }
}

export interface WeightReturn {
  readonly driver: TrafficDriver;
  readonly traffic: Pick<TrafficSettings, 'steps' | 'weights'>;
  /** Targets whose stacks are in a good state. */
  readonly good: ReadonlySet<string>;
  readonly returning: string;
  readonly move: Move;
  /** Who is active without it. */
  readonly before: Move;
}

/** Each step is guarded: a target that is not good or not active gains nothing by it, and never are all weights zero. */
export async function weightParts(
  { driver, traffic, good, returning, move, before }: WeightReturn,
  signal: AbortSignal,
): Promise<Omit<ReturnParts, 'ask'>> {
  const first = (await driver.read(signal)).weights;
  // No floor: a failback only relieves who carries more than its part, also while others are still away.
  const facts = { configured: traffic.weights, good, active: new Set(move.active), floorPercent: 0 };
  const steps = traffic.steps.map((percent) => ({
    text: `${returning} gets ${percent}% of its weight`,
    apply: (stop: AbortSignal, guard?: Guard) =>
      setWeights(driver, stepWeights(first, traffic.weights, returning, percent, move), stop, guard, facts),
  }));
  // What was read may be a step of a run that was killed: the target gets nothing all the same.
  const away = failoverWeights(before, first, traffic.weights);
  return {
    carries: weightOf(traffic.weights, returning) > 0,
    steps,
    undo: (guard) => setWeights(driver, away, new AbortController().signal, guard),
  };
}

/**
 * At the last step everybody who is active has the weight that is configured, and no longer that of a failover; who is
 * not has none, also where a failover could not take it. Who was active without traffic stays so: a failover does not do
 * that, somebody did. Where all would be zero who is active serves as after a failover: never who is not.
 */
export function stepWeights(
  first: Weights,
  configured: Weights,
  returning: string,
  percent: number,
  { active }: Pick<Move, 'active'>,
): Weights {
  const next = { ...first, [returning]: stepWeight(weightOf(configured, returning), percent) };
  if (percent < 100) return next;
  const serving = active.filter((name) => name !== returning && weightOf(first, name) > 0);
  const own = Object.fromEntries(serving.map((name) => [name, weightOf(configured, name)]));
  const left = Object.keys(first).filter((name) => !active.includes(name));
  const last = { ...next, ...own, ...Object.fromEntries(left.map((name) => [name, 0])) };
  return totalWeight(last) === 0 ? failoverWeights({ active, inactive: [], leaving: [] }, first, configured) : last;
}

/** In this order: who changes weights after the look, changes what was read, and the driver refuses. */
export async function setWeights(
  driver: TrafficDriver,
  weights: Weights,
  signal: AbortSignal,
  guard: Guard = UNGUARDED,
  facts?: WeightFacts,
): Promise<void> {
  const read = await driver.read(signal);
  if (facts !== undefined) assertWeights(weights, read.weights, facts);
  await guard();
  const change = await driver.set(weights, read, signal);
  await driver.waitApplied(change, signal);
}
