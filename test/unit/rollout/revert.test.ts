import { expect, test } from '@jest/globals';
import { removeRevert, strikesUntil } from '../../../src/rollout/revert.ts';
import type { LaterWeights } from '../../../src/traffic/model.ts';

const AT = Date.UTC(2026, 0, 5, 10, 0, 0);
const revert = {
  name: 'sam-multi-region.orders.1',
  region: 'us-east-1',
  at: new Date(AT).toISOString(),
  from: { 'eu-west-1': 50 },
  to: { 'eu-west-1': 0 },
};
/** A minute until EventBridge Scheduler calls, and the five in which it tries again. */
const OVER = AT + 360_000;

test('a revert that nothing can reach any more stops everything while it may strike, with what to do', async () => {
  for (const now of [AT - 3_600_000, AT, OVER - 1]) {
    const asked = removeRevert(revert, undefined, now);
    await expect(asked).rejects.toThrow(
      'traffic has no revert-role any more; put it back, or delete the schedule sam-multi-region.orders.1 in us-east-1 by hand and come back after 2026-01-05T10:06:00.000Z',
    );
  }
});

test('a revert whose time is over is gone, whatever became of the role that it had', async () => {
  expect(await removeRevert(revert, undefined, OVER)).toBe(false);
});

test('a revert that can be reached is cancelled, whatever the time', async () => {
  const cancelled: string[] = [];
  const later: LaterWeights = {
    region: 'us-east-1',
    nameOf: String,
    unguarded: () => [],
    schedule: async () => {},
    cancel: async (name) => cancelled.push(name) > 0,
  };
  expect(await removeRevert(revert, later, OVER)).toBe(true);
  expect(cancelled).toEqual([revert.name]);
});

test('a revert may strike from a minute before its time, by another clock, until it is not tried again', () => {
  const until = (now: number) => strikesUntil(revert, now);
  expect([AT - 60_001, AT - 60_000, AT, OVER - 1, OVER].map(until)).toEqual([undefined, OVER, OVER, OVER, undefined]);
});
