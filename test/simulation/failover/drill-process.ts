import { UserError } from '../../../src/errors.ts';
import { hasMoved, mendEnded, refuseUnknown } from '../../../src/failover/drill/finish.ts';
import type { DrillRequest } from '../../../src/failover/drill/ports.ts';
import { endDrill, runDrill } from '../../../src/failover/drill/run.ts';
import { tooFewGood } from '../../../src/failover/drill/served.ts';
import { decideMove } from '../../../src/failover/move.ts';
import { wantedOf } from '../../../src/failover/wanted.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import { type ActiveState, activeTargets } from '../../../src/records/active-state-document.ts';
import { type DrillRecord, leftOverDrill } from '../../../src/records/drill-record.ts';
import type { Lease } from '../../../src/records/lease.ts';
import type { Random } from '../random.ts';
import type { FailoverCalls } from './calls.ts';
import { type DrillParts, drillPorts } from './drill-ports.ts';
import { answered, problemOf } from './fitness.ts';
import { holdAll, placesOf } from './held.ts';
import { driverOf, mechanismOf } from './mechanism.ts';
import { startProbing } from './probing.ts';
import type { Ended } from './process.ts';
import type { Intention } from './scenario.ts';
import { wayBackOf } from './way-back.ts';
import { type FailoverWorld, STATE } from './world.ts';

type DrillIntention = Extract<Intention, { readonly kind: 'drill' }>;

const ABORT = { share: 0.9, windowMs: 30_000 };
const PATIENCE_MS = 300_000;
const LEFT_OVER_PATIENCE_MS = 60_000;
const REVERT_MS = 30 * 60_000;

/** As `commands/failover/drill/moving.ts` and `end.ts` put it together. */
export async function drill(
  world: FailoverWorld,
  random: Random,
  run: string,
  what: DrillIntention,
  calls: FailoverCalls,
): Promise<Ended> {
  if (what.drill === 'readiness' || what.drill === 'probe') return look(world, random, what, calls);
  const { targets, mechanism } = world.scenario;
  const names = targets.map(({ name }) => name);
  const leases = new Map<string, Lease>();
  let probing: ReturnType<typeof startProbing>;
  try {
    const reachable = await reachableTargets(world, calls);
    await holdAll(world, calls, run, leases, reachable);
    const states = createActiveStates(STATE, placesOf(world, calls, reachable, leases), () => {}, calls.clock);
    const state = await states.read();
    const found = leftOverDrill(state);
    const { signal } = cancelling(world, what);
    const parts = { leases, states, reachable, signal };
    if (what.drill === 'end' || found !== undefined) {
      if (found === undefined) return { kind: 'done' };
      probing = startProbing(world, random, calls);
      const own = { ...parts, record: found, since: calls.clock.now(), ...(probing && { probes: probing.probes }) };
      return await leftOver(world, calls, own, state);
    }
    if (reachable.length < names.length) throw new UserError('target-unreachable', 'a drill needs every region');
    const move = decideMove(what.request, targets, state);
    refuseBadMoment(state, move.leaving);
    mechanismOf(world, calls, () => names).check(move);
    const since = calls.clock.now();
    const revertAt = since + Math.max(REVERT_MS, what.holdMs + 2 * PATIENCE_MS + 60_000);
    const way = await wayBackOf(world, calls, { id: run, move, since, at: revertAt, leave: what.leave });
    const weightsBefore =
      mechanism === 'weights'
        ? (await driverOf(world, calls, () => names).read(new AbortController().signal)).weights
        : undefined;
    const record: DrillRecord = {
      ...(weightsBefore !== undefined && { weightsBefore }),
      ...{ id: run, kind: what.drill, from: move.leaving, to: move.active, inactiveBefore: state.inactive },
      ...{ at: new Date(since).toISOString(), who: run, reason: 'simulation', returns: way.returns, injected: false },
    };
    probing = startProbing(world, random, calls);
    const own = { ...parts, record, since, way, ...(probing && { probes: probing.probes }) };
    const end = await runDrill(requestOf(world, record, what.holdMs), drillPorts(world, calls, own));
    return { kind: 'drilled', end, record, leftOver: false };
  } finally {
    probing?.stop();
    await Promise.all([...leases.values()].map((lease) => lease.release()));
  }
}

/** Ends a drill whose process died. */
async function leftOver(
  world: FailoverWorld,
  calls: FailoverCalls,
  parts: DrillParts,
  state: ActiveState,
): Promise<Ended> {
  const { record, states } = parts;
  if (record.ended === undefined) refuseUnknown(record, states.heard());
  const ports = drillPorts(world, calls, parts);
  if (record.ended !== undefined) {
    await mendEnded(record, ports);
    return { kind: 'done' };
  }
  const request = { ...requestOf(world, record, 0), patienceMs: LEFT_OVER_PATIENCE_MS };
  const end = await endDrill(request, hasMoved(record, state), 'it was left over', ports);
  return { kind: 'drilled', end, record, leftOver: true };
}

function requestOf({ scenario: { targets } }: FailoverWorld, record: DrillRecord, holdMs: number): DrillRequest {
  return { record, targets, holdMs, patienceMs: PATIENCE_MS, abort: ABORT };
}

/** Drills that move nothing: `commands/failover/drill/look.ts`. */
async function look(
  world: FailoverWorld,
  random: Random,
  { drill: kind, holdMs }: DrillIntention,
  calls: FailoverCalls,
): Promise<Ended> {
  const { targets } = world.scenario;
  const names = targets.map(({ name }) => name);
  const reachable = await reachableTargets(world, calls);
  const states = createActiveStates(STATE, placesOf(world, calls, reachable), () => {}, calls.clock);
  const state = await states.read();
  if (kind === 'readiness') {
    const problems = await Promise.all(names.map((name) => problemOf(world, calls, name)));
    return { kind: 'looked', good: problems.every((problem) => problem === undefined) };
  }
  const probing = startProbing(world, random, calls);
  if (probing === undefined) throw new UserError('drill-no-probe', 'there is nothing to ask');
  const began = calls.clock.now();
  await calls.clock.sleep(Math.max(holdMs, 3_000)).finally(probing.stop);
  const wanted = wantedOf([...activeTargets(state, names)], targets, true);
  const rule = { ...ABORT, windowMs: calls.clock.now() - began };
  return {
    kind: 'looked',
    good: tooFewGood(probing.probes.results, wanted, rule, began, calls.clock.now()) === undefined,
  };
}

/** `commands/deploy/prove-targets.ts`: a region that does not answer is left out. */
async function reachableTargets(world: FailoverWorld, calls: FailoverCalls): Promise<readonly string[]> {
  const found = await Promise.all(
    world.scenario.targets.map(async ({ name, region }) => {
      const asked = calls.call({ service: 'STS', region, action: 'GetCallerIdentity' }, () => undefined);
      return (await answered(asked)) ? [name] : [];
    }),
  );
  if (found.flat().length === 0) throw new UserError('no-target-reachable', 'no target can be reached');
  return found.flat();
}

function refuseBadMoment({ failover }: ActiveState, leaving: readonly string[]): void {
  if (failover?.done === false) throw new UserError('failover-under-way', 'traffic is being moved');
  if (leaving.length === 0) throw new UserError('drill-nothing-to-move', 'nobody else is active');
}

function cancelling({ clock }: FailoverWorld, { cancelled }: DrillIntention): AbortController {
  const controller = new AbortController();
  if (cancelled !== undefined)
    clock.at(clock.now() + cancelled, () => controller.abort(new UserError('cancelled', 'it was cancelled')));
  return controller;
}
