import type { Phase } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { Weights } from '../traffic/model.ts';
import { createStillBad, type WaveToReturn } from './still-bad.ts';
import type { WeightMove } from './wave-weights.ts';
import { weightProblems } from './weight-guard.ts';
import { sameWeights, weightOf } from './weights.ts';

/** The weights with no traffic for these targets. */
export function withoutTraffic(current: Weights, targets: readonly string[]): Weights {
  return mapWeights(current, (name, weight) => (targets.includes(name) ? 0 : weight));
}

/**
 * The weights with those that returned, and are active, at what they had before.
 * @param lower also where that is less than they have now
 */
export function restoredWeights(
  current: Weights,
  before: Weights,
  returned: ReadonlySet<string>,
  active: ReadonlySet<string>,
  lower: boolean,
): Weights {
  return mapWeights(current, (name, weight) => {
    const earlier = weightOf(before, name);
    return returned.has(name) && active.has(name) && (lower || earlier > weight) ? earlier : weight;
  });
}

function mapWeights(weights: Weights, change: (name: string, weight: number) => number): Weights {
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, change(name, weight)]));
}

/** Traffic as it is when a rollback is planned. */
export interface SeenReturn {
  readonly weights: Weights;
  /** Names of the targets that are active. */
  readonly active: ReadonlySet<string>;
  /** Names of targets whose stacks are not in a good state right now, or of which nothing is known. */
  readonly unfit: ReadonlySet<string>;
}

/** What is expected of one phase. */
export interface ReturningPhase {
  readonly phase: Pick<Phase, 'name' | 'kind' | 'targets'>;
  /** What is known of it from before. */
  readonly wave: Pick<WaveToReturn, 'judged' | 'kept'>;
  /** Targets that traffic leaves before; none: they return in place. */
  readonly leaving: readonly string[];
  /** What came of that, where it was tried already. */
  readonly left?: boolean;
  /** Targets of which a stack is changed. */
  readonly changing: ReadonlySet<string>;
  /** Targets that get their weight back, when all goes well. */
  readonly back: ReadonlySet<string>;
  /** Targets that have come back, with their weight, before. */
  readonly there: ReadonlySet<string>;
}

/** How the traffic of a phase moves while it returns. */
export interface ReturnTraffic {
  readonly moves: readonly WeightMove[];
  /** Targets that serve while their stacks change: nobody else can have their traffic, or nobody is harmed. */
  readonly keeping: readonly string[];
}

export interface ReturnFacts extends SeenReturn {
  /** What is restored; absent: the weights before the first change. */
  readonly before?: Weights;
  /** Targets that an earlier run brought back and that still have more weight than before. */
  readonly owed?: Iterable<string>;
  readonly settings: Pick<TrafficSettings, 'weights' | 'floorPercent'>;
}

/**
 * The changes of weights of a rollback when all goes well and nobody else changes any, by phase: those that `returnPhase`
 * makes, through the same guard.
 * @param phases in the order in which they return
 */
export function plannedReturn(
  phases: readonly ReturningPhase[],
  facts: ReturnFacts,
): ReadonlyMap<string, ReturnTraffic> {
  const { active, settings } = facts;
  const { floorPercent } = settings;
  const unfit = new Set(facts.unfit);
  const found = new Map<string, ReturnTraffic>();
  let now = facts.weights;
  let { before } = facts;
  const stillBad = createStillBad(phases.map(({ phase: { kind, targets }, wave }) => ({ kind, targets, ...wave })));
  const owed = new Set(facts.owed);
  for (const { phase, leaving, left, changing, back, there } of phases) {
    if (phase.kind !== 'wave') continue;
    const moves: WeightMove[] = [];
    const keeping: string[] = [];
    const tryMove = (kind: WeightMove['kind'], after: Weights, bad: ReadonlySet<string>, floor: number): boolean => {
      if (sameWeights(now, after)) return true;
      const names = Object.keys({ ...settings.weights, ...now });
      const good = new Set(names.filter((name) => !bad.has(name) && !unfit.has(name)));
      const guard = { configured: settings.weights, good, active, floorPercent: floor };
      if (weightProblems(after, now, guard).length > 0) return false;
      before ??= now;
      moves.push({ kind, before: now, after });
      now = after;
      return true;
    };
    const leave = (targets: readonly string[]): boolean =>
      tryMove('leave', withoutTraffic(now, targets), stillBad.whenLeaving(targets), floorPercent);

    const gone = left ?? (leaving.length === 0 ? undefined : leave(leaving));
    stillBad.begin(phase.targets);
    for (const group of gone === false ? phase.targets.map((target) => [target]) : [phase.targets]) {
      if (gone === false && phase.targets.length > 1) leave(group);
      keeping.push(...group.filter((name) => changing.has(name) && weightOf(now, name) > 0));
      for (const name of group.filter((each) => there.has(each))) stillBad.cameBack(name);
      for (const name of group.filter((each) => back.has(each))) {
        stillBad.cameBack(name);
        unfit.delete(name);
        owed.add(name);
      }
      const restore = (lower: boolean): boolean =>
        tryMove('return', restoredWeights(now, before ?? now, owed, active, lower), stillBad.whenRestoring(), 0);
      if (owed.size === 0) continue;
      if (restore(true)) owed.clear();
      else restore(false);
    }
    found.set(phase.name, { moves, keeping });
  }
  return found;
}
