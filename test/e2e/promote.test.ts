import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../src/report/run-result.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { executed, type PlainApp, plainApp, plainTemplate, writes } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';

const regions = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let app: PlainApp;
let env: Record<string, string>;

/** A gate that passes while the file `good` is there. */
const configuration = `application: paused
stacks:
  app: { template: template.yaml }
environments:
  prod:
    targets: [${regions.join(', ')}]
    waves:
      - { name: first, targets: [eu-west-1] }
      - { name: rest, targets: [eu-central-1] }
    gates:
      - { name: file, command: { run: [test, -e, good], credentials: none }, when: [after] }
`;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
  env = cloud.env('111111111111');
  app = plainApp();
  app.write('multi-region.yml', configuration);
  app.write('good', '');
});

afterAll(async () => {
  app[Symbol.dispose]();
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => cloud.clearCalls());

async function run(...args: readonly string[]) {
  const { exitCode, result } = await runJson(args, { cwd: app.folder, env });
  return { exitCode, result, problems: (result as unknown as Partial<Refusal>).problems ?? [] };
}

describe('a rollout that waits after a wave', () => {
  let release = '';

  test('must say what becomes of what it leaves, and nothing is changed before', async () => {
    const refused = await run('deploy', '--yes', '--until', 'first');
    expect([refused.exitCode, refused.problems.map(({ code }) => code)]).toEqual([2, ['pause-undecided']]);
    const unknown = await run('deploy', '--yes', '--until', 'frist', '--leave');
    expect(unknown.problems[0]).toMatchObject({ code: 'unknown-phase', fix: [expect.stringContaining('first')] });
    const early = await run('promote', '--yes');
    expect(early.problems[0]).toMatchObject({ code: 'nothing-to-promote' });
    expect(writes(cloud)).toEqual([]);
  });

  test('deploys the first wave and stays open', async () => {
    const { exitCode, result } = await run('deploy', '--yes', '--until', 'first', '--leave');
    release = result.release?.id ?? '';
    expect({ exitCode, status: result.status }).toEqual({ exitCode: 0, status: 'paused' });
    expect(result.rollout).toMatchObject({ course: 'forward', paused: { after: 'first' }, release: { id: release } });
    expect(result.instances.map(({ target, state }) => [target, state])).toEqual([
      ['eu-west-1', 'succeeded'],
      ['eu-central-1', 'skipped'],
    ]);
  });

  test('is shown by status and keeps another release out', async () => {
    const { result } = await run('status');
    expect(result.rollout).toMatchObject({ course: 'forward', paused: { after: 'first' } });
    expect((await runCli(['status'], { cwd: app.folder, env })).stdout).toMatch(/waits after first since .*promote it/);
    app.write('other.yaml', 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n');
    app.write('other.yml', configuration.replace('template.yaml', 'other.yaml'));
    cloud.clearCalls();
    const refused = await run('deploy', '--yes', '--config', 'other.yml');
    expect([refused.exitCode, refused.problems[0]?.code]).toEqual([2, 'rollout-open']);
    expect(refused.problems[0]?.message).toContain(release);
    expect(executed(cloud)).toEqual([]);
  });

  test('is judged again before it goes on, and then takes the other targets', async () => {
    const { exitCode, result } = await run('promote', '--yes');
    expect({ exitCode, status: result.status, command: result.command }).toEqual({
      exitCode: 0,
      status: 'succeeded',
      command: 'promote',
    });
    expect(executed(cloud)).toEqual(['eu-central-1']);
    expect(result.gates?.map(({ target, moment, verdict }) => [target, moment, verdict])).toEqual([
      ['eu-west-1', 'after', 'pass'],
      ['eu-central-1', 'after', 'pass'],
    ]);
    expect(result.rollout?.course).toBe('closed');
    expect((await run('promote', '--yes')).problems[0]?.code).toBe('nothing-to-promote');
    expect((await run('abort', '--yes')).problems[0]?.code).toBe('nothing-open');
  });

  test('is given up by abort, and then another release may go', async () => {
    const paused = await run('deploy', '--yes', '--parameters', 'Mark=second', '--until', 'first', '--leave');
    expect(paused.result.status).toBe('paused');
    cloud.clearCalls();
    const dry = await run('abort', '--dry-run');
    expect([dry.result.status, writes(cloud)]).toEqual(['planned', []]);
    const aborted = await run('abort', '--yes');
    expect([aborted.exitCode, aborted.result.rollout?.course]).toEqual([0, 'failed']);
    expect((await run('promote', '--yes')).problems[0]?.code).toBe('nothing-to-promote');
    const next = await run('deploy', '--yes', '--config', 'other.yml');
    expect([next.exitCode, next.result.rollout?.course]).toEqual([0, 'closed']);
  });
});

test('a workflow run that began earlier is refused, unless somebody allows it or rolls back', async () => {
  const inRun = async (id: string, ...args: readonly string[]) => {
    const { exitCode, result } = await runJson([...args, '--yes'], {
      cwd: app.folder,
      env: { ...env, GITHUB_RUN_ID: id },
    });
    return { exitCode, codes: ((result as unknown as Partial<Refusal>).problems ?? []).map(({ code }) => code) };
  };
  const release = (name: string): void =>
    app.write('template.yaml', plainTemplate.replace('Default: first', `Default: ${name}`));
  release('young');
  expect(await inRun('200', 'deploy')).toMatchObject({ exitCode: 0 });
  cloud.clearCalls();
  release('old');
  expect(await inRun('100', 'deploy')).toEqual({ exitCode: 2, codes: ['older-release'] });
  expect(executed(cloud)).toEqual([]);
  expect(await inRun('100', 'deploy', '--allow-older')).toMatchObject({ exitCode: 0 });
  expect(await inRun('50', 'rollback', '--to', 'previous')).toMatchObject({ exitCode: 0 });
});

describe('a plan that is executed wave by wave', () => {
  const planned = ['--config', 'multi-region.yml', '--parameters', 'Mark=planned'] as const;
  const made = () => cloud.calls.filter(({ action }) => action === 'CreateChangeSet').map(({ region }) => region);

  test('keeps the change sets of the later waves, and bakes no wave twice', async () => {
    const plan = await run('plan', ...planned, '--plan-file', 'plan.json', '--until', 'first', '--leave');
    expect(plan.exitCode).toBe(0);
    cloud.clearCalls();
    const first = await run('deploy', '--yes', ...planned, '--plan-file', 'plan.json', '--until', 'first', '--leave');
    expect([first.result.status, executed(cloud), made()]).toEqual(['paused', ['eu-west-1'], []]);
    cloud.clearCalls();
    const rest = await run('deploy', '--yes', ...planned, '--plan-file', 'plan.json');
    expect([rest.exitCode, rest.result.status, executed(cloud)]).toEqual([0, 'succeeded', ['eu-central-1']]);
    // Only the stack that is done is asked whether anything is left to do.
    expect(made()).toEqual(['eu-west-1']);
    expect(rest.result.instances.map(({ state }) => state)).toEqual(['no-change', 'succeeded']);
    const shown = rest.result.plan?.instances.find(({ target }) => target === 'eu-central-1')?.changeSetId;
    expect(shown).toBe(plan.result.plan?.instances.find(({ target }) => target === 'eu-central-1')?.changeSetId);
  });

  test('refuses when a stack of an earlier wave was changed since', async () => {
    const others = ['--config', 'multi-region.yml', '--parameters', 'Mark=again'] as const;
    await run('plan', ...others, '--plan-file', 'plan.json');
    await run('deploy', '--yes', ...others, '--plan-file', 'plan.json', '--until', 'first', '--leave');
    await run('deploy', '--yes', '--supersede', '--targets', 'eu-west-1', '--parameters', 'Mark=hotfix');
    cloud.clearCalls();
    const refused = await run('deploy', '--yes', '--supersede', ...others, '--plan-file', 'plan.json');
    expect([refused.exitCode, refused.problems[0]?.code]).toEqual([3, 'plan-moved']);
    expect(executed(cloud)).toEqual([]);
  });
});

describe('verify', () => {
  test('asks the gates up to a wave', async () => {
    const { result } = await run('verify', '--until', 'first');
    expect(result.gates?.map(({ target, verdict }) => [target, verdict])).toEqual([['eu-west-1', 'pass']]);
    expect((await run('verify', '--until', 'frist')).problems[0]?.code).toBe('unknown-phase');
  });

  test('refuses an environment without gates, unless it may have none', async () => {
    app.write('bare.yml', configuration.slice(0, configuration.indexOf('    gates:')));
    expect((await run('verify', '--config', 'bare.yml')).problems[0]?.code).toBe('no-gates');
    const passed = await run('verify', '--config', 'bare.yml', '--allow-no-gates');
    expect([passed.exitCode, passed.result.status]).toEqual([0, 'succeeded']);
  });
});
