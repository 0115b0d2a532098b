import {
  CodeDeployClient,
  GetDeploymentCommand,
  GetDeploymentGroupCommand,
  ListDeploymentsCommand,
} from '@aws-sdk/client-codedeploy';
import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { GetAliasCommand, InvokeCommand, LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunResult } from '../../src/report/run-result.ts';
import { putAlarm, setAlarm } from '../cloud/emulator/testing.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { type ShiftedApp, shiftedTemplate } from '../support/shifted-app.ts';

const PLACE = { account: '111111111111', region: 'eu-west-1' };
const config = `application: orders
stacks:
  api: { template: template.yaml, stack-name: orders, in-region: Linear10PercentEvery1Minute }
environments:
  prod:
    targets: { eu-west-1: { account: "111111111111" } }
    service-role: cfn
    pause-consumers: [mappings, rules, schedules]
`;
/** Permissions are checked: the printed policies are enough for all that is seen here. */
let room: PolicyRoom<'deploy' | 'rollback'>;

beforeAll(async () => {
  room = await openPolicyRoom(plainApp(shiftedTemplate({ answer: 'one', queue: true })), [PLACE], {
    deploy: { command: 'deploy', config },
    rollback: { command: 'rollback', config },
  });
  await putAlarm(room.cloud.url, 'orders-errors');
});

afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const write = (what: ShiftedApp): void => room.app.write('template.yaml', shiftedTemplate(what));
async function deploy(what: ShiftedApp, exitCode = 0): Promise<RunResult> {
  write(what);
  const { stdout } = await room.scenario('deploy', ['--yes', '--output', 'json'], { exitCode });
  return JSON.parse(stdout) as RunResult;
}
const codeDeployCalls = () =>
  room.cloud.calls.filter(({ service }) => service === 'codedeploy').map(({ action }) => action);

/** What the hook of the application calls, not we. */
const HOOKS_OWN = ['PutLifecycleEventHookExecutionStatus'];

/** The newest deployment of CodeDeploy with its group, and what the alias has and answers. */
async function newest(functionName: string) {
  const options = clientOptions(room.cloud, PLACE.region);
  const [codedeploy, lambda] = [new CodeDeployClient(options), new LambdaClient(options)];
  const { deployments = [] } = await codedeploy.send(new ListDeploymentsCommand({}));
  const answer = await codedeploy.send(new GetDeploymentCommand({ deploymentId: deployments[0] }));
  const { applicationName, deploymentGroupName, deploymentConfigName, status } = answer.deploymentInfo ?? {};
  const group = await codedeploy.send(new GetDeploymentGroupCommand({ applicationName, deploymentGroupName }));
  const { RoutingConfig } = await lambda.send(new GetAliasCommand({ FunctionName: functionName, Name: 'live' }));
  const { Payload = [] } = await lambda.send(new InvokeCommand({ FunctionName: functionName, Qualifier: 'live' }));
  for (const client of [codedeploy, lambda]) client.destroy();
  const alarms = group.deploymentGroupInfo?.alarmConfiguration?.alarms?.map(({ name }) => name);
  return {
    status,
    config: deploymentConfigName,
    alarms,
    weights: RoutingConfig,
    answer: JSON.parse(Buffer.from(Payload).toString()),
  };
}

const canary = { queue: true, type: 'Canary10Percent5Minutes', alarm: 'orders-errors' } as const;
let functionName = '';

test('a deployment of CodeDeploy inside a stack update is followed while it shifts the traffic', async () => {
  const created = await deploy({ ...canary, answer: 'one', verdict: 'Failed' });
  functionName = created.instances[0]?.outputs['Function'] ?? '';
  expect(codeDeployCalls()).toEqual([]);

  // Five of its minutes: longer than the stack is left alone between looks.
  await room.cloud.configure({ shiftMinuteSeconds: 3 });
  write({ ...canary, answer: 'two', verdict: 'Succeeded' });
  const { stdout, stderr } = await room.scenario('deploy', ['--yes']);
  const output = `${stdout}${stderr}`;
  expect(output).toMatch(
    /CodeDeploy: Orders:live 10 % on version 2 \(Canary10Percent5Minutes, d-[A-Z0-9]+\): BeforeAllowTraffic Succeeded, AllowTraffic InProgress/,
  );
  expect(output).toMatch(/CodeDeploy: Orders:live 100 % on version 2 .*AfterAllowTraffic Succeeded/);
  expect(output).toMatch(
    /1 event source mapping, 1 rule and 1 schedule disabled for the update[\s\S]*1 rule and 1 schedule enabled again/,
  );
  expect(codeDeployCalls().filter((action) => !/^(Get|List|BatchGet)/.test(action))).toEqual(HOOKS_OWN);
});

test('a rollback moves everything at once and is stopped neither by the alarm nor by the hook of the release it returns to', async () => {
  await setAlarm(room.cloud.url, 'orders-errors', 'ALARM');
  const args = ['--to', 'previous', '--yes', '--output', 'json'];
  const { stdout } = await room.scenario('rollback', args);
  expect((JSON.parse(stdout) as RunResult).instances.map(({ state }) => state)).toEqual(['rolled-back']);
  expect(await newest(functionName)).toEqual({
    status: 'Succeeded',
    config: 'CodeDeployDefault.LambdaAllAtOnce',
    alarms: [],
    weights: undefined,
    answer: 'one',
  });
});

test('an alarm that stops one fails the stack with its name, and the group has it again', async () => {
  const [instance] = (await deploy({ ...canary, answer: 'three', verdict: 'Succeeded' }, 1)).instances;
  expect(instance?.failures[0]).toMatchObject({ path: 'OrdersAliaslive', rootCause: true });
  expect(instance?.reason).toMatch(
    /^OrdersAliaslive: CodeDeploy deployment d-\w+ \(Canary10Percent5Minutes\) of \S+:live to version \d did not succeed: alarm orders-errors went off\. One or more alarms/,
  );
  expect(instance?.fix.join('\n')).toContain('Look at what alarm orders-errors watches');
});

test('a hook that fails one is named', async () => {
  const [instance] = (await deploy({ answer: 'four', type: 'AllAtOnce', verdict: 'Failed' }, 1)).instances;
  expect(instance?.reason).toContain('its hook CodeDeployHook_before (BeforeAllowTraffic) failed');
  expect(instance?.fix.join('\n')).toContain('Look into /aws/lambda/CodeDeployHook_before');
});

test('in-region adds a DeploymentPreference to functions without one, and the plan says so', async () => {
  await room.cloud.configure({ shiftMinuteSeconds: 0.05 });
  write({ answer: 'five', queue: true });
  const { stdout, stderr } = await room.scenario('deploy', ['--yes']);
  expect(`${stdout}${stderr}`).toContain(
    'in-region: CodeDeploy moves Orders by Linear10PercentEvery1Minute, added to the template',
  );
  expect(await newest(functionName)).toMatchObject({
    status: 'Succeeded',
    config: 'CodeDeployDefault.LambdaLinear10PercentEvery1Minute',
    weights: undefined,
    answer: 'five',
  });
});

test('event source mappings, rules and schedules that a killed run left disabled are enabled by the next one', async () => {
  const options = clientOptions(room.cloud, PLACE.region);
  const [lambda, events, scheduler] = [
    new LambdaClient(options),
    new EventBridgeClient(options),
    new SchedulerClient(options),
  ];
  const states = async () => {
    const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
    const { Rules = [] } = await events.send(new ListRulesCommand({}));
    const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({}));
    return [...EventSourceMappings, ...Rules, ...Schedules].map(({ State = '' }) => State.toLowerCase());
  };
  write({ answer: 'seven', queue: true });
  await room.scenario('deploy', ['--yes'], { killAt: 'disabled for the update', exitCode: 137 });
  expect(await states()).toEqual(['disabled', 'disabled', 'disabled']);
  await room.scenario('deploy', ['--yes']);
  expect(await states()).toEqual(['enabled', 'enabled', 'enabled']);
  for (const client of [lambda, events, scheduler]) client.destroy();
});

test('every action in the policy that reads CodeDeploy or pauses consumers is needed', async () => {
  expect(room.policyOf('deploy').Statement.map(({ Sid }) => Sid)).toEqual(
    expect.arrayContaining(['CodeDeploy', 'Consumers', 'Rules', 'Schedules', 'ScheduleRoles']),
  );
  const left = await room.unneeded('deploy');
  expect(left.filter((part) => /^(CodeDeploy|Consumers|Rules|Schedules|ScheduleRoles): /.test(part))).toEqual([]);
});
