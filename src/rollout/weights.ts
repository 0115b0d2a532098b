import type { Weights } from '../traffic/model.ts';

/** The most that a weight can be: Route 53 API Reference, ResourceRecordSet, Weight (0 to 255). */
export const MAX_WEIGHT = 255;

/** A target's weight, zero where it has none. */
export function weightOf(weights: Weights, target: string): number {
  return weights[target] ?? 0;
}

export function totalWeight(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}

/**
 * Share of the traffic that a target gets, 0 to 1. Where all weights are zero every record is answered equally often
 * (Route 53 Developer Guide, "Values specific for weighted records", Weight), so zero for all is no way to stop traffic.
 */
export function shareOf(weights: Weights, target: string): number {
  if (weights[target] === undefined) return 0;
  const total = totalWeight(weights);
  return total === 0 ? 1 / Object.keys(weights).length : weightOf(weights, target) / total;
}

export function sameWeights(left: Weights, right: Weights): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

/**
 * A percentage of a target's own weight as a weight: whole, never zero for a share that is not, never above the weight.
 * @param percent 0 to 100
 */
export function stepWeight(weight: number, percent: number): number {
  if (weight <= 0 || percent <= 0) return 0;
  if (percent >= 100) return weight;
  return Math.min(weight, Math.max(1, Math.round((weight * percent) / 100)));
}

/** The weights with these targets at a percentage of their configured weight; the others stay as they are. */
export function rampWeights(
  current: Weights,
  configured: Weights,
  targets: readonly string[],
  percent: number,
): Weights {
  const changed = targets.map((name): [string, number] => [name, stepWeight(weightOf(configured, name), percent)]);
  return { ...current, ...Object.fromEntries(changed) };
}

/** The weights with these targets lowered to a percentage of their configured weight; nothing is ever raised. */
export function drainWeights(
  current: Weights,
  configured: Weights,
  targets: readonly string[],
  percent: number,
): Weights {
  const lowered = targets
    .filter((name) => current[name] !== undefined)
    .map((name): [string, number] => {
      const wanted = stepWeight(weightOf(configured, name), percent);
      return [name, Math.min(weightOf(current, name), wanted)];
    });
  return { ...current, ...Object.fromEntries(lowered) };
}

/** The weights with targets that have none yet at zero: who joins gets no traffic before it was judged. */
export function joinWeights(current: Weights, targets: readonly string[]): Weights {
  return { ...Object.fromEntries(targets.map((name) => [name, 0])), ...current };
}
