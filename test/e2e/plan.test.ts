import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { RunResult } from '../../src/report/events.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp, plainTemplate, writes } from '../support/plain-app.ts';
import { type RunOptions, runJson } from '../support/run-product.ts';

jest.setTimeout(180_000);

const account = '111111111111';
const regions = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions });
  app = plainApp();
});
afterAll(async () => {
  app?.[Symbol.dispose]();
  await cloud?.[Symbol.asyncDispose]();
});
beforeEach(() => cloud.clearCalls());

const to = ['--regions', regions.join(','), '--stack-name', 'shop'];
const run = (args: readonly string[], more: Partial<RunOptions> = {}) =>
  runJson([...args, ...to], { cwd: app.folder, env: cloud.env(account), withSam: false, ...more });
const planned = ({ plan }: RunResult) => plan?.instances.map(({ kind }) => kind);

test.each([[['plan']], [['deploy', '--dry-run', '--yes']]])(
  'before the first deployment, %j writes nothing: no bucket, no lease, no change set',
  async (args) => {
    const { exitCode, result } = await run(args);
    expect(writes(cloud)).toEqual([]);
    expect(exitCode).toBe(0);
    expect(planned(result)).toEqual(['predicted', 'predicted']);
    expect(result.plan?.instances[0]?.notes).toEqual([expect.stringContaining('the stack is new')]);
  },
);

test('a plan that is kept makes what it needs, and another plan beside it leaves it whole', async () => {
  const kept = await run(['plan', '--plan-file', 'plan.json']);
  expect(planned(kept.result)).toEqual(['create', 'create']);
  cloud.clearCalls();
  const other = await run(['plan']);
  expect(planned(other.result)).toEqual(['create', 'create']);
  // Its own change sets, and nothing else: no lease, no stack of the other's.
  expect(writes(cloud).toSorted()).toEqual(
    regions.flatMap((region) => [`${region} CreateChangeSet`, `${region} DeleteChangeSet`]).toSorted(),
  );
  const deployed = await run(['deploy', '--plan-file', 'plan.json', '--yes']);
  expect([deployed.exitCode, deployed.result.instances.map(({ state }) => state)]).toEqual([
    0,
    ['succeeded', 'succeeded'],
  ]);
});

test('a plan does not wait for a deployment that is under way, nor disturb it', async () => {
  app.write('template.yaml', plainTemplate.replace('DisplayName: !Ref Mark', 'DisplayName: another'));
  cloud.configure({ stackSeconds: 20 });
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const deployment = run(['deploy', '--yes'], {
    onStart: ({ onOutput }) => onOutput((text) => text.includes('UPDATE_IN_PROGRESS') && resolve()),
  });
  await Promise.race([underWay, deployment]);
  const { exitCode, result } = await run(['plan']);
  const deployed = await deployment;
  expect(exitCode).toBe(0);
  // Whoever waits would find no change in the stack.
  const busy = result.plan?.instances.find(({ kind }) => kind === 'predicted');
  expect(busy?.notes).toEqual([expect.stringContaining('UPDATE_IN_PROGRESS')]);
  expect(deployed.result.instances.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
});
