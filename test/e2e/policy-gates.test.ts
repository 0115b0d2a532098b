import { CloudWatchClient, PutMetricAlarmCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CreateAliasCommand, LambdaClient, PublishVersionCommand } from '@aws-sdk/client-lambda';
import { DeleteObjectCommand, ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { createZone, HOST_RECORDS } from '../support/traffic-app.ts';

const account = '111111111111';
const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const PLACES = REGIONS.map((region) => ({ account, region }));

const template = (mark: string) => `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
  Smoke:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: smoke
      Runtime: python3.13
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { ZipFile: "def handler(event, context): return {'ok': True}" }
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${mark} } }
Outputs:
  Smoke: { Value: !Ref Smoke }
  Host: { Value: !Sub "\${AWS::Region}.example.net" }
`;

/** Its last line belongs to the environment: the room adds the role. */
const config = (gates: string) => `application: shop
stacks: { api: { template: template.yaml, stack-name: shop, capabilities: [CAPABILITY_IAM] } }
environments:
  prod:
    targets:
      eu-west-1: { account: "${account}", weight: 100 }
      eu-central-1: { account: "${account}", weight: 50 }
    waves:
      - { name: first, targets: [eu-west-1] }
      - { name: rest, targets: [eu-central-1] }
    service-role: cfn
${HOST_RECORDS}      drain: 0
      revert-role: reverter
    gates:
      - { alarm-prefix: calm-, when: [before, after] }
      - { alarm-tag: { team: calm }, when: [after] }
      - { lambda: { function: "\${stacks.api.outputs.Smoke}" }, expect: { json: { ok: true } }, when: [after] }
      - metric: { metrics: { errors: { namespace: Shop, metric: Errors } }, expression: errors, window: 1h, below: 5 }
        when: [after]
${gates}`;
const plain = config('');
const comparing = config('      - { compare: { function: "${stacks.api.outputs.Smoke}", alias: trial } }\n');

type Name = 'deploy' | 'promote' | 'abort' | 'verify' | 'status';
let room: PolicyRoom<Name>;

beforeAll(async () => {
  const printed = {
    deploy: { command: 'deploy', config: plain },
    promote: { command: 'promote', config: plain },
    abort: { command: 'abort', config: plain },
    status: { command: 'status', config: plain },
    verify: { command: 'verify', config: comparing },
  };
  // Schedules are where Route 53 has its control plane.
  const places = [...PLACES, { account, region: 'us-east-1' }];
  room = await openPolicyRoom(plainApp(template('one')), places, printed);
  (await createZone(room.cloud, account)).close();
  const Principal = { Service: 'scheduler.amazonaws.com' };
  const trust = { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  await room.cloud.createRole(account, 'reverter', { trust });
  for (const region of REGIONS) {
    const cloudwatch = new CloudWatchClient(clientOptions(room.cloud, region, rootKeys(account)));
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        ...{ AlarmName: 'calm-errors', Namespace: 'Shop', MetricName: 'Errors', Statistic: 'Sum' },
        ...{ Period: 60, EvaluationPeriods: 1, Threshold: 5, ComparisonOperator: 'GreaterThanThreshold' },
        ...{ TreatMissingData: 'notBreaching', Tags: [{ Key: 'team', Value: 'calm' }] },
      }),
    );
    const MetricData = [{ MetricName: 'Errors', Value: 1, Timestamp: new Date(Date.now() - 180_000) }];
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData }));
    cloudwatch.destroy();
  }
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

/** As in an environment that was never deployed to. */
async function forgetRollouts(): Promise<void> {
  const s3 = new S3Client({
    ...clientOptions(room.cloud, REGIONS[0], rootKeys(account)),
    forcePathStyle: true,
    followRegionRedirects: true,
  });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  for (const { Name: Bucket } of Buckets) {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'sam-multi-region/rollouts/' }));
    for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  }
  s3.destroy();
}

const deploy = (mark: string, ...more: readonly string[]) => {
  room.app.write('template.yaml', template(mark));
  return room.scenario('deploy', ['--yes', ...more]);
};
const pause = ['--until', 'first', '--revert-after', '2h'];

test('the policy of deploy is enough for gates, weights and a pause, and that of promote to go on or wait once more', async () => {
  await deploy('one');
  await deploy('two', ...pause);
  const asked = ['DescribeAlarmHistory', 'Invoke', 'GetMetricData', 'CreateSchedule'];
  expect(room.called()).toEqual(expect.arrayContaining(asked));
  await room.scenario('promote', ['--yes', ...pause]);
  expect(room.called()).toEqual(expect.arrayContaining(['DeleteSchedule', 'CreateSchedule']));
  await room.scenario('promote', ['--yes']);
  expect(room.called()).toEqual(expect.arrayContaining(['ChangeResourceRecordSets', 'ExecuteChangeSet']));
});

test('the policy of abort is enough to give a rollout up', async () => {
  await deploy('three', ...pause);
  // The same release once more takes the revert away before it makes its own.
  await deploy('three', ...pause);
  expect(room.called()).toContain('DeleteSchedule');
  await room.scenario('abort', ['--yes']);
  expect(room.called()).toContain('DeleteSchedule');
  await forgetRollouts();
  await room.scenario('abort', ['--yes'], { exitCode: 2, shows: 'nothing-open' });
  expect(await room.unneeded('abort')).toEqual([]);
});

test('the policy of status is enough to show weights', async () => {
  await room.scenario('status', []);
  expect(room.called()).toContain('ListResourceRecordSets');
});

test('the policy of verify is enough for every gate that asks AWS, and all of it is needed', async () => {
  for (const region of REGIONS) {
    const lambda = new LambdaClient(clientOptions(room.cloud, region, rootKeys(account)));
    await lambda.send(new PublishVersionCommand({ FunctionName: 'smoke' }));
    await lambda.send(new CreateAliasCommand({ FunctionName: 'smoke', Name: 'trial', FunctionVersion: '1' }));
    lambda.destroy();
  }
  await room.scenario('verify', [], { exitCode: 4, shows: 'there is nothing to compare' });
  expect(await room.unneeded('verify')).toEqual([]);
});

test('what deploy, promote and status have for gates, weights and reverts is needed', async () => {
  const ofThese = /^(Gates|RecordSets|RecordChanges|FindZone|Reverts|RevertRole)\b/;
  for (const name of ['deploy', 'promote', 'status'] as const) {
    expect([name, (await room.unneeded(name)).filter((part) => ofThese.test(part))]).toEqual([name, []]);
  }
});
