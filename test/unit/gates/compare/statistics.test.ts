import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holm } from '../../../../src/gates/compare/holm.ts';
import { mannWhitney } from '../../../../src/gates/compare/mann-whitney.ts';
import { normalCdf, normalQuantile } from '../../../../src/gates/compare/normal.ts';
import { proportionTest, requestsNeeded, smallestVisibleRate } from '../../../../src/gates/compare/proportions.ts';

describe('the normal distribution', () => {
  // Abramowitz and Stegun, table 26.1, and its tail from table 26.2.
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [2.5, 0.993790334674224],
    [3, 0.99865010196837],
    [-1.644854, 0.05],
    [-4, 3.167124183311998e-5],
    [-6, 9.865876450376946e-10],
  ])('at %d is %d', (x, p) => {
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(x === -1.644854 ? 1e-6 : 1e-11);
  });

  test.each([
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.8, 0.8416212335729143],
  ])('has its quantile of %d at %d', (share, x) => {
    expect(normalQuantile(share)).toBeCloseTo(x, 10);
  });
});

describe('the two-proportion test', () => {
  test('is the pooled z-test where there are many failures', () => {
    // z = (0.06 - 0.04) / sqrt(0.05 * 0.95 * 2 / 1000) = 2.0519567
    expect(proportionTest({ failed: 60, total: 1000 }, { failed: 40, total: 1000 })).toBeCloseTo(0.020087, 5);
    expect(proportionTest({ failed: 40, total: 1000 }, { failed: 60, total: 1000 })).toBeCloseTo(0.979913, 5);
  });

  test("is Fisher's exact test where there are few", () => {
    // "A lady tasting tea": 3 of 4 right has p = 17/70, 4 of 4 has 1/70.
    expect(proportionTest({ failed: 3, total: 4 }, { failed: 1, total: 4 })).toBeCloseTo(17 / 70, 12);
    expect(proportionTest({ failed: 4, total: 4 }, { failed: 0, total: 4 })).toBeCloseTo(1 / 70, 12);
    // C(200, 0): all three failures in the canary's half of 100 + 100: C(100,3)/C(200,3).
    expect(proportionTest({ failed: 3, total: 100 }, { failed: 0, total: 100 })).toBeCloseTo(161_700 / 1_313_400, 10);
  });

  test('says nothing where there is nothing', () => {
    expect(proportionTest({ failed: 0, total: 0 }, { failed: 5, total: 10 })).toBe(1);
    expect(proportionTest({ failed: 0, total: 500 }, { failed: 0, total: 500 })).toBe(1);
    expect(proportionTest({ failed: 5, total: 5 }, { failed: 5, total: 5 })).toBe(1);
  });

  test('is a probability, and falls with every further failure', () => {
    const total = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(total, total, fc.nat(), fc.nat(), (n, m, a, b) => {
        const [canary, baseline] = [
          { failed: a % n, total: n },
          { failed: b % (m + 1), total: m },
        ];
        const p = proportionTest(canary, baseline);
        const more = proportionTest({ ...canary, failed: canary.failed + 1 }, baseline);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        // The change from the exact test to the approximation may cost a little.
        expect(more).toBeLessThanOrEqual(p + 0.05);
      }),
    );
  });
});

describe('the requests that are needed to see a difference', () => {
  test.each([
    [0.001, 0.01, 1, 0.05, 834],
    [0.001, 0.01, 9, 0.05, 315],
    [0.01, 0.02, 1, 0.05, 1_826],
    [0.01, 0.02, 9, 0.05, 911],
    [0.001, 0.002, 1, 0.05, 18_520],
    [0.001, 0.002, 9, 0.05, 9_236],
    [0.001, 0.01, 1, 0.025, 1_059],
    [0.01, 0.02, 1, 0.025, 2_319],
    [0.001, 0.002, 1, 0.025, 23_511],
  ])('from %d to %d, with %d times the baseline, at level %d are %i', (before, worse, ratio, alpha, requests) => {
    expect(Math.abs(requestsNeeded(before, worse, ratio, alpha, 0.8) - requests)).toBeLessThanOrEqual(2);
  });

  test('tell the smallest rate that a traffic shows', () => {
    expect(smallestVisibleRate(834, { failed: 834, total: 834_000 }, 0.05, 0.8)).toBeGreaterThan(0.001);
    const visible = smallestVisibleRate(1_826, { failed: 18, total: 1_800 }, 0.05, 0.8) ?? 0;
    expect(visible).toBeGreaterThan(0.0195);
    expect(visible).toBeLessThan(0.0205);
    expect(smallestVisibleRate(0, { failed: 0, total: 100 }, 0.05, 0.8)).toBeUndefined();
    expect(smallestVisibleRate(1, { failed: 0, total: 1 }, 0.05, 0.8)).toBeUndefined();
  });
});

describe('the Mann–Whitney test', () => {
  const upTo = (n: number, from = 1) => Array.from({ length: n }, (_, index) => from + index);

  // Smallest p: one in all ways to choose n of 2n. Twice that is what a two-sided test can reach.
  test.each([
    [3, 0.1],
    [4, 2 / 70],
    [5, 2 / 252],
    [10, 2 / 184_756],
  ])('of %i values an arm reaches %d two-sided at best', (n, twoSided) => {
    const { p, exact, effect, shift } = mannWhitney(upTo(n, 100), upTo(n));
    expect([exact, effect, shift]).toEqual([true, 1, 99]);
    expect(2 * p).toBeCloseTo(twoSided, 12);
    expect(mannWhitney(upTo(n), upTo(n, 100)).p).toBeCloseTo(1, 12);
  });

  test('is counted out with ties as well', () => {
    // All ways to choose 2 of {1, 2, 2, 3}: mid-rank sums 3.5 3.5 5 5 6.5 6.5; {2, 3} has 6.5.
    const { p, effect } = mannWhitney([2, 3], [1, 2]);
    expect(p).toBeCloseTo(2 / 6, 12);
    expect(effect).toBe(3.5 / 4);
    expect(mannWhitney([1, 1], [1, 1])).toEqual({ p: 1, exact: true, effect: 0.5, shift: 0 });
  });

  test('agrees with its approximation where both can be had', () => {
    const values = (seed: number, n: number) => upTo(n).map((index) => Math.sin(index * seed) + index / 40);
    const [canary, baseline] = [values(3, 25), values(7, 25)];
    const exact = mannWhitney(canary, baseline);
    // One value more an arm: the largest and the smallest, which hardly changes the ranks.
    const approximate = mannWhitney([...canary, 99], [...baseline, 99]);
    expect([exact.exact, approximate.exact]).toEqual([true, false]);
    expect(Math.abs(exact.p - approximate.p)).toBeLessThan(0.02);
  });

  test('estimates the shift as the median difference', () => {
    expect(mannWhitney([110, 120, 130], [100, 100, 100]).shift).toBe(20);
    expect(mannWhitney([1, 2], [0, 0]).shift).toBe(1.5);
  });

  test('is even-handed: both directions together are one and what is in the middle', () => {
    const values = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [one, other] = [mannWhitney(a, b), mannWhitney(b, a)];
        expect(one.p + other.p).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(one.effect + other.effect).toBeCloseTo(1, 12);
        expect(one.shift + other.shift).toBeCloseTo(0, 12);
      }),
    );
  });
});

describe("Holm's correction", () => {
  test('multiplies the smallest by all, the next by one less, and never falls', () => {
    const adjusted = holm([0.01, 0.04, 0.03]);
    expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.6])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  test('counts tests that are made elsewhere', () => {
    expect(holm([0.01], 120)).toEqual([1]);
    expect(holm([0.0001], 120)[0]).toBeCloseTo(0.012, 12);
  });
});
