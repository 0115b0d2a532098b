import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { joined } from '../../../src/commands/deploy/target-work.ts';
import { UserError } from '../../../src/errors.ts';
import { acquireLease, type Lease } from '../../../src/records/lease.ts';
import { createLeaseCover } from '../../../src/records/lease-cover.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const lease = (still: () => Promise<void> = async () => {}): Lease => ({
  deadRuns: [],
  assertHeld: async () => {},
  stillHeld: still,
  release: async () => {},
});

test('a run that was overtaken in one target writes in no other one, but a lost region has no say', async () => {
  const held = new Set<Lease>();
  let answer: Error | undefined;
  const own = joined(lease(), held);
  const other = joined(
    lease(async () => {
      if (answer !== undefined) throw answer;
    }),
    held,
  );
  await own.assertHeld();
  const where = { service: 'S3', action: 'PutObject', region: 'b' };
  answer = new AwsError({ kind: 'unreachable', code: 'ECONNREFUSED', message: 'no answer', ...where });
  await own.assertHeld();
  answer = new UserError('lease-lost', 'taken');
  await expect(own.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
  await other.release();
  await own.assertHeld();
});

const A_MINUTE = 61_000;

/** Two leases of one run, and a region that can be made silent: each call there then hangs for a minute. */
async function createRoom() {
  const clock = createVirtualClock();
  const held = new Set<Lease>();
  const cover = createLeaseCover();
  const { signal } = new AbortController();
  const ports = { clock, signal, onWait: () => {}, onTakeOver: () => {}, processGone: () => false };
  const memory = createMemoryStorage();
  const region = { silent: false };
  const answered = async <T>(call: () => Promise<T>): Promise<T> => {
    if (!region.silent) return call();
    await clock.sleep(A_MINUTE);
    const where = { service: 'S3', action: 'HeadObject', region: 'lost' };
    throw new AwsError({ kind: 'unreachable', code: 'TimeoutError', message: 'silence', ...where });
  };
  const storage: MemoryStorage = {
    ...memory,
    head: (...args) => answered(() => memory.head(...args)),
    getText: (...args) => answered(() => memory.getText(...args)),
    putText: (...args) => answered(() => memory.putText(...args)),
    delete: (...args) => answered(() => memory.delete(...args)),
  };
  const take = (target: string, run: string, where: MemoryStorage, more: { seize?: true } = {}) => {
    const holder = { run, who: run, command: 'deploy' };
    const own = run === 'ours' ? cover : createLeaseCover();
    return acquireLease(
      { bucket: 'bucket', key: 'lease.json', target, holder, waitMs: 0, cover: own, ...more },
      { ...ports, storage: where },
    );
  };
  const lost = joined(await take('lost', 'ours', storage), held);
  const other = joined(await take('other', 'ours', createMemoryStorage()), held);
  return {
    clock,
    lost,
    region,
    seize: () => take('lost', 'theirs', memory, { seize: true }),
    [Symbol.asyncDispose]: async () => void (await Promise.all([lost.release(), other.release()])),
  };
}

test('a lease that runs out while its silent region is waited for is a lost region, and no lost lease', async () => {
  await using room = await createRoom();
  const { clock, lost } = room;
  await clock.sleep(35_000);
  room.region.silent = true;
  // It has 70 seconds to go, so it is only looked at; when that ends, it has 9.
  await clock.sleep(15_000);
  await expect(lost.assertHeld()).rejects.toMatchObject({ kind: 'unreachable' });
});

test('one that somebody took meanwhile is lost', async () => {
  await using room = await createRoom();
  const { clock, lost } = room;
  await clock.sleep(35_000);
  room.region.silent = true;
  await clock.sleep(15_000);
  const theirs = await room.seize();
  clock.at(clock.now() + A_MINUTE, () => {
    room.region.silent = false;
  });
  await expect(lost.assertHeld()).rejects.toMatchObject({ code: 'lease-lost' });
  await theirs.release();
});
