import { normalCdf } from './normal.ts';

export interface RankTest {
  /** How likely a canary that is no slower ranks at least as high as it did (one-sided). */
  readonly p: number;
  readonly exact: boolean;
  /** Common language effect size: how often a value of the canary is above one of the baseline; ties count half. */
  readonly effect: number;
  /** Hodges–Lehmann estimate of the shift: the median of all differences, in the unit of the values. */
  readonly shift: number;
}

/** Up to so many values an arm the p-value is counted out; beyond, the normal approximation is as good. */
const MOST_EXACT = 25;

/** Mann–Whitney U test, one-sided: are the values of the canary higher than those of the baseline? */
export function mannWhitney(canary: readonly number[], baseline: readonly number[]): RankTest {
  const differences = canary.flatMap((a) => baseline.map((b) => a - b)).toSorted((a, b) => a - b);
  if (differences.length === 0) return { p: 1, exact: true, effect: 0.5, shift: 0 };
  const above = differences.filter((difference) => difference > 0).length;
  const ties = differences.filter((difference) => difference === 0).length;
  const u = above + ties / 2;
  const exact = canary.length <= MOST_EXACT && baseline.length <= MOST_EXACT;
  return {
    p: exact ? exactP(canary, baseline) : approximateP(canary, baseline, u),
    exact,
    effect: u / differences.length,
    shift: median(differences),
  };
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Twice the mid-rank of each value, so that ties stay whole numbers. */
function doubledRanks(values: readonly number[]): ReadonlyMap<number, number> {
  const sorted = values.toSorted((a, b) => a - b);
  return new Map(sorted.map((value) => [value, sorted.indexOf(value) + sorted.lastIndexOf(value) + 2]));
}

/**
 * The share of all ways to pick the canary's values out of all values whose rank sum is at least that of the canary:
 * exact with ties too. Counted by dynamic programming over rank sums.
 */
function exactP(canary: readonly number[], baseline: readonly number[]): number {
  const all = [...canary, ...baseline];
  const ranks = doubledRanks(all);
  const rankOf = (value: number) => ranks.get(value) ?? 0;
  const sum = canary.reduce((total, value) => total + rankOf(value), 0);
  const most = all.reduce((total, value) => total + rankOf(value), 0);
  // ways[k][s]: in how many ways k values with the rank sum s can be picked.
  const ways = Array.from({ length: canary.length + 1 }, () => new Float64Array(most + 1));
  const [none] = ways;
  if (none) none[0] = 1;
  for (const value of all) {
    const rank = rankOf(value);
    for (let k = canary.length; k > 0; k -= 1) {
      const [to, from] = [ways[k], ways[k - 1]];
      if (to && from) for (let s = most; s >= rank; s -= 1) to[s] = (to[s] ?? 0) + (from[s - rank] ?? 0);
    }
  }
  const picked = ways[canary.length] ?? new Float64Array();
  const total = picked.reduce((a, b) => a + b, 0);
  return picked.slice(sum).reduce((a, b) => a + b, 0) / total;
}

/** Normal approximation with the correction for ties and for continuity (Hollander, Wolfe: 4.1). */
function approximateP(canary: readonly number[], baseline: readonly number[], u: number): number {
  const [n, m] = [canary.length, baseline.length];
  const size = n + m;
  const counts = new Map<number, number>();
  for (const value of [...canary, ...baseline]) counts.set(value, (counts.get(value) ?? 0) + 1);
  const tied = [...counts.values()].reduce((sum, count) => sum + count ** 3 - count, 0);
  const variance = ((n * m) / 12) * (size + 1 - tied / (size * (size - 1)));
  if (variance === 0) return 1;
  return 1 - normalCdf((u - (n * m) / 2 - 0.5) / Math.sqrt(variance));
}
