import { weightParts } from '../../../src/commands/failover/failback-steps.ts';
import { assertStillHeld } from '../../../src/commands/failover/still-held.ts';
import { UserError } from '../../../src/errors.ts';
import { isBack, returnOf, runFailback } from '../../../src/failover/failback.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import type { Lease } from '../../../src/records/lease.ts';
import type { Random } from '../random.ts';
import type { FailoverCalls } from './calls.ts';
import { holdAll, placesOf } from './held.ts';
import { driverOf, mechanismOf } from './mechanism.ts';
import { startProbing } from './probing.ts';
import type { Ended } from './process.ts';
import { consumersOf, hooksOf, isAlone } from './work.ts';
import { type FailoverWorld, STATE } from './world.ts';

/** As `commands/failover/failback.ts` puts it together. */
export async function failback(
  world: FailoverWorld,
  random: Random,
  run: string,
  returning: string,
  calls: FailoverCalls,
): Promise<Ended> {
  const { targets, mechanism: kind, weights, steps } = world.scenario;
  const names = targets.map(({ name }) => name);
  const leases = new Map<string, Lease>();
  let probing: ReturnType<typeof startProbing>;
  try {
    await holdAll(world, calls, run, leases);
    const states = createActiveStates(STATE, placesOf(world, calls, names, leases), () => {}, calls.clock);
    const before = await states.read();
    const move = returnOf({ returning, targets, before });
    if (isBack(returning, before, move))
      return { kind: 'ended', end: { outcome: 'already-active', move, marks: {}, deviations: [] } };
    if (!world.scenario.fit) throw new UserError('failback-not-ready', 'a gate fails');
    probing = startProbing(world, random, calls);
    const away = {
      active: move.active.filter((target) => target !== returning),
      inactive: [...move.inactive, returning],
      leaving: [returning],
    };
    const signal = new AbortController().signal;
    const mechanism = mechanismOf(world, calls, () => names);
    const parts =
      kind === 'weights'
        ? await weightParts(
            {
              driver: driverOf(world, calls, () => names),
              traffic: { steps, weights },
              good: new Set(names),
              returning,
              move,
              before: away,
            },
            signal,
          )
        : {
            carries: true,
            steps: [{ text: 'in', apply: async () => void (await mechanism.apply(move, signal)) }],
            undo: async () => void (await mechanism.apply(away, signal)),
          };
    if (kind !== 'weights') mechanism.check(move);
    const [consumers, hooks] = [consumersOf(world, calls, () => isAlone(world, run)), hooksOf(world, calls)];
    const record = {
      id: run,
      who: run,
      reason: 'simulation',
      from: [],
      to: move.active,
      mechanism: kind,
      at: new Date(calls.clock.now()).toISOString(),
    };
    const end = await runFailback(
      { returning, targets, before, record },
      {
        ...parts,
        assertHeld: () => assertStillHeld(names.map((name) => ({ lease: async () => leases.get(name) as Lease }))),
        judge: async () => undefined,
        ...(consumers && { consumers }),
        ...(hooks && { hooks }),
        clock: calls.clock,
        report: () => {},
        signal,
        state: states,
        ...(probing && { probes: probing.probes }),
      },
    );
    return { kind: 'ended', end };
  } finally {
    probing?.stop();
    await Promise.all([...leases.values()].map((lease) => lease.release()));
  }
}
