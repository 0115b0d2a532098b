import { DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import {
  type AlarmHistoryItem,
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  type MetricDataQuery,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { useEmulator } from './emulator/room.ts';
import { clientConfig, Stacks, until } from './emulator/testing.ts';

/** Seconds: the one that ends last, so that none ends between a datapoint and the look at it. */
const PERIOD = [3540, 3660, 4020].toSorted((a, b) => leftOf(b) - leftOf(a))[0] ?? 3540;
const { emulator } = useEmulator();
let cloudwatch: CloudWatchClient;
let names = 0;

beforeAll(async () => {
  cloudwatch = new CloudWatchClient(clientConfig(emulator.url));
});

afterAll(async () => {
  cloudwatch.destroy();
});

function leftOf(period: number): number {
  return period - ((Date.now() / 1000) % period);
}

interface Series {
  readonly namespace: string;
  readonly name: string;
}

const fresh = (): Series => {
  names += 1;
  return { namespace: 'Test', name: `m${names}` };
};

/** A datapoint in the period that began so many periods before the current one. */
async function put(
  { namespace, name }: Series,
  periodsAgo: number,
  value: number,
  dimensions: Readonly<Record<string, string>> = {},
) {
  const start = Math.floor(Date.now() / 1000 / PERIOD - periodsAgo) * PERIOD;
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const datum = { MetricName: name, Dimensions, Timestamp: new Date(start * 1000), Value: value };
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: namespace, MetricData: [datum] }));
}

async function alarm({ namespace, name }: Series, more: Partial<PutMetricAlarmCommandInput> = {}): Promise<string> {
  names += 1;
  const AlarmName = `alarm-${names}`;
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName,
      Namespace: namespace,
      MetricName: name,
      Statistic: 'Sum',
      Period: PERIOD,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      ...more,
    }),
  );
  return AlarmName;
}

async function stateOf(name: string): Promise<string | undefined> {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  return MetricAlarms[0]?.StateValue;
}

async function historyOf(name: string): Promise<readonly AlarmHistoryItem[]> {
  const { AlarmHistoryItems = [] } = await cloudwatch.send(
    new DescribeAlarmHistoryCommand({ AlarmName: name, HistoryItemType: 'StateUpdate', ScanBy: 'TimestampAscending' }),
  );
  return AlarmHistoryItems;
}

describe('a metric alarm', () => {
  // CloudWatch User Guide, "How alarm state is evaluated when data is missing": five periods, three are evaluated.
  // `0` is fine, `X` breaches, `-` is missing; then what it says with missing, ignore, breaching, notBreaching.
  test.each([
    [3, '0-X-X', 'OK', 'OK', 'OK', 'OK'],
    [3, '----0', 'OK', 'OK', 'OK', 'OK'],
    [3, '-----', 'INSUFFICIENT_DATA', 'INSUFFICIENT_DATA', 'ALARM', 'OK'],
    [3, '0XX-X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [3, '--X--', 'ALARM', 'INSUFFICIENT_DATA', 'ALARM', 'OK'],
    [2, '0-X-X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [2, '00X0X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [2, '0-X--', 'OK', 'OK', 'ALARM', 'OK'],
    [2, '----0', 'OK', 'OK', 'ALARM', 'OK'],
    [2, '---X-', 'ALARM', 'INSUFFICIENT_DATA', 'ALARM', 'OK'],
  ] as const)('of %i out of 3 that sees %s is %s, %s, %s, %s', async (datapoints, seen, ...expected) => {
    const series = fresh();
    // Nothing is in the current period: the last of the five is the one before it.
    for (const [index, mark] of [...seen].entries())
      if (mark !== '-') await put(series, 5 - index, mark === 'X' ? 1 : 0);
    const states = ['missing', 'ignore', 'breaching', 'notBreaching'].map(async (TreatMissingData) =>
      stateOf(await alarm(series, { EvaluationPeriods: 3, DatapointsToAlarm: datapoints, TreatMissingData })),
    );
    expect(await Promise.all(states)).toEqual(expected);
  });

  test('looks at its own dimensions only', async () => {
    const series = fresh();
    await put(series, 0, 1, { FunctionName: 'other' });
    await put(series, 0, 0, { FunctionName: 'own' });
    const Dimensions = [{ Name: 'FunctionName', Value: 'own' }];
    expect(await stateOf(await alarm(series, { Dimensions }))).toBe('OK');
    await put(series, 0, 1, { FunctionName: 'own' });
    expect(await stateOf(await alarm(series, { Dimensions }))).toBe('ALARM');
  });

  test('keeps a state that was set by hand until it is evaluated again', async () => {
    const name = await alarm(fresh(), { TreatMissingData: 'notBreaching' });
    expect(await stateOf(name)).toBe('OK');
    await cloudwatch.send(new SetAlarmStateCommand({ AlarmName: name, StateValue: 'ALARM', StateReason: 'a test' }));
    expect(await stateOf(name)).toBe('ALARM');
  });

  test('returns to OK with time, and its history tells when', async () => {
    const series = fresh();
    const name = await alarm(series, { Period: 10, TreatMissingData: 'notBreaching' });
    expect(await stateOf(name)).toBe('OK');
    const measure = (Value: number) =>
      cloudwatch.send(
        new PutMetricDataCommand({ Namespace: series.namespace, MetricData: [{ MetricName: series.name, Value }] }),
      );
    // Once more where a period ended between the datapoint and the look.
    for (let tries = 0; tries < 5 && (await stateOf(name)) !== 'ALARM'; tries += 1) await measure(1);
    expect(await stateOf(name)).toBe('ALARM');
    // Good datapoints do not help before the period of the bad one is over, at most ten seconds later.
    for (let tries = 0; tries < 200 && (await stateOf(name)) !== 'OK'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await measure(0);
    }
    const summaries = (await historyOf(name)).map(({ HistorySummary }) => HistorySummary).slice(-2);
    expect(summaries).toEqual(['Alarm updated from OK to ALARM', 'Alarm updated from ALARM to OK']);
  });
});

describe('metric math', () => {
  const stat = (Id: string, { namespace, name }: Series, ReturnData = false): MetricDataQuery => ({
    Id,
    MetricStat: { Metric: { Namespace: namespace, MetricName: name }, Period: PERIOD, Stat: 'Sum' },
    ReturnData,
  });

  /** Values of an expression over `errors` (1, 0, -, 2) and `requests` (10, 0, 5, 8), oldest first. */
  async function evaluate(Expression: string): Promise<readonly number[]> {
    const [errors, requests] = [fresh(), fresh()];
    for (const [ago, value] of [
      [4, 1],
      [3, 0],
      [1, 2],
    ] as const)
      await put(errors, ago, value);
    for (const [ago, value] of [
      [4, 10],
      [3, 0],
      [2, 5],
      [1, 8],
    ] as const)
      await put(requests, ago, value);
    const current = Math.floor(Date.now() / 1000 / PERIOD) * PERIOD;
    const answer = await cloudwatch.send(
      new GetMetricDataCommand({
        MetricDataQueries: [stat('errors', errors), stat('requests', requests), { Id: 'e', Expression }],
        StartTime: new Date((current - 4 * PERIOD) * 1000),
        EndTime: new Date(current * 1000),
        ScanBy: 'TimestampAscending',
      }),
    );
    expect(answer.MetricDataResults?.map(({ Id }) => Id)).toEqual(['e']);
    return answer.MetricDataResults?.[0]?.Values ?? [];
  }

  test.each([
    ['100 * errors / requests', [10, 25]],
    ['errors + requests', [11, 0, 10]],
    ['FILL(errors, 0)', [1, 0, 0, 2]],
    ['FILL(errors, REPEAT)', [1, 0, 0, 2]],
    ['IF(requests > 7, errors, 0)', [1, 0, 0, 2]],
    ['SUM([errors, requests])', [11, 0, 5, 10]],
    ['MAX(METRICS())', [10, 0, 5, 8]],
    ['requests - SUM(errors)', [7, -3, 2, 5]],
    ['errors ^ 2 > 0 AND requests > 8', [1, 0, 0]],
  ])('%s is %j', async (expression, values) => {
    expect(await evaluate(expression)).toEqual(values);
  });

  test.each(['1 + 1', 'nothing * 2', 'errors +', 'ANOMALY_DETECTION_BAND(errors)'])(
    '%s is refused',
    async (expression) => {
      await expect(evaluate(expression)).rejects.toMatchObject({ name: expect.stringMatching(/^Validation/) });
    },
  );

  test('a metric without dimensions is not the sum of those with', async () => {
    const series = fresh();
    await put(series, 1, 5, { A: 'b' });
    const now = Date.now();
    const { MetricDataResults } = await cloudwatch.send(
      new GetMetricDataCommand({
        MetricDataQueries: [stat('m', series, true)],
        StartTime: new Date(now - 4 * PERIOD * 1000),
        EndTime: new Date(now),
      }),
    );
    expect(MetricDataResults?.[0]?.Values).toEqual([]);
  });
});

test('composite alarms come from templates, follow their rule, and go with the stack', async () => {
  const stacks = new Stacks(emulator.url);
  const template = (rule: string) => ({
    Resources: {
      One: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Namespace: 'Test',
          MetricName: 'composite',
          Statistic: 'Sum',
          Period: PERIOD,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanThreshold',
        },
      },
      All: {
        Type: 'AWS::CloudWatch::CompositeAlarm',
        Properties: { AlarmName: 'all', AlarmRule: { 'Fn::Sub': rule } },
      },
    },
    Outputs: { Name: { Value: { Ref: 'All' } }, Arn: { Value: { 'Fn::GetAtt': ['All', 'Arn'] } } },
  });
  const described = async () => {
    const { CompositeAlarms = [] } = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: ['all'], AlarmTypes: ['CompositeAlarm'] }),
    );
    return CompositeAlarms.map(({ AlarmRule, StateValue }) => [AlarmRule?.replace(/"[^"]*"/, 'One'), StateValue]);
  };
  const { Outputs = [] } = await stacks.deploy('composite', template('ALARM("${One}")'));
  expect(Outputs.map(({ OutputValue }) => OutputValue).sort()).toEqual([
    'all',
    expect.stringMatching(/^arn:aws:cloudwatch:.*:alarm:all$/),
  ]);
  expect(await described()).toEqual([['ALARM(One)', 'OK']]);
  await stacks.deploy('composite', template('NOT ALARM("${One}")'));
  expect(await described()).toEqual([['NOT ALARM(One)', 'ALARM']]);
  const failed = await stacks.deploy('broken', {
    Resources: { All: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: 'ALARM("nobody")' } } },
  });
  expect(failed.StackStatus).toBe('ROLLBACK_COMPLETE');
  await stacks.client.send(new DeleteStackCommand({ StackName: 'composite' }));
  await until(described, (found) => found.length === 0);
});
