import type { CodeDeploy } from './code-deploy-port.ts';
import type { EventRules, ScheduleStates } from './consumer-ports.ts';
import type { EventSourceMappings } from './event-source-mappings-port.ts';
import type { Functions } from './functions-port.ts';
import type { Heartbeats } from './heartbeats-port.ts';
import type { Leftovers } from './leftovers-port.ts';
import type { Monitoring } from './monitoring-ports.ts';
import type { ReadinessSource } from './readiness-ports.ts';
import type { RegionSwitch } from './region-switch-port.ts';
import type { RoutingControls } from './routing-controls.ts';
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

export interface Stack {
  readonly stackId: string;
  readonly stackName: string;
  readonly status: string;
  readonly statusReason?: string;
  /** The change set that was executed last; absent when the stack was never changed by one. */
  readonly changeSetId?: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly terminationProtection: boolean;
  readonly roleArn?: string;
  readonly notificationArns: readonly string[];
  readonly disableRollback: boolean;
  readonly lastOperations: readonly { readonly type: string; readonly id: string }[];
  readonly rollbackTriggers?: { readonly alarms: readonly string[]; readonly monitoringMinutes: number };
}

/** Of a CloudWatch alarm; its ARN does not tell. */
export type AlarmKind = 'metric' | 'composite';

export interface ChangeSetRequest {
  readonly stackName: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly template: { readonly body: string } | { readonly url: string };
  readonly parameters: readonly (
    | { readonly name: string; readonly value: string }
    | { readonly name: string; readonly usePrevious: true }
  )[];
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly roleArn?: string;
  readonly notificationArns: readonly string[];
  readonly rollbackTriggers?: {
    readonly alarms: readonly { readonly arn: string; readonly kind: AlarmKind }[];
    readonly monitoringMinutes: number;
  };
  readonly includeNestedStacks: boolean;
  readonly deploymentMode?: 'REVERT_DRIFT';
  /** Express mode: executing it is over when everything is configured, before it is ready for traffic. */
  readonly express?: { readonly disableRollback: boolean };
  readonly description?: string;
  readonly clientToken: string;
}

export interface ChangeSet {
  readonly id: string;
  readonly name: string;
  readonly stackId: string;
  readonly status: string;
  readonly executionStatus: string;
  readonly statusReason?: string;
  readonly description?: string;
  readonly changes: readonly ChangeSetChange[];
}

/** A resource change as CloudFormation describes it (`IncludePropertyValues`). */
export interface ChangeSetChange {
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly resourceType: string;
  readonly action: string;
  readonly replacement?: string;
  readonly policyAction?: string;
  readonly scope: readonly string[];
  /** Change set of the nested stack, when `includeNestedStacks`. */
  readonly nestedChangeSetId?: string;
  readonly details: readonly {
    readonly attribute?: string;
    readonly name?: string;
    readonly path?: string;
    readonly before?: string;
    readonly after?: string;
    readonly requiresRecreation?: string;
  }[];
}

export interface StackEvent {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly stackId: string;
  readonly logicalId?: string;
  readonly physicalId?: string;
  readonly resourceType?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly detailedStatus?: string;
  readonly operationId?: string;
  readonly clientRequestToken?: string;
  /** STACK_EVENT, PROGRESS_EVENT, VALIDATION_ERROR, PROVISIONING_ERROR, HOOK_INVOCATION_ERROR (DescribeEvents only). */
  readonly type?: string;
  readonly hook?: {
    readonly type: string;
    readonly status: string;
    readonly reason: string;
    readonly failureMode?: string;
  };
  readonly validation?: {
    readonly name: string;
    readonly status: string;
    readonly path?: string;
    readonly reason: string;
    readonly failureMode?: string;
  };
}

/** A hook that did not pass a change set, with the rules it found broken. */
export interface HookResult {
  readonly type: string;
  /** HOOK_COMPLETE_FAILED: it refuses; HOOK_FAILED: it broke. */
  readonly status: string;
  /** FAIL or WARN. */
  readonly failureMode: string;
  readonly reason?: string;
  readonly findings: readonly {
    readonly name: string;
    readonly message?: string;
    readonly remedy?: string;
    readonly link?: string;
  }[];
}

/** CloudFormation in one account and region. Polling methods share a budget of calls per account and region. */
export interface CloudFormation {
  /** Undefined when there is no such stack. */
  describeStack(nameOrId: string): Promise<Stack | undefined>;
  /** Every stack that is there, of anybody, without those that others nest. */
  listStacks(): Promise<readonly Stack[]>;
  createChangeSet(request: ChangeSetRequest): Promise<{ readonly id: string; readonly stackId: string }>;
  /** All pages. `properties`: ask for before and after values. Undefined when there is no such change set. */
  describeChangeSet(id: string, options?: { readonly properties?: boolean }): Promise<ChangeSet | undefined>;
  /** Change sets that were not executed: one that was is no leftover, it tells what the stack has. */
  listChangeSets(
    stackName: string,
  ): Promise<
    readonly { readonly id: string; readonly name: string; readonly status: string; readonly createdAt?: string }[]
  >;
  deleteChangeSet(id: string): Promise<void>;
  executeChangeSet(request: {
    readonly id: string;
    readonly clientRequestToken: string;
    /** Absent for a change set in Express mode: it says so itself. */
    readonly disableRollback?: boolean;
    readonly retainExceptOnCreate?: boolean;
  }): Promise<void>;
  /** Newest first; stops at `untilEventId`. Falls back to DescribeStackEvents where DescribeEvents is not allowed or absent. */
  describeEvents(request: {
    readonly stack?: string;
    readonly changeSet?: string;
    readonly operationId?: string;
    readonly failedOnly?: boolean;
    readonly untilEventId?: string;
    /** ISO 8601; stops reading at older events. */
    readonly notBefore?: string;
  }): Promise<readonly StackEvent[]>;
  /** Hooks that failed or warned when this change set was made. */
  failedHooks(changeSet: string): Promise<readonly HookResult[]>;
  listStackResources(stackName: string): Promise<
    readonly {
      readonly logicalId: string;
      readonly physicalId?: string;
      readonly type: string;
      readonly status: string;
    }[]
  >;
  deleteStack(request: {
    readonly stack: string;
    readonly clientRequestToken: string;
    readonly retainResources?: readonly string[];
    readonly roleArn?: string;
    readonly express?: boolean;
  }): Promise<void>;
  continueUpdateRollback(request: {
    readonly stack: string;
    readonly clientRequestToken: string;
    readonly resourcesToSkip?: readonly string[];
    readonly roleArn?: string;
  }): Promise<void>;
  setTerminationProtection(stackName: string, enabled: boolean): Promise<void>;
  setStackPolicy(stackName: string, policy: string): Promise<void>;
  getTemplate(stackName: string, stage: 'Original' | 'Processed'): Promise<string>;
}

/** Object storage in one account and region. Bodies are streams: memory does not grow with their size. */
export interface Storage {
  /** Undefined when absent. */
  head(bucket: string, key: string): Promise<ObjectHead | undefined>;
  get(bucket: string, key: string): Promise<{ readonly head: ObjectHead; readonly body: NodeJS.ReadableStream }>;
  getText(bucket: string, key: string): Promise<{ readonly text: string; readonly etag: string } | undefined>;
  /**
   * Multipart when `size` is large. `ifAbsent`: only where nothing is (AwsError kind `conflict` otherwise); for objects of
   * one part, 5 MiB.
   */
  putStream(
    bucket: string,
    key: string,
    body: NodeJS.ReadableStream,
    options: {
      readonly size: number;
      readonly sha256?: string;
      readonly contentType?: string;
      readonly metadata?: Readonly<Record<string, string>>;
      readonly ifAbsent?: boolean;
    },
  ): Promise<void>;
  /** `condition`: write only if absent, or only if the stored ETag is this one (AwsError kind `conflict` otherwise). */
  putText(
    bucket: string,
    key: string,
    text: string,
    condition?: { readonly ifAbsent: true } | { readonly ifMatch: string },
  ): Promise<{ readonly etag: string; readonly serverTime?: number }>;
  delete(bucket: string, key: string, ifMatch?: string): Promise<void>;
  list(bucket: string, prefix: string): Promise<readonly string[]>;
  /** Undefined when there is no such bucket; owner mismatch throws kind `denied`. */
  headBucket(bucket: string): Promise<{ readonly region: string } | undefined>;
}

export interface ObjectHead {
  readonly size: number;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Server's Date header of the answer, milliseconds: the storage's own clock. */
  readonly serverTime?: number;
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
  readonly mappings: EventSourceMappings;
  readonly rules: EventRules;
  readonly schedules: ScheduleStates;
  readonly leftovers: Leftovers;
  readonly heartbeats: Heartbeats;
  readonly readiness: ReadinessSource;
  /** Whether the account has this OpenID Connect provider. */
  hasIdentityProvider(arn: string): Promise<boolean>;
  /** Environment variables for a child process (`sam`) in this target: credentials, region, endpoint. Never printed. */
  environment(): Promise<Readonly<Record<string, string>>>;
}
