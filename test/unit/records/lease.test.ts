import { afterEach, describe, expect, test } from '@jest/globals';
import type { Storage } from '../../../src/aws/storage-port.ts';
import { acquireLease, LEASE_MS, type Lease, type LeaseHolder } from '../../../src/records/lease.ts';
import { leaseHolder } from '../../../src/records/lease-holder.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

const KEY = 'sam-multi-region/leases/orders/prod.json';

interface World {
  readonly memory: ReturnType<typeof createMemoryStorage>;
  readonly storage: Storage;
  readonly clock: VirtualClock;
  readonly waits: string[];
  readonly takeOvers: string[];
  readonly gone: Set<number>;
}

/** Storage whose answers carry its own clock, `skewMs` ahead of the machine's. */
function world(skewMs = 0): World {
  const memory = createMemoryStorage({ bucket: { region: 'eu-west-1' } });
  const clock = createVirtualClock();
  const serverTime = (): number => clock.now() + skewMs;
  const storage: Storage = {
    ...memory,
    head: async (bucket, key) => {
      const head = await memory.head(bucket, key);
      return head && { ...head, serverTime: serverTime() };
    },
    putText: async (...args) => ({ ...(await memory.putText(...args)), serverTime: serverTime() }),
  };
  return { memory, storage, clock, waits: [], takeOvers: [], gone: new Set() };
}

function holder(run: string): LeaseHolder {
  return { run, who: `run ${run}`, command: 'deploy' };
}

/** A lease that is kept would be renewed until the end of virtual time. */
const leases: Lease[] = [];
afterEach(async () => {
  for (const lease of leases.splice(0)) await lease.release();
});

async function acquire(at: World, run: string | LeaseHolder, waitMs = 0, seize = false): Promise<Lease> {
  const lease = await acquireLease(
    {
      bucket: 'bucket',
      key: KEY,
      holder: typeof run === 'string' ? holder(run) : run,
      target: 'eu-west-1',
      waitMs,
      seize,
    },
    {
      storage: at.storage,
      clock: at.clock,
      signal: new AbortController().signal,
      onWait: (text) => void at.waits.push(text),
      onTakeOver: (text) => void at.takeOvers.push(text),
      processGone: (id) => at.gone.has(id),
    },
  );
  leases.push(lease);
  return lease;
}

test('a second run is told who holds the target, and gets it when the first gives it back', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  await expect(acquire(at, 'b')).rejects.toMatchObject({
    code: 'lease-held',
    message: expect.stringContaining('run a (deploy'),
  });
  expect(await leaseHolder(at.storage, 'bucket', KEY)).toContain('run a');
  await first.release();
  expect(await leaseHolder(at.storage, 'bucket', KEY)).toBeUndefined();
  const second = await acquire(at, 'b');
  await second.release();
});

test('a lease that a failover takes away ends the other run at its next write, also after it is given back', async () => {
  const at = world();
  const deployment = await acquire(at, 'a');
  const other = await acquire(at, 'failover', 0, true);
  expect(at.takeOvers).toEqual([expect.stringContaining('the lease of run a (deploy) is taken away')]);
  await other.assertHeld();
  await other.release();
  await at.clock.sleep(6_000);
  await expect(deployment.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
});

test('a run that waits says so once and goes on when the target is free', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  at.clock.at(at.clock.now() + 60_000, () => void first.release());
  const second = await acquire(at, 'b', 600_000);
  expect(at.waits).toEqual([expect.stringContaining('eu-west-1 is being worked on by run a')]);
  await second.release();
});

test('the lease lasts as long as the work, also when nothing is written for twenty minutes', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  await at.clock.sleep(20 * 60_000);
  await expect(acquire(at, 'b')).rejects.toMatchObject({ code: 'lease-held' });
  await first.assertHeld();
  await first.release();
});

test('the lease of a dead run is taken over when it has expired, not before', async () => {
  const at = world();
  const expires = (ms: number) => new Date(at.clock.now() + ms).toISOString();
  const since = expires(0);
  at.memory.seed('bucket', KEY, JSON.stringify({ version: 1, holder: holder('dead'), since, expires: expires(1_000) }));
  await expect(acquire(at, 'b')).rejects.toMatchObject({ code: 'lease-held' });
  await at.clock.sleep(1_001);
  const second = await acquire(at, 'b');
  await second.release();
});

test('a run whose lease was taken writes nothing more, and does not remove what is not its own', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  const other = JSON.stringify({
    version: 1,
    holder: holder('b'),
    since: '2026-01-05T08:00:00Z',
    expires: '2099-01-01T00:00:00Z',
  });
  at.memory.seed('bucket', KEY, other);
  await at.clock.sleep(LEASE_MS);
  await expect(first.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
  await first.release();
  expect(at.memory.text('bucket', KEY)).toBe(other);
});

test.each([-600_000, 3_600_000])(
  'a clock that is wrong by %d ms neither ends the lease early nor keeps others out',
  async (skewMs) => {
    const at = world(skewMs);
    const first = await acquire(at, 'a');
    await expect(acquire(at, 'b')).rejects.toMatchObject({ code: 'lease-held' });
    const { expires } = JSON.parse(at.memory.text('bucket', KEY) ?? '') as { readonly expires: string };
    expect(Date.parse(expires) - (at.clock.now() + skewMs)).toBe(LEASE_MS);
    await first.release();
  },
);

test('a lease that nobody can read is replaced', async () => {
  const at = world();
  at.memory.seed('bucket', KEY, 'not json');
  await (await acquire(at, 'a')).release();
});

test('a run that may wait for less than the time between two looks gets what becomes free within it', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  at.clock.at(at.clock.now() + 2_000, () => void first.release());
  const second = await acquire(at, 'b', 3_000);
  await second.release();
  await acquire(at, 'c');
  const started = at.clock.now();
  await expect(acquire(at, 'd', 3_000)).rejects.toMatchObject({ code: 'lease-held' });
  expect(at.clock.now() - started).toBe(3_000);
});

test('a lease that is given back just while it is looked at is no reason to refuse', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  const { head } = at.storage;
  const storage: Storage = {
    ...at.storage,
    head: async (bucket, key) => {
      await first.release();
      return head(bucket, key);
    },
  };
  const second = await acquire({ ...at, storage }, 'b');
  await second.assertHeld();
  await second.release();
});

test("a lease that is about to end is not written under: the write would arrive when it is somebody else's", async () => {
  const at = world();
  let slowMs = 0;
  const storage: Storage = {
    ...at.storage,
    putText: async (...args) => {
      await at.clock.sleep(slowMs);
      return at.storage.putText(...args);
    },
  };
  const lease = await acquire({ ...at, storage }, 'a');
  slowMs = LEASE_MS - 10_000;
  // Past the heartbeat, whose renewal is under way and ends ten seconds before what it wrote.
  await at.clock.sleep(LEASE_MS / 2 + 1_000);
  await expect(lease.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
});

test('says since when it is held, not since when it was renewed', async () => {
  const at = world();
  const first = await acquire(at, 'a');
  const since = new Date(at.clock.now()).toISOString();
  await at.clock.sleep(10 * 60_000);
  expect(await leaseHolder(at.storage, 'bucket', KEY)).toContain(`since ${since}`);
  await first.release();
});

describe('a lease whose holder is known to be dead', () => {
  const attempt = (run: string, number: number, workflowRun = 'octo/orders 7'): LeaseHolder => ({
    ...holder(run),
    attempt: { run: workflowRun, number },
  });
  const place = (run: string, id: number, machine = 'm1'): LeaseHolder => ({
    ...holder(run),
    process: { machine, id },
  });

  test('because its attempt is over is taken over at once by any job of a later attempt of the run', async () => {
    const at = world();
    const first = await acquire(at, attempt('a', 1));
    const second = await acquire(at, attempt('b', 2));
    expect(second.deadRuns).toEqual(['a']);
    expect(at.takeOvers).toEqual(['the lease of run a (deploy), which has ended, is taken over']);
    // Were it alive against all rules, it would write nothing once it looked.
    await at.clock.sleep(LEASE_MS);
    await expect(first.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
    await second.assertHeld();
    await second.release();
  });

  test.each([
    ['the same attempt (a leg of a matrix, another job)', attempt('b', 1)],
    ['an earlier attempt', attempt('b', 0)],
    ['another run', attempt('b', 2, 'octo/orders 8')],
    ['a person', holder('b')],
  ])('is left to its holder by %s', async (_, other) => {
    const at = world();
    const first = await acquire(at, attempt('a', 1));
    await expect(acquire(at, other)).rejects.toMatchObject({ code: 'lease-held' });
    await first.assertHeld();
    await first.release();
  });

  test('because its process is gone is taken over by another one of the same machine', async () => {
    const at = world();
    await acquire(at, place('a', 41));
    await expect(acquire(at, place('b', 42))).rejects.toMatchObject({ code: 'lease-held' });
    at.gone.add(41);
    await expect(acquire(at, place('b', 42, 'm2'))).rejects.toMatchObject({ code: 'lease-held' });
    await expect(acquire(at, holder('b'))).rejects.toMatchObject({ code: 'lease-held' });
    const second = await acquire(at, place('b', 42));
    expect(second.deadRuns).toEqual(['a']);
    await second.release();
  });

  test('passes on whom it followed, until a run ends in order', async () => {
    const at = world();
    await acquire(at, attempt('a', 1));
    await acquire(at, attempt('b', 2));
    const third = await acquire(at, attempt('c', 3));
    expect(third.deadRuns).toEqual(['a', 'b']);
    await third.release();
    const fourth = await acquire(at, attempt('d', 4));
    expect(fourth.deadRuns).toEqual([]);
    await fourth.release();
  });

  test.each([0, -1, 1.5, '41'])('is not looked for by the process id %j, which somebody else wrote', async (id) => {
    const at = world();
    const expires = new Date(at.clock.now() + LEASE_MS).toISOString();
    const forged = { version: 1, holder: { ...holder('a'), process: { machine: 'm1', id } }, since: '', expires };
    at.memory.seed('bucket', KEY, JSON.stringify(forged));
    const asked: number[] = [];
    const spied = { ...at, gone: { has: (of: number) => asked.push(of) > 0 } as unknown as Set<number> };
    await expect(acquire(spied, place('b', 42))).rejects.toMatchObject({ code: 'lease-held' });
    expect(asked).toEqual([]);
  });
});
