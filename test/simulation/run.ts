import { UserError } from '../../src/errors.ts';
import { unknownAsNone } from '../../src/records/rollout-journal.ts';
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
  /** How each process ended, in that order; undefined: it died. */
  readonly ends: readonly (RolloutEnd | undefined)[];
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
  for (const { at, instance } of scenario.trouble.foreign) clock.at(world.start + at, () => update(world, instance));
  let calls = 0;
  let processes = 0;
  let end: RolloutEnd | undefined;
  const ends: (RolloutEnd | undefined)[] = [];
  const { rivalAt } = scenario.trouble;
  const start = async (number: number): Promise<RolloutEnd | undefined> => {
    const process = startProcess(world, random, number, number === 1 ? crash : undefined, rivalAt !== undefined);
    processes += 1;
    const waits = number === 1 || (number === 2 && scenario.pause?.again === true);
    const ended = await Promise.race([
      work(world, process, waits ? scenario.until : undefined),
      process.death.then(() => undefined),
    ]);
    if (number === 1) calls = process.calls();
    ends.push(ended);
    if (ended !== undefined && ended.failure?.startsWith('the rollout could not go on') !== true)
      world.ended.add(process.run);
    // What it says of stacks that another one has taken over meanwhile was true when it saw them.
    if (ended !== undefined && !world.retired.has(process.run)) checkEnd(world, ended);
    return ended;
  };
  if (rivalAt !== undefined) {
    const [, later] = await Promise.all([start(1), clock.sleep(rivalAt).then(() => start(2))]);
    end = later;
  }
  while (processes < MOST_RUNS && world.broken.length === 0) {
    if (processes >= 2) world.scenario = calm(scenario);
    if (ends.at(-1)?.paused !== undefined && scenario.pause !== undefined)
      await clock.sleep(scenario.pause.backAfterMs);
    const ended = await start(processes + 1);
    if (ended === undefined) continue;
    end = ended;
    if (processes > 2 || isAtRest(ended)) break;
  }
  // What was scheduled may strike after everybody has gone.
  if (scenario.pause !== undefined) await clock.sleep(world.quietAt - clock.now());
  if (end === undefined) world.violate(`did not come to rest in ${MOST_RUNS} runs`);
  else if (world.broken.length === 0 && processes > 2) checkRest(world, end);
  else if (world.broken.length === 0 && isAtRest(end)) checkRest(world, end);
  if (clock.now() - world.start > LONGEST_MS) world.violate('took more than two weeks');
  return { seed, processes, calls, broken: world.broken, world, ends };
}

async function work(
  world: World,
  { ports, journal, leases }: ReturnType<typeof startProcess>,
  until: string | undefined,
): Promise<RolloutEnd | undefined> {
  const owner = { run: 'run-1', who: 'simulation' };
  const applicant = { release: { id: NEW }, owner, supersede: false };
  const { environment } = world.scenario;
  try {
    const seen = admit(await journal.readAll().catch(unknownAsNone), { ...applicant, now: world.clock.now() });
    const plans = seen.course === 'rolling-back' ? new Map() : await planInstances(environment, ports);
    // Who is at work ends first: what it leaves is what this run goes on from.
    const again = (await leases.settled()) ? 'again' : undefined;
    const latest = await journal.readAll(again);
    // Nothing was planned for what another run was taking back.
    if (seen.course === 'rolling-back' && latest?.course !== 'rolling-back') return undefined;
    const rollout = admit(latest, { ...applicant, now: world.clock.now() });
    const needed = rollout.course === 'rolling-back' ? new Map() : plans;
    const { pause } = world.scenario;
    const after =
      until === undefined ? undefined : { after: until, ...(pause && { revertAfterMs: pause.revertAfterMs }) };
    return await runRollout(environment, needed, rollout, ports, after);
  } catch (error) {
    // Nobody answered: nothing is known, and nothing was changed.
    if (error instanceof UserError && error.code === 'rollout-unknown') return undefined;
    throw error;
  } finally {
    await leases.close();
  }
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

/** Somebody else updates a stack and keeps its release: what was planned of it is outdated. */
function update(world: World, id: string): void {
  const stack = world.stack(id);
  if (stack.operation !== undefined || stack.status === 'stuck') return;
  stack.changeSets.clear();
  stack.operation = { to: stack.release, endsAt: world.clock.now() + 20_000, end: 'succeeded', foreign: true };
}
