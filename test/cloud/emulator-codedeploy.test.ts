import { CancelUpdateStackCommand } from '@aws-sdk/client-cloudformation';
import {
  BatchGetDeploymentTargetsCommand,
  CodeDeployClient,
  GetDeploymentCommand,
  ListApplicationsCommand,
  ListDeploymentGroupsCommand,
  ListDeploymentsCommand,
  ListDeploymentTargetsCommand,
} from '@aws-sdk/client-codedeploy';
import { GetAliasCommand, InvokeCommand, LambdaClient, UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { useEmulator } from './emulator/room.ts';
import { clientConfig, deleteAlarm, HELD_SECONDS, putAlarm, refusal, setAlarm, until } from './emulator/testing.ts';

const { emulator, stacks } = useEmulator();
let codedeploy: CodeDeployClient;
let lambda: LambdaClient;

beforeAll(async () => {
  codedeploy = new CodeDeployClient(clientConfig(emulator.url));
  lambda = new LambdaClient(clientConfig(emulator.url));
});

afterAll(async () => {
  for (const client of [codedeploy, lambda]) client.destroy();
});

/** A hook that answers what its description says. */
const HOOK = [
  'import boto3, os',
  'def handler(event, context):',
  '    boto3.client("codedeploy").put_lifecycle_event_hook_execution_status(',
  '        deploymentId=event["DeploymentId"], status=os.environ["VERDICT"],',
  '        lifecycleEventHookExecutionId=event["LifecycleEventHookExecutionId"])',
].join('\n');

interface App {
  readonly answer: string;
  readonly type?: string;
  readonly alarm?: string;
  readonly verdict?: string;
  readonly api?: boolean;
}

function sam({ answer, type = 'Canary10Percent5Minutes', alarm, verdict, api = false }: App): object {
  const common = { Runtime: 'python3.13', Handler: 'index.handler', Timeout: 20 };
  const preference = {
    Type: type,
    ...(alarm !== undefined && { Alarms: [alarm] }),
    ...(verdict !== undefined && { Hooks: { PreTraffic: { Ref: 'Hook' } } }),
  };
  return {
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Orders: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          ...common,
          InlineCode: `def handler(event, context):\n    return "${answer}"\n`,
          AutoPublishAlias: 'live',
          ...(api && { Events: { Get: { Type: 'HttpApi', Properties: { Path: '/', Method: 'get' } } } }),
          DeploymentPreference: preference,
        },
      },
      ...(verdict !== undefined && {
        Hook: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            ...common,
            FunctionName: 'CodeDeployHook_before',
            InlineCode: HOOK,
            DeploymentPreference: { Enabled: false },
            Environment: { Variables: { VERDICT: verdict } },
          },
        },
      }),
    },
    Outputs: {
      Function: { Value: { Ref: 'Orders' } },
      ...(api && { Api: { Value: { Ref: 'ServerlessHttpApi' } } }),
    },
  };
}

const pace = (shiftMinuteSeconds: number) => emulator.control('timing', { shiftMinuteSeconds });

async function functionOf(stack: string): Promise<string> {
  return (await stacks.describe(stack)).Outputs?.[0]?.OutputValue ?? '';
}

async function alias(stack: string) {
  return lambda.send(new GetAliasCommand({ FunctionName: await functionOf(stack), Name: 'live' }));
}

/** Ids of the deployments of a stack's only group, newest first. */
async function deployments(stack: string): Promise<readonly string[]> {
  const { applications } = await codedeploy.send(new ListApplicationsCommand({}));
  const applicationName = applications?.find((name) => name.startsWith(`${stack}-`)) ?? '';
  const { deploymentGroups } = await codedeploy.send(new ListDeploymentGroupsCommand({ applicationName }));
  const deploymentGroupName = deploymentGroups?.[0] ?? '';
  const answer = await codedeploy.send(new ListDeploymentsCommand({ applicationName, deploymentGroupName }));
  return answer.deployments ?? [];
}

async function shown(deploymentId: string) {
  const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
  const { targetIds } = await codedeploy.send(new ListDeploymentTargetsCommand({ deploymentId }));
  const answer = await codedeploy.send(
    new BatchGetDeploymentTargetsCommand({ deploymentId, targetIds: targetIds ?? [] }),
  );
  const target = answer.deploymentTargets?.[0]?.lambdaTarget;
  return {
    info: deploymentInfo,
    weight: target?.lambdaFunctionInfo?.targetVersionWeight,
    events: target?.lifecycleEvents?.map(({ lifecycleEventName, status }) => `${lifecycleEventName} ${status}`),
  };
}

async function failure(stack: string): Promise<string> {
  const failed = (await stacks.events(stack)).filter(({ ResourceStatus }) => ResourceStatus === 'UPDATE_FAILED');
  return failed.map((event) => `${event.ResourceType}: ${event.ResourceStatusReason}`).join('\n');
}

describe('an alias with a DeploymentPreference', () => {
  test('is created without a deployment, then shifted in steps while the stack waits and calls are shared', async () => {
    await pace(HELD_SECONDS);
    expect((await stacks.deploy('good', sam({ answer: 'one' }))).StackStatus).toBe('CREATE_COMPLETE');
    expect(await deployments('good')).toEqual([]);

    const updated = stacks.deploy('good', sam({ answer: 'two' }));
    const shared = await until(
      () => alias('good'),
      (found) => found.RoutingConfig !== undefined,
    );
    expect([shared.FunctionVersion, shared.RoutingConfig?.AdditionalVersionWeights]).toEqual(['1', { 2: 0.1 }]);
    const [id = ''] = await deployments('good');
    const running = await shown(id);
    expect([running.info?.status, running.info?.deploymentConfigName, running.weight]).toEqual([
      'InProgress',
      'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      0.1,
    ]);
    expect(running.events).toEqual([
      'BeforeAllowTraffic Succeeded',
      'AllowTraffic InProgress',
      'AfterAllowTraffic Pending',
    ]);
    expect((await stacks.describe('good')).StackStatus).toBe('UPDATE_IN_PROGRESS');

    await pace(0);
    expect((await updated).StackStatus).toBe('UPDATE_COMPLETE');
    const after = await alias('good');
    expect([after.FunctionVersion, after.RoutingConfig]).toEqual(['2', undefined]);
    expect(await shown(id)).toMatchObject({ info: { status: 'Succeeded' }, weight: 1 });
    const called = await lambda.send(new InvokeCommand({ FunctionName: await functionOf('good'), Qualifier: 'live' }));
    expect(Buffer.from(called.Payload ?? []).toString()).toBe('"two"');
  });

  test('shares the calls of an API between its versions too', async () => {
    await pace(0.05);
    await stacks.deploy('api', sam({ answer: 'one', api: true }));
    await stacks.deploy('api', sam({ answer: 'two', api: true }));
    const FunctionName = await functionOf('api');
    const RoutingConfig = { AdditionalVersionWeights: { 1: 0.5 } };
    await lambda.send(new UpdateAliasCommand({ FunctionName, Name: 'live', RoutingConfig }));
    const outputs = (await stacks.describe('api')).Outputs ?? [];
    const id = outputs.find(({ OutputKey }) => OutputKey === 'Api')?.OutputValue;
    const answers = new Set<string>();
    // One in a trillion stays with one version.
    for (let call = 0; call < 40; call += 1) {
      const answer = await fetch(`${emulator.url}/_aws/execute-api/${id}/`);
      answers.add(await answer.text());
    }
    expect([...answers].sort()).toEqual([expect.stringContaining('one'), expect.stringContaining('two')]);
  });

  test('goes back when an alarm fires, and the stack fails with its name', async () => {
    await pace(HELD_SECONDS);
    await putAlarm(emulator.url, 'errors');
    await stacks.deploy('alarmed', sam({ answer: 'one', alarm: 'errors' }));
    const updated = stacks.deploy('alarmed', sam({ answer: 'two', alarm: 'errors' }));
    await until(
      () => alias('alarmed'),
      (found) => found.RoutingConfig !== undefined,
    );
    await setAlarm(emulator.url, 'errors', 'ALARM');
    expect((await updated).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const [back = '', stopped = ''] = await deployments('alarmed');
    expect(await failure('alarmed')).toContain(
      `AWS::Lambda::Alias: Resource handler returned message: "${stopped} failed. One or more alarms have been activated`,
    );
    expect(await failure('alarmed')).toContain('Activated alarms: <errors>" (RequestToken: ');
    expect(await shown(stopped)).toMatchObject({
      info: {
        status: 'Stopped',
        errorInformation: { code: 'ALARM_ACTIVE' },
        rollbackInfo: { rollbackDeploymentId: back },
      },
      events: ['BeforeAllowTraffic Succeeded', 'AllowTraffic Failed', 'AfterAllowTraffic Skipped'],
    });
    const after = await alias('alarmed');
    expect([after.FunctionVersion, after.RoutingConfig]).toEqual(['1', undefined]);

    // An alarm that fires already stops the next deployment at once, one step or many.
    const again = await stacks.deploy('alarmed', sam({ answer: 'three', alarm: 'errors', type: 'AllAtOnce' }));
    expect(again.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    // Taking the alarms out of the template does not take them from the group; an empty configuration does.
    const without = await stacks.deploy('alarmed', sam({ answer: 'four' }));
    expect(without.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const emptied = JSON.parse(
      JSON.stringify(sam({ answer: 'four', alarm: 'NONE', type: 'AllAtOnce' })).replace(
        '"NONE"',
        '{"Ref":"AWS::NoValue"}',
      ),
    );
    expect((await stacks.deploy('alarmed', emptied)).StackStatus).toBe('UPDATE_COMPLETE');
    await deleteAlarm(emulator.url, 'errors');
  });

  test.each([
    ['Succeeded', 'UPDATE_COMPLETE', '2'],
    ['Failed', 'UPDATE_ROLLBACK_COMPLETE', '1'],
  ])('asks its hook before traffic: %s', async (verdict, status, version) => {
    // The hook has an hour; a function that loads its SDK for the first time needs some seconds of this machine.
    await pace(HELD_SECONDS);
    const stack = `hook-${verdict.toLowerCase()}`;
    const app = { verdict, type: 'AllAtOnce' };
    await stacks.deploy(stack, sam({ ...app, answer: 'one' }));
    expect((await stacks.deploy(stack, sam({ ...app, answer: 'two' }))).StackStatus).toBe(status);
    expect((await alias(stack)).FunctionVersion).toBe(version);
    if (verdict === 'Failed') {
      expect(await failure(stack)).toContain(
        'failed. The deployment failed because one or more of the lifecycle event',
      );
    }
    await stacks.deploy(stack, { Resources: { Left: { Type: 'AWS::SNS::Topic' } } });
  });

  test('a hook that never answers fails after an hour', async () => {
    await pace(0.005);
    const stack = 'hook-silent';
    await stacks.deploy(stack, sam({ answer: 'one', verdict: 'nonsense' }));
    const updated = await stacks.deploy(stack, sam({ answer: 'two', verdict: 'nonsense' }));
    expect([updated.StackStatus, await failure(stack)]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      expect.stringContaining('lifecycle event validation functions failed'),
    ]);
  });

  test('a stack update that is cancelled stops it, and the traffic goes back', async () => {
    await pace(HELD_SECONDS);
    await stacks.deploy('cancelled', sam({ answer: 'one', type: 'Linear10PercentEvery1Minute' }));
    const updated = stacks.deploy('cancelled', sam({ answer: 'two', type: 'Linear10PercentEvery1Minute' }));
    await until(
      () => alias('cancelled'),
      (found) => found.RoutingConfig !== undefined,
    );
    await stacks.client.send(new CancelUpdateStackCommand({ StackName: 'cancelled' }));
    expect((await updated).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect((await alias('cancelled')).FunctionVersion).toBe('1');
  });

  test('a type that does not exist fails the deployment group', async () => {
    const made = await stacks.deploy('wrong', sam({ answer: 'one', type: 'Canary20Percent5Minutes' }));
    expect(made.StackStatus).toBe('ROLLBACK_COMPLETE');
    const failed = (await stacks.events('wrong')).find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
    expect(failed?.ResourceStatusReason).toContain('No Deployment Configuration found for name: Canary20Percent');
  });

  test('what is not there is refused with the codes of the API', async () => {
    const missing = codedeploy.send(new GetDeploymentCommand({ deploymentId: 'd-123456789' }));
    expect((await refusal(missing)).name).toBe('DeploymentDoesNotExistException');
    const list = codedeploy.send(new ListDeploymentsCommand({ applicationName: 'no', deploymentGroupName: 'no' }));
    expect((await refusal(list)).name).toBe('ApplicationDoesNotExistException');
  });
});
