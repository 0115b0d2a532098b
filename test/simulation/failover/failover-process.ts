import { AwsError } from '../../../src/aws/ports.ts';
import { UserError } from '../../../src/errors.ts';
import { contactRule } from '../../../src/failover/contact-rules.ts';
import { keptTargets, lostRegions, type Move, survivors } from '../../../src/failover/move.ts';
import type { EndedDrill } from '../../../src/failover/overridden-drill.ts';
import { patienceOf } from '../../../src/failover/patience.ts';
import { type FailoverPorts, runFailover } from '../../../src/failover/run.ts';
import { isUnderWay } from '../../../src/failover/under-way.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import type { FailoverRecord } from '../../../src/records/active-state-document.ts';
import type { DrillRecord } from '../../../src/records/drill-record.ts';
import { createFailoverStates } from '../../../src/records/failover-states.ts';
import type { Lease } from '../../../src/records/lease.ts';
import { createStateCopies } from '../../../src/records/state-copies.ts';
import { sameNames } from '../../../src/same-names.ts';
import type { Random } from '../random.ts';
import type { FailoverCalls } from './calls.ts';
import { cancelAll } from './drill-ports.ts';
import { leaseOf, placesOf } from './held.ts';
import { mechanismOf } from './mechanism.ts';
import { startProbing } from './probing.ts';
import type { Ended } from './process.ts';
import type { Intention } from './scenario.ts';
import { consumersOf, hooksOf, isAlone } from './work.ts';
import { type FailoverWorld, STATE } from './world.ts';

const PLACE_PATIENCE_MS = 1_500;
/** A failover goes on without an answer. */
const WAITED_MS = 2_000;

/** As `commands/failover/failover.ts` puts it together. */
export async function failover(
  world: FailoverWorld,
  random: Random,
  run: string,
  { request, graceful = false }: Extract<Intention, { readonly kind: 'failover' }>,
  calls: FailoverCalls,
): Promise<Ended> {
  const { targets, mechanism: kind } = world.scenario;
  const names = targets.map(({ name }) => name);
  const staying = graceful ? names : survivors(request, targets);
  const others = names.filter((name) => !staying.includes(name));
  calls.restrict(contactRule(kind, 'aws', lostRegions(others, staying, targets), graceful));
  if (!graceful) calls.forbid(leftBefore(world, staying));
  const patience = patienceOf(calls.clock, PLACE_PATIENCE_MS);
  const note = (): void => {};
  const places = placesOf(world, calls, names);
  const few = createFailoverStates(createStateCopies(STATE, places, note, calls.clock, patience), {
    among: staying,
    request,
    clock: calls.clock,
  });
  const everywhere = createActiveStates(STATE, places, note, calls.clock, patience);
  const states = graceful ? everywhere : few;
  let kept = false;
  /** Another failover that counts, as was read just before this one begins. */
  let other: string | undefined;
  let visible = staying;
  let left: ReadonlySet<string> = new Set();
  const leases: Lease[] = [];
  const probing = startProbing(world, random, calls);
  const [consumers, hooks] = [consumersOf(world, calls, () => graceful && isAlone(world, run)), hooksOf(world, calls)];
  const ports: FailoverPorts = {
    ...(consumers && { consumers }),
    ...(hooks && { hooks }),
    clock: calls.clock,
    report: () => {},
    signal: new AbortController().signal,
    state: {
      read: () => seen(world, run, states.read()),
      async save(state, asOf) {
        if (other !== undefined)
          world.violate(`${run} has read that ${other} is under way, and moves traffic elsewhere`);
        try {
          const saved = await seen(world, run, states.save(state, asOf));
          kept = true;
          return saved;
        } catch (error) {
          // It goes on, and nobody knows of it.
          const unkept = error instanceof UserError && error.code === 'active-state-not-kept';
          if (unkept && !kept) [world.unkept, world.unkeptAt] = [true, world.clock.now()];
          throw error;
        }
      },
      look: () => (graceful ? everywhere : few).look(),
      ...(!graceful && { spread: () => few.spread() }),
    },
    mechanism: mechanismOf(world, calls, () => (kept ? visible : []), { everywhere: graceful }),
    endDrill: (drill) => endedReturns(world, calls, drill, left),
    async stopDeployments({ active }) {
      await Promise.all(
        (graceful ? names : active).map(async (target) => {
          try {
            leases.push(await leaseOf(calls, run, target, true));
          } catch (error) {
            if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
          }
        }),
      );
    },
    confirm: async () => {},
    async narrow(move) {
      if (graceful) return undefined;
      const lost = lostRegions(move.leaving, move.active, targets);
      left = lost;
      calls.restrict(contactRule(kind, 'aws', lost));
      const places = keptTargets(move, targets);
      if (sameNames(places, staying)) return undefined;
      visible = places;
      const began = world.clock.now();
      const now = await few.among(places);
      // What comes later is not waited for.
      if (world.clock.now() - began < WAITED_MS) other = otherUnderWay(now.failover, move, run, world.clock.now());
      return now;
    },
    ...(probing && { probes: probing.probes }),
  };
  try {
    const about = { targets, id: run, who: run, reason: 'simulation', force: false, rehearse: false };
    return { kind: 'ended', end: await runFailover({ ...about, request, graceful }, ports) };
  } finally {
    world.blind.delete(run);
    probing?.stop();
    await Promise.all(leases.map((lease) => lease.release()));
    calls.restrict(undefined);
  }
}

/** Undefined: nobody is at work, or means the same, or it is a drill, which gives way. */
function otherUnderWay(
  failover: FailoverRecord | undefined,
  { active }: Move,
  run: string,
  now: number,
): string | undefined {
  if (!isUnderWay(failover, now) || failover.drill !== undefined) return undefined;
  return failover.id === run || sameNames(failover.to, active) ? undefined : failover.id;
}

/** Who has no answer knows nothing of the others, and they nothing of it. */
async function seen<T>(world: FailoverWorld, run: string, answer: Promise<T>): Promise<T> {
  let answered = false;
  world.clock.at(world.clock.now() + WAITED_MS, () => {
    if (!answered) world.blind.add(run);
  });
  try {
    return await answer;
  } catch (error) {
    world.blind.add(run);
    throw error;
  } finally {
    answered = true;
  }
}

/** Whether an unfinished failover leaves a region, as those that stay remember it now, and until it has ended well. */
function leftBefore(world: FailoverWorld, staying: readonly string[]): (region: string) => boolean {
  const { failover } = world.newest(staying);
  if (failover === undefined || failover.done || failover.graceful !== undefined) return () => false;
  const left = failover.from.filter((name) => !staying.includes(name));
  const regions = new Set(world.scenario.targets.filter(({ name }) => left.includes(name)).map(({ region }) => region));
  const isDone = (): boolean =>
    staying.some((name) => {
      const now = world.newest([name]).failover;
      return now?.id === failover.id && now.done;
    });
  let done = false;
  return (region) => {
    done ||= isDone();
    return !done && regions.has(region);
  };
}

/** As `commands/failover/drill/ended-returns.ts` does. */
async function endedReturns(
  world: FailoverWorld,
  calls: FailoverCalls,
  drill: DrillRecord,
  lost: ReadonlySet<string>,
): Promise<EndedDrill> {
  const patience = patienceOf(calls.clock, PLACE_PATIENCE_MS);
  const told = (text: string): EndedDrill => {
    world.mayStrike.add(drill.id);
    return { gone: false, said: [text] };
  };
  try {
    const done = await patience(cancelAll(world, calls, drill, lost).then(() => true));
    return done ? { gone: true, said: [] } : told('what the drill had scheduled could not be deleted in time');
  } catch (error) {
    return told(String(error));
  }
}
