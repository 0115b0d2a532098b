import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FORECASTS } from '../../src/release/forecast.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { runAction, runCli, runJson } from '../support/run-product.ts';

const root = join(import.meta.dirname, '../..');
const home = '111111111111';
let cloud: Cloud;
let folder: string;
let app: string;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1', 'us-west-2', 'us-east-1'] });
  for (const account of cloud.accounts) await cloud.createRole(account, 'sam-deploy');
});

afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-'));
  app = join(folder, 'orders');
  cpSync(join(root, 'examples/orders'), app, { recursive: true });
  cloud.clearCalls();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function change(marker: string): void {
  const file = join(app, 'src/orders.mjs');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n// ${marker}\n`);
}

/** Regions of the executed change sets, in order. In a new account the first one makes SAM's managed bucket. */
function executed(): readonly string[] {
  return cloud.calls.filter(({ action }) => action === 'ExecuteChangeSet').map(({ region }) => region);
}

describe('the example application in three regions and two accounts', () => {
  test('the action deploys it by OIDC, wave by wave, and every region answers with its own name', async () => {
    const run = await runAction(
      { command: 'deploy', config: 'multi-region.yml' },
      { cwd: app, env: cloud.githubEnv({ environment: 'prod' }) },
    );
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: 'succeeded', 'has-changes': 'true' } });
    const order = executed().slice(-3);
    expect(order[0]).toBe('eu-west-1');
    expect(order.slice(1).sort()).toEqual(['eu-central-1', 'us-west-2']);
    const outputs = JSON.parse(run.outputs['outputs'] ?? '') as Record<string, { api: { Url: string } }>;
    for (const region of ['eu-west-1', 'eu-central-1', 'us-west-2']) {
      const answer = await (await cloud.fetch(outputs[region]?.api.Url ?? '')).json();
      expect(answer).toMatchObject({ region, release: run.outputs['release'] });
    }
    expect(run.summary).toContain('```mermaid');
    expect(run.stdout).not.toMatch(/ASIA[A-Z0-9]{12}(?!.*add-mask)/);
  });

  test('the same again changes nothing and ends with 0', async () => {
    const { exitCode, result } = await runJson(['deploy', '--yes'], {
      cwd: app,
      env: cloud.githubEnv({ environment: 'prod' }),
    });
    expect(exitCode).toBe(0);
    expect(result.status).toBe('no-change');
    expect(executed()).toEqual([]);
    // Its artifacts lie elsewhere than those that are deployed; code that is the same is no change all the same.
    const planned = await runJson(['plan'], { cwd: app, env: cloud.githubEnv({ environment: 'prod' }) });
    expect(planned.result.plan?.instances.map(({ kind }) => kind)).toEqual(['no-change', 'no-change', 'no-change']);
  });

  test('a dry run shows the change and leaves no change set behind', async () => {
    change('dry');
    const { exitCode, result } = await runJson(['deploy', '--dry-run'], {
      cwd: app,
      env: cloud.githubEnv({ environment: 'prod' }),
    });
    expect({ exitCode, status: result.status }).toEqual({ exitCode: 0, status: 'planned' });
    expect(result.plan?.instances.map(({ kind }) => kind)).toEqual(['update', 'update', 'update']);
    expect(executed()).toEqual([]);
    const made = cloud.calls.filter(({ action }) => action === 'CreateChangeSet').length;
    expect(cloud.calls.filter(({ action }) => action === 'DeleteChangeSet')).toHaveLength(made);
    const written = cloud.calls.filter(({ action }) => action === 'PutObject').map(({ path }) => path);
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((path) => !path?.includes(`/${FORECASTS}/`))).toEqual([]);
  });

  test('a plan kept in a file is executed exactly, and a second run of it finds it done', async () => {
    change('planned');
    const env = cloud.githubEnv({ environment: 'prod' });
    const planned = await runJson(['plan', '--plan-file', 'plan.json'], { cwd: app, env });
    expect(planned.exitCode).toBe(0);
    cloud.clearCalls();
    const deployed = await runJson(['deploy', '--plan-file', 'plan.json', '--yes'], { cwd: app, env });
    expect(deployed.result.status).toBe('succeeded');
    expect(cloud.calls.filter(({ action }) => action === 'CreateChangeSet')).toEqual([]);
    expect(executed()).toHaveLength(3);

    cloud.clearCalls();
    const again = await runJson(['deploy', '--plan-file', 'plan.json', '--yes'], { cwd: app, env });
    expect([again.exitCode, again.result.status]).toEqual([0, 'no-change']);
    expect(executed()).toEqual([]);
  });

  test('a plan whose targets have moved since is refused everywhere', async () => {
    const env = cloud.githubEnv({ environment: 'prod' });
    change('approved');
    await runJson(['plan', '--plan-file', 'plan.json'], { cwd: app, env });
    change('hotfix');
    expect((await runJson(['deploy', '--yes', '--targets', 'us-west-2'], { cwd: app, env })).exitCode).toBe(0);
    cloud.clearCalls();
    const refused = await runCli(['deploy', '--plan-file', 'plan.json', '--yes', '--output', 'json'], {
      cwd: app,
      env,
    });
    expect(refused.exitCode).toBe(3);
    expect(refused.stdout).toContain('plan-moved');
    expect(executed()).toEqual([]);
  });

  test('a later job deploys the release by its id, without sources and without sam, and hides account ids when asked', async () => {
    const env = cloud.githubEnv({ environment: 'prod' });
    change('by id');
    const built = await runJson(['plan', '--plan-file', 'plan.json'], { cwd: app, env });
    const id = built.result.release?.id ?? '';
    rmSync(join(app, 'src'), { recursive: true });
    rmSync(join(app, '.aws-sam'), { recursive: true });
    rmSync(join(app, 'template.yaml'));
    cloud.clearCalls();
    const run = await runCli(
      [
        'deploy',
        '--yes',
        '--release',
        id,
        '--output',
        'json',
        '--junit-file',
        'out/junit.xml',
        '--mask-aws-account-id',
      ],
      {
        cwd: app,
        env,
        withSam: false,
      },
    );
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: 'succeeded', release: { id } });
    expect(executed()).toHaveLength(3);
    expect(run.stdout + run.stderr).not.toMatch(/111111111111|222222222222/);
    expect(readFileSync(join(app, 'out/junit.xml'), 'utf8').match(/<testcase /g)).toHaveLength(3);
  });

  test('without a terminal and without --yes nothing is deployed and nothing stays behind', async () => {
    change('unconfirmed');
    const run = await runCli(['deploy'], { cwd: app, env: cloud.githubEnv({ environment: 'prod' }) });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('--yes');
    expect(executed()).toEqual([]);
  });
});

describe('the small case: regions, role, stack name and template', () => {
  const inputs = {
    command: 'deploy',
    regions: 'eu-west-1\neu-central-1',
    'role-to-assume': `arn:aws:iam::${home}:role/sam-deploy`,
    'stack-name': 'small',
    template: 'template.yaml',
    parameters: 'Release=one',
  };

  test('needs nothing else, and a changed function reaches both regions', async () => {
    const env = cloud.githubEnv();
    rmSync(join(app, 'multi-region.yml'));
    expect(await runAction(inputs, { cwd: app, env })).toMatchObject({ exitCode: 0, outputs: { status: 'succeeded' } });
    cloud.clearCalls();
    change('v2');
    expect(await runAction(inputs, { cwd: app, env })).toMatchObject({ exitCode: 0, outputs: { status: 'succeeded' } });
    expect(executed()).toEqual(['eu-west-1', 'eu-central-1']);
  });

  test('status lists a region that the configuration forgot as an orphan, and remove deletes its stack', async () => {
    const env = cloud.env(home);
    const base = ['--regions', 'eu-west-1', '--stack-name', 'small', '--template', 'template.yaml'];
    const { result } = await runJson(['status', ...base], { cwd: app, env });
    expect(result.stacks?.map(({ region, kind }) => [region, kind])).toEqual([
      ['eu-west-1', 'deployed'],
      ['eu-central-1', 'orphan'],
    ]);
    const removed = await runJson(['remove', ...base, '--targets', 'eu-central-1', '--delete-stacks', '--yes'], {
      cwd: app,
      env,
    });
    expect(removed.exitCode).toBe(0);
    const after = await runJson(['status', ...base], { cwd: app, env });
    expect(after.result.stacks?.map(({ region }) => region)).toEqual(['eu-west-1']);
  });
});
