import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextInactive } from '../../../../src/commands/shift/next-inactive.ts';
import { towards, type WeightSources, wantedWeights } from '../../../../src/commands/shift/wanted-weights.ts';
import { type ActiveState, ALL_ACTIVE } from '../../../../src/records/active-state-document.ts';
import { MAX_WEIGHT, shareOf } from '../../../../src/rollout/weights.ts';

const sources: WeightSources = {
  current: { a: 70, b: 30 },
  configured: { a: 100, b: 0, c: 5 },
  state: {
    ...ALL_ACTIVE,
    lastChange: { before: { a: 1, b: 2, gone: 3 }, after: { a: 70, b: 30 }, at: '', who: '', command: '', done: true },
  },
};

describe('the weights that shift is asked for', () => {
  test('are those that are written, the others as they are', () => {
    expect(wantedWeights({ weights: ['b=0'] }, sources)).toEqual({ a: 70, b: 0 });
    expect(wantedWeights({ weights: [' a = 5', 'b=255'] }, sources)).toEqual({ a: 5, b: 255 });
  });

  test('are those of the configuration, or those before the last change, of targets that have a record', () => {
    expect(wantedWeights({ weights: ['configured'] }, sources)).toEqual({ a: 100, b: 0 });
    expect(wantedWeights({ weights: ['previous'] }, sources)).toEqual({ a: 1, b: 2 });
  });

  test('are the ones there are when only who is active changes', () => {
    expect(wantedWeights({ activate: ['a'] }, sources)).toEqual(sources.current);
  });

  test.each([
    ['nothing', {}, 'shift-what'],
    ['a percentage without a target', { percent: '5' }, 'shift-what'],
    ['two ways at once', { weights: ['a=1'], to: 'a' }, 'shift-what'],
    ['a weight of 256', { weights: ['a=256'] }, 'not-a-weight'],
    ['a weight of nothing', { weights: ['a='] }, 'not-a-weight'],
    ['a fraction', { weights: ['a=1.5'] }, 'not-a-weight'],
    ['no such target', { weights: ['A=1'] }, 'unknown-target'],
    ['no such target to', { to: 'c' }, 'unknown-target'],
    ['101 %', { to: 'a', percent: '101' }, 'not-a-percentage'],
    ['-1 %', { to: 'a', percent: '-1' }, 'not-a-percentage'],
  ])('are refused: %s', (_, options, code) => {
    expect(() => wantedWeights(options, sources)).toThrow(expect.objectContaining({ code }));
  });

  test('are refused when nothing earlier is remembered', () => {
    const forgotten = { ...sources, state: ALL_ACTIVE };
    expect(() => wantedWeights({ weights: ['previous'] }, forgotten)).toThrow(
      expect.objectContaining({ code: 'no-previous-weights' }),
    );
  });
});

describe('a percentage of all traffic', () => {
  test('is exact where whole weights can say it', () => {
    expect(towards('a', 90, { a: 5, b: 5 })).toEqual({ a: 90, b: 10 });
    expect(towards('a', 100, { a: 5, b: 5, c: 0 })).toEqual({ a: 100, b: 0, c: 0 });
    expect(towards('a', 0, { a: 5, b: 1, c: 3 })).toEqual({ a: 0, b: 25, c: 75 });
    expect(towards('a', 50, { a: 0, b: 7, c: 7, d: 7 })).toEqual({ a: 51, b: 17, c: 17, d: 17 });
    expect(towards('a', 40, { a: 9, b: 0, c: 0 })).toEqual({ a: 40, b: 30, c: 30 });
  });

  test('is off by less than one percent of the traffic with up to four targets, and keeps nobody out by rounding', () => {
    const weight = fc.integer({ min: 0, max: MAX_WEIGHT });
    fc.assert(
      fc.property(
        fc.record({ a: weight, b: weight, c: weight, d: weight }),
        fc.integer({ min: 0, max: 100 }),
        (current, percent) => {
          const next = towards('a', percent, current);
          expect(Math.abs(shareOf(next, 'a') - percent / 100)).toBeLessThan(0.01);
          for (const value of Object.values(next)) {
            expect(Number.isInteger(value) && value >= 0 && value <= MAX_WEIGHT).toBe(true);
          }
          const others = current.b + current.c + current.d;
          if (percent < 100 && others > 0)
            for (const name of ['b', 'c', 'd'] as const) expect((next[name] ?? 0) > 0).toBe(current[name] > 0);
        },
      ),
    );
  });
});

describe('who is active', () => {
  const state: ActiveState = { ...ALL_ACTIVE, inactive: ['b'] };
  test('becomes so before traffic comes, and stops being so after it has gone', () => {
    expect(nextInactive({ activate: ['b'], deactivate: ['a'] }, state, ['a', 'b'])).toEqual({
      duringChange: [],
      afterwards: ['a'],
    });
    expect(nextInactive({}, state, ['a', 'b'])).toEqual({ duringChange: ['b'], afterwards: ['b'] });
  });

  test('is refused for what is no target, and for both at once', () => {
    expect(() => nextInactive({ activate: ['c'] }, state, ['a', 'b'])).toThrow(
      expect.objectContaining({ code: 'unknown-target' }),
    );
    expect(() => nextInactive({ activate: ['a'], deactivate: ['a'] }, state, ['a', 'b'])).toThrow(
      expect.objectContaining({ code: 'active-and-not' }),
    );
  });
});
