import { joined } from '../../../src/commands/deploy/target-work.ts';
import { acquireLease, type Lease } from '../../../src/records/lease.ts';
import { createLeaseCover, type LeaseCover } from '../../../src/records/lease-cover.ts';
import type { JournalPlace } from '../../../src/records/rollout-journal.ts';
import type { FailoverCalls } from './calls.ts';
import { type FailoverWorld, LEASE } from './world.ts';

const LOCK_WAIT_MS = 600_000;

/** Where the state is kept, as one process gets there. */
export function placesOf(
  world: FailoverWorld,
  calls: FailoverCalls,
  names: readonly string[],
  leases?: ReadonlyMap<string, Lease>,
): readonly JournalPlace[] {
  return world.scenario.targets
    .filter(({ name }) => names.includes(name))
    .map(({ name: target, region }) => ({
      target,
      region,
      storage: calls.storage(target),
      bucket: async () => 'bucket',
      assertHeld: async () => leases?.get(target)?.assertHeld(),
    }));
}

export function leaseOf(
  calls: FailoverCalls,
  run: string,
  target: string,
  seize: boolean,
  cover?: LeaseCover,
): Promise<Lease> {
  const holder = { run, who: run, command: 'simulation' };
  const options = {
    bucket: 'bucket',
    key: LEASE,
    holder,
    target,
    waitMs: seize ? 0 : LOCK_WAIT_MS,
    ...(cover && { cover }),
  };
  return acquireLease(seize ? { ...options, seize } : options, {
    storage: calls.storage(target),
    clock: calls.clock,
    signal: new AbortController().signal,
    onWait: () => {},
    onTakeOver: () => {},
    processGone: () => false,
  });
}

/** Waits for the lease of every target, as who changes an environment does. */
export async function holdAll(
  world: FailoverWorld,
  calls: FailoverCalls,
  run: string,
  leases: Map<string, Lease>,
  names: readonly string[] = world.scenario.targets.map(({ name }) => name),
): Promise<void> {
  const held = new Set<Lease>();
  const cover = createLeaseCover();
  await Promise.all(
    names.map(async (name) => {
      const lease = joined(await leaseOf(calls, run, name, false, cover), held);
      leases.set(name, lease);
      await lease.assertHeld();
    }),
  );
}
