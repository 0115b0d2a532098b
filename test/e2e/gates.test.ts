import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { CreateAliasCommand, LambdaClient, PublishVersionCommand, UpdateAliasCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { clientConfig } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { executed, type PlainApp, plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';

const home = '111111111111';
const region = 'eu-west-1';

const template = (mark: string) => `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
  Smoke:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code:
        ZipFile: |
          def handler(event, context):
              if event.get("fail"):
                  raise ValueError("no table")
              return {"ok": True, "seen": event, "mark": "${mark}"}
Outputs:
  SmokeName: { Value: !Ref Smoke }
`;

let cloud: Cloud;
let app: PlainApp;
let cloudwatch: CloudWatchClient;

const setup = (gates: string): void =>
  app.write(
    'multi-region.yml',
    `application: shop
stacks:
  app: { template: template.yaml, stack-name: shop, capabilities: [CAPABILITY_IAM] }
environments:
  prod:
    role-to-assume: arn:aws:iam::${home}:role/sam-deploy
    targets: [${region}]
    gates:
${gates.replaceAll(/^/gm, '      ')}
`,
  );

const run = (...args: readonly string[]) =>
  runJson(args, { cwd: app.folder, env: cloud.githubEnv({ environment: 'prod' }), withSam: false });

beforeAll(async () => {
  cloud = await startCloud({ regions: [region, 'us-east-1'] });
  await cloud.createRole(home, 'sam-deploy');
  cloudwatch = new CloudWatchClient(clientConfig(cloud.url, region, home));
  app = plainApp(template('one'));
  setup('[]');
  const { result } = await run('deploy', '--yes');
  expect(result).toMatchObject({ exitCode: 0, status: 'succeeded' });
});

afterAll(async () => {
  cloudwatch.destroy();
  app[Symbol.dispose]();
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => cloud.clearCalls());

async function verdictOf(gates: string, ...args: readonly string[]) {
  setup(gates);
  const { exitCode, result } = await run('verify', ...args);
  const [gate] = result.gates ?? [];
  return { exitCode, verdict: gate?.verdict, reason: gate?.reason ?? '' };
}

async function putAlarm(name: string): Promise<void> {
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: name,
      Namespace: 'Shop',
      MetricName: name,
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      Tags: [{ Key: 'team', Value: name }],
    }),
  );
}

const setAlarm = (AlarmName: string, StateValue: StateValue) =>
  cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'said by the test' }));

describe('alarms', () => {
  test('that are OK pass, by name, beginning and tag', async () => {
    await putAlarm('calm-errors');
    for (const gate of ['alarm: calm-errors', 'alarm-prefix: "calm-"', 'alarm-tag: { team: calm-errors }'])
      expect(await verdictOf(`- { ${gate} }`)).toMatchObject({ exitCode: 0, verdict: 'pass' });
  });

  test('that fired and are OK again fail by their history', async () => {
    await putAlarm('flapping');
    await setAlarm('flapping', 'ALARM');
    expect(await verdictOf('- { alarm: flapping }')).toMatchObject({ exitCode: 1, verdict: 'fail' });
    await setAlarm('flapping', 'OK');
    const { exitCode, reason } = await verdictOf('- { alarm: flapping }');
    expect([exitCode, reason]).toEqual([
      1,
      expect.stringMatching(/^flapping (went into|was in) ALARM .*; it is OK now$/),
    ]);
  });

  test('that are not there fail', async () => {
    expect(await verdictOf('- { alarm-prefix: nobody- }')).toMatchObject({
      exitCode: 1,
      reason: 'there is no alarm nobody-…',
    });
  });

  test('in ALARM keep a deployment from starting, unless somebody says why', async () => {
    await putAlarm('ringing');
    await setAlarm('ringing', 'ALARM');
    setup('- { alarm: ringing }');
    app.write('template.yaml', template('two'));
    const refused = await run('deploy', '--yes');
    expect([refused.exitCode, refused.result.status, executed(cloud)]).toEqual([1, 'failed', []]);
    expect(refused.result.gates).toMatchObject([{ gate: 'alarm', moment: 'before', verdict: 'fail' }]);
    const deployed = await run('deploy', '--yes', '--override-alarms', 'this is the fix', '--supersede');
    expect([deployed.exitCode, executed(cloud)]).toEqual([0, [region]]);
    expect(deployed.result.gates?.map(({ moment, verdict }) => [moment, verdict])).toEqual([
      ['before', 'pass'],
      ['bake', 'pass'],
    ]);
    expect(deployed.result.gates?.[0]?.reason).toBe('ringing is in ALARM, overridden: this is the fix');
  });
});

describe('metrics', () => {
  const gate = (more: string) => `- metric:
    metrics:
      errors: { namespace: Shop, metric: Errors, dimensions: { Stage: prod } }
      requests: { namespace: Shop, metric: Requests, dimensions: { Stage: prod } }
    expression: 100 * errors / requests
    window: 1h
    ${more}`;

  beforeAll(async () => {
    const Dimensions = [{ Name: 'Stage', Value: 'prod' }];
    const Timestamp = new Date(Date.now() - 180_000);
    const data = [
      { MetricName: 'Errors', Value: 1, Dimensions, Timestamp },
      { MetricName: 'Requests', Value: 40, Dimensions, Timestamp },
    ];
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData: data }));
  });

  test('are held against the threshold', async () => {
    expect(await verdictOf(gate('at-most: 2.5'))).toMatchObject({ exitCode: 0, verdict: 'pass' });
    const failed = await verdictOf(gate('below: 2.5'));
    expect([failed.exitCode, failed.reason]).toEqual([
      1,
      expect.stringMatching(/^100 \* errors \/ requests was 2.5 at \d\d:\d\d UTC, and must be below 2.5$/),
    ]);
  });

  test('without enough data are inconclusive, with an exit code of their own', async () => {
    expect(await verdictOf(gate('below: 50\n    min-datapoints: 3'))).toMatchObject({
      exitCode: 4,
      verdict: 'inconclusive',
    });
    expect(await verdictOf(gate('below: 50\n    min-samples: 2\n    samples: requests'))).toMatchObject({
      exitCode: 4,
    });
    expect(await verdictOf(gate('below: 50\n    min-samples: 2\n    missing-data: fail'))).toMatchObject({
      exitCode: 1,
    });
  });
});

describe('a function of the target', () => {
  const gate = (payload: string) =>
    `- { lambda: { function: "\${stacks.app.outputs.SmokeName}", payload: ${payload} }, expect: { json: { ok: true, seen.release: r1 } } }`;

  test('is invoked with its payload, and its answer is looked at', async () => {
    expect(await verdictOf(gate('{ release: "${release}" }'), '--release', 'r1')).toMatchObject({
      exitCode: 0,
      verdict: 'pass',
    });
    expect(await verdictOf(gate('{ release: "${release}" }'), '--release', 'r2')).toMatchObject({
      exitCode: 1,
      verdict: 'fail',
    });
  });

  test('that fails is a failure with its reason, and is invoked once', async () => {
    cloud.clearCalls();
    const { exitCode, reason } = await verdictOf(gate('{ fail: true }'));
    expect([exitCode, reason]).toEqual([1, expect.stringMatching(/failed: .*: no table$/)]);
    expect(cloud.calls.filter(({ service }) => service === 'lambda')).toHaveLength(1);
  });
});

describe('a command', () => {
  test('gets outputs and a session of the role that may only read', async () => {
    const check =
      'test -n "$SMR_OUTPUT_APP_SMOKE_NAME" && test -n "$AWS_SESSION_TOKEN" && test "$AWS_REGION" = "$SMR_REGION"';
    expect(await verdictOf(`- { command: '${check}' }`)).toMatchObject({ exitCode: 0, verdict: 'pass' });
    const policies = cloud.sessions.map(({ policy }) => policy).filter((policy) => policy !== undefined);
    expect(JSON.stringify(policies)).toContain('cloudformation:Describe*');
    expect(JSON.stringify(policies)).not.toContain('Delete');
  });

  test('tells pass, fail and inconclusive by its status', async () => {
    const ends = (status: number) => verdictOf(`- { command: { run: "exit ${status}", credentials: none } }`);
    expect(await ends(0)).toMatchObject({ exitCode: 0 });
    expect(await ends(75)).toMatchObject({ exitCode: 4 });
    expect(await ends(2)).toMatchObject({ exitCode: 1 });
  });
});

describe('a comparison of versions', () => {
  const gate = '- { compare: { function: "${stacks.app.outputs.SmokeName}", alias: trial } }';

  /** Nine minutes of calls to a version, up to the minute `current`. */
  async function calls(name: string, version: string, errors: number, latency: number, current: number): Promise<void> {
    const Dimensions = Object.entries({ FunctionName: name, Resource: `${name}:trial`, ExecutedVersion: version }).map(
      ([Name, Value]) => ({ Name, Value }),
    );
    for (let ago = 1; ago <= 9; ago += 1) {
      const common = { Dimensions, Timestamp: new Date(current - ago * 60_000) };
      const MetricData = [
        { ...common, MetricName: 'Invocations', Value: 200 },
        { ...common, MetricName: 'Errors', Value: errors },
        { ...common, MetricName: 'Duration', Value: latency + ago },
      ];
      await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'AWS/Lambda', MetricData }));
    }
  }

  test('tells a version that fails more often, and one whose calls cannot be told apart', async () => {
    const { result } = await run('status');
    const name = result.stacks?.[0]?.outputs['SmokeName'] ?? '';
    const lambda = new LambdaClient(clientConfig(cloud.url, region, home));
    await lambda.send(new PublishVersionCommand({ FunctionName: name }));
    await lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'trial', FunctionVersion: '1' }));
    expect(await verdictOf(gate, '--look-back', '30m')).toMatchObject({
      exitCode: 4,
      reason: `all calls of ${name}:trial go to version 1: there is nothing to compare`,
    });
    const RoutingConfig = { AdditionalVersionWeights: { 2: 0.5 } };
    await lambda.send(new UpdateAliasCommand({ FunctionName: name, Name: 'trial', RoutingConfig }));
    lambda.destroy();
    // The same minutes for all, whatever the clock says by then.
    const current = Math.floor(Date.now() / 60_000) * 60_000;
    await calls(name, '1', 2, 100, current);
    await calls(name, '2', 2, 101, current);
    expect(await verdictOf(gate, '--look-back', '30m')).toMatchObject({ exitCode: 0, verdict: 'pass' });
    await calls(name, '2', 30, 101, current);
    const worse = await verdictOf(gate, '--look-back', '30m');
    expect([worse.exitCode, worse.reason]).toEqual([
      1,
      expect.stringMatching(/^8 % of \d+ calls of version 2 failed, 1 % of \d+ of version 1/),
    ]);
  });
});
