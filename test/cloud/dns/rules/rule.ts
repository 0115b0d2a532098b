import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Asker } from '../choose.ts';
import type { DeployedCheck } from '../health-checks.ts';

export const NAME = 'api.example.com.';
export const WEST = '192.0.2.1';
export const CENTRAL = '192.0.2.2';
export const US = '192.0.2.3';
export const GATEWAY: Readonly<Record<string, string>> = {
  'd-west.execute-api.eu-west-1.amazonaws.com': WEST,
  'd-central.execute-api.eu-central-1.amazonaws.com': CENTRAL,
};

/** What is wrong in a phase. */
export interface World {
  /** Endpoints that answer 503; an object that is not there answers so too. */
  readonly down?: readonly string[];
  /** Values of the metric in the last two periods, the current one last; undefined: no data. */
  readonly metric?: readonly (number | undefined)[];
  readonly off?: readonly string[];
}

export interface Row {
  readonly rule: string;
  readonly sets: readonly ResourceRecordSet[];
  readonly asker?: Asker;
  /** Every address that is ever answered, phase by phase; none: there is no data. */
  readonly phases: readonly (readonly [World, readonly string[]])[];
}

export const set = (value: string, more: Partial<ResourceRecordSet>): ResourceRecordSet => ({
  Name: NAME,
  Type: 'A',
  SetIdentifier: value,
  TTL: 30,
  ResourceRecords: [{ Value: value }],
  ...more,
});
export const alias = (
  target: string,
  more: Partial<ResourceRecordSet>,
  EvaluateTargetHealth = true,
): ResourceRecordSet => ({
  Name: NAME,
  Type: 'A',
  SetIdentifier: target,
  AliasTarget: { HostedZoneId: 'Z', DNSName: `${target}.`, EvaluateTargetHealth },
  ...more,
});
export const [WEST_API = '', CENTRAL_API = ''] = Object.keys(GATEWAY);
export const west = { HealthCheckId: 'west' };
export const central = { HealthCheckId: 'central' };
export const us = { HealthCheckId: 'us' };

export const endpoint = (host: string, more: Partial<DeployedCheck> = {}): DeployedCheck => ({
  Type: 'HTTPS',
  FullyQualifiedDomainName: host,
  FailureThreshold: 1,
  ...more,
});
export const metric = (InsufficientDataHealthStatus: DeployedCheck['InsufficientDataHealthStatus']): DeployedCheck => ({
  Type: 'CLOUDWATCH_METRIC',
  InsufficientDataHealthStatus,
  alarm: {
    region: 'eu-central-1',
    namespace: 'Stop',
    metric: 'Stopped',
    dimensions: [],
    statistic: 'Maximum',
    periodSeconds: 60,
    evaluationPeriods: 1,
    threshold: 1,
    comparison: 'GreaterThanOrEqualToThreshold',
  },
});
export const calculated = (children: string[], HealthThreshold: number): DeployedCheck => ({
  Type: 'CALCULATED',
  ChildHealthChecks: children,
  HealthThreshold,
});

export const CHECKS: Readonly<Record<string, DeployedCheck>> = {
  west: endpoint('west'),
  central: endpoint('central'),
  us: endpoint('us'),
  'not stopped': endpoint('signal', { Inverted: true }),
  'endpoint and not stopped': calculated(['west', 'not stopped'], 2),
  'one of two': calculated(['west', 'central'], 1),
  disabled: endpoint('west', { Disabled: true }),
  'metric, last known': metric('LastKnownStatus'),
  'metric, healthy': metric('Healthy'),
  'metric, unhealthy': metric('Unhealthy'),
  control: { Type: 'RECOVERY_CONTROL', RoutingControlArn: 'control-west' },
};

export const GOOD: World = { down: ['signal'] };
export const LOST: World = { down: ['signal', 'west'] };
export const ALL_LOST: World = { down: ['signal', 'west', 'central', 'us'] };
export const STOPPED: World = { down: [] };
export const pair = (primary: Partial<ResourceRecordSet>, secondary: Partial<ResourceRecordSet> = {}) => [
  set(WEST, { Failover: 'PRIMARY', ...primary }),
  set(CENTRAL, { Failover: 'SECONDARY', ...secondary }),
];
export const weights = (one: number, other: number, checks: readonly [object, object] = [west, central]) => [
  set(WEST, { Weight: one, ...checks[0] }),
  set(CENTRAL, { Weight: other, ...checks[1] }),
];
