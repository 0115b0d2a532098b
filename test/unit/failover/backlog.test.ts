import { describe, expect, test } from '@jest/globals';
import { type BacklogReading, notDrained, waitDrained } from '../../../src/failover/backlog.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const NOW = 1_000_000;
type Oldest = Extract<BacklogReading, { readonly kind: 'queue' }>['oldest'];
const queue = (messages: number, oldest: Oldest = 'it was not told'): BacklogReading => ({
  target: 'west',
  source: 'the queue orders',
  kind: 'queue',
  messages,
  oldest,
});
const old = (seconds: number, at = NOW): Oldest => ({ at, ageMs: seconds * 1000 });
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
    [
      'a queue with messages',
      queue(3),
      'the queue orders in west has 3 messages, and 0 are allowed (failover.backlog.max-messages); how old the oldest is, is not known: it was not told',
    ],
    ['a queue that users fill all the time, and that is worked off', queue(3, old(60)), undefined],
    [
      'a queue that is not worked off',
      queue(3, old(61)),
      'the queue orders in west has 3 messages, and 0 are allowed (failover.backlog.max-messages), or any number of which none is older than 60 s (failover.backlog.max-age): the oldest is 61 s old',
    ],
    ['a stream that is read in time', stream(60_000), undefined],
    [
      'a stream that is late',
      stream(61_000),
      'the stream s of f in west is 61 s behind, and 60 s (failover.backlog.max-age) are allowed',
    ],
    [
      'a queue that cannot be read',
      { target: 'west', source: 'the queue orders', kind: 'unknown', why: 'denied' },
      'the backlog of the queue orders in west is not known: denied',
    ],
  ] as const)('of %s', (_, reading, problem) => {
    expect(notDrained([reading], limits, NOW).problems).toEqual(problem === undefined ? [] : [problem]);
  });

  test('that nothing tells of keeps nobody from returning, and is said', () => {
    const silent: BacklogReading = { ...queue(0), kind: 'unknown', why: 'there is no IteratorAge', idle: true };
    expect(notDrained([silent], limits, NOW)).toEqual({
      problems: [],
      notes: ['the queue orders in west: there is no IteratorAge, so its backlog was not measured'],
    });
  });

  const STARTED = NOW - 100_000;
  test.each([
    ['what came since consumers run', old(90, NOW - 5_000), 0],
    ['what waited before they ran', old(96, NOW - 5_000), 1],
    ['what was young when they did not run yet', old(10, STARTED - 1), 1],
    ['what is young now', old(10), 0],
  ] as const)('of a queue is judged by %s', (_, oldest, problems) => {
    const found = notDrained([queue(3, oldest)], { ...limits, startedAt: STARTED }, NOW);
    expect(found.problems).toHaveLength(problems);
  });

  test('of a stream whose consumer has just started is not known, however little time is given', async () => {
    const clock = createVirtualClock();
    const began = clock.now();
    const idle = { target: 'west', source: 'the stream s of f', kind: 'unknown', why: 'silence', idle: true } as const;
    const read = async () => [{ ...idle, knownFrom: began + 180_000 }];
    const first = notDrained(await read(), limits, clock.now()).problems;
    expect(first).toEqual([
      'the backlog of the stream s of f in west is not known yet: silence, and its consumer has just started',
    ]);
    const { problems, notes } = await waitDrained(read, { ...limits, waitMs: 0 }, { clock, signal });
    expect([problems, notes.length, clock.now() - began]).toEqual([[], 1, 180_000]);
    // Nothing else is waited for longer.
    const both = await waitDrained(async () => [...(await read()), queue(1)], limits, { clock, signal });
    expect(both.problems).toHaveLength(1);
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
