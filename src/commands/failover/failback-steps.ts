import type { RunContext } from '../../context.ts';
import type { ReturnStep } from '../../failover/failback.ts';
import type { Move } from '../../failover/move.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import { stepWeight, weightOf } from '../../rollout/weights.ts';
import type { TrafficDriver, Weights } from '../../traffic/model.ts';
import { trafficDriverOf } from '../traffic-driver.ts';
import { mechanismOf } from './mechanism.ts';
import { targetOf } from './survivors.ts';

export interface ReturnParts {
  readonly steps: readonly ReturnStep[];
  undo(): Promise<void>;
}

/** Weights in the configured steps of the target's own weight; all other mechanisms know only there and away. */
export async function returnParts(
  plan: StoredPlan,
  returning: string,
  move: Move,
  before: Move,
  context: RunContext,
): Promise<ReturnParts> {
  const names = plan.targets.map(({ name }) => name);
  if (plan.mechanism.kind === 'weights') {
    const { traffic } = plan.mechanism;
    const targets = plan.targets.map(targetOf);
    const environment = { targets, instances: [], name: plan.environment, application: plan.application };
    const driver = await trafficDriverOf(traffic, environment, context);
    const first = (await driver.read(context.signal)).weights;
    const steps = traffic.steps.map((percent) => ({
      text: `${returning} gets ${percent}% of its weight`,
      apply: (signal: AbortSignal) =>
        setWeights(driver, stepWeights(first, traffic.weights, returning, percent, move), signal),
    }));
    const never = new AbortController().signal;
    return { steps, undo: () => setWeights(driver, first, never) };
  }
  const mechanism = mechanismOf(plan, names, [], context);
  mechanism.check(move);
  const text = `${plan.mechanism.kind}: ${returning} is let in again`;
  const apply = async (signal: AbortSignal): Promise<void> => {
    for (const said of await mechanism.apply(move, signal))
      context.report({ type: 'note', level: 'warning', text: said });
  };
  return {
    steps: [{ text, apply }],
    undo: async () => void (await mechanism.apply(before, new AbortController().signal)),
  };
}

/** At the last step everybody who is active has the weight that is configured, and no longer that of a failover. */
export function stepWeights(
  first: Weights,
  configured: Weights,
  returning: string,
  percent: number,
  { active }: Pick<Move, 'active'>,
): Weights {
  const next: Record<string, number> = { ...first, [returning]: stepWeight(weightOf(configured, returning), percent) };
  if (percent < 100) return next;
  for (const name of active) if (first[name] !== undefined) next[name] = weightOf(configured, name);
  return next;
}

async function setWeights(driver: TrafficDriver, weights: Weights, signal: AbortSignal): Promise<void> {
  const change = await driver.set(weights, await driver.read(signal), signal);
  await driver.waitApplied(change, signal);
}
