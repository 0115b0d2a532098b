import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RunResult } from '../../src/report/run-result.ts';
import { HELD_SECONDS } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type LocalGitHub, startGitHub } from '../github/index.ts';
import { addPull } from '../github/room.ts';
import { type PlainApp, plainApp, plainTemplate, writes } from '../support/plain-app.ts';
import { type RunOptions, runAction, runJson } from '../support/run-product.ts';

const account = '111111111111';
const regions = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let app: PlainApp;
let api: LocalGitHub;

beforeAll(async () => {
  cloud = await startCloud({ regions });
  app = plainApp();
  api = await startGitHub();
});
afterAll(async () => {
  app?.[Symbol.dispose]();
  await api?.close();
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

/** What the runner sets for a job that deploys a commit. */
const jobEnv = () => ({
  ...cloud.env(account),
  GITHUB_API_URL: api.url,
  GITHUB_TOKEN: api.token,
  GITHUB_REPOSITORY: 'acme/orders',
  GITHUB_RUN_ID: '1',
  GITHUB_SHA: 'c'.repeat(40),
});

test('a plan that is kept makes what it needs, another beside it leaves it whole, and its deployment is recorded on GitHub', async () => {
  const kept = await run(['plan', '--plan-file', 'plan.json']);
  expect(planned(kept.result)).toEqual(['create', 'create']);
  cloud.clearCalls();
  const other = await run(['plan']);
  expect(planned(other.result)).toEqual(['create', 'create']);
  // Its own change sets, and nothing else: no lease, no stack of the other's.
  expect(writes(cloud).toSorted()).toEqual(
    regions.flatMap((region) => [`${region} CreateChangeSet`, `${region} DeleteChangeSet`]).toSorted(),
  );
  const deployed = await run(['deploy', '--plan-file', 'plan.json', '--yes', '--deployments'], { env: jobEnv() });
  expect([deployed.exitCode, deployed.result.instances.map(({ state }) => state)]).toEqual([
    0,
    ['succeeded', 'succeeded'],
  ]);
  const records = [...api.world.deployments.values()];
  expect(
    records.map(({ sha, environment, statuses }) => [sha, environment, statuses.map(({ state }) => state)]),
  ).toEqual(regions.map((region) => ['c'.repeat(40), `default/${region}`, ['in_progress', 'success']]));
  expect(api.problems).toEqual([]);
});

test('a plan does not wait for a deployment that is under way, nor disturb it', async () => {
  app.write('template.yaml', plainTemplate.replace('DisplayName: !Ref Mark', 'DisplayName: another'));
  await cloud.configure({ stackSeconds: HELD_SECONDS });
  const { promise: underWay, resolve } = Promise.withResolvers<void>();
  const deployment = run(['deploy', '--yes'], {
    onStart: ({ onOutput }) => onOutput((text) => text.includes('UPDATE_IN_PROGRESS') && resolve()),
  });
  await Promise.race([underWay, deployment]);
  // Whoever waits for the deployment waits for an hour.
  const { exitCode, result } = await run(['plan']);
  await cloud.configure({ stackSeconds: 0 });
  const deployed = await deployment;
  expect(exitCode).toBe(0);
  const busy = result.plan?.instances.find(({ kind }) => kind === 'predicted');
  expect(busy?.notes).toEqual([expect.stringContaining('UPDATE_IN_PROGRESS')]);
  expect(deployed.result.instances.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
});

test('the action tells the plan in one comment on the pull request, what cannot be planned too, and leaves nothing behind', async () => {
  addPull(api, 7);
  const env = { ...jobEnv(), GITHUB_REF: 'refs/pull/7/merge' };
  const inputs = { command: 'plan', regions: regions.join(','), 'stack-name': 'shop', comment: 'true' };
  const plan = (more: Readonly<Record<string, string>> = {}) =>
    runAction({ ...inputs, 'github-token': api.token, ...more }, { cwd: app.folder, env, withSam: false });
  const bodies = () => [...api.world.comments.values()].map(({ body }) => body);

  app.write('template.yaml', plainTemplate);
  const hostile = '::error::x`{{ github.token }}` <img src=x> @everyone';
  const first = await plan({ parameters: `Mark=${hostile}` });
  expect([first.exitCode, first.stdout]).toEqual([0, expect.not.stringMatching(/^\s*::error/m)]);
  expect(bodies()).toEqual([expect.stringContaining('## Plan of shop for ')]);
  expect(bodies()[0]).toContain('2 stacks in 2 targets: 2 to update.');
  expect(bodies()[0]).toMatch(/<code>Mark<\/code> \| .*&#96;\{\{ github.token }}&#96; &lt;img src=x&gt;/);

  expect(writes(cloud).toSorted()).toEqual(
    regions.flatMap((region) => [`${region} CreateChangeSet`, `${region} DeleteChangeSet`]).toSorted(),
  );

  app.write('template.yaml', plainTemplate.replace('!Ref Mark', '!Ref Nothing'));
  expect((await plan()).exitCode).not.toBe(0);
  expect(bodies()).toEqual([expect.stringContaining('❌')]);
  expect(bodies()[0]).toContain('Nothing');
  app.write('template.yaml', plainTemplate);

  const refused = await plan({ comment: 'seven' });
  expect([refused.exitCode, refused.stdout.includes('no number of a pull request')]).toEqual([2, true]);
  expect(api.problems).toEqual([]);
});

test('a plan that is kept by its id is executed by a run that has no sources; another id and other parameters are refused', async () => {
  const kept = await run(['plan', '--keep-plan', '--parameters', 'Mark=kept']);
  const [, id = ''] = /deploy --plan ([0-9a-f]{16})$/.exec(kept.result.notes.join()) ?? [];
  expect([planned(kept.result), id]).toEqual([['update', 'update'], expect.stringMatching(/^[0-9a-f]{16}$/)]);
  using elsewhere = emptyFolder();
  const other = { cwd: elsewhere.path };
  expect((await run(['deploy', '--yes', '--plan', '0123456789abcdef'], other)).stdout).toContain('"plan-unknown"');
  cloud.clearCalls();
  // Parameters are a part of what was planned: with others it is another deployment.
  expect((await run(['deploy', '--yes', '--plan', id], other)).exitCode).toBe(3);
  expect(writes(cloud).filter((text) => text.endsWith('ExecuteChangeSet'))).toEqual([]);
  const deployed = await run(['deploy', '--yes', '--plan', id, '--parameters', 'Mark=kept'], other);
  expect([deployed.exitCode, deployed.result.instances.map(({ state }) => state)]).toEqual([
    0,
    ['succeeded', 'succeeded'],
  ]);
  expect(writes(cloud).filter((text) => text.endsWith('CreateChangeSet'))).toEqual([]);
});

function emptyFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'empty-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}
