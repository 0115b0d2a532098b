import type { CrashPoint } from '../calls.ts';
import { drawDrill } from './drill-scenario.ts';
import { HARD_SEEDS } from './hard-seeds.ts';
import { simulateFailover } from './run.ts';
import { drawFailover, type FailoverScenario } from './scenario.ts';

export interface Range {
  readonly from: number;
  readonly seeds: number;
  /** For so many scenarios, a crash before and after every call of the first process. */
  readonly crashes: number;
  /** Stop at the first broken promise. */
  readonly first: boolean;
  /** One drill a scenario, and nothing else. */
  readonly drills?: boolean;
}

/** @returns how many broke a promise */
export async function runFailovers({ from, seeds, first, drills }: Range): Promise<number> {
  const began = performance.now();
  const tally = { runs: 0, processes: 0, calls: 0, failed: 0 };
  for (let seed = from; seed < from + seeds && !(first && tally.failed > 0); seed += 1)
    await count(tally, seed, drawOf(drills));
  told('failovers', tally, performance.now() - began);
  return tally.failed;
}

/** Scenarios that broke a promise once. @returns how many break one now */
export async function runHardFailovers(first: boolean): Promise<number> {
  const began = performance.now();
  const tally = { runs: 0, processes: 0, calls: 0, failed: 0 };
  for (const [seed] of HARD_SEEDS) if (!(first && tally.failed > 0)) await count(tally, seed, drawFailover);
  told('hard failovers', tally, performance.now() - began);
  return tally.failed;
}

/** @returns how many broke a promise */
export async function crashFailoversEverywhere({ from, crashes, first, drills }: Range): Promise<number> {
  const began = performance.now();
  const tally = { runs: 0, processes: 0, calls: 0, failed: 0 };
  for (let seed = from; seed < from + crashes; seed += 1) {
    const { calls } = await simulateFailover(seed, undefined, drawOf(drills)(seed));
    for (let call = 1; call <= calls; call += 1) {
      for (const when of ['before', 'after'] as const) {
        if (first && tally.failed > 0) break;
        await count(tally, seed, drawOf(drills), { call, when });
      }
    }
  }
  told('failovers with a crash', tally, performance.now() - began);
  return tally.failed;
}

interface Tally {
  runs: number;
  processes: number;
  calls: number;
  failed: number;
}

type Draw = (seed: number) => FailoverScenario;

function drawOf(drills = false): Draw {
  return drills ? drawDrill : drawFailover;
}

async function count(tally: Tally, seed: number, draw: Draw, crash?: CrashPoint): Promise<void> {
  const { broken, processes, portCalls } = await simulateFailover(seed, crash, draw(seed));
  tally.runs += 1;
  tally.processes += processes;
  tally.calls += portCalls;
  const [problem] = broken;
  if (problem === undefined) return;
  tally.failed += 1;
  const place = crash === undefined ? `${seed}` : `${seed}:${crash.call}:${crash.when}`;
  const drills = draw === drawDrill ? '--drills ' : '';
  console.log(`broken: ${problem}\n  replay: npm run test:simulation -- ${drills}--replay failover:${place}`);
}

function told(what: string, { runs, processes, calls, failed }: Tally, ms: number): void {
  const kept = failed === 0 ? 'every promise was kept' : `${failed} broke a promise`;
  console.log(`${runs} ${what}, ${processes} processes, ${calls} port calls in ${(ms / 1_000).toFixed(1)} s: ${kept}`);
}

export async function replayFailover(place: string, drills: boolean): Promise<number> {
  const [seed = '', call, when] = place.split(':');
  const crash =
    call === undefined
      ? undefined
      : { call: Number(call), when: when === 'before' ? ('before' as const) : ('after' as const) };
  const { world, broken, ends } = await simulateFailover(Number(seed), crash, drawOf(drills)(Number(seed)));
  console.dir(drawOf(drills)(Number(seed)), { depth: 6 });
  console.log(world.log.join('\n'));
  console.log({ broken, state: world.newest(), served: [...world.decided()], processes: ends.length });
  return broken.length === 0 ? 0 : 1;
}
