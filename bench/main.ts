/** Side by side with the peers on one local AWS: `npm run bench -- --help`. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { provision } from '../scripts/provision.ts';
import { errorText } from '../src/errors.ts';
import { spawnProcess } from '../src/process/spawn.ts';
import { startCloud } from '../test/cloud/index.ts';
import { ACCOUNT, REGIONS, writeApplication } from './application.ts';
import { type Comparison, compare, unmeasured } from './comparison.ts';
import { contenders, type Tools } from './contenders.ts';
import { RATIOS, ratioFigures } from './figures.ts';
import { type Bench, measure } from './measure.ts';
import type { BenchResult, Figure, Machine, Run } from './model.ts';
import { type BenchOptions, parseOptions, USAGE } from './options.ts';
import { markdown } from './report.ts';
import { type FigureContext, SINGLE_FIGURES } from './single-figures.ts';

const ROOT = dirname(import.meta.dirname);

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return say(USAGE);
  const options = parseOptions(args);
  const startedAt = new Date().toISOString();
  const [sam, emulator] = [await provision('sam'), await provision('emulator')];
  const folder = await mkdtemp(join(tmpdir(), 'smr-bench-'));
  const cloud = await startCloud({ regions: [...REGIONS], accounts: [ACCOUNT] });
  try {
    const tools: Tools = {
      node: process.execPath,
      bundle: options.bundle ?? (await bundle()),
      sam: join(sam.bin, 'sam'),
      ...(options.cfd !== undefined && { cfd: options.cfd }),
    };
    const path = [sam.bin, process.env['PATH'] ?? ''].join(delimiter);
    const begun = Date.now();
    const minutes = (): string => `[${((Date.now() - begun) / 60_000).toFixed(1)} min]`;
    const bench: Bench = { cloud, python: emulator.python, folder, path, say: (line) => say(`${minutes()} ${line}`) };
    const application = await writeApplication(join(folder, 'app'));
    const { matrix, singles } = whatToMeasure(options);
    const named = matrix?.contenders ?? [];
    const chosen = contenders(tools).filter(({ name }) => named.length === 0 || named.includes(name));
    await warmUp({ bench, tools, application });

    const deadline = Date.now() + options.limitMinutes * 60_000;
    const comparison: Comparison | undefined = matrix && { contenders: chosen, application, options: matrix, deadline };
    const notes: string[] = [];
    const of = await machine(tools, path);
    const save = async (runs: readonly Run[], singleFigures: readonly Figure[], finished: boolean): Promise<string> => {
      const ratios = comparison === undefined || options.figures?.length === 0 ? [] : ratioFigures(runs);
      const gaps = comparison === undefined ? [] : unmeasured(comparison, runs);
      const result: BenchResult = {
        schema: 1,
        startedAt,
        endedAt: new Date().toISOString(),
        finished,
        machine: of,
        repeats: options.repeats,
        runs,
        figures: [...ratios, ...singleFigures],
        notes: [...notes, ...gaps],
      };
      return write(result, markdown(result, chosen));
    };

    // First what has a target, then the tables.
    const figures: Figure[] = [];
    for (const name of singles) {
      if (Date.now() > deadline) notes.push(`The time limit left out ${name}.`);
      else figures.push(...(await single(name, { bench, tools, application }, notes)));
      await save([], figures, false);
    }
    const keep = async (runs: readonly Run[]): Promise<void> => void (await save(runs, figures, false));
    const runs = comparison === undefined ? [] : await compare(comparison, bench, keep);
    if (Date.now() > deadline) notes.push(`The time limit of ${options.limitMinutes} minutes ended the bench early.`);
    say(await save(runs, figures, true));
  } finally {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The comparison to run, and the figures with situations of their own. */
function whatToMeasure(options: BenchOptions): { matrix?: BenchOptions; singles: readonly string[] } {
  const wanted = options.figures;
  const singles = Object.keys(SINGLE_FIGURES).filter((name) => wanted === undefined || wanted.includes(name));
  const ratios = RATIOS.filter(({ name }) => wanted === undefined || wanted.includes(name));
  const unknown = wanted?.filter((name) => ![...singles, ...ratios.map((ratio) => ratio.name)].includes(name)) ?? [];
  if (unknown.length > 0) {
    const known = [...RATIOS.map(({ name }) => name), ...Object.keys(SINGLE_FIGURES)];
    throw new Error(`no figure ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  if (!options.figuresOnly) return { matrix: options, singles };
  if (ratios.length === 0) return { singles };
  // A ratio needs its own round of the comparison and no more.
  const needed = ['ours', ...ratios.map(({ other }) => other)];
  const kinds = [...new Set(ratios.map(({ kind }) => kind))];
  return { matrix: { ...options, regions: [8], speeds: ['instant'], kinds, contenders: needed }, singles };
}

async function single(name: string, context: FigureContext, notes: string[]): Promise<readonly Figure[]> {
  say(`figure ${name}`);
  try {
    const figures = (await SINGLE_FIGURES[name]?.(context)) ?? [];
    for (const { text, measured, unit, target } of figures)
      say(`  ${text}: ${measured?.toFixed(2) ?? 'not measured'} ${unit} (${target})`);
    return figures;
  } catch (error) {
    notes.push(`${name} could not be measured: ${errorText(error)}`);
    say(`  ${errorText(error)}`);
    return [];
  }
}

/** Makes SAM's managed buckets, compiles Python's bytecode, fills the caches of the disk: for everybody, before anything counts. */
async function warmUp({ bench, tools, application }: FigureContext): Promise<void> {
  say('warming up');
  const folder = join(bench.folder, 'warm-up');
  await mkdir(folder, { recursive: true });
  for (const contender of contenders(tools).filter(({ name }) => name === 'ours' || name === 'parallel-tuned')) {
    const command = await contender.command({
      regions: contender.name === 'ours' ? REGIONS : REGIONS.slice(0, 1),
      stackName: `warm-up-${contender.name}`,
      template: application.template,
      folder,
    });
    const { exitCode, problem } = await measure(command, bench);
    if (exitCode !== 0) throw new Error(`${contender.name} fails on this machine:\n${problem}`);
  }
}

async function bundle(): Promise<string> {
  const published = join(ROOT, 'dist', 'index.js');
  if (existsSync(published)) return published;
  say('building the bundle: there is no dist/');
  const made = join(ROOT, '.cache', 'bench-bundle');
  await must('npx', ['ncc', 'build', 'src/main.ts', '-o', made]);
  return join(made, 'index.js');
}

async function machine({ sam }: Tools, path: string): Promise<Machine> {
  const env = { PATH: path, HOME: process.env['HOME'] ?? '' };
  const lastLine = async (command: string, args: readonly string[]): Promise<string> =>
    (await spawnProcess(command, args, { cwd: ROOT, env: { ...env, SAM_CLI_TELEMETRY: '0' } })).tail.at(-1) ?? '';
  const [cpu] = cpus();
  return {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version.slice(1),
    sam: (await lastLine(sam, ['--version'])).replace(/^.*version /, ''),
    commit: await lastLine('git', ['rev-parse', '--short', 'HEAD']),
  };
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
  const { exitCode, tail } = await spawnProcess(command, args, { cwd: ROOT, env });
  if (exitCode !== 0) throw new Error(tail.join('\n'));
}

/** Returns what to show at the end. */
async function write(result: BenchResult, page: string): Promise<string> {
  const folder = join(import.meta.dirname, 'results');
  await mkdir(folder, { recursive: true });
  const name = result.startedAt.slice(0, 16).replaceAll(/[:T]/g, '-');
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  await writeFile(join(folder, `${name}.md`), page);
  return `\n${page}\nwritten to bench/results/${name}.json and .md`;
}

function say(line: string): void {
  console.log(line);
}

await main(process.argv.slice(2));
