import { CloudWatchClient, PutMetricAlarmCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DeleteObjectCommand, ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { putObject } from '../cloud/emulator/testing.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { permissionsApp, permissionsTemplate } from '../support/permissions-app.ts';
import { OLDER_REGION, openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';

// Two releases are packaged, and every run is a process of its own, on a shared machine.
const PLACE = { account: '111111111111', region: 'eu-west-1' };
const config = `application: shop
stacks:
  api: { template: template.yaml, stack-name: shop, parameters: { Mark: mark } }
environments:
  prod:
    targets:
      eu-west-1: { account: "111111111111" }
    gates:
      - { alarm-prefix: calm-, when: [after] }
      - { alarm-tag: { team: calm }, when: [after] }
      - metric: { metrics: { errors: { namespace: Shop, metric: Errors } }, expression: errors, window: 1h, below: 5 }
        when: [after]
    service-role: cfn
`;

let room: PolicyRoom<'deploy' | 'rollback'>;

beforeAll(async () => {
  room = await openPolicyRoom(permissionsApp(0), [PLACE], {
    deploy: { command: 'deploy', config },
    rollback: { command: 'rollback', config },
  });
  const cloudwatch = new CloudWatchClient(clientOptions(room.cloud, PLACE.region, rootKeys(PLACE.account)));
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
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

/** Deploys what the folder holds, and returns the id of the release that it made of it. */
async function deploySources(template: string): Promise<string> {
  room.app.write('template.yaml', template);
  const { stdout } = await room.scenario('deploy', ['--build', 'never', '--yes', '--output', 'json'], {
    withSam: true,
  });
  return (JSON.parse(stdout) as { readonly release: { readonly id: string } }).release.id;
}

const deploy = (release: string, ...parameters: readonly string[]) => [
  ...['--release', release, '--yes'],
  ...parameters.flatMap((parameter) => ['--parameters', parameter]),
];
const to = (release: string, ...more: readonly string[]) => ['--to', release, '--yes', ...more];
/** Without the nested stack. */
const alone = permissionsTemplate
  .replace(/ {2}Child:[\s\S]*(?= {2}Fragile:)/, '')
  .replace('    DependsOn: Child\n', '');
const outputs = `${permissionsTemplate}Outputs: { Mark: { Value: !Ref Mark } }\n`;

let nesting = '';
let last = '';

test('the policy of rollback is enough to return to earlier releases, and nothing is refused on the way', async () => {
  const first = await deploySources(alone);
  nesting = await deploySources(permissionsTemplate);
  // With a nested stack that would go, and, once it is gone, one that would come.
  for (const release of [first, nesting]) {
    await room.scenario('rollback', to(release, '--dry-run'));
    await room.scenario('rollback', to(release));
  }
  // What had to agree with the release is asked once more.
  expect(room.called()).toEqual(expect.arrayContaining(['ExecuteChangeSet', 'DescribeAlarms', 'GetMetricData']));
  // A change that no change set shows, after a run that died.
  last = await deploySources(outputs);
  await room.scenario('deploy', deploy(last, 'Mark=other'), { killAt: 'executing', exitCode: 137 });
  await room.scenario('rollback', to(nesting));
});

test('the policy of rollback is enough to find out why it failed', async () => {
  const failing = { exitCode: 1, shows: /Child\.Inner.*The part is broken/s };
  await room.scenario('deploy', deploy(last, 'InnerFail=one-way'));
  await room.scenario('rollback', to(nesting), failing);
  await room.scenario('rollback', to(nesting), { ...failing, fault: OLDER_REGION });
  await room.scenario('deploy', deploy(nesting, 'Taken=taken-later'));
  await room.scenario('deploy', deploy(last, 'Taken='));
  const hook = { type: 'Acme::Topics::Check', contains: 'Topic', reason: 'no topics today' };
  await room.cloud.control('hooks', { hooks: [hook] });
  await room.scenario('rollback', to(nesting), { exitCode: 1, shows: /Acme::Topics::Check.*no topics today/s });
  await room.cloud.control('hooks', { hooks: [] });
  await putObject(room.cloud.url, 'taken-later', 'key', 'body');
  await room.scenario('rollback', to(nesting), { exitCode: 1, shows: 'taken-later' });
  await room.scenario('deploy', deploy(last, 'Fail=stuck'), { exitCode: 1 });
  await room.scenario('rollback', to(nesting), { exitCode: 1 });
  expect(room.called()).toContain('ContinueUpdateRollback');
});

test('the policy of rollback is enough to see that nothing is recorded', async () => {
  const s3 = new S3Client({ ...clientOptions(room.cloud, PLACE.region), forcePathStyle: true });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const Bucket = Buckets.find(({ Name }) => Name?.startsWith('aws-sam-cli-managed'))?.Name;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'sam-multi-region/records/' }));
  expect(Contents).not.toEqual([]);
  for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  s3.destroy();
  await room.scenario('rollback', to(nesting), { exitCode: 2, shows: 'release-unknown' });
});

test('every action and resource in the policy of rollback is needed by one of these runs', async () => {
  expect(await room.unneeded('rollback')).toEqual([]);
});
