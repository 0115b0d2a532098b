import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import type { Storage } from '../../../src/aws/storage-port.ts';
import type { Clock } from '../../../src/clock.ts';
import { UserError } from '../../../src/errors.ts';
import { acquireLease, type LeaseHolder } from '../../../src/records/lease.ts';
import { awsError, createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

/** One process that works on the target, with a clock of its own, until it is done, refused or killed. */
interface Actor {
  holder: LeaseHolder;
  startAt: number;
  /** Killed at this time, if it still runs. */
  killAt: number;
  readonly skewMs: number;
  readonly waitMs: number;
  readonly writes: number;
  dead: boolean;
  end?: 'done' | 'lease-held' | 'lease-lost' | 'no-answer';
}

const MINUTE = 60_000;
/** One way of a call to the storage, and of a write to AWS after the lease was asked for; milliseconds. */
const LATENCY = 2_000;
const ARRIVAL = 5_000;
const never = new Promise<never>(() => {});

/** Everything that happened under one seed. */
async function schedule(seed: number) {
  const clock = createVirtualClock(undefined, seed * 7_919 + 1);
  const start = clock.now();
  const memory = createMemoryStorage({ bucket: { region: 'eu-west-1' } });
  const upTo = (most: number): number => Math.floor(clock.random() * most);
  const actors: Actor[] = Array.from({ length: 3 + upTo(3) }, (_, index) => actor(index, upTo));
  numberAttempts(actors, upTo);
  const arrivals: { readonly run: string; readonly at: number }[] = [];
  const gone = (id: number): boolean => actors.some(({ holder, dead }) => dead && holder.process?.id === id);

  const run = async (one: Actor): Promise<void> => {
    await clock.sleep(one.startAt);
    const own = clockOf(one, clock);
    try {
      const lease = await acquireLease(
        { bucket: 'bucket', key: 'lease', holder: one.holder, target: 't', waitMs: one.waitMs },
        {
          storage: storageOf(one, memory, clock, upTo),
          clock: own,
          signal: new AbortController().signal,
          onWait: () => {},
          onTakeOver: () => {},
          processGone: gone,
        },
      );
      try {
        for (let count = 0; count < one.writes; count += 1) {
          await lease.assertHeld();
          arrivals.push({ run: one.holder.run, at: clock.now() + upTo(ARRIVAL) });
          await own.sleep(upTo(90_000));
        }
        one.end = 'done';
      } finally {
        await lease.release();
      }
    } catch (error) {
      if (error instanceof UserError) one.end = error.code === 'lease-held' ? 'lease-held' : 'lease-lost';
      else if (error instanceof AwsError) one.end = 'no-answer';
      else throw error;
    }
    one.dead = true;
  };
  for (const one of actors) {
    clock.at(start + one.killAt, () => {
      one.dead = true;
    });
  }
  // A killed process never comes back: nobody waits for it.
  const killed = (one: Actor): Promise<void> => clock.sleep(one.killAt + 1);
  await Promise.all(actors.map((one) => Promise.race([run(one), killed(one)])));
  return { actors, arrivals: arrivals.sort((a, b) => a.at - b.at) };
}

function actor(index: number, upTo: (most: number) => number): Actor {
  const id = 100 + index;
  const kinds: readonly Partial<LeaseHolder>[] = [
    { process: { machine: `m${upTo(2)}`, id } },
    {},
    { attempt: { run: `run ${upTo(2)}`, number: 1 } },
  ];
  return {
    holder: { run: `run-${index}`, who: `run ${index}`, command: 'deploy', ...kinds[upTo(kinds.length)] },
    // Many start together: what must not happen, happens in moments.
    startAt: upTo(2) === 0 ? upTo(4_000) : upTo(6 * MINUTE),
    killAt: upTo(2) === 0 ? upTo(12 * MINUTE) : 240 * MINUTE,
    skewMs: [0, 0, 3_000, -3_000, 400_000, -400_000][upTo(6)] ?? 0,
    waitMs: [0, 3_000, 60 * MINUTE][upTo(3)] ?? 0,
    writes: 1 + upTo(6),
    dead: false,
  };
}

/** GitHub's rule: an attempt starts when the one before is over, whoever ended it; its own jobs run side by side. */
function numberAttempts(actors: readonly Actor[], upTo: (most: number) => number): void {
  const current = new Map<
    string,
    { readonly number: number; readonly members: readonly Actor[]; readonly from: number }
  >();
  for (const one of actors) {
    const { run } = one.holder.attempt ?? {};
    if (run === undefined) continue;
    const before = current.get(run) ?? { number: 1, members: [], from: 0 };
    const joins = before.members.length === 0 || upTo(2) === 0;
    if (!joins) {
      for (const member of before.members) member.killAt = Math.min(member.killAt, member.startAt + upTo(4 * MINUTE));
    }
    const from = joins ? before.from : Math.max(...before.members.map(({ killAt }) => killAt)) + 1;
    const number = joins ? before.number : before.number + 1;
    one.startAt = Math.max(one.startAt, from);
    one.killAt = Math.max(one.killAt, one.startAt);
    one.holder = { ...one.holder, attempt: { run, number } };
    current.set(run, { number, members: joins ? [...before.members, one] : [one], from });
  }
}

function clockOf(one: Actor, clock: VirtualClock): Clock {
  return {
    now: () => clock.now() + one.skewMs,
    random: () => clock.random(),
    sleep: async (ms, signal) => {
      await clock.sleep(ms, signal);
      if (one.dead) await never;
    },
  };
}

/** Calls take their time, some answers are lost on the way, and what a killed process asked for may still be done. */
function storageOf(one: Actor, memory: Storage, clock: VirtualClock, upTo: (most: number) => number): Storage {
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    if (one.dead) await never;
    await clock.sleep(upTo(LATENCY));
    // Throttled, and tried again for a while.
    if (upTo(10) === 0) await clock.sleep(upTo(2 * MINUTE));
    const answer = await work().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    // By the second, as the Date header tells it.
    const serverTime = Math.floor(clock.now() / 1_000) * 1_000;
    await clock.sleep(upTo(LATENCY));
    if (one.dead) await never;
    if (upTo(20) === 0) throw awsError('unreachable', 'call');
    const value = answer();
    return typeof value === 'object' && value !== null && 'etag' in value ? { ...value, serverTime } : value;
  };
  return {
    ...memory,
    head: (...args) => call(() => memory.head(...args)),
    getText: (...args) => call(() => memory.getText(...args)),
    putText: (...args) => call(() => memory.putText(...args)),
    delete: (...args) => call(() => memory.delete(...args)),
  };
}

test('under any schedule of starts, kills, lost answers and wrong clocks, no two runs write in between each other', async () => {
  let done = 0;
  let followed = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const { actors, arrivals } = await schedule(seed);
    const turns = arrivals.map(({ run }) => run).filter((run, index, all) => run !== all[index - 1]);
    expect({ seed, turns }).toEqual({ seed, turns: [...new Set(turns)] });
    done += actors.filter(({ end }) => end === 'done').length;
    followed += turns.length > 1 ? 1 : 0;
  }
  // Schedules in which nothing meets would show nothing.
  expect(done).toBeGreaterThan(300);
  expect(followed).toBeGreaterThan(150);
});
