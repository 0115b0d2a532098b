import { UserError } from '../errors.ts';
import type { Weights } from '../traffic/model.ts';
import { MAX_WEIGHT, shareOf, totalWeight, weightOf } from './weights.ts';

/** What is known of the targets when weights are about to change. */
export interface WeightFacts {
  /** Weights of the configuration: what each target is made to carry. */
  readonly configured: Weights;
  /** Targets whose stacks are in a good state, on a release that was not judged bad. */
  readonly good: ReadonlySet<string>;
  /** Targets that are active: state of the environment, never configuration. */
  readonly active: ReadonlySet<string>;
  /**
   * The least part of the capacity that must be left, percent: a target that gets more than now may get at most
   * `100 / floorPercent` times its configured share. Zero: no floor.
   */
  readonly floorPercent: number;
}

/** Why weights may not become what was asked. */
export interface WeightProblem {
  readonly code: 'not-a-weight' | 'unknown-target' | 'all-zero' | 'not-good' | 'not-active' | 'below-floor';
  readonly target?: string;
  /** A sentence without its full stop. */
  readonly message: string;
}

/** Shares come from whole weights up to 255: what differs by less is rounding of the division. */
const EPSILON = 1e-9;

/**
 * Everything that is wrong with a change of weights, empty when it may be made. What counts is the *share*: where one
 * target is lowered the others get more, so a target that is not good or not active must not gain by that either. It
 * may keep what it has or lose, because taking traffic from a bad target must always be possible.
 */
export function weightProblems(next: Weights, current: Weights, facts: WeightFacts): readonly WeightProblem[] {
  const malformed = Object.keys(next).flatMap((target) => malformation(target, weightOf(next, target)));
  if (malformed.length > 0) return malformed;
  const lost = Object.keys(current).filter((target) => next[target] === undefined);
  if (lost.length > 0) {
    return lost.map((target) => ({ code: 'unknown-target', target, message: `the weight of ${target} is not given` }));
  }
  if (totalWeight(next) === 0) {
    return [{ code: 'all-zero', message: 'all weights would be zero, which Route 53 takes for equal shares' }];
  }
  return Object.keys(next).flatMap((target) => gainProblem(target, next, current, facts));
}

/** @throws UserError `weights-refused` with every reason */
export function assertWeights(next: Weights, current: Weights, facts: WeightFacts): void {
  const problems = weightProblems(next, current, facts);
  if (problems.length === 0) return;
  throw new UserError(
    'weights-refused',
    `no weight was changed: ${problems.map(({ message }) => message).join('; ')}`,
    {
      fix: [...new Set(problems.map(({ code }) => FIX[code]))],
    },
  );
}

const FIX: Readonly<Record<WeightProblem['code'], string>> = {
  'not-a-weight': `Give whole numbers from 0 to ${MAX_WEIGHT}.`,
  'unknown-target': 'Give every target that has a record; status lists them.',
  'all-zero': 'Leave weight with at least one target that can serve.',
  'not-good': 'Deploy to that target first, until status shows its stacks as good.',
  'not-active': 'Make it active first: shift --activate, or failback.',
  'below-floor': 'Lower less at once; or say with shift --override-floor why it must be all the same.',
};

function malformation(target: string, weight: number): readonly WeightProblem[] {
  if (Number.isInteger(weight) && weight >= 0 && weight <= MAX_WEIGHT) return [];
  return [{ code: 'not-a-weight', target, message: `${weight} is no weight for ${target}` }];
}

function gainProblem(target: string, next: Weights, current: Weights, facts: WeightFacts): readonly WeightProblem[] {
  const share = shareOf(next, target);
  if (share <= shareOf(current, target) + EPSILON) return [];
  const gains = `${target} would get ${percentText(share)} of the traffic instead of ${percentText(shareOf(current, target))}`;
  if (!facts.active.has(target)) return [{ code: 'not-active', target, message: `${gains}, but it is not active` }];
  if (!facts.good.has(target)) return [{ code: 'not-good', target, message: `${gains}, but its stacks are not good` }];
  const made = shareOf(facts.configured, target);
  if (share * facts.floorPercent <= made * 100 + EPSILON) return [];
  const message = `${gains}, but it is made for ${percentText(made)}: less than the floor of ${facts.floorPercent} %`;
  return [{ code: 'below-floor', target, message }];
}

/** "5 %", "0.4 %": enough digits that a small share is not shown as none. */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(share >= 0.01 ? 3 : 1))} %`;
}
