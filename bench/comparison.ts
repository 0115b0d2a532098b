import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Application, REGIONS } from './application.ts';
import type { Contender } from './contenders.ts';
import { type Bench, measure } from './measure.ts';
import type { Kind, Run, Speed } from './model.ts';
import type { BenchOptions } from './options.ts';

/** How long every stack operation with changes takes in slow rounds. */
const SLOW_SECONDS = 20;

export interface Comparison {
  readonly contenders: readonly Contender[];
  readonly application: Application;
  readonly options: Pick<BenchOptions, 'regions' | 'speeds' | 'kinds' | 'repeats' | 'slowSequentialRegions'>;
  /** Milliseconds since the epoch; nothing is started after it. */
  readonly deadline: number;
}

/**
 * Every contender in every situation, taking turns: what else the machine does hits all alike. Whatever the time limit
 * cuts off, each situation was measured once before one is measured again.
 * @param keep told of all runs so far after each round, so that a bench that is stopped leaves what it has
 */
export async function compare(
  comparison: Comparison,
  bench: Bench,
  keep: (runs: readonly Run[]) => Promise<void>,
): Promise<readonly Run[]> {
  const { options } = comparison;
  const runs: Run[] = [];
  for (let repeat = 0; repeat < options.repeats; repeat += 1) {
    for (const speed of options.speeds) {
      await bench.cloud.configure({ stackSeconds: speed === 'slow' ? SLOW_SECONDS : 0 });
      for (const regions of options.regions) {
        if (Date.now() > comparison.deadline) continue;
        runs.push(...(await round(comparison, { speed, regions, repeat }, bench)));
        await keep(runs);
      }
    }
  }
  await bench.cloud.configure({ stackSeconds: 0 });
  return runs;
}

/** Situations that were asked for and have no run: why the tables have gaps. */
export function unmeasured({ contenders, options }: Comparison, runs: readonly Run[]): readonly string[] {
  const loops = contenders.filter(({ sequential }) => sequential).map(({ name }) => name);
  const left = options.regions.filter((regions) => regions > options.slowSequentialRegions);
  const notes: string[] = [];
  if (options.speeds.includes('slow') && loops.length > 0 && left.length > 0)
    notes.push(
      `One region after the other over stacks of ${SLOW_SECONDS} s (${loops.join(', ')}) is not run for ${left.join(', ')} regions: it only adds up.`,
    );
  for (const speed of options.speeds) {
    for (const regions of options.regions) {
      for (const { name, sequential } of contenders) {
        if (speed === 'slow' && sequential && regions > options.slowSequentialRegions) continue;
        const kinds = options.kinds.filter(
          (kind) =>
            !runs.some(
              (run) => run.contender === name && run.kind === kind && run.speed === speed && run.regions === regions,
            ),
        );
        if (kinds.length > 0)
          notes.push(`Not measured: ${name}, ${speed} stacks, ${regions} regions, ${kinds.join(', ')}.`);
      }
    }
  }
  return notes;
}

interface Round {
  readonly speed: Speed;
  readonly regions: number;
  readonly repeat: number;
}

async function round(comparison: Comparison, { speed, regions, repeat }: Round, bench: Bench): Promise<readonly Run[]> {
  const { contenders, options, application } = comparison;
  const taking = contenders.filter(
    ({ sequential }) => speed === 'instant' || !sequential || regions <= options.slowSequentialRegions,
  );
  const runs: Run[] = [];
  const broken = new Set<string>();
  const deployed = new Map<string, number>();
  // A change or a run without change needs the stacks of a first deployment, also where that is not asked for.
  for (const kind of ['first', 'change', 'no-change'] satisfies readonly Kind[]) {
    if (kind !== 'first' && !options.kinds.includes(kind)) continue;
    for (let turn = 0; turn < taking.length; turn += 1) {
      const contender = taking[(turn + repeat) % taking.length];
      if (contender === undefined || broken.has(contender.name)) continue;
      if (Date.now() > comparison.deadline) return runs;
      // All of them share one application: what others changed since is no change of this one's.
      if (kind === 'no-change') await application.use(deployed.get(contender.name) ?? 0);
      else deployed.set(contender.name, await application.change());
      const run = await once(contender, { speed, regions, repeat, kind }, comparison, bench);
      if (run.exitCode !== 0) broken.add(contender.name);
      if (options.kinds.includes(kind) || run.exitCode !== 0) runs.push(run);
      bench.say(line(run));
    }
  }
  return runs;
}

async function once(
  contender: Contender,
  { speed, regions, repeat, kind }: Round & { readonly kind: Kind },
  { application }: Comparison,
  bench: Bench,
): Promise<Run> {
  const stackName = `${contender.name}-${speed}-${regions}-${repeat}`;
  const folder = join(bench.folder, stackName);
  await mkdir(folder, { recursive: true });
  const command = await contender.command({
    regions: REGIONS.slice(0, regions),
    stackName,
    template: application.template,
    folder,
  });
  const { firstCallMs: _, ...measured } = await measure(command, bench);
  return { contender: contender.name, kind, speed, regions, ...measured };
}

function line(run: Run): string {
  const what = `${run.speed} stacks, ${run.regions} regions, ${run.kind}: ${run.contender}`;
  if (run.exitCode !== 0) return `${what} FAILED (${run.exitCode})\n${run.problem ?? ''}`;
  const calls = Object.values(run.calls).reduce((sum, count) => sum + count, 0);
  return `${what} ${run.wallSeconds.toFixed(1)} s, ${run.cpuSeconds.toFixed(1)} s CPU, ${calls} calls`;
}
