import { expect, test } from '@jest/globals';
import { createDeploymentRecords } from '../../src/github/deployment-records.ts';
import type { WorkflowRun } from '../../src/github/reports.ts';
import type { Options } from '../../src/options/values.ts';
import { realClock } from '../../src/real-clock.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { InstanceResult } from '../../src/report/run-result.ts';
import { instance, plan, planned, result, timed } from '../unit/report/samples.ts';
import { refusal } from './index.ts';
import { useGitHub } from './room.ts';

const room = useGitHub();

const sha = '1234567890123456789012345678901234567890';
const runOne: WorkflowRun = { number: 1, sha, commit: sha, runUrl: 'https://github.com/acme/orders/actions/runs/1' };
const targets = ['eu-west-1', 'us-east-1'];

/** A run that deploys, as its events tell it. */
async function deploy(
  instances: readonly InstanceResult[],
  more: {
    command?: string;
    options?: Options;
    run?: WorkflowRun;
    dryRun?: boolean;
    refused?: boolean;
    begun?: readonly string[];
    targets?: readonly string[];
  } = {},
): Promise<readonly string[]> {
  const told: string[] = [];
  const all = more.targets ?? targets;
  const renderer = createDeploymentRecords(more.options ?? {}, {
    connect: () => room.client(),
    clock: realClock,
    signal: new AbortController().signal,
    say: (text) => void told.push(text),
    warn: (text) => void told.push(text),
    run: more.run ?? runOne,
  });
  const command = more.command ?? 'deploy';
  const begun =
    more.begun ??
    instances.filter(({ state }) => state !== 'no-change' && state !== 'skipped').map(({ target }) => target);
  const events: RunEvent[] = [
    {
      type: 'run.started',
      command,
      version: '1',
      application: 'orders',
      environment: 'prod',
      targets: all,
      dryRun: more.dryRun ?? false,
    },
    { type: 'plan.ready', plan: plan(all.map((target) => planned('api', target))) },
    ...begun.map(
      (target): RunEvent => ({
        type: 'instance.state',
        instance: `api@${target}`,
        target,
        stack: 'api',
        state: 'executing',
      }),
    ),
    more.refused
      ? { type: 'run.refused', refusal: { schema: 1, command, status: 'refused', problems: [], exitCode: 1 } }
      : { type: 'run.finished', result: result(instances, { command }) },
  ];
  for (const event of events) renderer.event(timed(event));
  await renderer.close?.();
  return told;
}

/** `environment: states`, in the order in which they were made. */
const seen = () =>
  [...room.api.world.deployments.values()].map(
    ({ environment, statuses }) => `${environment}: ${statuses.map(({ state }) => state).join(' ')}`,
  );
const api = (target: string, more: Partial<InstanceResult> = {}) => instance('api', target, more);

test('each target has a record of the commit with its state and address', async () => {
  const outputs = { Queue: 'https://sqs.eu-west-1.amazonaws.com/1/q', ApiUrl: 'https://api.example.com/' };
  expect(await deploy([api('eu-west-1', { outputs }), api('us-east-1', { state: 'failed' })])).toEqual([]);
  expect(seen()).toEqual(['prod/eu-west-1: in_progress success', 'prod/us-east-1: in_progress failure']);
  const [first] = [...room.api.world.deployments.values()];
  expect(first).toMatchObject({ sha, environment: 'prod/eu-west-1' });
  expect(first?.statuses.at(-1)).toMatchObject({ environmentUrl: 'https://api.example.com/', logUrl: runOne.runUrl });
});

test('the address may be named, with its stack or without', async () => {
  const outputs = { Queue: 'https://queue.example.com/', ApiUrl: 'https://api.example.com/' };
  await deploy([api('eu-west-1', { outputs })], { options: { 'deployment-url': 'Queue' }, targets: ['eu-west-1'] });
  await deploy([api('eu-west-1', { outputs })], {
    options: { 'deployment-url': 'api.Queue' },
    run: { ...runOne, number: 2 },
    targets: ['eu-west-1'],
  });
  const urls = [...room.api.world.deployments.values()].map(({ statuses }) => statuses[1]?.environmentUrl);
  expect(urls).toEqual(['https://queue.example.com/', 'https://queue.example.com/']);
});

test('what is rolled back is inactive, and what was there before stays active', async () => {
  await deploy([api('eu-west-1'), api('us-east-1')]);
  await deploy([api('eu-west-1', { state: 'rolled-back' }), api('us-east-1', { state: 'rolled-back' })], {
    run: { ...runOne, number: 2 },
  });
  expect(seen()).toEqual([
    'prod/eu-west-1: in_progress success',
    'prod/us-east-1: in_progress success',
    'prod/eu-west-1: in_progress inactive',
    'prod/us-east-1: in_progress inactive',
  ]);
});

test('a rollback by hand is a deployment of what is back, and the one it left is inactive', async () => {
  await deploy([api('eu-west-1'), api('us-east-1')]);
  await deploy([api('eu-west-1', { state: 'rolled-back' }), api('us-east-1', { state: 'no-change' })], {
    command: 'rollback',
    run: { ...runOne, number: 2 },
  });
  expect(seen()).toEqual([
    'prod/eu-west-1: in_progress success inactive',
    'prod/us-east-1: in_progress success',
    'prod/eu-west-1: in_progress success',
  ]);
});

test('a rollback in the run that deployed has a record of its own', async () => {
  await deploy([api('eu-west-1')], { targets: ['eu-west-1'] });
  await deploy([api('eu-west-1', { state: 'rolled-back' })], { targets: ['eu-west-1'], command: 'rollback' });
  expect(seen()).toEqual(['prod: in_progress success inactive', 'prod: in_progress success']);
});

test('a job whose environment made a deployment gets no second one; another run’s does not count', async () => {
  const { deployments } = room.api.world;
  const made = (id: number, run: number) => ({
    id,
    sha,
    ref: 'main',
    task: 'deploy',
    environment: 'prod',
    description: null,
    payload: {},
    transient: false,
    production: false,
    creator: { login: 'github-actions[bot]', id: 1, type: 'Bot' as const },
    statuses: [
      {
        id: id + 1,
        state: 'in_progress',
        description: '',
        environmentUrl: '',
        logUrl: `https://github.com/acme/orders/actions/runs/${run}/job/5`,
      },
    ],
  });
  deployments.set(10, made(10, 1));
  await deploy([api('eu-west-1')], { targets: ['eu-west-1'] });
  expect(seen()).toEqual(['prod: in_progress']);
  await deploy([api('eu-west-1')], { targets: ['eu-west-1'], run: { ...runOne, number: 11 } });
  expect(seen()).toEqual(['prod: in_progress', 'prod: in_progress success']);
});

test('a job that is run again continues its own records', async () => {
  await deploy([api('eu-west-1', { state: 'failed' })], { targets: ['eu-west-1'] });
  await deploy([api('eu-west-1')], { targets: ['eu-west-1'] });
  expect(seen()).toEqual(['prod: in_progress failure in_progress success']);
});

test('what was not touched has no record; a target where nothing had to change has', async () => {
  await deploy([api('eu-west-1', { state: 'no-change' }), api('us-east-1', { state: 'skipped' })]);
  expect(seen()).toEqual(['prod/eu-west-1: success']);
});

test('a run without a result leaves nothing in progress', async () => {
  await deploy([], { refused: true, begun: ['eu-west-1'] });
  expect(seen()).toEqual(['prod/eu-west-1: in_progress error']);
});

test('a dry run, and one whose commit nobody knows, record nothing', async () => {
  await deploy([api('eu-west-1')], { dryRun: true });
  expect(room.api.requests).toEqual([]);
});

test('what GitHub refuses is told once, with what to do, and nothing more is asked', async () => {
  room.api.inject({
    operation: 'createDeployment',
    answer: refusal(403, 'Resource not accessible by integration'),
    times: 100,
  });
  const told = await deploy([api('eu-west-1'), api('us-east-1')]);
  expect(told).toEqual([expect.stringContaining('`deployments: write`')]);
  expect(room.api.requests.filter(({ operation }) => operation === 'createDeployment')).toHaveLength(1);
});

test('more targets than GitHub has requests for are told, and not begun', async () => {
  const many = Array.from({ length: 101 }, (_, index) => `t${index}`);
  expect(
    await deploy(
      many.map((target) => api(target)),
      { targets: many },
    ),
  ).toEqual([expect.stringContaining('101 targets')]);
  expect(room.api.requests).toEqual([]);
});
