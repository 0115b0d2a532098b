import { expect, test } from '@jest/globals';
import type { Storage } from '../../../src/aws/ports.ts';
import { acquireLease, LEASE_MS, type Lease, type LeaseHolder, leaseHolder } from '../../../src/records/lease.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

const KEY = 'sam-multi-region/leases/orders/prod.json';

interface World {
  readonly memory: ReturnType<typeof createMemoryStorage>;
  readonly storage: Storage;
  readonly clock: VirtualClock;
  readonly waits: string[];
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
  return { memory, storage, clock, waits: [] };
}

function holder(run: string): LeaseHolder {
  return { run, who: `run ${run}`, command: 'deploy' };
}

function acquire({ storage, clock, waits }: World, run: string, waitMs = 0): Promise<Lease> {
  return acquireLease(
    { bucket: 'bucket', key: KEY, holder: holder(run), target: 'eu-west-1', waitMs },
    { storage, clock, signal: new AbortController().signal, onWait: (text) => void waits.push(text) },
  );
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
