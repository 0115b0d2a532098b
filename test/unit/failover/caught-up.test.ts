import { expect, test } from '@jest/globals';
import { caughtUp } from '../../../src/failover/caught-up.ts';
import type { Reading } from '../../../src/failover/recovery-point.ts';

const there = { from: 'eu-west-1', to: 'eu-central-1' };
const back = { from: 'eu-central-1', to: 'eu-west-1' };
const beat = (way: typeof there, at: number, skewMs = 0): Reading => ({
  ...way,
  kind: 'heartbeat',
  table: 'beats',
  at,
  skewMs,
});

test('replication has caught up when neither way is behind by more than is allowed', () => {
  expect(caughtUp([beat(there, 90_000), beat(back, 71_000)], 30_000, 100_000)).toEqual({ problems: [], notes: [] });
  expect(caughtUp([beat(there, 90_000), beat(back, 69_000)], 30_000, 100_000).problems).toEqual([
    'replication of beats from eu-central-1 to eu-west-1 is 31 s behind, and 30 s are allowed',
  ]);
});

test('the clock of this machine is corrected before it judges', () => {
  expect(caughtUp([beat(there, 60_000, 20_000)], 30_000, 100_000).problems).toEqual([]);
});

test('the metric counts too; a region where nothing is written has none, and that is noted', () => {
  const latency: Reading = { ...there, kind: 'latency', table: 'orders', ms: 200_000 };
  const idle: Reading = { ...back, kind: 'unknown', why: 'no ReplicationLatency', idle: true };
  expect(caughtUp([latency, idle], 30_000, 0)).toEqual({
    problems: ['replication of orders from eu-west-1 to eu-central-1 is 200 s behind, and 30 s are allowed'],
    notes: ['no ReplicationLatency: it was not measured'],
  });
});

test('what cannot be asked counts as behind', () => {
  expect(caughtUp([{ ...there, kind: 'unknown', why: 'no answer' }], 30_000, 0).problems).toEqual(['no answer']);
});
