import { UserError } from '../errors.ts';
import { changeWeights, finishChange } from '../traffic/change-weights.ts';
import type { TrafficState, Weights } from '../traffic/model.ts';
import type { RolloutPorts } from './ports.ts';
import type { TrafficPorts } from './traffic-ports.ts';
import type { WeightFacts } from './weight-guard.ts';
import { sameWeights } from './weights.ts';

/** Others change weights too: what they made is read again this often before it is given up. */
const ATTEMPTS = 3;

/** The weights before the first of several changes: what a rollback restores. */
export interface KeptWeights {
  readonly current: { readonly weightsBefore?: Weights };
  decide(change: { readonly weightsBefore: Weights }): Promise<void>;
}

/** Weights as somebody wants them, from what they are and who may have any. */
export type WantedWeights = (current: Weights, active: ReadonlySet<string>) => Weights;

/**
 * Moves weights in one guarded change against what was read, and waits until clients have followed.
 * @param bad targets on a release that was judged bad
 * @returns false when they were so already
 * @throws UserError `weights-refused`, `weights-changed`, and what the driver throws
 */
export async function moveWeights(
  wanted: WantedWeights,
  bad: ReadonlySet<string>,
  traffic: TrafficPorts,
  progress: KeptWeights,
  { clock, report, signal }: Pick<RolloutPorts, 'clock' | 'report' | 'signal'>,
): Promise<boolean> {
  const { driver } = traffic;
  const remember: TrafficPorts['remember'] = async (before, after) => {
    // The weights before the first change of the rollout are those that a rollback restores.
    if (progress.current.weightsBefore === undefined) await progress.decide({ weightsBefore: before });
    await traffic.remember(before, after);
  };
  const [active, unfit] = await Promise.all([traffic.active(), traffic.unfit()]);
  for (let attempt = 1; ; attempt += 1) {
    const state = await driver.read(signal);
    const facts = factsFrom({ active, unfit }, state, bad, traffic);
    const next = wanted(state.weights, active);
    const change = { driver, clock, report, signal };
    try {
      // A process before this one made the same change, and died before clients had followed.
      if (sameWeights(next, state.weights) && traffic.isUnfinished(next)) await finishChange(next, change);
      const changed = await changeWeights(next, state, facts, { ...change, remember });
      traffic.settled();
      return changed;
    } catch (error) {
      const taken = error instanceof UserError && error.code === 'weights-changed';
      if (!taken || attempt === ATTEMPTS) throw error;
    }
  }
}

/** What the guard has to know about a change of these weights. */
export async function weightFacts(
  state: TrafficState,
  bad: ReadonlySet<string>,
  traffic: TrafficPorts,
): Promise<WeightFacts> {
  const [active, unfit] = await Promise.all([traffic.active(), traffic.unfit()]);
  return factsFrom({ active, unfit }, state, bad, traffic);
}

function factsFrom(
  { active, unfit }: { readonly active: ReadonlySet<string>; readonly unfit: ReadonlySet<string> },
  { weights }: TrafficState,
  bad: ReadonlySet<string>,
  { settings, leftOut }: TrafficPorts,
): WeightFacts {
  const names = [...new Set([...Object.keys(weights), ...Object.keys(settings.weights)])];
  return {
    configured: settings.weights,
    good: new Set(names.filter((name) => !bad.has(name) && !unfit.has(name) && !leftOut.has(name))),
    active,
    floorPercent: settings.floorPercent,
  };
}
