import type { ClusterEndpoint } from './routing-controls.ts';

/** A health check of Route 53, as far as it decides about failover. */
export interface HealthCheck {
  readonly id: string;
  /** `HTTP`, `HTTPS`, `HTTPS_STR_MATCH`, `CALCULATED`, `RECOVERY_CONTROL` … */
  readonly type: string;
  /** Lower case. */
  readonly host?: string;
  readonly path?: string;
  readonly inverted: boolean;
  /** It counts as healthy. */
  readonly disabled: boolean;
  /** Ids of the checks that a calculated one counts. */
  readonly children: readonly string[];
  /** ARN of the routing control that it follows. */
  readonly control?: string;
  /** Absent: the usual one of the type. */
  readonly port?: number;
  /** What a check on a metric reads. */
  readonly metric?: CheckedMetric;
}

/** A metric as a health check copied it from its alarm (Route 53 API Reference, CloudWatchAlarmConfiguration). */
export interface CheckedMetric {
  /** Of the alarm. */
  readonly region: string;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
  readonly periodSeconds: number;
  readonly threshold: number;
  /** `GreaterThanOrEqualToThreshold` … */
  readonly operator: string;
  /** `Healthy`, `Unhealthy` or `LastKnownStatus`: what the check is while there is no data. */
  readonly withoutData: string;
}

/** Quotas of an account in a region, by what they count. */
export type AccountLimits = Readonly<Record<string, number>>;

/** A certificate of ACM. */
export interface Certificate {
  readonly arn: string;
  /** `ISSUED`, `EXPIRED`, `PENDING_VALIDATION` … */
  readonly status: string;
  /** What it proves, with `*.` for any one label. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch; absent: it was never issued. */
  readonly notAfter?: number;
}

/** What a look at whether a target could take over asks besides. Reads only; a failover itself never asks any of it. */
export interface ReadinessSource {
  /** Quota of functions that run at once in this account and region, and what of it is set aside for none. */
  concurrency(): Promise<{ readonly limit: number; readonly unreserved: number }>;
  /** What API Gateway takes in this account and region. */
  apiThrottle(): Promise<AccountLimits>;
  /** What tables of DynamoDB may have provisioned together in this account and region. */
  tableCapacity(): Promise<AccountLimits>;
  /** All of the account. Its control plane is where Route 53's is, not in this region. */
  healthChecks(): Promise<readonly HealthCheck[]>;
  /** Of the regional custom domain of API Gateway with this name; undefined: there is none here. */
  certificate(domain: string): Promise<Certificate | undefined>;
  /** Of ACM, of a listener of a load balancer in this region, by its ARN. */
  listenerCertificates(listener: string): Promise<readonly Certificate[]>;
  /** Of a distribution of CloudFront, by its id; undefined: it does not answer for this name. Asked where CloudFront is. */
  distributionCertificate(distribution: string, name: string): Promise<Certificate | undefined>;
  /** As one endpoint of the cluster knows it. */
  controlState(endpoint: ClusterEndpoint, control: string, signal: AbortSignal): Promise<'On' | 'Off'>;
}
