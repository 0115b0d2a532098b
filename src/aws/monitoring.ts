import type { CloudWatchClient, CompositeAlarm, MetricAlarm, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { LimitFunction } from 'p-limit';
import type { Alarm, AlarmChange, AlarmState, MetricQuery, Monitoring } from './monitoring-ports.ts';

type Sdk = typeof import('@aws-sdk/client-cloudwatch');

/** CloudWatch API Reference, DescribeAlarms: at most 100 names in one call, and at most so many alarms a page (default: 50). */
const MOST_NAMES = 100;
/** No answer of CloudWatch has the tags or the history of several alarms: they are asked one by one, so many at once. */
const ONE_BY_ONE = 8;
/** DescribeAlarms and DescribeAlarmHistory speak of metric alarms alone unless told otherwise (API Reference). */
const TYPES = ['MetricAlarm', 'CompositeAlarm'] as const;

/** The Monitoring port on the SDK, which loads with the first question. Its shapes end here. */
export function createMonitoring(client: () => Promise<CloudWatchClient>): Monitoring {
  const tags = new Map<string, Promise<Readonly<Record<string, string>>>>();
  let limit: Promise<LimitFunction> | undefined;

  async function inTurn<T>(ask: () => Promise<T>): Promise<T> {
    limit ??= import('p-limit').then(({ default: pLimit }) => pLimit(ONE_BY_ONE));
    return (await limit)(ask);
  }

  async function call<T>(use: (client: CloudWatchClient, sdk: Sdk) => Promise<T>): Promise<T> {
    const [sdk, made] = await Promise.all([import('@aws-sdk/client-cloudwatch'), client()]);
    return use(made, sdk);
  }

  async function describe(input: { readonly AlarmNames?: string[]; readonly AlarmNamePrefix?: string }) {
    return call(async (cloudwatch, { paginateDescribeAlarms }) => {
      const found: Alarm[] = [];
      for await (const page of paginateDescribeAlarms(
        { client: cloudwatch },
        { ...input, AlarmTypes: [...TYPES], MaxRecords: MOST_NAMES },
      ))
        found.push(...(page.MetricAlarms ?? []).map(metricAlarm), ...(page.CompositeAlarms ?? []).map(compositeAlarm));
      return found;
    });
  }

  return {
    async alarms(filter) {
      if (!('names' in filter)) return describe(filter.prefix === undefined ? {} : { AlarmNamePrefix: filter.prefix });
      const starts = filter.names.map((_, index) => index).filter((index) => index % MOST_NAMES === 0);
      const chunks = starts.map((start) => filter.names.slice(start, start + MOST_NAMES));
      return (await Promise.all(chunks.map((names) => describe({ AlarmNames: names })))).flat();
    },

    alarmChanges: (name, since, until) =>
      inTurn(() =>
        call(async (cloudwatch, { paginateDescribeAlarmHistory }) => {
          const pages = paginateDescribeAlarmHistory(
            { client: cloudwatch },
            {
              AlarmName: name,
              AlarmTypes: [...TYPES],
              HistoryItemType: 'StateUpdate',
              StartDate: new Date(since),
              EndDate: new Date(until),
              ScanBy: 'TimestampAscending',
            },
          );
          const changes: AlarmChange[] = [];
          for await (const { AlarmHistoryItems = [] } of pages)
            for (const item of AlarmHistoryItems) changes.push(...change(item.Timestamp, item.HistoryData));
          return changes.filter(({ at }) => at >= since && at <= until).toSorted((a, b) => a.at - b.at);
        }),
      ),

    alarmTags(arn) {
      const known = tags.get(arn);
      if (known) return known;
      const asked = inTurn(() =>
        call(async (cloudwatch, { ListTagsForResourceCommand }) => {
          const { Tags = [] } = await cloudwatch.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
          return Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));
        }),
      );
      tags.set(arn, asked);
      asked.catch(() => tags.delete(arn));
      return asked;
    },

    metricData: (queries, since, until) =>
      call(async (cloudwatch, { paginateGetMetricData }) => {
        const pages = paginateGetMetricData(
          { client: cloudwatch },
          {
            MetricDataQueries: queries.map(toQuery),
            StartTime: new Date(since),
            EndTime: new Date(until),
            ScanBy: 'TimestampAscending',
          },
        );
        const series = new Map<string, { points: { at: number; value: number }[]; problem?: string }>();
        for await (const { MetricDataResults = [], Messages = [] } of pages) {
          for (const { Id = '', Timestamps = [], Values = [], StatusCode, Messages: own = [] } of MetricDataResults) {
            const one = series.get(Id) ?? { points: [] };
            series.set(Id, one);
            Timestamps.forEach((time, index) => {
              const value = Values[index];
              if (value !== undefined) one.points.push({ at: time.getTime(), value });
            });
            const said = [...own, ...Messages].map(({ Value }) => Value).find((text) => text !== undefined);
            // `PartialData` is made good by the following pages.
            if (StatusCode === 'InternalError' || StatusCode === 'Forbidden') one.problem = said ?? StatusCode;
          }
        }
        return [...series].map(([id, { points, ...rest }]) => ({
          id,
          points: points.toSorted((a, b) => a.at - b.at),
          ...rest,
        }));
      }),
  };
}

function metricAlarm(found: MetricAlarm): Alarm {
  const { Namespace, MetricName, Dimensions, Statistic, ExtendedStatistic, Period = 60, Metrics = [] } = found;
  const own: MetricQuery[] =
    Namespace === undefined || MetricName === undefined
      ? Metrics.flatMap(fromQuery)
      : [
          {
            id: 'm',
            source: {
              namespace: Namespace,
              metric: MetricName,
              dimensions: byName(Dimensions),
              statistic: Statistic ?? ExtendedStatistic ?? 'Average',
            },
            periodSeconds: Period,
            returned: true,
          },
        ];
  return { ...common(found), kind: 'metric', queries: own };
}

function compositeAlarm(found: CompositeAlarm): Alarm {
  return { ...common(found), kind: 'composite', queries: [] };
}

function common({ AlarmName = '', AlarmArn = '', StateValue, StateReason, StateUpdatedTimestamp }: CommonAlarm) {
  return {
    name: AlarmName,
    arn: AlarmArn,
    state: StateValue ?? 'INSUFFICIENT_DATA',
    ...(StateReason !== undefined && { reason: StateReason }),
    stateSince: StateUpdatedTimestamp?.getTime() ?? 0,
  } as const;
}

type CommonAlarm = Pick<MetricAlarm, 'AlarmName' | 'AlarmArn' | 'StateValue' | 'StateReason' | 'StateUpdatedTimestamp'>;

function byName(dimensions: MetricAlarm['Dimensions'] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
}

function fromQuery({ Id = '', Expression, MetricStat, Period, ReturnData }: MetricDataQuery): readonly MetricQuery[] {
  const returned = ReturnData !== false;
  if (Expression !== undefined)
    return [{ id: Id, source: { expression: Expression }, periodSeconds: Period ?? 60, returned }];
  const { Metric, Stat = 'Average', Period: period = 60 } = MetricStat ?? {};
  if (Metric?.Namespace === undefined || Metric.MetricName === undefined) return [];
  const { Namespace: namespace, MetricName: metric, Dimensions } = Metric;
  const source = { namespace, metric, dimensions: byName(Dimensions), statistic: Stat };
  return [{ id: Id, source, periodSeconds: period, returned }];
}

function toQuery({ id, source, periodSeconds, returned }: MetricQuery): MetricDataQuery {
  if ('expression' in source)
    return { Id: id, Expression: source.expression, Period: periodSeconds, ReturnData: returned };
  const { namespace, metric, dimensions, statistic } = source;
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Id: id,
    MetricStat: {
      Metric: { Namespace: namespace, MetricName: metric, Dimensions },
      Period: periodSeconds,
      Stat: statistic,
    },
    ReturnData: returned,
  };
}

/** The history data of a state update is JSON (CloudWatch User Guide, "Alarm events and EventBridge" shows its members). */
function change(at: Date | undefined, data = ''): readonly AlarmChange[] {
  try {
    const { oldState, newState } = JSON.parse(data) as Partial<
      Record<'oldState' | 'newState', { stateValue?: string }>
    >;
    const [from, to] = [oldState?.stateValue, newState?.stateValue];
    if (at === undefined || !isState(from) || !isState(to) || from === to) return [];
    return [{ at: at.getTime(), from, to }];
  } catch {
    return [];
  }
}

function isState(text: string | undefined): text is AlarmState {
  return text === 'OK' || text === 'ALARM' || text === 'INSUFFICIENT_DATA';
}
