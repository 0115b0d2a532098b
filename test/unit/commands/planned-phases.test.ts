import { expect, test } from '@jest/globals';
import { plannedPhases } from '../../../src/commands/deploy/planned-phases.ts';
import type { SeenTraffic } from '../../../src/commands/visible-weights.ts';
import { environment } from '../../support/topology.ts';

const { phases } = environment([{ name: 'first', targets: ['a'], bakeMs: 60_000 }]);
const traffic = {
  settings: { weights: { a: 100, b: 100 }, steps: [100] },
  driver: { settleMs: 0 },
  weights: { a: 50, b: 100 },
  active: new Set(['a', 'b']),
} as unknown as SeenTraffic;

test('a run that goes on with a rollback, and plans nothing, shows no steps of a deployment', () => {
  expect(plannedPhases({ phases }, new Map(), traffic)).toEqual([{ name: 'first', targets: ['a'] }]);
  expect(plannedPhases({ phases }, new Map([['app@a', {}]]), traffic)).toMatchObject([
    { bakeMs: 60_000, traffic: { moves: [{ kind: 'final' }] } },
  ]);
});
