import { parseArgs } from 'node:util';
import { crashFailoversEverywhere, replayFailover, runFailovers, runHardFailovers } from './failover/main.ts';
import type { CrashPoint } from './process.ts';
import { type Run, simulate } from './run.ts';
import { drawPausedScenario, drawScenario, type Scenario, unrepeated } from './scenario.ts';

const USAGE = `npm run test:simulation -- [options]
  --seeds N       scenarios to run (2000)
  --from SEED     the first one (1)
  --crashes N     for so many scenarios, a crash before and after every call of the first process (20)
  --paused        every rollout waits after a wave, with a scheduled revert
  --core NAME     rollout or failover (both)
  --drills        failovers that are one drill, and nothing else
  --steady        no call of a rollout is throttled or arrives twice: seeds below 270000000 are older than that
  --hard          first the failovers that broke a promise once
  --first         stops at the first broken promise
  --replay [failover:]SEED[:CALL:before|after]
                  one scenario, with everything that happened in it`;

/** Targets up to this many count for the figure of rollouts a minute. */
const USUAL_TARGETS = 8;

type Draw = (seed: number) => Scenario;

interface Tally {
  runs: number;
  processes: number;
  calls: number;
  usual: { processes: number; ms: number };
  readonly failed: string[];
  /** What draws the same scenario again. */
  readonly flags: string;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      crashes: { type: 'string', default: '20' },
      core: { type: 'string', default: 'both' },
      first: { type: 'boolean', default: false },
      hard: { type: 'boolean', default: false },
      steady: { type: 'boolean', default: false },
      drills: { type: 'boolean', default: false },
      paused: { type: 'boolean', default: false },
      replay: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const any = values.paused ? drawPausedScenario : drawScenario;
  const draw: Draw = values.steady ? (seed) => unrepeated(any(seed)) : any;
  const flags = `${values.paused ? '--paused ' : ''}${values.steady ? '--steady ' : ''}`;
  const { core } = values;
  if (!['both', 'rollout', 'failover'].includes(core)) throw new Error(`there is no core ${core}\n${USAGE}`);
  if (values.replay?.startsWith('failover:'))
    return replayFailover(values.replay.slice('failover:'.length), values.drills);
  if (values.replay !== undefined) return replay(values.replay, draw);
  const [from, seeds, crashes] = [whole(values.from), whole(values.seeds), whole(values.crashes)];
  const range = { from, seeds, crashes, first: values.first, drills: values.drills };
  const hard = values.hard ? await runHardFailovers(values.first) : 0;
  if (values.first && hard > 0) return 1;
  const others = core === 'rollout' ? 0 : (await runFailovers(range)) + (await crashFailoversEverywhere(range));
  const failovers = hard + others;
  if (core === 'failover' || (values.first && failovers > 0)) return failovers === 0 ? 0 : 1;
  const tally: Tally = { runs: 0, processes: 0, calls: 0, usual: { processes: 0, ms: 0 }, failed: [], flags };
  const began = performance.now();
  const goesOn = (): boolean => !values.first || tally.failed.length === 0;
  for (let seed = from; seed < from + seeds && goesOn(); seed += 1) await count(tally, draw, seed);
  for (let seed = from; seed < from + crashes && goesOn(); seed += 1) await crashEverywhere(tally, draw, seed);
  report(tally, performance.now() - began);
  return tally.failed.length + failovers === 0 ? 0 : 1;
}

async function count(tally: Tally, draw: Draw, seed: number, crash?: CrashPoint): Promise<Run> {
  const began = performance.now();
  const run = await simulate(seed, crash, draw(seed));
  tally.runs += 1;
  tally.processes += run.processes;
  tally.calls += run.world.calls;
  if (run.world.scenario.environment.targets.length <= USUAL_TARGETS) {
    tally.usual.processes += run.processes;
    tally.usual.ms += performance.now() - began;
  }
  const [broken] = run.broken;
  if (broken !== undefined) {
    const place = crash === undefined ? `${seed}` : `${seed}:${crash.call}:${crash.when}`;
    tally.failed.push(place);
    console.log(`broken: ${broken}\n  replay: npm run test:simulation -- ${tally.flags}--replay ${place}`);
  }
  return run;
}

/** Hundreds of targets make thousands of calls: those scenarios are left to the runs without a crash. */
async function crashEverywhere(tally: Tally, draw: Draw, seed: number): Promise<void> {
  const plain = await simulate(seed, undefined, draw(seed));
  if (plain.world.scenario.environment.targets.length > 20) return;
  for (let call = 1; call <= plain.calls; call += 1) {
    for (const when of ['before', 'after'] as const) await count(tally, draw, seed, { call, when });
  }
}

function report({ runs, processes, calls, usual, failed }: Tally, ms: number): void {
  const minutes = ms / 60_000;
  const usualMinutes = usual.ms / 60_000;
  console.log(
    [
      `${runs} rollouts, ${processes} with their re-runs, ${calls} port calls in ${(ms / 1_000).toFixed(1)} s`,
      `${Math.round(calls / (ms / 1_000))} port calls a second`,
      `${Math.round(usual.processes / usualMinutes)} rollouts a minute with up to ${USUAL_TARGETS} targets, re-runs counted (${Math.round(processes / minutes)} of all sizes)`,
      failed.length === 0 ? 'every promise was kept' : `${failed.length} broke a promise`,
    ].join('\n'),
  );
}

async function replay(place: string, draw: Draw): Promise<number> {
  const [seed = '', call, when] = place.split(':');
  const crash =
    call === undefined
      ? undefined
      : { call: whole(call), when: when === 'before' ? ('before' as const) : ('after' as const) };
  const { world, broken, processes, ends } = await simulate(whole(seed), crash, draw(whole(seed)));
  // The world's own is calm by now.
  const { environment, ...rest } = draw(whole(seed));
  console.log(
    environment.onFailure,
    environment.phases.map(({ name, targets, bakeMs, gates }) => ({ name, targets, bakeMs, gates: gates.length })),
  );
  console.log(rest);
  console.log(world.log.join('\n'));
  console.log(ends.map((end) => end?.failure ?? end?.paused ?? end?.rollout?.course ?? 'died'));
  console.log({ processes, broken, weights: world.weights, kept: world.newest() });
  return broken.length === 0 ? 0 : 1;
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${text} is no whole number\n${USAGE}`);
  return Number(text);
}

process.exitCode = await main();
