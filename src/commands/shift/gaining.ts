import { shareOf, weightOf } from '../../rollout/weights.ts';
import type { Weights } from '../../traffic/model.ts';

/** Whole weights up to 255 divided by their sum: what differs by less is rounding. */
const EPSILON = 1e-9;

/** Targets whose share of the traffic grows. */
export function gainingTargets(next: Weights, current: Weights): readonly string[] {
  return Object.keys(next).filter((name) => shareOf(next, name) > shareOf(current, name) + EPSILON);
}

/**
 * Whether a target is given more, and not only a part of what somebody else loses: its weight is raised, and against each
 * of the others that had a weight and keep one. Weights that all grow by the same factor give nobody more; whole weights are
 * off by up to a half.
 */
export function isRaised(target: string, next: Weights, current: Weights): boolean {
  const [after, before] = [weightOf(next, target), weightOf(current, target)];
  if (after <= before || before === 0) return after > before;
  const keeps = (name: string): boolean => weightOf(current, name) > 0 && weightOf(next, name) > 0;
  const others = Object.keys(next).filter((name) => name !== target && keeps(name));
  return others.every((name) => (after - 0.5) * weightOf(current, name) > before * (weightOf(next, name) + 0.5));
}
