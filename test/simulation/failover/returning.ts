import { weightParts } from '../../../src/commands/failover/failback-steps.ts';
import { assertStillHeld } from '../../../src/commands/failover/still-held.ts';
import { type FailbackPorts, runFailback } from '../../../src/failover/failback.ts';
import type { Move } from '../../../src/failover/move.ts';
import type { FailoverEnd, Probes } from '../../../src/failover/run.ts';
import type { KnownStates } from '../../../src/records/active-state.ts';
import type { ActiveState } from '../../../src/records/active-state-document.ts';
import type { Lease } from '../../../src/records/lease.ts';
import type { FailoverCalls } from './calls.ts';
import { fitTargets } from './fitness.ts';
import { driverOf, type Knows, mechanismOf } from './mechanism.ts';
import { consumersOf, hooksOf, isAlone } from './work.ts';
import type { FailoverWorld } from './world.ts';

export interface Returning {
  readonly id: string;
  readonly returning: string;
  readonly before: ActiveState;
  readonly move: Move;
  readonly states: KnownStates;
  readonly leases: ReadonlyMap<string, Lease>;
  readonly knows: Knows;
  readonly probes?: Probes;
  /** It is the way back of this drill. */
  readonly drill?: string;
}

/** Brings one target back, as `commands/failover/failback-steps.ts` and `drill/moves.ts` put it together. */
export async function bringBack(
  world: FailoverWorld,
  calls: FailoverCalls,
  { id, returning, before, move, states, leases, knows, probes, drill }: Returning,
): Promise<FailoverEnd> {
  const { targets, mechanism: kind, weights, steps } = world.scenario;
  const away = {
    active: move.active.filter((target) => target !== returning),
    inactive: [...move.inactive, returning],
    leaving: [returning],
  };
  const signal = new AbortController().signal;
  const good = await fitTargets(world, calls);
  const mechanism = mechanismOf(world, calls, knows, { everywhere: true });
  const parts: Pick<FailbackPorts, 'carries' | 'steps' | 'undo'> =
    kind === 'weights'
      ? await weightParts(
          {
            driver: driverOf(world, calls, knows),
            traffic: { steps, weights },
            good,
            returning,
            move,
            before: away,
          },
          signal,
        )
      : {
          carries: true,
          steps: [{ text: 'in', apply: async (_, guard) => void (await mechanism.apply(move, signal, guard)) }],
          undo: async (guard) => void (await mechanism.apply(away, signal, guard)),
        };
  if (kind !== 'weights') mechanism.check(move);
  const [consumers, hooks] = [consumersOf(world, calls, () => isAlone(world, id)), hooksOf(world, calls)];
  const record = {
    ...{ id, who: id, reason: 'simulation', from: [], to: move.active, mechanism: kind },
    at: new Date(calls.clock.now()).toISOString(),
    ...(drill !== undefined && { drill }),
  };
  return runFailback(
    { returning, targets, before, record },
    {
      ...parts,
      assertHeld: () => assertStillHeld([...leases.values()].map((lease) => ({ lease: async () => lease }))),
      // A gate that cannot be asked does not fail yet.
      judge: () => Promise.resolve(world.problem(returning)),
      ask: async () => undefined,
      ...(consumers && { consumers }),
      ...(hooks && { hooks }),
      clock: calls.clock,
      report: () => {},
      signal,
      state: states,
      ...(probes && { probes }),
    },
  );
}
