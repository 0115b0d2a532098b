import {
  CodeDeployClient,
  GetDeploymentCommand,
  GetDeploymentGroupCommand,
  ListDeploymentsCommand,
} from '@aws-sdk/client-codedeploy';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { putAlarm, setAlarm } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';
import { type ShiftedApp, shiftedTemplate } from '../support/shifted-app.ts';

// Each release is packaged by `sam`, and a canary takes its time: `npm run test:scenarios`.
const REGION = 'eu-west-1';
const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Child: { Type: AWS::Serverless::Application, Properties: { Location: child.yaml } }
`;
const config = (inRegion: string): string => `application: orders
stacks:
  api: { template: template.yaml, stack-name: orders${inRegion} }
environments:
  prod:
    pause-consumers: [mappings, rules, schedules]
    targets: { ${REGION}: {} }
`;

let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: [REGION] });
  app = plainApp(template);
  app.write('multi-region.yml', config(''));
  await putAlarm(cloud.url, 'orders-errors');
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

async function run(...args: readonly string[]): Promise<ProductRun & { readonly output: string }> {
  const ended = await runCli([...args, '--yes'], { cwd: app.folder, env: cloud.env('111111111111') });
  const output = `${ended.stdout}${ended.stderr}`;
  expect([ended.exitCode, output]).toEqual([0, expect.anything()]);
  return { ...ended, output };
}

function deploy(what: ShiftedApp) {
  app.write('child.yaml', shiftedTemplate(what));
  return run('deploy', '--build', 'never');
}

/** The newest deployment of CodeDeploy: its configuration, and the alarms of its group. */
async function newest() {
  const client = new CodeDeployClient(clientOptions(cloud, REGION));
  const { deployments = [] } = await client.send(new ListDeploymentsCommand({}));
  const { deploymentInfo = {} } = await client.send(new GetDeploymentCommand({ deploymentId: deployments[0] }));
  const { applicationName, deploymentGroupName, deploymentConfigName, status } = deploymentInfo;
  const group = await client.send(new GetDeploymentGroupCommand({ applicationName, deploymentGroupName }));
  client.destroy();
  const alarms = group.deploymentGroupInfo?.alarmConfiguration?.alarms?.map(({ name }) => name);
  return { status, config: deploymentConfigName, alarms };
}

const canary = { type: 'Canary10Percent5Minutes', alarm: 'orders-errors', queue: true } as const;

test('a deployment of CodeDeploy in a nested stack is followed', async () => {
  await deploy({ ...canary, answer: 'one' });
  await cloud.configure({ shiftMinuteSeconds: 3 });
  const { output } = await deploy({ ...canary, answer: 'two' });
  expect(output).toMatch(/CodeDeploy: \S*Orders\S*:live 10 % on version 2 \(Canary10Percent5Minutes, d-[A-Z0-9]+\)/);
  expect(output).toMatch(/CodeDeploy: \S*Orders\S*:live 100 % on version 2/);
  expect(output).toMatch(
    /1 event source mapping, 1 rule and 1 schedule disabled for the update[\s\S]*1 rule and 1 schedule enabled again/,
  );
});

test('a rollback is not stopped by the alarm of the nested release that it leaves', async () => {
  await setAlarm(cloud.url, 'orders-errors', 'ALARM');
  const { output } = await run('rollback', '--to', 'previous');
  expect(output).toContain('Child.Orders: AllAtOnce, without the alarms and hooks of CodeDeploy, for this update');
  expect(output).toMatch(/rolled-back/);
  expect(await newest()).toEqual({ status: 'Succeeded', config: 'CodeDeployDefault.LambdaAllAtOnce', alarms: [] });
});

test('in-region adds a DeploymentPreference to functions of nested templates, and the plan says so', async () => {
  await cloud.configure({ shiftMinuteSeconds: 0.05 });
  app.write('multi-region.yml', config(', in-region: Linear10PercentEvery1Minute'));
  const { output } = await deploy({ answer: 'three', queue: true });
  expect(output).toContain(
    'in-region: CodeDeploy moves Child.Orders by Linear10PercentEvery1Minute, added to the template',
  );
  expect(await newest()).toMatchObject({
    status: 'Succeeded',
    config: 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute',
  });
});

test('a function of a nested stack that events call past any alias is named by the plan', async () => {
  app.write('multi-region.yml', config(''));
  app.write('child.yaml', shiftedTemplate({ answer: 'four', queue: true }));
  const { output } = await run('deploy', '--build', 'never', '--dry-run');
  expect(output).toContain('Child.Orders: events reach the new code at once, there is no alias in front');
});
