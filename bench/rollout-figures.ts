import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simulate } from '../test/simulation/run.ts';
import { drawPlainScenario, drawScenario } from '../test/simulation/scenario.ts';
import { REGIONS } from './application.ts';
import { atLeast, atMost } from './figures.ts';
import { median } from './measure.ts';
import type { Figure } from './model.ts';
import { type FigureContext, ours } from './single-figures.ts';

const REGION_COUNT = 4;
const STACK_SECONDS = 20;
const TURNS = 3;

/**
 * What deciding costs: gates before and after the wave, over the same deployment without any. What a rollout keeps cannot be
 * left out, so its time is in both; its calls are told by the names of the objects, and are counted as more.
 */
export async function rolloutOverhead(context: FigureContext): Promise<readonly Figure[]> {
  const { cloud } = context.bench;
  const server = createServer((_, answer) => void answer.end('good')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`;
  const gates = [{ http: url, when: ['before', 'bake', 'after'], expect: { status: 200 } }];
  const plain = { stackName: 'overhead', regions: REGION_COUNT, template: context.application.template };
  const times: Record<'plain' | 'gated', number[]> = { plain: [], gated: [] };
  const calls: Record<'plain' | 'gated', number> = { plain: 0, gated: 0 };
  let actions = '';
  try {
    await ours(plain, context);
    await cloud.configure({ stackSeconds: STACK_SECONDS });
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const kind of ['plain', 'gated'] as const) {
        await context.application.change();
        const run = await ours(kind === 'plain' ? plain : { ...plain, gates }, context);
        times[kind].push(run.wallSeconds);
        const perRegion = REGIONS.slice(1, REGION_COUNT).map((region) => {
          const own = cloud.calls.filter((call) => call.region === region);
          // Polls depend on how long a stack takes, not on what is kept.
          const counted = own.filter(({ action }) => !/^(DescribeStacks|DescribeEvents)$/.test(action));
          const kept = counted.filter(({ path }) => KEPT.test(path));
          if (kind === 'gated')
            actions = kept.map(({ action, path }) => `${action} ${KEPT.exec(path)?.[1]}`).join(', ');
          return kind === 'plain' ? counted.length - kept.length : counted.length;
        });
        calls[kind] = Math.max(...perRegion);
      }
    }
  } finally {
    await cloud.configure({ stackSeconds: 0 });
    server.close();
  }
  const [with_, without] = [median(times.gated) ?? Number.NaN, median(times.plain) ?? Number.NaN];
  const text = `a rollout with gates and no bake ÷ without gates, stacks of ${STACK_SECONDS} s, ${REGION_COUNT} regions in one wave`;
  const note = `medians of ${TURNS}: ${with_.toFixed(2)} s ÷ ${without.toFixed(2)} s`;
  return [
    atMost({ name: 'rollout-overhead', text, unit: 'x', note }, 1.05, with_ / without),
    atMost(
      {
        name: 'rollout-calls',
        text: 'calls for each target that gates, records and the open rollout add, regions after the first, polls left out',
        unit: 'calls',
        note: `${calls.gated} and ${calls.plain}; ${actions}`,
      },
      6,
      calls.gated - calls.plain,
    ),
  ];
}

/** Objects that a rollout keeps in a target, beside leases and artifacts. */
const KEPT = /sam-multi-region\/(records|rollouts|active|inventory)/;

/** What deciding itself needs, on a virtual clock: everything that the ports do is the simulated world's. */
export async function decisionCore(): Promise<readonly Figure[]> {
  const [seeds, cpu, calls] = [[99, 199, 299, 399, 499], [] as number[], [] as number[]];
  for (const seed of seeds) {
    const before = process.cpuUsage();
    const { world, processes } = await simulate(seed, undefined, drawPlainScenario(seed));
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1_000 / processes);
    calls.push(world.calls / processes);
  }
  return [
    {
      name: 'decision-core',
      text: 'CPU of one rollout of 500 targets, with the simulated world that it decides in',
      target: 'reported',
      unit: 'ms',
      measured: Math.round(median(cpu) ?? Number.NaN),
      note: `median of ${seeds.length}: ${Math.round(median(calls) ?? 0)} port calls a rollout`,
    },
  ];
}

const SIMULATED_MS = 20_000;
const USUAL_TARGETS = 8;

/** Rollouts in simulated worlds, faults and re-runs and all, of up to eight targets. */
export async function simulationSpeed(): Promise<readonly Figure[]> {
  let [processes, calls, seeds] = [0, 0, 0];
  const began = performance.now();
  for (let seed = 1; performance.now() - began < SIMULATED_MS; seed += 1) {
    const scenario = drawScenario(seed);
    if (scenario.environment.targets.length > USUAL_TARGETS) continue;
    const run = await simulate(seed, undefined, scenario);
    processes += run.processes;
    calls += run.world.calls;
    seeds += 1;
  }
  const seconds = (performance.now() - began) / 1_000;
  const what = `simulated rollouts of up to ${USUAL_TARGETS} targets`;
  const note = `${seeds} seeds, ${processes} rollouts with their re-runs, ${calls} port calls in ${seconds.toFixed(1)} s`;
  return [
    atLeast(
      { name: 'simulated-rollouts', text: `${what}, re-runs counted`, unit: 'a minute', note },
      10_000,
      Math.round((processes / seconds) * 60),
    ),
    {
      name: 'simulated-calls',
      text: `port calls in ${what}`,
      target: 'reported',
      unit: 'a second',
      measured: Math.round(calls / seconds),
    },
  ];
}
