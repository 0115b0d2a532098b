import { joined } from '../../src/commands/deploy/target-work.ts';
import { acquireLease, type Lease } from '../../src/records/lease.ts';
import { createLeaseCover } from '../../src/records/lease-cover.ts';
import type { Calls } from './calls.ts';
import type { World } from './world.ts';

/** The leases of one process, one for each target, as the product takes them. */
export interface SimLeases {
  /** Throws when the target is not this process's to write to. */
  assertHeld(target: string): Promise<void>;
  /** Waits until each is held, or cannot be. @returns whether somebody else was waited for */
  settled(): Promise<boolean>;
  close(): Promise<void>;
}

/** Where only one process lives at a time nobody needs any. */
export const NO_LEASES: SimLeases = { assertHeld: async () => {}, settled: async () => false, close: async () => {} };

const LOCK_WAIT_MS = 600_000;

/** Takes the lease of every target side by side, waiting for others, by the product's own code. */
export function takeLeases(world: World, run: string, { clock, thaw }: Pick<Calls, 'clock' | 'thaw'>): SimLeases {
  const closing = new AbortController();
  let waited = false;
  const held = new Set<Lease>();
  const cover = createLeaseCover();
  const taken = new Map<string, Promise<Lease>>();
  for (const { name } of world.scenario.environment.targets) {
    const lease = acquireLease(
      {
        bucket: 'bucket',
        key: 'lease.json',
        holder: { run, who: run, command: 'deploy' },
        target: name,
        waitMs: LOCK_WAIT_MS,
        cover,
      },
      {
        storage: world.storageOf(name),
        clock,
        signal: closing.signal,
        onWait: () => {
          waited = true;
        },
        onTakeOver: () => {},
        processGone: () => false,
      },
    );
    // Who needs it is told.
    const together = lease.then((own) => joined(own, held));
    together.catch(() => undefined);
    taken.set(name, together);
  }
  return {
    async assertHeld(target) {
      // What sleeps after this look and before its request is guarded by the condition of the request alone.
      await thaw();
      await (await taken.get(target))?.assertHeld();
    },
    async settled() {
      await Promise.allSettled(taken.values());
      return waited;
    },
    async close() {
      closing.abort();
      const leases = await Promise.allSettled(taken.values());
      await Promise.all(leases.map((lease) => (lease.status === 'fulfilled' ? lease.value.release() : undefined)));
    },
  };
}
