import { refuseOpenDrill } from '../../../src/commands/refuse-drill.ts';
import { UserError } from '../../../src/errors.ts';
import { isBack, returnOf } from '../../../src/failover/failback.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import type { Lease } from '../../../src/records/lease.ts';
import type { Random } from '../random.ts';
import type { FailoverCalls } from './calls.ts';
import { problemOf } from './fitness.ts';
import { holdAll, placesOf } from './held.ts';
import { startProbing } from './probing.ts';
import type { Ended } from './process.ts';
import { bringBack } from './returning.ts';
import { type FailoverWorld, STATE } from './world.ts';

/** As `commands/failover/failback.ts` puts it together. */
export async function failback(
  world: FailoverWorld,
  random: Random,
  run: string,
  returning: string,
  calls: FailoverCalls,
): Promise<Ended> {
  const { targets } = world.scenario;
  const names = targets.map(({ name }) => name);
  const leases = new Map<string, Lease>();
  let probing: ReturnType<typeof startProbing>;
  try {
    await holdAll(world, calls, run, leases);
    const states = createActiveStates(STATE, placesOf(world, calls, names, leases), () => {}, calls.clock);
    const before = await states.read();
    refuseOpenDrill(before);
    const move = returnOf({ returning, targets, before });
    if (isBack(returning, before, move))
      return { kind: 'ended', end: { outcome: 'already-active', move, marks: {}, deviations: [] } };
    const problem = await problemOf(world, calls, returning);
    if (problem !== undefined) throw new UserError('failback-not-ready', problem);
    probing = startProbing(world, random, calls);
    const end = await bringBack(world, calls, {
      ...{ id: run, returning, before, move, states, leases, knows: () => names },
      ...(probing && { probes: probing.probes }),
    });
    return { kind: 'ended', end };
  } finally {
    probing?.stop();
    await Promise.all([...leases.values()].map((lease) => lease.release()));
  }
}
