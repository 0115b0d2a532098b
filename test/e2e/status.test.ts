import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, type FaultRule, startCloud } from '../cloud/index.ts';
import { deployArgs, type PlainApp, plainApp, writes } from '../support/plain-app.ts';
import { type RunOptions, runCli, runJson } from '../support/run-product.ts';

const account = '111111111111';
const regions = ['eu-west-1', 'eu-central-1', 'us-west-2'];
const statusArgs = ['status', '--regions', regions.join(','), '--stack-name', 'shop'];
let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;
let removals: (() => void)[] = [];

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
  app = plainApp();
  options = { cwd: app.folder, env: cloud.env(account), withSam: false };
  const run = await runCli(deployArgs(regions, 'shop'), options);
  expect([run.exitCode, run.stdout]).toEqual([0, expect.anything()]);
  cloud.clearCalls();
});

afterEach(() => {
  for (const remove of removals) remove();
  removals = [];
});

afterAll(async () => {
  app?.[Symbol.dispose]();
  await cloud?.[Symbol.asyncDispose]();
});

function fault(rule: FaultRule): void {
  removals.push(cloud.fault(rule));
}

test('a target that refuses is shown as that with the reason, and the others as they are', async () => {
  fault({ region: 'eu-central-1', service: 'cloudformation', kind: 'access-denied' });
  const { exitCode, result } = await runJson(statusArgs, options);
  expect(result.stacks).toMatchObject([
    { target: 'eu-west-1', kind: 'deployed', status: 'CREATE_COMPLETE', good: true },
    {
      target: 'eu-central-1',
      kind: 'refused',
      good: false,
      reason: expect.stringContaining('not authorized to perform: cloudformation:DescribeStacks'),
      fix: [expect.stringContaining('policy')],
    },
    { target: 'us-west-2', kind: 'deployed', status: 'CREATE_COMPLETE', good: true },
  ]);
  expect(exitCode).toBe(1);
  expect(writes(cloud)).toEqual([]);
});

test('a home that refuses, and a bucket that does, cost only what they tell', async () => {
  fault({ region: 'eu-west-1', service: 'cloudformation', kind: 'access-denied' });
  fault({ region: 'us-west-2', service: 's3', kind: 'access-denied' });
  const { exitCode, stdout } = await runCli(statusArgs, options);
  expect(stdout).toMatch(/orphans are not known: .*not authorized/);
  expect(stdout).toMatch(/eu-west-1 +shop .* refused +CloudFormation DescribeStacks in eu-west-1/);
  expect(stdout).toMatch(/eu-central-1 +shop .*CREATE_COMPLETE/);
  expect(stdout).toMatch(/us-west-2 +shop .*CREATE_COMPLETE .*who works on it is not known: S3 HeadObject/);
  expect(exitCode).toBe(1);
});

test('a target whose credentials are of another account is one among others', async () => {
  app.write(
    'multi-region.yml',
    `application: shop
stacks: { app: { template: template.yaml, stack-name: shop } }
environments:
  default:
    targets: { eu-west-1: { account: "${account}" }, eu-central-1: { account: "222222222222" } }
`,
  );
  const { exitCode, result } = await runJson(['status', '--config', 'multi-region.yml'], options);
  expect(result.stacks).toMatchObject([
    { target: 'eu-west-1', kind: 'deployed' },
    { target: 'eu-central-1', kind: 'refused', reason: expect.stringMatching(/wrong-account/) },
    { target: 'us-west-2', kind: 'orphan', status: 'CREATE_COMPLETE' },
  ]);
  expect(exitCode).toBe(1);
});

test('where no target lets itself be read the run is refused, with what to put right', async () => {
  fault({ kind: 'expired' });
  const run = await runCli([...statusArgs, '--output', 'json'], options);
  expect([run.exitCode, JSON.parse(run.stdout)]).toMatchObject([2, { problems: [{ code: 'expired-token' }] }]);
});

test('shows the release that each target has, and which one differs', async () => {
  const first = await runJson(statusArgs, options);
  const releases = (first.result.stacks ?? []).map(({ release }) => release?.id);
  expect(releases).toEqual([releases[0], releases[0], releases[0]]);
  expect(releases[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(first.result.stacks?.map(({ difference }) => difference)).toEqual([undefined, undefined, undefined]);

  app.write('template.yaml', 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n');
  const deployed = await runJson(deployArgs(['eu-central-1'], 'shop'), options);
  const { stdout } = await runCli(statusArgs, options);
  expect(stdout).toMatch(new RegExp(`eu-west-1 +shop .* ${releases[0]} .*UTC\\s*\\n`));
  expect(stdout).toMatch(
    new RegExp(
      `eu-central-1 +shop .* ${deployed.result.release?.id} .*not the release ${releases[0]} that most targets have`,
    ),
  );
});
