import type { AlarmKind, CloudFormation } from './cloudformation-port.ts';
import type { CodeDeploy } from './code-deploy-port.ts';
import type { EventRules, ScheduleStates } from './consumer-ports.ts';
import type { EventSourceMappings, MappedSources } from './event-source-mappings-port.ts';
import type { Functions } from './functions-port.ts';
import type { Heartbeats } from './heartbeats-port.ts';
import type { Leftovers } from './leftovers-port.ts';
import type { Monitoring } from './monitoring-ports.ts';
import type { Queues } from './queues-port.ts';
import type { ReadinessSource } from './readiness-ports.ts';
import type { RegionSwitch } from './region-switch-port.ts';
import type { RoutingControls } from './routing-controls.ts';
import type { Storage } from './storage-port.ts';
import type { Schedules, TrafficControls } from './traffic-ports.ts';

/**
 * What the rest of the program may ask of AWS in one target, as plain data. SDK shapes end in `src/aws/`.
 * Every method throws {@link AwsError}, or a `UserError` when the credentials of the target cannot be obtained or
 * belong to another account (`wrong-account`, `no-credentials`, `oidc-unavailable`, `role-refused`, `expired-token`,
 * `region-not-enabled` …): that is found out before the first call, so nothing was changed by it.
 */

export type AwsErrorKind =
  /** No connection, or no answer within the time limits, after retries. */
  | 'unreachable'
  | 'throttled'
  | 'denied'
  /** Credentials expired or are not valid in this region. */
  | 'credentials'
  | 'not-found'
  | 'already-exists'
  /** A conditional write lost, or a resource is in a state that refuses the call. */
  | 'conflict'
  | 'invalid'
  | 'server'
  | 'other';

export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly kind: AwsErrorKind;
  /** AWS's own code: `ValidationError`, `NoSuchKey` … */
  readonly code: string;
  readonly service: string;
  readonly action: string;
  readonly region: string;
  readonly requestId: string | undefined;
  readonly httpStatus: number | undefined;
  /** How often the call was tried; above 1 an earlier attempt may have taken effect. */
  readonly attempts: number | undefined;

  constructor(details: {
    readonly kind: AwsErrorKind;
    readonly code: string;
    readonly message: string;
    readonly service: string;
    readonly action: string;
    readonly region: string;
    readonly requestId?: string | undefined;
    readonly httpStatus?: number | undefined;
    readonly attempts?: number | undefined;
    readonly cause?: unknown;
  }) {
    super(details.message, { cause: details.cause });
    this.kind = details.kind;
    this.code = details.code;
    this.service = details.service;
    this.action = details.action;
    this.region = details.region;
    this.requestId = details.requestId;
    this.httpStatus = details.httpStatus;
    this.attempts = details.attempts;
  }
}

/** Everything a run may use in one target. Made lazily: a session that is never used contacts nobody. */
export interface TargetSession {
  readonly target: string;
  readonly region: string;
  readonly partition: string;
  /** Account of the credentials in use, from GetCallerIdentity; checked against the configured one. One call per session. */
  account(): Promise<string>;
  readonly cloudformation: CloudFormation;
  readonly storage: Storage;
  /** Control planes of traffic drivers, with these credentials; they are where they are, not in this region. */
  readonly traffic: TrafficControls;
  /** Decrypted value; AwsError kind `not-found` when absent. */
  parameter(name: string): Promise<string>;
  /** Of at most 100 alarms by their ARN; those that are not in the answer do not exist here. */
  alarmKinds(arns: readonly string[]): Promise<ReadonlyMap<string, AlarmKind>>;
  readonly monitoring: Monitoring;
  readonly functions: Functions;
  /** Calls that EventBridge Scheduler of this region makes by itself, once. */
  readonly laterCalls: Schedules;
  /** The data plane of ARC: each endpoint is in a region of its own. */
  readonly routingControls: RoutingControls;
  /** The data plane of ARC Region switch in this region. */
  readonly regionSwitch: RegionSwitch;
  readonly codeDeploy: CodeDeploy;
  readonly mappings: EventSourceMappings & MappedSources;
  readonly rules: EventRules;
  readonly schedules: ScheduleStates;
  readonly leftovers: Leftovers;
  readonly heartbeats: Heartbeats;
  readonly queues: Queues;
  readonly readiness: ReadinessSource;
  /** Whether the account has this OpenID Connect provider. */
  hasIdentityProvider(arn: string): Promise<boolean>;
  /** Environment variables for a child process (`sam`) in this target: credentials, region, endpoint. Never printed. */
  environment(): Promise<Readonly<Record<string, string>>>;
}
