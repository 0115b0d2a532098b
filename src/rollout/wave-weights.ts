import type { Phase } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { Weights } from '../traffic/model.ts';
import { drainWeights, rampWeights, sameWeights, weightOf } from './weights.ts';

type WaveSettings = Pick<TrafficSettings, 'weights' | 'steps' | 'drainPercent'>;

/** One change of weights that a wave makes. */
export interface WeightMove {
  /**
   * `drain`: before its stacks are deployed. `step`: judged after it. `final`: the step that ends it. Of a rollback:
   * `leave`: before its stacks return. `return`: to the weights before.
   */
  readonly kind: 'drain' | 'step' | 'final' | 'leave' | 'return';
  /** Of each target's own weight; absent in a rollback. */
  readonly percent?: number;
  readonly before: Weights;
  readonly after: Weights;
}

/** The weights with a wave's active targets lowered before they are deployed. */
export function drainedWave(
  current: Weights,
  active: ReadonlySet<string>,
  { targets }: Pick<Phase, 'targets'>,
  { weights }: WaveSettings,
  percent: number,
): Weights {
  // Only who is active and able has traffic to give away.
  const able = targets.filter((name) => active.has(name));
  return drainWeights(current, weights, able, percent);
}

/** The weights with these targets at a step of their ramp. */
export function raisedWave(
  current: Weights,
  targets: readonly string[],
  { weights }: WaveSettings,
  percent: number,
): Weights {
  const raised = rampWeights(current, weights, targets, percent);
  if (percent === 100) return raised;
  // A ramp never lowers: who serves already keeps what it has, and only the last step says what it ends with.
  const kept = Object.entries(raised).map(
    ([name, weight]) => [name, Math.max(weight, weightOf(current, name))] as const,
  );
  return Object.fromEntries(kept);
}

/**
 * The changes of weights of each wave that is deployed, by its name: what a rollout does when nothing fails and nobody else
 * changes weights meanwhile.
 */
export function plannedMoves(
  waves: readonly Pick<Phase, 'name' | 'targets'>[],
  current: Weights,
  active: ReadonlySet<string>,
  settings: WaveSettings,
): ReadonlyMap<string, readonly WeightMove[]> {
  let now = current;
  const found = new Map<string, WeightMove[]>();
  for (const wave of waves) {
    const moves: WeightMove[] = [];
    const move = (kind: WeightMove['kind'], percent: number, after: Weights): void => {
      if (!sameWeights(now, after)) moves.push({ kind, percent, before: now, after });
      now = after;
    };
    const { drainPercent, steps } = settings;
    if (drainPercent !== undefined) move('drain', drainPercent, drainedWave(now, active, wave, settings, drainPercent));
    const able = wave.targets.filter((name) => active.has(name));
    steps.forEach((percent, index) => {
      const kind = index === steps.length - 1 ? 'final' : 'step';
      move(kind, percent, raisedWave(now, able, settings, percent));
    });
    found.set(wave.name, moves);
  }
  return found;
}
