import { CloudFormationClient, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deployedRecords } from '../cloud/dns/resolver.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';
import { createZone, NAME, rememberedTraffic, weightedRecord, type Zone } from '../support/traffic-app.ts';

const ACCOUNT = '111111111111';
const CONFIG = `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 100 } }
    traffic: { driver: route53, zone: example.com, name: ${NAME}, settle: 0s }
`;
const TEMPLATE = `Resources: { Topic: { Type: AWS::SNS::Topic } }
Outputs: { Topic: { Value: !GetAtt Topic.TopicName } }
`;

let cloud: Cloud;
let app: PlainApp;
let zone: Zone;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  app = plainApp(TEMPLATE);
  app.write('multi-region.yml', CONFIG);
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});
beforeEach(async () => {
  await cloud.reset();
  zone = await createZone(cloud);
  await zone.change(
    'CREATE',
    weightedRecord('eu-west-1', 100, 'west.example.net'),
    weightedRecord('eu-central-1', 100, 'central.example.net'),
  );
  const { exitCode, stderr } = await runCli(['deploy', '--yes'], options());
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.anything() });
  cloud.clearCalls();
});

afterEach(() => zone.close());

const options = () => ({ cwd: app.folder, env: cloud.env(ACCOUNT), withSam: false });
const shift = (...args: readonly string[]) => runCli(['shift', '--yes', ...args], options());
const changes = () => cloud.calls.filter(({ action }) => action === 'ChangeResourceRecordSets').length;

async function weights(): Promise<Readonly<Record<string, number | undefined>>> {
  const sets = (await deployedRecords(cloud)).filter(({ Weight }) => Weight !== undefined);
  return Object.fromEntries(sets.map(({ SetIdentifier = '', Weight }) => [SetIdentifier, Weight]));
}

const remembered = (region: string) => rememberedTraffic(cloud, region);

describe('shift', () => {
  test('changes the weights in one batch, remembers the old ones in both regions, and twice is once', async () => {
    const first = await runJson(['shift', '--yes', '--to', 'eu-central-1', '--percent', '90'], options());
    expect([first.exitCode, first.result.status]).toEqual([0, 'succeeded']);
    expect(first.result.weights).toEqual({
      driver: 'route53',
      of: NAME,
      targets: [
        expect.objectContaining({ target: 'eu-west-1', weightBefore: 100, weightAfter: 10, shareAfter: 0.1 }),
        expect.objectContaining({ target: 'eu-central-1', weightBefore: 100, weightAfter: 90, shareAfter: 0.9 }),
      ],
    });
    expect(await weights()).toEqual({ 'eu-west-1': 10, 'eu-central-1': 90 });
    const state = {
      version: 1,
      inactive: [],
      lastChange: expect.objectContaining({
        before: { 'eu-west-1': 100, 'eu-central-1': 100 },
        after: { 'eu-west-1': 10, 'eu-central-1': 90 },
        command: 'shift',
        done: true,
      }),
    };
    expect(await remembered('eu-west-1')).toMatchObject(state);
    expect(await remembered('eu-central-1')).toMatchObject(state);

    const again = await runJson(['shift', '--yes', '--weights', 'eu-west-1=10,eu-central-1=90'], options());
    expect([again.exitCode, again.result.status, changes()]).toEqual([0, 'no-change', 1]);

    expect((await shift('--weights', 'previous')).exitCode).toBe(0);
    expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
  });

  test('goes below the floor only when somebody says why, which is remembered', async () => {
    app.write('multi-region.yml', CONFIG.replace('settle: 0s', 'settle: 0s, floor: 80'));
    const args = ['--weights', 'eu-west-1=20'];
    const refused = await shift(...args);
    expect([refused.exitCode, refused.stdout]).toEqual([2, expect.stringContaining('less than the floor of 80 %')]);
    expect((await shift(...args, '--override-floor', 'eu-west-1 is slow')).exitCode).toBe(0);
    expect(await weights()).toEqual({ 'eu-west-1': 20, 'eu-central-1': 100 });
    expect(await remembered('eu-west-1')).toMatchObject({ lastChange: { reason: 'eu-west-1 is slow' } });
    app.write('multi-region.yml', CONFIG);
  });

  test('shows what it would do and does nothing in a dry run', async () => {
    const { exitCode, stdout } = await runCli(['shift', '--dry-run', '--weights', 'eu-west-1=0'], options());
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/eu-west-1\s+100 → 0\s+50% → 0%\s+100/);
    expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
    expect(changes()).toBe(0);
    expect(cloud.calls.filter(({ action }) => action.startsWith('Put'))).toEqual([]);
  });

  test('gives no traffic to a target whose stack is not there', async () => {
    const client = new CloudFormationClient(clientOptions(cloud, 'eu-central-1'));
    await client.send(new DeleteStackCommand({ StackName: 'shop-api' }));
    client.destroy();
    const refused = await shift('--weights', 'eu-west-1=50');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr + refused.stdout).toContain('eu-central-1 would get 66.7 % of the traffic instead of 50 %');
    expect((await shift('--weights', 'eu-central-1=50')).exitCode).toBe(0);
    expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 50 });
  });

  test('gives no traffic to a target that is not active, until it is active again', async () => {
    const away = await shift('--weights', 'eu-central-1=0', '--deactivate', 'eu-central-1');
    expect(away.exitCode).toBe(0);
    expect(await remembered('eu-west-1')).toMatchObject({ inactive: ['eu-central-1'] });
    const seen = await runJson(['status'], options());
    expect([
      seen.exitCode,
      seen.result.weights?.targets.map(({ weightAfter, active }) => [weightAfter, active]),
    ]).toEqual([
      0,
      [
        [100, true],
        [0, false],
      ],
    ]);
    const refused = await shift('--weights', 'configured');
    expect([refused.exitCode, refused.stderr + refused.stdout]).toEqual([2, expect.stringContaining('is not active')]);
    expect((await shift('--weights', 'configured', '--activate', 'eu-central-1')).exitCode).toBe(0);
    expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
    expect(await remembered('eu-central-1')).toMatchObject({ inactive: [] });
  });

  test('refuses all zero, and a record set of nobody, and changes nothing', async () => {
    const none = await shift('--weights', 'eu-west-1=0,eu-central-1=0');
    expect([none.exitCode, none.stderr + none.stdout]).toEqual([
      2,
      expect.stringContaining('all weights would be zero'),
    ]);
    await zone.change('CREATE', weightedRecord('old', 5, 'old.example.net'));
    const foreign = await shift('--weights', 'eu-west-1=1');
    expect([foreign.exitCode, foreign.stderr + foreign.stdout]).toEqual([
      2,
      expect.stringContaining('record set old, which is of no target'),
    ]);
    expect(changes()).toBe(1);
  });

  test('killed while a change comes into force, is undone by the next run', async () => {
    cloud.fault({ service: 'route53', action: 'GetChange', kind: 'delay', delayMs: 60_000, times: 1 });
    const killed = await runCli(['shift', '--yes', '--weights', 'eu-west-1=10'], {
      ...options(),
      onStart: (child) => child.onOutput((text) => text.includes('weights changed') && child.kill('SIGKILL')),
    });
    expect([killed.exitCode, await weights()]).toEqual([137, { 'eu-west-1': 10, 'eu-central-1': 100 }]);
    expect(await remembered('eu-west-1')).toMatchObject({ lastChange: { before: { 'eu-west-1': 100 }, done: false } });
    expect((await shift('--weights', 'previous')).exitCode).toBe(0);
    expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
    expect(await remembered('eu-central-1')).toMatchObject({ lastChange: { done: true } });
  });

  test('leaves a lost region out only when it is told to, and then still takes traffic from it', async () => {
    cloud.blackout('eu-central-1', 'refuse');
    const refused = await shift('--weights', 'eu-central-1=0');
    expect([refused.exitCode, refused.stderr + refused.stdout]).toEqual([
      2,
      expect.stringContaining('eu-central-1 cannot be reached'),
    ]);
    cloud.clearCalls();
    const away = await shift(
      '--weights',
      'eu-central-1=0',
      '--without',
      'eu-central-1',
      '--deactivate',
      'eu-central-1',
    );
    expect(away.exitCode).toBe(0);
    expect(await weights()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 0 });
    expect(cloud.calls.filter(({ region }) => region === 'eu-central-1')).toEqual([]);
  });

  test('makes the record sets that are not there from the outputs of the stacks, in a zone of another account', async () => {
    const account = '222222222222';
    const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
    const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
    const role = await cloud.createRole(account, 'dns', { trust });
    const theirs = await createZone(cloud, account);
    theirs.close();
    const record = 'record: { value: "${stacks.api.outputs.Topic}.${target.region}.example.net", ttl: 5s }';
    app.write(
      'multi-region.yml',
      CONFIG.replace('settle', `types: [CNAME], ${record}, account: "${account}", role-to-assume: "${role}", settle`),
    );
    const made = await shift('--weights', 'configured').finally(() => app.write('multi-region.yml', CONFIG));
    expect([made.exitCode, made.stderr + made.stdout]).toEqual([0, expect.stringContaining('succeeded')]);
    const sets = (await deployedRecords(cloud, account)).filter(({ Type }) => Type === 'CNAME');
    expect(sets.map(({ SetIdentifier, Weight, TTL }) => [SetIdentifier, Weight, TTL])).toEqual([
      ['eu-central-1', 100, 5],
      ['eu-west-1', 100, 5],
    ]);
    expect(sets[1]?.ResourceRecords?.[0]?.Value).toMatch(/^shop-api-Topic-.*\.eu-west-1\.example\.net$/);
    const accounts = new Set(cloud.calls.filter(({ service }) => service === 'route53').map((call) => call.account));
    expect(accounts).toEqual(new Set([account]));
  });

  test('needs no call to the home region when that one is lost', async () => {
    cloud.blackout('eu-west-1', 'refuse');
    const away = await shift('--to', 'eu-central-1', '--without', 'eu-west-1');
    expect([away.exitCode, await weights()]).toEqual([0, { 'eu-west-1': 0, 'eu-central-1': 100 }]);
    expect(cloud.calls.filter(({ region }) => region === 'eu-west-1')).toEqual([]);
  });
});
