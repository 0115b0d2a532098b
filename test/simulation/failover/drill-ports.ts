import { cancelReturns } from '../../../src/commands/failover/drill/cancel-returns.ts';
import { requestOfRecord } from '../../../src/commands/failover/drill/facts.ts';
import { assertStillHeld } from '../../../src/commands/failover/still-held.ts';
import { UserError } from '../../../src/errors.ts';
import { drillRule } from '../../../src/failover/contact-rules.ts';
import { assertOpen, isEnded, keepDrill } from '../../../src/failover/drill/keep.ts';
import type { DrillPorts, Fault } from '../../../src/failover/drill/ports.ts';
import { awayMove, bringAllBack, settleTraffic, stayAway } from '../../../src/failover/drill/return.ts';
import { keptTargets, lostRegions, type Request } from '../../../src/failover/move.ts';
import { type FailoverEnd, type Probes, runFailover } from '../../../src/failover/run.ts';
import { type ActiveStates, createActiveStates, type KnownStates } from '../../../src/records/active-state.ts';
import type { DrillRecord } from '../../../src/records/drill-record.ts';
import type { Lease } from '../../../src/records/lease.ts';
import { sameWeights } from '../../../src/rollout/weights.ts';
import type { FailoverCalls } from './calls.ts';
import { checkThere } from './drill-promises.ts';
import { problemOf } from './fitness.ts';
import { placesOf } from './held.ts';
import { driverOf, mechanismOf } from './mechanism.ts';
import { bringBack } from './returning.ts';
import type { WayBack } from './way-back.ts';
import { consumersOf, hooksOf, isAlone } from './work.ts';
import { type FailoverWorld, STATE } from './world.ts';

export interface DrillParts {
  readonly record: DrillRecord;
  /** What stop signals say of when. */
  readonly since: number;
  readonly states: KnownStates;
  readonly leases: ReadonlyMap<string, Lease>;
  readonly reachable: readonly string[];
  /** Of who may cancel the drill. */
  readonly signal: AbortSignal;
  /** Absent: of a drill that is left over. */
  readonly way?: WayBack;
  readonly probes?: Probes;
}

/** As `commands/failover/drill/ports.ts` and `moves.ts` put it together. */
export function drillPorts(world: FailoverWorld, calls: FailoverCalls, parts: DrillParts): DrillPorts {
  const { record, states, leases, reachable, signal, way, probes } = parts;
  const { targets } = world.scenario;
  const assertHeld = () => assertStillHeld([...leases.values()].map((lease) => ({ lease: async () => lease })));
  const held = { clock: calls.clock, assertHeld };
  const consumers = consumersOf(world, calls, () => false);
  const uncancelled = new AbortController().signal;
  const knows = () => targets.map(({ name }) => name);
  const regionOf = (name: string): string => targets.find((target) => target.name === name)?.region ?? '';
  const fail = (request: Request, kept: ActiveStates, stop: AbortSignal, since?: number) =>
    failOver(world, calls, parts, { request, kept, signal: stop, ...(since !== undefined && { since }) });
  return {
    clock: calls.clock,
    report: () => {},
    signal,
    isEnded: () => isEnded(record, states),
    keep: (drill) => keepDrill(drill, record, states),
    assertHeld,
    async problems(names) {
      await states.read();
      const ask = (name: string) =>
        reachable.includes(name) ? problemOf(world, calls, name) : Promise.resolve(`${name} does not answer`);
      return (await Promise.all(names.map(ask))).filter((problem) => problem !== undefined);
    },
    returns: {
      arrange: async () => way?.arrange(),
      cancel: () => cancelAll(world, calls, record),
    },
    ...(record.kind === 'outage' && { fault: faultOf(world, calls, parts, regionOf) }),
    async away() {
      checkThere(world, record, true);
      const request = requestOfRecord(record);
      const end =
        record.kind === 'outage'
          ? await asIfLost(world, calls, parts, (kept) => fail(request, kept, signal, parts.since))
          : await fail(request, states, signal, parts.since);
      return { end, missed: [] };
    },
    back: () =>
      bringAllBack(record, targets, {
        clock: calls.clock,
        assertHeld,
        state: states,
        failback: (returning, before, move) =>
          bringBack(world, calls, {
            ...{ id: record.id, drill: record.id, returning, before, move, states, leases, knows },
            ...(probes && { probes }),
          }),
        leave: (name) => fail({ from: name }, states, uncancelled),
        async restoreWeights(guard) {
          if (record.weightsBefore === undefined) return;
          const driver = driverOf(world, calls, knows);
          const read = await driver.read(uncancelled);
          if (sameWeights(record.weightsBefore, read.weights)) return;
          await guard();
          await driver.waitApplied(await driver.set(record.weightsBefore, read, uncancelled), uncancelled);
        },
      }),
    stay: () =>
      stayAway(record, targets, { ...held, ...(consumers && { consumers }), state: states }, async (move, guard) => {
        await mechanismOf(world, calls, knows).apply(move, uncancelled, guard);
      }),
    settle: () =>
      settleTraffic(record, targets, { clock: calls.clock, assertHeld, state: states }, async (move, guard) => {
        await mechanismOf(world, calls, knows, { everywhere: true }).apply(move, uncancelled, guard);
      }),
    ...(probes && { probes }),
  };
}

interface FailOver {
  readonly request: Request;
  readonly kept: ActiveStates;
  readonly signal: AbortSignal;
  readonly since?: number;
}

function failOver(
  world: FailoverWorld,
  calls: FailoverCalls,
  { record, states, probes }: DrillParts,
  { request, kept, signal, since }: FailOver,
): Promise<FailoverEnd> {
  const { targets } = world.scenario;
  const graceful = record.kind !== 'outage';
  const [consumers, hooks] = [
    consumersOf(world, calls, () => graceful && isAlone(world, record.id)),
    hooksOf(world, calls),
  ];
  let remembered = false;
  const mechanism = mechanismOf(world, calls, () => (remembered ? targets.map(({ name }) => name) : []), {
    ...(since !== undefined && { since }),
  });
  const state = {
    look: () => states.look(),
    read: () => kept.read(),
    async save(...next: Parameters<ActiveStates['save']>) {
      const saved = await kept.save(...next);
      remembered = true;
      return saved;
    },
  };
  const about = { targets, id: record.id, who: record.id, reason: 'drill', force: false, rehearse: false };
  return runFailover(
    { ...about, request, drill: record.id, graceful },
    {
      clock: calls.clock,
      report: () => {},
      signal,
      state,
      mechanism: {
        ...mechanism,
        apply(...told) {
          // The move away alone.
          if (since !== undefined) checkThere(world, record);
          return mechanism.apply(...told);
        },
      },
      // It holds the leases itself.
      stopDeployments: async () => {},
      confirm: async () => {},
      narrow: async () => undefined,
      ...(consumers && { consumers }),
      ...(hooks && { hooks }),
      ...(probes && { probes }),
    },
  );
}

async function asIfLost(
  world: FailoverWorld,
  calls: FailoverCalls,
  { record, states }: DrillParts,
  act: (kept: ActiveStates) => Promise<FailoverEnd>,
): Promise<FailoverEnd> {
  const { targets, mechanism } = world.scenario;
  const move = awayMove(record, targets);
  const lost = lostRegions(move.leaving, move.active, targets);
  calls.restrict(drillRule(mechanism, 'aws', lost));
  const places = placesOf(world, calls, keptTargets(move, targets));
  const own = createActiveStates(STATE, places, () => {}, calls.clock);
  try {
    return await act(own);
  } finally {
    calls.restrict(undefined);
    await states.read();
    states.learn(own.known());
  }
}

function faultOf(
  world: FailoverWorld,
  calls: FailoverCalls,
  { record, states }: Pick<DrillParts, 'record' | 'states'>,
  regionOf: (name: string) => string,
): Fault {
  const each = async (what: string, act: (name: string) => void): Promise<void> => {
    for (const name of record.from) {
      await calls.call({ service: 'Lambda', region: regionOf(name), action: 'PutFunctionConcurrency', what }, () =>
        act(name),
      );
    }
  };
  return {
    async inject() {
      await assertOpen(record, states);
      await each('break', (name) => void world.faults.set(name, world.clock.now()));
    },
    mend: () => each('mend', (name) => void world.faults.delete(name)),
  };
}

/** Takes the schedules of a drill away. @throws UserError with those that may still strike */
export function cancelAll(
  world: FailoverWorld,
  calls: FailoverCalls,
  { returns }: Pick<DrillRecord, 'returns'>,
  lost: ReadonlySet<string> = new Set(),
): Promise<void> {
  const schedulesOf = (region: string) => ({
    async delete(name: string) {
      // What the rule of a failover refuses, which the product's own client looks at.
      if (lost.has(region)) throw new UserError('contact-refused', `${region} is being left`);
      await calls.call({ service: 'Scheduler', region, action: 'DeleteSchedule', what: name }, () =>
        world.later.delete(name),
      );
      return true;
    },
  });
  return cancelReturns(returns, schedulesOf, calls.clock.now());
}
