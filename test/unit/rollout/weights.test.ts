import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  drainWeights,
  joinWeights,
  MAX_WEIGHT,
  rampWeights,
  sameWeights,
  shareOf,
  stepWeight,
} from '../../../src/rollout/weights.ts';

const weight = fc.integer({ min: 0, max: MAX_WEIGHT });
const names = ['a', 'b', 'c', 'd'];
const weights = fc.dictionary(fc.constantFrom(...names), weight, { minKeys: 1 });
const percent = fc.integer({ min: 0, max: 100 });

describe('a step in percent of the own weight', () => {
  test.each([
    [100, 10, 10],
    [255, 10, 26],
    [3, 10, 1],
    [1, 1, 1],
    [0, 50, 0],
    [200, 0, 0],
    [7, 100, 7],
    [255, 99, 252],
  ])('%i at %i %% is %i', (own, step, expected) => {
    expect(stepWeight(own, step)).toBe(expected);
  });

  test('is whole, between zero and the weight, zero only for nothing, and rises with the percentage', () => {
    fc.assert(
      fc.property(weight, percent, percent, (own, one, other) => {
        const value = stepWeight(own, one);
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeLessThanOrEqual(own);
        expect(value === 0).toBe(own === 0 || one === 0);
        if (one <= other) expect(value).toBeLessThanOrEqual(stepWeight(own, other));
      }),
    );
    expect(stepWeight(200, 100)).toBe(200);
  });
});

test('a ramp changes its targets only, and ends at the weights of the configuration', () => {
  fc.assert(
    fc.property(weights, weights, fc.subarray(names), percent, (current, configured, targets, step) => {
      const next = rampWeights(current, configured, targets, step);
      for (const name of names.filter((other) => !targets.includes(other))) expect(next[name]).toBe(current[name]);
      const end = rampWeights(next, configured, targets, 100);
      for (const name of targets) expect(end[name]).toBe(configured[name] ?? 0);
    }),
  );
});

test('a drain never raises a weight and gives none to a target without a record', () => {
  fc.assert(
    fc.property(weights, weights, fc.subarray(names), percent, (current, configured, targets, step) => {
      const next = drainWeights(current, configured, targets, step);
      expect(Object.keys(next).sort()).toEqual(Object.keys(current).sort());
      for (const name of Object.keys(current)) expect(next[name]).toBeLessThanOrEqual(current[name] ?? 0);
    }),
  );
  expect(drainWeights({ a: 100, b: 50 }, { a: 100, b: 100 }, ['a', 'b'], 20)).toEqual({ a: 20, b: 20 });
  expect(drainWeights({ a: 5 }, { a: 100 }, ['a'], 20)).toEqual({ a: 5 });
});

test('who joins gets zero and changes nobody', () => {
  expect(joinWeights({ a: 100 }, ['a', 'b'])).toEqual({ a: 100, b: 0 });
});

test('shares add up to one, and all zero are equal shares', () => {
  fc.assert(
    fc.property(weights, (some) => {
      const sum = Object.keys(some).reduce((total, name) => total + shareOf(some, name), 0);
      expect(sum).toBeCloseTo(1, 9);
    }),
  );
  expect(shareOf({ a: 0, b: 0 }, 'a')).toBe(0.5);
  expect(shareOf({ a: 1 }, 'b')).toBe(0);
});

test('weights are the same when every target has the same one', () => {
  expect(sameWeights({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(sameWeights({ a: 1 }, { a: 1, b: 0 })).toBe(false);
  expect(sameWeights({ a: 1, b: 2 }, { a: 1, b: 3 })).toBe(false);
});
