import { describe, expect, test } from '@jest/globals';
import { plannedMoves } from '../../../src/rollout/wave-weights.ts';

const waves = [
  { name: 'first', targets: ['a'] },
  { name: 'rest', targets: ['b', 'c'] },
];
const settings = { weights: { a: 100, b: 50, c: 50 }, steps: [10, 100] };

/** `first drain 0: a 0 b 50 c 50`. */
function story(...args: Parameters<typeof plannedMoves>): readonly string[] {
  return [...plannedMoves(...args)].flatMap(([wave, moves]) =>
    moves.map(({ kind, percent, after }) => {
      const weights = Object.entries(after).map(([name, weight]) => `${name} ${weight}`);
      return `${wave} ${kind} ${percent}: ${weights.join(' ')}`;
    }),
  );
}

const all = new Set(['a', 'b', 'c']);

describe('the planned changes of weights', () => {
  test('drain, step and final weight of each wave, each from where the one before ends', () => {
    expect(story(waves, settings.weights, all, { ...settings, drainPercent: 0 })).toEqual([
      'first drain 0: a 0 b 50 c 50',
      'first step 10: a 10 b 50 c 50',
      'first final 100: a 100 b 50 c 50',
      'rest drain 0: a 100 b 0 c 0',
      'rest step 10: a 100 b 5 c 5',
      'rest final 100: a 100 b 50 c 50',
    ]);
  });

  test('are none where nobody gets more: a step that moves nothing is no step', () => {
    expect(story(waves, settings.weights, all, settings)).toEqual([]);
    expect(story(waves, { ...settings.weights, a: 40 }, all, settings)).toEqual(['first final 100: a 100 b 50 c 50']);
  });

  test('never raise who is not active, and let who is new join', () => {
    expect(story(waves, { a: 100, b: 50 }, new Set(['a', 'c']), { ...settings, drainPercent: 0 }).slice(3)).toEqual([
      'rest step 10: a 100 b 50 c 5',
      'rest final 100: a 100 b 50 c 50',
    ]);
  });
});
