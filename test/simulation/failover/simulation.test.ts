import { describe, expect, test } from '@jest/globals';
import { HARD_SEEDS } from './hard-seeds.ts';
import { simulateFailover } from './run.ts';

/** Few enough for every run of the tests; `npm run test:simulation` takes any number. */
const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

describe('failovers in simulated worlds', () => {
  test('keep every promise, whatever is lost and whoever else is at work', async () => {
    const broken: string[] = [];
    const outcomes = new Map<string, number>();
    for (const seed of SEEDS) {
      const run = await simulateFailover(seed);
      broken.push(...run.broken.map((text) => `seed ${seed}: ${text}`));
      for (const end of run.ends) {
        const name = end?.kind === 'ended' ? end.end.outcome : (end?.kind ?? 'died');
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      }
    }
    expect(broken).toEqual([]);
    // The scenarios are worth something only if these happen.
    for (const name of ['verified', 'not-measured', 'not-verified', 'already-active', 'refused', 'done'])
      expect([name, outcomes.get(name) ?? 0]).toEqual([name, expect.any(Number)]);
    expect(outcomes.get('verified') ?? 0).toBeGreaterThan(100);
  });

  test.each([1, 2, 3, 12])('end well after a crash before and after every call (seed %i)', async (seed) => {
    const { calls } = await simulateFailover(seed);
    const broken: string[] = [];
    for (let call = 1; call <= calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        const run = await simulateFailover(seed, { call, when });
        broken.push(...run.broken.map((text) => `${seed}:${call}:${when} ${text}`));
      }
    }
    expect(broken).toEqual([]);
  });

  test.each(HARD_SEEDS)('end well where one once did not (seed %i: %s)', async (seed) => {
    expect((await simulateFailover(seed)).broken).toEqual([]);
  });

  test('a seed replays exactly', async () => {
    const [once, again] = [await simulateFailover(28), await simulateFailover(28)];
    expect(again.world.log).toEqual(once.world.log);
  });
});
