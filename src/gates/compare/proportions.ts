import { normalCdf, normalQuantile } from './normal.ts';

/** Requests of one arm, and how many of them failed. */
export interface Proportion {
  readonly failed: number;
  readonly total: number;
}

/**
 * How likely a canary that is no worse than the baseline fails at least as much more often than it did (one-sided). By
 * the pooled two-proportion test; where fewer than five failures are expected in an arm, by Fisher's exact test.
 */
export function proportionTest(canary: Proportion, baseline: Proportion): number {
  const failed = canary.failed + baseline.failed;
  const total = canary.total + baseline.total;
  if (canary.total === 0 || baseline.total === 0 || failed === 0 || failed === total) return 1;
  const pooled = failed / total;
  const least = Math.min(canary.total, baseline.total);
  if (least * Math.min(pooled, 1 - pooled) < 5) return fisher(canary, baseline);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / canary.total + 1 / baseline.total));
  return 1 - normalCdf((rate(canary) - rate(baseline)) / spread);
}

export const rate = ({ failed, total }: Proportion): number => (total === 0 ? 0 : failed / total);

/** P(at least as many failures in the canary | all failures), by the hypergeometric distribution. */
function fisher(canary: Proportion, baseline: Proportion): number {
  const failed = canary.failed + baseline.failed;
  const most = Math.min(failed, canary.total);
  const all = choose(canary.total + baseline.total, failed);
  let sum = 0;
  for (let k = canary.failed; k <= most; k += 1) {
    if (failed - k > baseline.total) continue;
    sum += Math.exp(choose(canary.total, k) + choose(baseline.total, failed - k) - all);
  }
  return Math.min(1, sum);
}

/** Logarithm of the binomial coefficient. */
function choose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/** Stirling's series for large arguments, reached by recurrence (Abramowitz and Stegun, 6.1.40). */
function logGamma(x: number): number {
  let [shifted, shift] = [x, 0];
  while (shifted < 15) {
    shift += Math.log(shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * Requests in the canary that are needed to see a rate of `worse` instead of `baseline`, one-sided (Fleiss, Levin, Paik:
 * Statistical Methods for Rates and Proportions, 4.14). `ratio`: requests of the baseline for each of the canary.
 */
export function requestsNeeded(baseline: number, worse: number, ratio: number, alpha: number, power: number): number {
  const pooled = (worse + ratio * baseline) / (1 + ratio);
  const null_ = normalQuantile(1 - alpha) * Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
  const other = normalQuantile(power) * Math.sqrt(worse * (1 - worse) + (baseline * (1 - baseline)) / ratio);
  return ((null_ + other) / (worse - baseline)) ** 2;
}

/** The smallest rate above that of the baseline that this traffic would show; undefined when not even 100 % would be seen. */
export function smallestVisibleRate(
  canaryTotal: number,
  baseline: Proportion,
  alpha: number,
  power: number,
): number | undefined {
  if (canaryTotal === 0 || baseline.total === 0) return undefined;
  const before = rate(baseline);
  const ratio = baseline.total / canaryTotal;
  const seen = (worse: number) => requestsNeeded(before, worse, ratio, alpha, power) <= canaryTotal;
  if (before >= 1 || !seen(1)) return undefined;
  let [low, high] = [before, 1];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (seen(middle)) high = middle;
    else low = middle;
  }
  return high;
}
