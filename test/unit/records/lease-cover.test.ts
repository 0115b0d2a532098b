import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import type { Storage } from '../../../src/aws/storage-port.ts';
import { joined } from '../../../src/commands/deploy/target-work.ts';
import { acquireLease, LEASE_MS, type Lease } from '../../../src/records/lease.ts';
import { createLeaseCover } from '../../../src/records/lease-cover.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

/** Two regions, each with its bucket, that may stop to answer; and a process that may be frozen. */
let clock: VirtualClock;
let silent: Set<string>;
let frozenUntil: number;
let regions: ReadonlyMap<string, ReturnType<typeof createMemoryStorage>>;
const leases: Lease[] = [];

beforeEach(() => {
  clock = createVirtualClock();
  silent = new Set();
  frozenUntil = 0;
  regions = new Map(['a', 'b'].map((name) => [name, createMemoryStorage({ bucket: { region: name } })]));
});
afterEach(async () => {
  for (const lease of leases.splice(0)) await lease.release();
});

function storageOf(name: string): Storage {
  const memory = regions.get(name) as Storage;
  const reach = async (): Promise<void> => {
    if (!silent.has(name)) return;
    const where = { service: 's3', action: 'any', region: name };
    throw new AwsError({ kind: 'unreachable', code: 'ETIMEDOUT', message: 'no answer', ...where });
  };
  return {
    ...memory,
    head: (...args) => reach().then(() => memory.head(...args)),
    getText: (...args) => reach().then(() => memory.getText(...args)),
    putText: (...args) => reach().then(() => memory.putText(...args)),
  };
}

/** The leases of one run, by region. */
async function holdBoth(run: string): Promise<{ readonly a: Lease; readonly b: Lease }> {
  const cover = createLeaseCover();
  const held = new Set<Lease>();
  const sleep: VirtualClock['sleep'] = async (ms, signal) => {
    await clock.sleep(ms, signal);
    if (clock.now() < frozenUntil) await clock.sleep(frozenUntil - clock.now(), signal);
  };
  const take = async (target: string): Promise<Lease> => {
    const options = { bucket: 'bucket', key: 'lease', holder: { run, who: run, command: 'deploy' }, target };
    const lease = await acquireLease(
      { ...options, waitMs: 0, cover },
      {
        storage: storageOf(target),
        clock: { ...clock, now: () => clock.now(), sleep },
        signal: new AbortController().signal,
        onWait: () => {},
        onTakeOver: () => {},
        processGone: () => false,
      },
    );
    leases.push(lease);
    return joined(lease, held);
  };
  return { a: await take('a'), b: await take('b') };
}

/** Nothing of the process happens for so long. */
async function freeze(ms: number): Promise<void> {
  frozenUntil = clock.now() + ms;
  await clock.sleep(ms);
}

const lost = { code: 'lease-lost' };

describe('the leases of one run', () => {
  test('of which one has run out in a lost region keep the others writing', async () => {
    const { a, b } = await holdBoth('run-1');
    silent.add('a');
    for (let minutes = 0; minutes < 20; minutes += 1) {
      await clock.sleep(60_000);
      await b.assertHeld();
    }
    await expect(a.assertHeld()).rejects.toBeInstanceOf(AwsError);
    silent.delete('a');
    await a.assertHeld();
  });

  test('that all ran out while it slept are lost where a region does not say whose they are now', async () => {
    const { a, b } = await holdBoth('run-1');
    await freeze(8 * 60_000);
    silent.add('a');
    await expect(a.assertHeld()).rejects.toMatchObject(lost);
    // Somebody may have taken over there, and goes on with all of it: the one that answers says nothing of that.
    await expect(b.assertHeld()).rejects.toMatchObject({
      ...lost,
      message: expect.stringContaining('a does not answer'),
    });
  });

  test('stay lost there although the heartbeat has renewed another one since', async () => {
    const { a, b } = await holdBoth('run-1');
    await freeze(8 * 60_000);
    silent.add('a');
    await clock.sleep(LEASE_MS);
    await expect(b.assertHeld()).rejects.toMatchObject(lost);
    await expect(a.assertHeld()).rejects.toMatchObject(lost);
  });

  test('that all ran out go on where every region says that they are still ours', async () => {
    const { a, b } = await holdBoth('run-1');
    await freeze(8 * 60_000);
    await a.assertHeld();
    await b.assertHeld();
    // From then on a lost region has no say again.
    silent.add('a');
    await clock.sleep(10 * 60_000);
    await b.assertHeld();
  });

  test('ran out as well where the network was lost and not the regions', async () => {
    const { b } = await holdBoth('run-1');
    silent.add('a').add('b');
    await clock.sleep(5 * 60_000);
    silent.delete('b');
    await expect(b.assertHeld()).rejects.toMatchObject(lost);
    silent.delete('a');
    await b.assertHeld();
  });

  test('are lost to who took over in the region that does not answer', async () => {
    const { b } = await holdBoth('run-1');
    await freeze(8 * 60_000);
    // It could not reach b.
    silent.add('b');
    await expect(holdBoth('run-2')).rejects.toBeInstanceOf(AwsError);
    silent.delete('b');
    silent.add('a');
    await expect(b.assertHeld()).rejects.toMatchObject(lost);
  });
});

test('one that is in force counts from when it was asked for, and a gap is counted once', () => {
  const cover = createLeaseCover();
  expect(cover.gaps(1_000)).toBe(0);
  cover.extend(100);
  cover.extend(50);
  expect(cover.gaps(99)).toBe(0);
  expect([cover.gaps(100), cover.gaps(500)]).toEqual([1, 1]);
  cover.extend(600);
  expect([cover.gaps(599), cover.gaps(600)]).toEqual([1, 2]);
});
