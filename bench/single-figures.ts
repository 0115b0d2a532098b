import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Application, REGIONS, writeConfiguration } from './application.ts';
import type { Command, Tools } from './contenders.ts';
import { atMost } from './figures.ts';
import { largeApplication } from './large-artifact.ts';
import { type Bench, countBy, type Measured, measure, median } from './measure.ts';
import type { Figure } from './model.ts';
import { githubDeployCommand } from './peer.ts';

export interface FigureContext {
  readonly bench: Bench;
  readonly tools: Tools;
  readonly application: Application;
}

/** Figures that need a situation of their own, by the name that `--figure` takes. */
export const SINGLE_FIGURES: Readonly<Record<string, (context: FigureContext) => Promise<readonly Figure[]>>> = {
  'cpu-per-target': cpuPerTarget,
  'realistic-times': realisticTimes,
  'calls-per-target': callsPerTarget,
  'start-up': startUp,
  'large-artifact': largeArtifact,
  'rollout-overhead': async (context) => (await import('./rollout-figures.ts')).rolloutOverhead(context),
  'decision-core': async () => (await import('./rollout-figures.ts')).decisionCore(),
  'simulated-rollouts': async () => (await import('./rollout-figures.ts')).simulationSpeed(),
};

interface Deployment {
  readonly stackName: string;
  readonly regions: number;
  readonly template: string;
  readonly parameters?: string;
  readonly gates?: readonly object[];
}

/** One deployment by this project. @throws Error when it fails */
export async function ours(deployment: Deployment, { bench, tools }: FigureContext): Promise<Measured> {
  const folder = join(bench.folder, deployment.stackName);
  await mkdir(folder, { recursive: true });
  const regions = REGIONS.slice(0, deployment.regions);
  const config = await writeConfiguration({ ...deployment, folder, regions, oneWave: true });
  const args = [tools.node, tools.bundle, 'deploy', '--config', config, '--build', 'never', '--yes'];
  const parameters = deployment.parameters === undefined ? [] : ['--parameters', deployment.parameters];
  const measured = await measure({ args: [...args, ...parameters], env: {} }, bench);
  if (measured.exitCode !== 0) throw new Error(`${deployment.stackName}: ${measured.problem ?? measured.exitCode}`);
  return measured;
}

async function packaged({ bench, tools, application }: FigureContext): Promise<{ file: string; run: Measured }> {
  const file = join(bench.folder, 'packaged.yaml');
  const args = [tools.sam, 'package', '--template-file', application.template, '--resolve-s3'];
  const command: Command = { args: [...args, '--region', REGIONS[0], '--output-template-file', file], env: {} };
  return { file, run: await measure(command, bench) };
}

/** From a packaged template, so that `sam` does not run: the slope between 2 and 16 targets. */
async function cpuPerTarget(context: FigureContext): Promise<readonly Figure[]> {
  const { file } = await packaged(context);
  const [few, many] = [2, 16];
  const cpu = async (regions: number): Promise<number> => {
    const deployment = { stackName: `cpu-${regions}`, regions, template: file };
    await ours({ ...deployment, parameters: 'Marker=0' }, context);
    const runs: number[] = [];
    for (const marker of [1, 2, 3]) {
      runs.push((await ours({ ...deployment, parameters: `Marker=${marker}` }, context)).cpuSeconds);
    }
    return median(runs) ?? Number.NaN;
  };
  const [least, most] = [await cpu(few), await cpu(many)];
  const note = `median of 3 changes: ${few} targets ${least.toFixed(2)} s, ${many} targets ${most.toFixed(2)} s`;
  const text = 'our own CPU for each target added, packaging left out';
  return [atMost({ name: 'cpu-per-target', text, unit: 'ms', note }, 60, ((most - least) / (many - few)) * 1000)];
}

const REALISTIC = { latencyMs: 50, changeSetSeconds: 5, stackSeconds: 20 };
const INSTANT = { latencyMs: 0, changeSetSeconds: 0, stackSeconds: 0 };

/**
 * 50 ms a call, change sets that take 5 s, stacks that take 20 s: what is left is what AWS itself needs. Measured twice
 * in each turn: after a deployment that took no time, so that the duration of last time misleads, and once more after
 * that, as a person's second deployment is.
 */
async function realisticTimes(context: FigureContext): Promise<readonly Figure[]> {
  const { cloud } = context.bench;
  const deployment = { stackName: 'realistic', regions: 8, template: context.application.template };
  const sam: number[] = [];
  const situations = [
    { name: 'realistic-times', after: 'a deployment that took no time', own: [] as number[], polls: [] as number[] },
    {
      name: 'realistic-times-again',
      after: 'one under the same conditions',
      own: [] as number[],
      polls: [] as number[],
    },
  ];
  for (let turn = 0; turn < 3; turn += 1) {
    await context.application.change();
    await ours(deployment, context);
    try {
      await cloud.configure(REALISTIC);
      await context.application.change();
      sam.push((await packaged(context)).run.wallSeconds);
      for (const { own, polls } of situations) {
        await context.application.change();
        own.push((await ours(deployment, context)).wallSeconds);
        polls.push(pollsOf(cloud));
      }
    } finally {
      await cloud.configure(INSTANT);
    }
  }
  const packaging = median(sam) ?? Number.NaN;
  const times = situations.map(({ name, after, own }) => {
    const mine = median(own) ?? Number.NaN;
    const text = `50 ms a call, change sets 5 s, stacks 20 s, 8 regions in one wave, after ${after}: ours ÷ (one sam package + 25 s)`;
    const note = `medians of ${own.length}: ${mine.toFixed(1)} s ÷ (${packaging.toFixed(1)} s + 25 s)`;
    return atMost({ name, text, unit: 'x', note }, 1.1, mine / (packaging + 25));
  });
  const most = Math.max(...situations.flatMap(({ polls }) => polls));
  const text = 'polls of a stack that takes 20 s, for each 2 s';
  const note = `at most ${most} calls in 20 s in a region`;
  return [...times, atMost({ name: 'polls', text, unit: '', note }, 1, most / 10)];
}

/** Reads of a stack while it runs, in the region that was asked most often. */
function pollsOf({ calls }: FigureContext['bench']['cloud']): number {
  const perRegion = REGIONS.slice(0, 8).map((region) => {
    const own = calls.filter((call) => call.service === 'cloudformation' && call.region === region);
    const executed = own.find(({ action }) => action === 'ExecuteChangeSet')?.time ?? Number.POSITIVE_INFINITY;
    return own.filter(({ action, time }) => time > executed && /^Describe|^List|^Get/.test(action)).length;
  });
  return Math.max(...perRegion);
}

/** What records and the open rollout may add to the calls of a target (issue 4), which cannot be left out. */
const CALLS_OF_ROLLOUT = 6;

/**
 * The regions after the first, each alike, and the first one: there `sam package` makes its calls, the release is kept,
 * and what is asked once a run is asked.
 */
async function callsPerTarget(context: FigureContext): Promise<readonly Figure[]> {
  const deployment = { stackName: 'calls', regions: 8, template: context.application.template };
  await ours(deployment, context);
  await context.application.change();
  const figures: Figure[] = [];
  for (const { name, what, limit } of [
    { name: 'calls-change', what: 'change', limit: 16 + CALLS_OF_ROLLOUT },
    { name: 'calls-no-change', what: 'no change', limit: 10 + CALLS_OF_ROLLOUT },
  ]) {
    const { callsByRegion } = await ours(deployment, context);
    const [first = Number.NaN, ...others] = REGIONS.slice(0, 8).map((region) => callsByRegion[region] ?? 0);
    const text = (which: string): string =>
      `AWS calls for each target with those of the rollout, one artifact, stacks that take no time, ${what}, ${which}`;
    const actions = countBy(
      context.bench.cloud.calls.filter(({ region }) => region === REGIONS[0]),
      ({ action }) => action,
    );
    const list = Object.entries(actions).map(([action, count]) => (count === 1 ? action : `${count} ${action}`));
    const each = { name, text: text('regions after the first'), unit: 'calls', note: others.join(', ') };
    const packaging = {
      name: `${name}-first`,
      text: text('first region, with those of sam package'),
      unit: 'calls',
      note: list.join(', '),
    };
    figures.push(atMost(each, limit, Math.max(...others)), atMost(packaging, limit, first));
  }
  return figures;
}

/** Time from the start of the process to its first call of AWS; the peer's bundle in the same way. */
async function startUp(context: FigureContext): Promise<readonly Figure[]> {
  const { bench, tools } = context;
  const { file } = await packaged(context);
  const text = 'start-up of the bundle to its first call, ours ÷ aws-cloudformation-github-deploy';
  const own: number[] = [];
  const peer: number[] = [];
  await ours({ stackName: 'start', regions: 1, template: file }, context);
  for (let turn = 0; turn < 5; turn += 1) {
    own.push((await ours({ stackName: 'start', regions: 1, template: file }, context)).firstCallMs ?? Number.NaN);
    if (tools.cfd === undefined) continue;
    const command = await githubDeployCommand(
      { ...tools, cfd: tools.cfd },
      bench.folder,
      'start-peer',
      file,
      REGIONS[0],
    );
    peer.push((await measure(command, bench)).firstCallMs ?? Number.NaN);
  }
  const [mine, theirs] = [median(own), median(peer)];
  const shown = `median of 5: ours ${mine?.toFixed(0)} ms, peer ${theirs === undefined ? 'not measured (--cfd)' : `${theirs.toFixed(0)} ms`}`;
  const value = mine === undefined || theirs === undefined ? undefined : mine / theirs;
  return [atMost({ name: 'start-up', text, unit: 'x', note: shown }, 1, value)];
}

async function largeArtifact(context: FigureContext): Promise<readonly Figure[]> {
  const application = await largeApplication(join(context.bench.folder, 'large'), 200);
  const run = await ours({ stackName: 'large', regions: 8, template: application }, context);
  const text = 'peak memory, an artifact of 200 MB to 8 regions';
  const note = `with sam and all other processes: ${Math.round(run.treePeakBytes / 2 ** 20)} MB; ${run.wallSeconds.toFixed(1)} s`;
  return [atMost({ name: 'large-artifact', text, unit: 'MB', note }, 250, Math.round(run.ownPeakBytes / 2 ** 20))];
}
