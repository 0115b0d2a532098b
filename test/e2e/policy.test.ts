import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';

// Each run is a process of its own, on a shared machine.
jest.setTimeout(180_000);

interface Policy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Action: readonly string[];
    readonly Resource: readonly string[];
  }[];
}
type Command = 'deploy' | 'plan' | 'status' | 'remove';

const ACCOUNT = '111111111111';
const REGION = 'eu-west-1';
const CONFIG = `application: shop
stacks:
  api: { template: template.yaml, stack-name: shop, parameters: { Mark: "\${ssm:/shop/mark}" } }
environments:
  prod:
    targets: [${REGION}]
`;
const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Mark: { Type: String }
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties: { DisplayName: !Ref Mark }
`;

let cloud: Cloud;
let app: PlainApp;
let roles = 0;

beforeAll(async () => {
  cloud = await startCloud({ regions: [REGION], auth: true });
  app = plainApp(TEMPLATE);
  app.write('multi-region.yml', CONFIG);
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

/** What `policy COMMAND` prints for the application. */
async function printed(command: Command): Promise<Policy> {
  app.write('multi-region.yml', CONFIG);
  const { exitCode, stdout } = await runCli(['policy', command], { cwd: app.folder, env: {}, withSam: false });
  expect(exitCode).toBe(0);
  return asTheEmulatorChecks(JSON.parse(stdout) as Policy);
}

/** Calls that name a change set by its ARN alone are checked against `*` here; on AWS against that ARN or its stack. */
function asTheEmulatorChecks(policy: Policy): Policy {
  const Statement = policy.Statement.map((statement) =>
    statement.Sid === 'ChangeSets' ? { ...statement, Resource: ['*'] } : statement,
  );
  return { ...policy, Statement };
}

/** Runs a command as a role that has this policy and nothing else. */
async function runAs(policy: Policy, ...args: readonly string[]): Promise<ProductRun> {
  roles += 1;
  const role = await cloud.createRole(ACCOUNT, `only-${roles}`, { policies: [policy] });
  app.write('multi-region.yml', `${CONFIG}    role-to-assume: ${role}\n`);
  return runCli(args, { cwd: app.folder, env: cloud.githubEnv(), withSam: false });
}

async function setMark(value: string): Promise<void> {
  const ssm = new SSMClient(clientOptions(cloud, REGION));
  await ssm.send(new PutParameterCommand({ Name: '/shop/mark', Value: value, Type: 'String', Overwrite: true }));
  ssm.destroy();
}

async function succeeds(policy: Policy, ...args: readonly string[]): Promise<void> {
  cloud.clearCalls();
  const run = await runAs(policy, ...args);
  expect({
    args,
    denied: cloud.deniedCalls,
    exitCode: run.exitCode,
    stderr: run.exitCode === 0 ? '' : run.stderr,
  }).toEqual({
    args,
    denied: [],
    exitCode: 0,
    stderr: '',
  });
}

const called = () => cloud.calls.map(({ action }) => action);

test('each printed policy is enough for its command (what CloudFormation does for the caller is not checked here)', async () => {
  const [plan, deploy, status, remove] = await Promise.all(
    (['plan', 'deploy', 'status', 'remove'] as const).map(printed),
  );
  if (!plan || !deploy || !status || !remove) throw new Error('a policy is missing');
  await setMark('first');
  await succeeds(plan, 'plan');
  expect(called()).toEqual(expect.arrayContaining(['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack']));
  await succeeds(deploy, 'deploy', '--yes');
  await setMark('second');
  await succeeds(deploy, 'deploy', '--yes');
  expect(called()).toContain('ExecuteChangeSet');
  await succeeds(deploy, 'deploy', '--yes');
  expect(called()).not.toContain('ExecuteChangeSet');
  await succeeds(status, 'status');
  await succeeds(remove, 'remove', '--targets', REGION, '--delete-stacks', '--yes');
  expect(called()).toContain('DeleteStack');
});
