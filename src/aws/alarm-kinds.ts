import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { AlarmKind } from './cloudformation-port.ts';

/** CloudWatch API Reference, DescribeAlarms: at most 100 names in one call. */
const MOST_NAMES = 100;

/**
 * Tells metric alarms from composite ones: their ARNs look the same. The CloudWatch package loads with the first
 * question. DescribeAlarms looks for metric alarms alone unless told otherwise (API Reference, `AlarmTypes`).
 */
export function createAlarmKinds(
  client: () => Promise<CloudWatchClient>,
): (arns: readonly string[]) => Promise<ReadonlyMap<string, AlarmKind>> {
  return async (arns) => {
    const [{ DescribeAlarmsCommand }, cloudwatch] = await Promise.all([import('@aws-sdk/client-cloudwatch'), client()]);
    const { MetricAlarms = [], CompositeAlarms = [] } = await cloudwatch.send(
      new DescribeAlarmsCommand({
        AlarmNames: arns.map(nameOf).slice(0, MOST_NAMES),
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        MaxRecords: MOST_NAMES,
      }),
    );
    return new Map<string, AlarmKind>([
      ...MetricAlarms.flatMap(({ AlarmArn }) => (AlarmArn === undefined ? [] : [[AlarmArn, 'metric'] as const])),
      ...CompositeAlarms.flatMap(({ AlarmArn }) => (AlarmArn === undefined ? [] : [[AlarmArn, 'composite'] as const])),
    ]);
  };
}

/** arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME, and names may hold colons. */
function nameOf(arn: string): string {
  return arn.split(':').slice(6).join(':');
}
