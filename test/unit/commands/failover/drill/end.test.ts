import { describe, expect, test } from '@jest/globals';
import { clearedNotes, leftText } from '../../../../../src/commands/failover/drill/end.ts';
import type { FailoverRecord } from '../../../../../src/records/active-state-document.ts';

const at = '2026-01-05T08:00:00.000Z';
const failover: FailoverRecord = {
  ...{ id: 'f', from: ['west'], to: ['central'], mechanism: 'weights', at, who: 'me', reason: 'r', done: true },
};
const returns = [{ name: 's', region: 'eu-central-1', by: 'central', at }];

describe('what is said of a drill that has ended and left something', () => {
  test('is whether traffic was told who is active: not while a move is unfinished', () => {
    const drill = { at, injected: true, returns };
    const injected = `what the drill of ${at} had injected is taken back`;
    expect(clearedNotes(drill, { failover })).toEqual([
      injected,
      `what the drill of ${at} had scheduled is taken away, and traffic was told once more who is active`,
    ]);
    expect(clearedNotes({ ...drill, injected: false }, { failover: { ...failover, done: false } })).toEqual([
      `what the drill of ${at} had scheduled is taken away, and traffic was not told who is active: the move to central is not finished, and its repetition does that`,
    ]);
    expect(clearedNotes({ ...drill, returns: [] }, {})).toEqual([injected]);
  });

  test('is not that it is open', () => {
    expect(leftText({ at })).toBe(`the drill of ${at} is still open`);
    expect(leftText({ at, ended: { at, outcome: 'overridden' } })).toMatch(/has ended, and something of it may still/);
  });
});
