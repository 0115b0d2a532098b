import { describe, expect, test } from '@jest/globals';
import { type BacklogReading, notDrained, waitDrained } from '../../../src/failover/backlog.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const queue = (messages: number): BacklogReading => ({
  target: 'west',
  source: 'the queue orders',
  kind: 'queue',
  messages,
});
const stream = (ageMs: number): BacklogReading => ({
  target: 'west',
  source: 'the stream s of f',
  kind: 'stream',
  ageMs,
});
const limits = { maxMessages: 0, maxAgeMs: 60_000, waitMs: 30_000 };
const { signal } = new AbortController();

describe('a backlog', () => {
  test.each([
    ['an empty queue', queue(0), undefined],
    ['a queue with messages', queue(3), 'the queue orders in west has 3 messages, and 0 are allowed'],
    ['a stream that is read in time', stream(60_000), undefined],
    ['a stream that is late', stream(61_000), 'the stream s of f in west is 61 s behind, and 60 s are allowed'],
    [
      'a queue that cannot be read',
      { target: 'west', source: 'the queue orders', kind: 'unknown', why: 'denied' },
      'the backlog of the queue orders in west is not known: denied',
    ],
  ] as const)('of %s', (_, reading, problem) => {
    expect(notDrained([reading], limits).problems).toEqual(problem === undefined ? [] : [problem]);
  });

  test('that nothing tells of keeps nobody from returning, and is said', () => {
    const silent: BacklogReading = { ...queue(0), kind: 'unknown', why: 'there is no IteratorAge', idle: true };
    expect(notDrained([silent], limits)).toEqual({
      problems: [],
      notes: ['the queue orders in west: there is no IteratorAge, so its backlog was not measured'],
    });
  });

  async function waited(looks: readonly (readonly BacklogReading[])[], waitMs = limits.waitMs) {
    const clock = createVirtualClock();
    const began = clock.now();
    let asked = 0;
    const read = async () => looks[Math.min(asked++, looks.length - 1)] ?? [];
    const { problems } = await waitDrained(read, { ...limits, waitMs }, { clock, signal });
    return { asked, problems: problems.length, seconds: (clock.now() - began) / 1000 };
  }

  test('is waited for until a queue was empty twice in a row: the counts of SQS are approximate', async () => {
    expect(await waited([[queue(2)], [queue(0)], [queue(1)], [queue(0)], [queue(0)]])).toEqual({
      asked: 5,
      problems: 0,
      seconds: 8,
    });
    expect(await waited([[stream(0)]])).toEqual({ asked: 1, problems: 0, seconds: 0 });
    expect(await waited([[]])).toEqual({ asked: 1, problems: 0, seconds: 0 });
  });

  test('is waited for no longer than is allowed, and then still stands against it', async () => {
    expect(await waited([[queue(2)]])).toEqual({ asked: 16, problems: 1, seconds: 30 });
    expect(await waited([[queue(2)]], 0)).toEqual({ asked: 1, problems: 1, seconds: 0 });
    expect(await waited([[queue(0)]], 0)).toEqual({ asked: 1, problems: 0, seconds: 0 });
  });
});
