import type { AlarmKind } from './cloudformation-port.ts';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A CloudWatch alarm as it is now. Times are milliseconds since the epoch. */
export interface Alarm {
  readonly name: string;
  readonly arn: string;
  readonly kind: AlarmKind;
  readonly state: AlarmState;
  readonly reason?: string;
  /** When it last changed. An alarm that is fine for months has an old one. */
  readonly stateSince: number;
  /** What a metric alarm looks at; empty for a composite one. */
  readonly queries: readonly MetricQuery[];
}

/** One change of an alarm's state, from its history. */
export interface AlarmChange {
  readonly at: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
}

/** A metric with its statistic, or an expression of metric math over the ids of others. */
export interface MetricQuery {
  readonly id: string;
  readonly source:
    | {
        readonly namespace: string;
        readonly metric: string;
        readonly dimensions: Readonly<Record<string, string>>;
        readonly statistic: string;
      }
    | { readonly expression: string };
  readonly periodSeconds: number;
  /** Whether its datapoints are in the answer. */
  readonly returned: boolean;
}

export interface MetricSeries {
  readonly id: string;
  /** Oldest first; periods without data are absent. */
  readonly points: readonly { readonly at: number; readonly value: number }[];
  /** What CloudWatch says of an expression that it could not evaluate. */
  readonly problem?: string;
}

/** CloudWatch in one account and region. */
export interface Monitoring {
  /** Metric and composite alarms: by name, by the beginning of their names, or all. Names that do not exist are absent. */
  alarms(filter: { readonly names: readonly string[] } | { readonly prefix?: string }): Promise<readonly Alarm[]>;
  /** Changes of state in a time, oldest first. */
  alarmChanges(name: string, since: number, until: number): Promise<readonly AlarmChange[]>;
  /** Asked once a session: tags hardly change. */
  alarmTags(arn: string): Promise<Readonly<Record<string, string>>>;
  metricData(queries: readonly MetricQuery[], since: number, until: number): Promise<readonly MetricSeries[]>;
}
