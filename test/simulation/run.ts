import { admit } from '../../src/rollout/admission.ts';
import { planInstances } from '../../src/rollout/plan.ts';
import { type RolloutEnd, runRollout } from '../../src/rollout/rollout.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { type CrashPoint, startProcess } from './process.ts';
import { checkEnd, checkRest } from './promises.ts';
import { createRandom } from './random.ts';
import { drawScenario, type Scenario } from './scenario.ts';
import { calm, createWorld, NEW, type World } from './world.ts';

/** One scenario from its beginning to rest. */
export interface Run {
  readonly seed: number;
  /** Processes that worked on it, re-runs counted. */
  readonly processes: number;
  /** Calls of the first process. */
  readonly calls: number;
  /** Promises that were broken; empty is good. */
  readonly broken: readonly string[];
  readonly world: World;
}

/** A rollout that does not come to rest after so many runs does not converge. */
const MOST_RUNS = 8;
/** Far more than any scenario needs. */
const LONGEST_MS = 14 * 24 * 3_600_000;

/**
 * Runs the scenario of a seed, with a crash if one is asked for, and runs it again until it rests: first in the same
 * world, then in one where nothing goes wrong any more.
 */
export async function simulate(
  seed: number,
  crash?: CrashPoint,
  scenario: Scenario = drawScenario(seed),
): Promise<Run> {
  const clock = createVirtualClock(Date.UTC(2026, 0, 5), seed + 1);
  const world = createWorld(scenario, clock);
  const random = createRandom(seed ^ 0x5eed);
  for (const time of scenario.meddling) clock.at(world.start + time, () => meddle(world, random));
  let calls = 0;
  let processes = 0;
  let end: RolloutEnd | undefined;
  while (processes < MOST_RUNS && world.broken.length === 0) {
    if (processes === 2) world.scenario = calm(scenario);
    const process = startProcess(world, random, processes === 0 ? crash : undefined);
    processes += 1;
    const ended = await Promise.race([
      work(world, process, processes === 1 ? scenario.until : undefined),
      process.death.then(() => 'died' as const),
    ]);
    if (processes === 1) calls = process.calls();
    if (ended === 'died') continue;
    end = ended;
    checkEnd(world, ended);
    if (processes > 2 || isAtRest(ended)) break;
  }
  if (end === undefined) world.violate(`did not come to rest in ${MOST_RUNS} runs`);
  else if (world.broken.length === 0 && processes > 2) checkRest(world, end);
  else if (world.broken.length === 0 && isAtRest(end)) checkRest(world, end);
  if (clock.now() - world.start > LONGEST_MS) world.violate('took more than two weeks');
  return { seed, processes, calls, broken: world.broken, world };
}

async function work(
  world: World,
  { ports, journal }: ReturnType<typeof startProcess>,
  until: string | undefined,
): Promise<RolloutEnd> {
  const last = await journal.readAll();
  const owner = { run: 'run-1', who: 'simulation' };
  const rollout = admit(last, { release: { id: NEW }, owner, supersede: false, now: world.clock.now() });
  const { environment } = world.scenario;
  const plans = rollout.course === 'rolling-back' ? new Map() : await planInstances(environment, ports);
  return runRollout(environment, plans, rollout, ports, until);
}

/** Nobody has to come back. */
function isAtRest({ failure, paused, rollout }: RolloutEnd): boolean {
  return (failure === undefined && paused === undefined) || rollout?.course === 'closed';
}

function meddle(world: World, random: ReturnType<typeof createRandom>): void {
  const names = Object.keys(world.weights);
  if (names.length === 0) return;
  world.weights[random.pick(names)] = random.whole(1, 255);
  world.revision += 1;
  world.meddled = true;
}
