import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assertWeights, type WeightFacts, weightProblems } from '../../../src/rollout/weight-guard.ts';
import { MAX_WEIGHT, shareOf, totalWeight } from '../../../src/rollout/weights.ts';
import type { Weights } from '../../../src/traffic/model.ts';

const facts = (more: Partial<WeightFacts> = {}): WeightFacts => ({
  configured: { a: 50, b: 50 },
  good: new Set(['a', 'b', 'c']),
  active: new Set(['a', 'b', 'c']),
  floorPercent: 0,
  ...more,
});
const codes = (next: Weights, current: Weights, more: Partial<WeightFacts> = {}) =>
  weightProblems(next, current, facts(more)).map(({ code, target }) => (target ? `${code} ${target}` : code));

describe('the guard before a change of weights', () => {
  test('lets traffic move between targets that are good and active', () => {
    expect(codes({ a: 10, b: 90 }, { a: 50, b: 50 })).toEqual([]);
  });

  test('refuses all zero', () => {
    expect(codes({ a: 0, b: 0 }, { a: 50, b: 50 })).toEqual(['all-zero']);
  });

  test('refuses traffic for a target whose stack is not good, or that is not active', () => {
    expect(codes({ a: 10, b: 90 }, { a: 50, b: 50 }, { good: new Set(['a']) })).toEqual(['not-good b']);
    expect(codes({ a: 10, b: 90 }, { a: 50, b: 50 }, { active: new Set(['a']) })).toEqual(['not-active b']);
  });

  test('sees that a target gets more when only another one is lowered', () => {
    expect(codes({ a: 0, b: 50 }, { a: 50, b: 50 }, { good: new Set(['a']) })).toEqual(['not-good b']);
  });

  test('lets a bad target keep what it has, or lose', () => {
    const good = new Set(['b']);
    expect(codes({ a: 50, b: 50 }, { a: 50, b: 50 }, { good })).toEqual([]);
    expect(codes({ a: 0, b: 50 }, { a: 50, b: 50 }, { good })).toEqual([]);
  });

  test('keeps the capacity floor of who gets more', () => {
    // b is made for half of the traffic and would get all of it: 50 % of the capacity is left.
    expect(codes({ a: 0, b: 50 }, { a: 50, b: 50 }, { floorPercent: 50 })).toEqual([]);
    expect(codes({ a: 0, b: 50 }, { a: 50, b: 50 }, { floorPercent: 51 })).toEqual(['below-floor b']);
  });

  test('has no traffic for a standby where there is a floor', () => {
    const more = { configured: { a: 100, b: 0 }, floorPercent: 1 };
    expect(codes({ a: 50, b: 50 }, { a: 100, b: 0 }, more)).toEqual(['below-floor b']);
  });

  test('refuses what is no weight, and weights that leave a target out', () => {
    expect(codes({ a: 256, b: 1.5 }, { a: 50, b: 50 })).toEqual(['not-a-weight a', 'not-a-weight b']);
    expect(codes({ a: 50 }, { a: 50, b: 50 })).toEqual(['unknown-target b']);
  });

  test('tells every reason and what to do', () => {
    expect(() => assertWeights({ a: 10, b: 90 }, { a: 50, b: 50 }, facts({ good: new Set() }))).toThrow(
      expect.objectContaining({
        code: 'weights-refused',
        message: 'no weight was changed: b would get 90 % of the traffic instead of 50 %, but its stacks are not good',
        fix: ['Deploy to that target first, until status shows its stacks as good.'],
      }),
    );
  });
});

const names = ['a', 'b', 'c', 'd'];
const weight = fc.integer({ min: 0, max: MAX_WEIGHT });
const all = fc.record({ a: weight, b: weight, c: weight, d: weight });
const some = fc.subarray(names).map((list): ReadonlySet<string> => new Set(list));

test('what the guard lets through never sums to zero and gives nobody more who is not good and active', () => {
  fc.assert(
    fc.property(all, all, all, some, some, weight, (next, current, configured, good, active, floorPercent) => {
      if (weightProblems(next, current, { configured, good, active, floorPercent }).length > 0) return;
      expect(totalWeight(next)).toBeGreaterThan(0);
      for (const name of names) {
        if (shareOf(next, name) > shareOf(current, name) + 1e-9) {
          expect([good.has(name), active.has(name)]).toEqual([true, true]);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('returning to the configured weights is never below the floor', () => {
  fc.assert(
    fc.property(all, all, fc.integer({ min: 0, max: 100 }), (configured, current, floorPercent) => {
      fc.pre(totalWeight(configured) > 0);
      const everybody = new Set(names);
      const facts = { configured, good: everybody, active: everybody, floorPercent };
      expect(weightProblems(configured, current, facts)).toEqual([]);
    }),
  );
});
