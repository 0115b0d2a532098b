import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Refusal } from '../../src/report/run-result.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';
import { createZone, NAME, weightedRecord, type Zone } from '../support/traffic-app.ts';

const HOUR = 3_600_000;
let cloud: Cloud;
let app: PlainApp;
let zone: Zone;
let env: Record<string, string>;

const configuration = `application: paused
stacks:
  app: { template: template.yaml }
environments:
  prod:
    targets:
      eu-west-1: { account: "111111111111", weight: 100 }
      eu-central-1: { account: "111111111111", weight: 100 }
    waves:
      - { name: first, targets: [eu-west-1] }
      - { name: rest, targets: [eu-central-1] }
    traffic: { driver: route53, zone: example.com, name: ${NAME}, settle: 0s, revert-role: reverter }
    failover: { mechanism: command, command: "true" }
`;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1', 'us-east-1'] });
  env = cloud.env('111111111111');
  app = plainApp();
  app.write('multi-region.yml', configuration);
  zone = await createZone(cloud);
  await zone.change(
    'CREATE',
    weightedRecord('eu-west-1', 100, 'a.example'),
    weightedRecord('eu-central-1', 100, 'b.example'),
  );
  const Principal = { Service: 'scheduler.amazonaws.com' };
  const trust = { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  const Resource = `arn:aws:route53:::hostedzone/${zone.id}`;
  const policies = [{ Statement: [{ Effect: 'Allow', Action: 'route53:ChangeResourceRecordSets', Resource }] }];
  await cloud.createRole('111111111111', 'reverter', { trust, policies });
  // The first deployment: who is paused must have somewhere to send the traffic to.
  const first = await run('deploy', '--yes');
  if (first.exitCode !== 0) throw new Error(JSON.stringify(first.result));
});

afterAll(async () => {
  zone.close();
  app[Symbol.dispose]();
  await cloud[Symbol.asyncDispose]();
});

async function run(...args: readonly string[]) {
  const { exitCode, result, stderr } = await runJson(args, { cwd: app.folder, env });
  return { exitCode, result, said: stderr, problems: (result as unknown as Partial<Refusal>).problems ?? [] };
}

async function weights(): Promise<Readonly<Record<string, number>>> {
  const { result } = await run('status');
  return Object.fromEntries((result.weights?.targets ?? []).map(({ target, weightBefore }) => [target, weightBefore]));
}

const pausing = (mark: string): readonly string[] => [
  'deploy',
  '--yes',
  '--parameters',
  `Mark=${mark}`,
  '--until',
  'first',
];

test('a rollout that nobody promotes loses its traffic at the time that was said, and promote raises it again', async () => {
  const paused = await run(...pausing('second'), '--revert-after', '2h');
  expect([paused.exitCode, paused.result.status]).toEqual([0, 'paused']);
  expect(paused.result.rollout).toMatchObject({ revert: { targets: ['eu-west-1'], region: 'us-east-1' } });
  expect((await runCli(['status'], { cwd: app.folder, env })).stdout).toMatch(/else traffic leaves eu-west-1 at/);

  expect(await cloud.passTime(HOUR)).toEqual({});
  expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
  expect(Object.values(await cloud.passTime(2 * HOUR))).toEqual(['done']);
  expect(await weights()).toEqual({ 'eu-west-1': 0, 'eu-central-1': 100 });

  const late = await run('promote', '--yes', '--parameters', 'Mark=second');
  expect([late.exitCode, late.result.status]).toEqual([0, 'succeeded']);
  expect(late.said).toMatch(/has taken effect: traffic left eu-west-1; it is raised again/);
  expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
});

test('promote takes the revert away before it moves any weight, and nothing strikes later', async () => {
  const paused = await run(...pausing('third'), '--revert-after', '2h');
  expect(paused.result.status).toBe('paused');
  cloud.clearCalls();
  const promoted = await run('promote', '--yes', '--parameters', 'Mark=third');
  expect([promoted.exitCode, promoted.result.status]).toEqual([0, 'succeeded']);
  expect(promoted.said).not.toMatch(/revert/);
  const actions = cloud.calls.map(({ action }) => action);
  const [deleted, moved] = [actions.indexOf('DeleteSchedule'), actions.indexOf('ExecuteChangeSet')];
  expect(deleted).toBeGreaterThan(-1);
  expect(deleted).toBeLessThan(moved);
  expect(await cloud.passTime(10 * HOUR)).toEqual({});
  expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
});

test('a revert changes nothing when somebody changed a weight meanwhile, and abort says that it is gone', async () => {
  await run(...pausing('fourth'), '--revert-after', '2h');
  await zone.change('DELETE', weightedRecord('eu-west-1', 100, 'a.example'));
  await zone.change('CREATE', weightedRecord('eu-west-1', 50, 'a.example'));
  expect(Object.values(await cloud.passTime(3 * HOUR))).toEqual([expect.not.stringMatching(/^done$/)]);
  expect(await weights()).toEqual({ 'eu-west-1': 50, 'eu-central-1': 100 });
  const aborted = await run('abort', '--yes');
  expect([aborted.exitCode, aborted.result.rollout?.revert]).toEqual([0, undefined]);
  expect(aborted.said).toMatch(/is not scheduled any more/);
});

test('a rollout that is not sure of its revert does not wait, and abort still takes away what may be there', async () => {
  const stop = cloud.fault({ service: 'scheduler', action: 'CreateSchedule', kind: 'access-denied' });
  const unsure = await run(...pausing('fifth'), '--revert-after', '2h');
  stop();
  expect([unsure.exitCode, unsure.result.failure]).toEqual([1, expect.stringContaining('it must not wait')]);
  const { stdout } = await runCli(['status'], { cwd: app.folder, env });
  expect(stdout).toMatch(/given up with abort, traffic leaves eu-west-1 at/);
  const aborted = await run('abort', '--yes');
  expect([aborted.exitCode, aborted.result.rollout?.revert]).toEqual([0, undefined]);
  expect(await cloud.passTime(10 * HOUR)).toEqual({});
});

test('what cannot be reverted is refused before anything is deployed', async () => {
  const codes = async (...args: readonly string[]) => (await run(...args)).problems.map(({ code }) => code);
  cloud.clearCalls();
  expect(await codes(...pausing('x'), '--revert-after', '2h', '--leave')).toEqual(['pause-undecided']);
  expect(await codes('deploy', '--yes', '--until', 'rest', '--revert-after', '2h')).toEqual(['revert-impossible']);
  app.write('other.yml', configuration.replace(', revert-role: reverter', ''));
  expect(await codes(...pausing('x'), '--revert-after', '2h', '--config', 'other.yml')).toEqual(['revert-impossible']);
  expect(cloud.calls).toEqual([]);
});

test('a failover that moves no weights takes away a revert that would leave nobody a weight', async () => {
  const paused = await run(...pausing('sixth'), '--revert-after', '2h');
  expect([paused.exitCode, paused.result.status]).toEqual([0, 'paused']);
  const to = ['--to', 'eu-west-1', '--confirm', 'eu-west-1', '--reason', 'a test'];
  const moved = await run('failover', ...to);
  expect(moved.said).toMatch(/the revert of \S+, for the rollout that waits, was taken away/);
  expect(await cloud.passTime(10 * HOUR)).toEqual({});
  expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
});
