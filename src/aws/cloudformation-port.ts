/** CloudFormation as the rest of the program sees it: plain data, dates as ISO 8601. */

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
