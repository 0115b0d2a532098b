import {
  CloudWatchClient,
  type ComparisonOperator,
  DescribeAlarmsCommand,
  type Dimension,
  GetMetricStatisticsCommand,
  type MetricAlarm,
  type Statistic,
} from '@aws-sdk/client-cloudwatch';
import type { AlarmIdentifier } from '@aws-sdk/client-route-53';
import type { Cloud } from '../index.ts';
import { clientOptions, rootKeys } from '../test-clients.ts';

/**
 * What a health check keeps of its alarm (Route 53 API Reference, CloudWatchAlarmConfiguration). How many datapoints make
 * the alarm, and what missing ones mean to it, are no part of it.
 */
export interface CheckedAlarm {
  readonly region: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: readonly Dimension[];
  readonly statistic: Statistic;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
}

/** Values of the periods that have data and end after `since`, by the beginning of the period in milliseconds. */
export type ReadMetric = (alarm: CheckedAlarm, since: number) => Promise<ReadonlyMap<number, number>>;

/** API Reference, AlarmIdentifier, Name: what Route 53 supports. */
const STATISTICS: readonly string[] = ['Average', 'Minimum', 'Maximum', 'Sum', 'SampleCount'];

/**
 * The alarm's settings when the check was made: later changes of the alarm reach it only when the check itself is updated
 * (Developer Guide, "Updating health checks when you change CloudWatch alarm settings").
 * @throws Error for an alarm that Route 53 does not take
 */
export async function copiedAlarm(
  cloud: Pick<Cloud, 'url'>,
  { Name, Region = 'us-east-1' }: AlarmIdentifier,
  known: { readonly AlarmIdentifier?: AlarmIdentifier | undefined; readonly alarm?: CheckedAlarm } | undefined,
  account: string,
): Promise<CheckedAlarm> {
  const same = known?.AlarmIdentifier?.Name === Name && known?.AlarmIdentifier?.Region === Region;
  if (same && known?.alarm !== undefined) return known.alarm;
  const client = new CloudWatchClient(clientOptions(cloud, Region, rootKeys(account)));
  try {
    const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({ AlarmNames: [Name ?? ''] }));
    const [alarm] = MetricAlarms;
    if (alarm === undefined)
      throw new Error(`Route 53 does not take ${Name}: there is no such metric alarm in ${Region}`);
    return settingsOf(alarm, Region);
  } finally {
    client.destroy();
  }
}

function settingsOf(alarm: MetricAlarm, region: string): CheckedAlarm {
  const { AlarmName, Namespace, MetricName, Statistic, Period, Threshold, ComparisonOperator } = alarm;
  const refuse = (why: string): never => {
    throw new Error(`Route 53 does not take the alarm ${AlarmName}: ${why}`);
  };
  if (Namespace === undefined || MetricName === undefined) return refuse('it is made of metric math');
  if (Statistic === undefined || !STATISTICS.includes(Statistic)) return refuse('its statistic is an extended one');
  if (Period === undefined || Period < 60) return refuse('its metric is of high resolution');
  if (Threshold === undefined || ComparisonOperator === undefined) return refuse('it has no threshold');
  return {
    region,
    namespace: Namespace,
    metric: MetricName,
    dimensions: alarm.Dimensions ?? [],
    statistic: Statistic,
    periodSeconds: Period,
    evaluationPeriods: alarm.EvaluationPeriods ?? 1,
    threshold: Threshold,
    comparison: ComparisonOperator,
  };
}

const BREACHES: Readonly<Partial<Record<ComparisonOperator, (value: number, threshold: number) => boolean>>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * What the metric says: healthy, not healthy, or (undefined) too little to tell. "Route 53 monitors the data stream for
 * the corresponding alarm instead of monitoring the alarm state" (Developer Guide, "How Amazon Route 53 determines whether
 * a health check is healthy"), so setting the state of the alarm does nothing. How many periods must have data is not
 * documented: here all that the alarm evaluates, the one that has only begun counting once it has data.
 */
export async function stateOfMetric(
  alarm: CheckedAlarm | undefined,
  read: ReadMetric | undefined,
  now: () => number = Date.now,
): Promise<boolean | undefined> {
  if (alarm === undefined || read === undefined) return undefined;
  const { periodSeconds, evaluationPeriods, threshold, comparison } = alarm;
  const length = periodSeconds * 1000;
  const current = Math.floor(now() / length) * length;
  let values: ReadonlyMap<number, number>;
  try {
    values = await read(alarm, current - (evaluationPeriods + 1) * length);
  } catch {
    // CloudWatch of a region that is lost tells nothing.
    return undefined;
  }
  const last = values.has(current) ? current : current - length;
  const looked = Array.from({ length: evaluationPeriods }, (_, index) => values.get(last - index * length));
  const known = looked.filter((value) => value !== undefined);
  if (known.length < evaluationPeriods) return undefined;
  const breaches = BREACHES[comparison];
  return breaches === undefined ? undefined : !known.every((value) => breaches(value, threshold));
}

/** Reads metrics where health checkers read them: in the region of the alarm, which may be lost. */
export function metricReader(cloud: Pick<Cloud, 'url'>, account = '111111111111') {
  const clients = new Map<string, CloudWatchClient>();
  const read: ReadMetric = async ({ region, namespace, metric, dimensions, statistic, periodSeconds }, since) => {
    const options = { ...clientOptions(cloud, region, rootKeys(account)), maxAttempts: 1 };
    const client = clients.get(region) ?? new CloudWatchClient(options);
    clients.set(region, client);
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: namespace,
        MetricName: metric,
        Dimensions: [...dimensions],
        Statistics: [statistic],
        Period: periodSeconds,
        StartTime: new Date(since),
        EndTime: new Date(Date.now() + periodSeconds * 1000),
      }),
      { abortSignal: AbortSignal.timeout(2_000) },
    );
    return new Map(
      Datapoints.flatMap(({ Timestamp, [statistic as 'Maximum']: value }): [number, number][] =>
        Timestamp === undefined || value === undefined
          ? []
          : [[Math.floor(Timestamp.getTime() / (periodSeconds * 1000)) * periodSeconds * 1000, value]],
      ),
    );
  };
  return {
    read,
    close(): void {
      for (const client of clients.values()) client.destroy();
    },
  };
}
