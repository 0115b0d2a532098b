import { leftOverDrill } from '../../../src/records/drill-record.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import type { CrashPoint } from '../calls.ts';
import { createRandom } from '../random.ts';
import { checkCalmDrill, checkDied, checkDrilled } from './drill-promises.ts';
import { type Ended, startFailoverProcess } from './process.ts';
import { checkEnded, checkRest } from './promises.ts';
import { drawFailover, type FailoverScenario, type Intention } from './scenario.ts';
import { calm, createFailoverWorld, type FailoverWorld } from './world.ts';

/** One scenario from its beginning to rest. */
export interface FailoverRun {
  readonly seed: number;
  readonly processes: number;
  /** Calls of the first process. */
  readonly calls: number;
  /** Calls of all of them. */
  readonly portCalls: number;
  /** How each process ended, in that order; undefined: it died. */
  readonly ends: readonly (Ended | undefined)[];
  /** Promises that were broken; empty is good. */
  readonly broken: readonly string[];
  readonly world: FailoverWorld;
}

/** Somebody who did not get what they want asks again so often, in a world where nothing goes wrong any more. */
const MOST_RUNS = 4;
const AGAIN_MS = 30_000;
/** Nothing may happen by itself for so long. */
const QUIET_MS = 24 * 3_600_000;

/** Lets everybody do what they want, and then the last of them until it is so; nothing may change after that. */
export async function simulateFailover(
  seed: number,
  crash?: CrashPoint,
  scenario: FailoverScenario = drawFailover(seed),
): Promise<FailoverRun> {
  const clock = createVirtualClock(Date.UTC(2026, 0, 5), seed + 1);
  const world = createFailoverWorld(scenario, clock);
  const random = createRandom(seed ^ 0x5eed);
  const ends: (Ended | undefined)[] = [];
  let calls = 0;
  let portCalls = 0;
  const start = async (what: Intention, own?: CrashPoint): Promise<Ended | undefined> => {
    const number = ends.length + 1;
    const began = clock.now();
    ends.push(undefined);
    const process = startFailoverProcess(world, random, `run-${number}`, what, own);
    const ended = await process.ended;
    if (number === 1) calls = process.calls.made();
    portCalls += process.calls.made();
    ends[number - 1] = ended;
    checkEnded(world, `run-${number}`, what, ended, began);
    checkDrilled(world, ended);
    if (ended === undefined) checkDied(world);
    return ended;
  };
  await Promise.all(
    scenario.intentions.map(async ({ at, what }, index) => {
      await clock.sleep(at);
      await start(what, index === 0 ? crash : undefined);
    }),
  );
  // Whatever went wrong is over, and whoever is dead is known to be.
  await clock.sleep(2 * 3_600_000);
  world.scenario = calm(scenario);
  const last = scenario.intentions.at(-1)?.what ?? { kind: 'deploy' };
  const there = await untilThere(last, world, start);
  await endDrills(world, start);
  if (world.broken.length === 0) checkRest(world, there ? last : undefined);
  const before = [...world.decided()].join();
  await clock.sleep(QUIET_MS);
  if ([...world.decided()].join() !== before) world.violate('traffic moved by itself');
  return { seed, processes: ends.length, calls, portCalls, ends, broken: world.broken, world };
}

type Start = (what: Intention) => Promise<Ended | undefined>;

/** @returns whether it is as somebody wanted it last */
async function untilThere(last: Intention, world: FailoverWorld, start: Start): Promise<boolean> {
  if (last.kind === 'drill') {
    await endDrills(world, start);
    checkCalmDrill(world, last, await start({ ...last, cancelled: undefined }));
    return false;
  }
  let wanted = last;
  for (let attempt = 1; attempt <= MOST_RUNS && world.broken.length === 0; attempt += 1) {
    const ended = await start(wanted);
    if (isThere(ended)) return true;
    if (isImpossible(ended)) return false;
    // A failover calls nothing in what it leaves, says so, and what to do where that is there: everybody is, by now.
    if (wanted.kind === 'failover' && isToldGraceful(ended)) wanted = { ...wanted, graceful: true };
    // What a drill has left over keeps much from happening.
    await endDrills(world, start);
    await world.clock.sleep(AGAIN_MS);
    if (attempt === MOST_RUNS) world.violate(`${JSON.stringify(last)} does not get there: ${JSON.stringify(ended)}`);
  }
  return false;
}

/** Somebody ends what drills have left over. */
async function endDrills(world: FailoverWorld, start: Start): Promise<void> {
  for (let attempt = 1; attempt <= MOST_RUNS && world.broken.length === 0; attempt += 1) {
    const state = world.newest();
    if (leftOverDrill(state) === undefined) return;
    if (attempt === MOST_RUNS) world.violate(`the drill ${state.drill?.id} cannot be ended`);
    await start({ kind: 'drill', drill: 'end', request: { to: '' }, holdMs: 0, leave: false });
  }
}

/** What nobody can have is refused as well as done. */
const FINAL = new Set(['failover-nobody-left', 'no-stop-signal', 'stop-signal-lost', 'failover-no-weight']);

function isImpossible(ended: Ended | undefined): boolean {
  return ended?.kind === 'refused' && FINAL.has(ended.code);
}

function isToldGraceful(ended: Ended | undefined): boolean {
  return ended?.kind === 'ended' && ended.end.failure?.includes('run the same with graceful') === true;
}

function isThere(ended: Ended | undefined): boolean {
  if (ended?.kind === 'done') return true;
  return ended?.kind === 'ended' && ['verified', 'not-measured', 'already-active'].includes(ended.end.outcome);
}
