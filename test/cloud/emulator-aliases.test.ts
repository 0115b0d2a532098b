import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { zip } from '../support/zip.ts';
import { useEmulator } from './emulator/room.ts';
import { clientConfig } from './emulator/testing.ts';

const { emulator } = useEmulator();
let lambda: LambdaClient;
let cloudwatch: CloudWatchClient;

const code = (answer: string) =>
  zip([{ name: 'index.py', content: `def handler(event, context):\n    return "${answer}"\n` }]);

beforeAll(async () => {
  lambda = new LambdaClient(clientConfig(emulator.url));
  cloudwatch = new CloudWatchClient(clientConfig(emulator.url));
  const base = {
    FunctionName: 'orders',
    Runtime: 'python3.13',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::111111111111:role/r',
  } as const;
  await lambda.send(new CreateFunctionCommand({ ...base, Code: { ZipFile: code('one') } }));
  await lambda.send(new PublishVersionCommand({ FunctionName: 'orders' }));
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: 'orders', ZipFile: code('two') }));
  await lambda.send(new PublishVersionCommand({ FunctionName: 'orders' }));
  await lambda.send(new CreateAliasCommand({ FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }));
});

afterAll(async () => {
  lambda.destroy();
  cloudwatch.destroy();
});

async function call(times: number): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const answer = await lambda.send(new InvokeCommand({ FunctionName: 'orders', Qualifier: 'live' }));
    answers.push(`${answer.ExecutedVersion} ${Buffer.from(answer.Payload ?? []).toString()}`);
  }
  return answers;
}

/** Invocations so far by `Resource` and, where given, `ExecutedVersion`. */
async function invocations(version?: string): Promise<number> {
  const Dimensions = [
    { Name: 'FunctionName', Value: 'orders' },
    { Name: 'Resource', Value: 'orders:live' },
    ...(version === undefined ? [] : [{ Name: 'ExecutedVersion', Value: version }]),
  ];
  const Metric = { Namespace: 'AWS/Lambda', MetricName: 'Invocations', Dimensions };
  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: [{ Id: 'm', MetricStat: { Metric, Period: 3600, Stat: 'Sum' } }],
      StartTime: new Date(Date.now() - 7_200_000),
      EndTime: new Date(Date.now() + 60_000),
    }),
  );
  return (MetricDataResults?.[0]?.Values ?? []).reduce((a, b) => a + b, 0);
}

describe('an alias', () => {
  test('without weights calls its version, and its metrics have no executed version', async () => {
    expect(new Set(await call(3))).toEqual(new Set(['1 "one"']));
    expect([await invocations(), await invocations('1')]).toEqual([3, 0]);
  });

  test('with weights shares the calls, and CloudWatch tells the versions apart', async () => {
    const weights = { AdditionalVersionWeights: { 2: 0.5 } };
    await lambda.send(new UpdateAliasCommand({ FunctionName: 'orders', Name: 'live', RoutingConfig: weights }));
    const answers = await call(40);
    const second = answers.filter((answer) => answer === '2 "two"').length;
    // One in a trillion stays with one version.
    expect([answers.filter((answer) => answer === '1 "one"').length + second, second > 0, second < 40]).toEqual([
      40,
      true,
      true,
    ]);
    expect([await invocations('2'), await invocations('1'), await invocations()]).toEqual([second, 40 - second, 43]);
  });
});
