import type { SourceLocation } from '../errors.ts';
import type { MissingParameters, RollbackTriggers } from '../topology/model.ts';
import type { ParameterChange } from './parameter-changes.ts';

/** The honest end of one stack in one target (and, worst first, of a target). `rolled-back` is ours, never CloudFormation's. */
export type EndState =
  | 'succeeded'
  | 'no-change'
  | 'failed'
  | 'stuck'
  | 'timed-out'
  | 'cancelled'
  | 'skipped'
  | 'unreachable'
  | 'rolled-back';

/** What one stack in one target should become. Everything is resolved: no `${…}` left. */
export interface StackRequest {
  /** `api@eu-west-1`: for events only. */
  readonly instance: string;
  readonly stackName: string;
  /** Body when at most 51,200 bytes, else the URL of the copy in the target's own bucket. */
  readonly template: { readonly body: string; readonly url?: string };
  /** Parameters that the template declares, with what the engine must know of them. */
  readonly declaredParameters: readonly DeclaredParameter[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly missingParameters: MissingParameters;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly serviceRole?: string;
  readonly notificationArns: readonly string[];
  readonly terminationProtection?: boolean;
  readonly stackPolicy?: string;
  readonly rollbackTriggers?: RollbackTriggers;
  readonly disableRollback: boolean;
  readonly revertDrift: boolean;
  /** CloudFormation's Express mode; where it is not to be had, the standard mode with a note. */
  readonly express?: boolean;
  readonly timeoutMs: number;
  readonly hasNestedStacks: boolean;
  /** Milliseconds that executing took last time (`StackOutcome.tookMs`): its end is then seen sooner, with fewer polls. */
  readonly expectedMs?: number;
  /** Unique for this run; change set names are made of it. 1-64 characters [a-zA-Z0-9-], starting with a letter. */
  readonly runId: string;
  /** Free text for the change set: the release and its commit. */
  readonly description?: string;
}

export interface DeclaredParameter {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
  readonly noEcho: boolean;
}

export type ChangeAction = 'Add' | 'Modify' | 'Remove' | 'Import' | 'Dynamic' | 'SyncWithActual';
export type Replacement = 'True' | 'False' | 'Conditional';

/** One resource of a change set, with what the plan must warn of. */
export interface ResourceChange {
  readonly logicalId: string;
  /** `Child.LogicalId` path inside nested stacks; equals `logicalId` at the root. */
  readonly path: string;
  readonly resourceType: string;
  readonly physicalId?: string;
  readonly action: ChangeAction;
  readonly replacement?: Replacement;
  /** CloudFormation's `PolicyAction`: Delete, ReplaceAndDelete, ReplaceAndRetain, ReplaceAndSnapshot, Retain, Snapshot. */
  readonly policyAction?: string;
  readonly scope: readonly string[];
  /** Names of the properties that change, with before and after where CloudFormation gives them (secrets masked). */
  readonly properties: readonly {
    readonly name: string;
    readonly before?: string;
    readonly after?: string;
    readonly requiresRecreation?: string;
  }[];
  /** Data would be lost: a stateful resource is replaced or deleted without Retain or Snapshot. */
  readonly dataLoss: boolean;
  /** A nested stack that changes, and nobody could look into how: anything in it may be replaced or deleted. */
  readonly unseen?: true;
}

/** What the stack was when the plan was made; an explicit plan refuses when it is no longer so. */
export interface StackIdentity {
  readonly stackId: string;
  readonly status: string;
  /** LastUpdatedTime or CreationTime, ISO 8601. */
  readonly changedAt: string;
}

/** The answer of preparing a stack: a reviewed change set, nothing to do, or why it cannot be. */
export type Preparation =
  | {
      readonly kind: 'change-set';
      readonly changeSetId: string;
      readonly changeSetName: string;
      readonly type: 'CREATE' | 'UPDATE';
      readonly stackId: string;
      readonly before?: StackIdentity;
      readonly changes: readonly ResourceChange[];
      /** Of an update; absent when none changes. */
      readonly parameters?: readonly ParameterChange[];
      /** Stack tags, outputs or parameters change although no resource does. */
      readonly resourceLess: boolean;
      readonly notes: readonly string[];
      /** Milliseconds CloudFormation took to make it: how fast this CloudFormation is. */
      readonly tookMs?: number;
    }
  | {
      readonly kind: 'no-change';
      readonly stackId: string;
      readonly before: StackIdentity;
      readonly outputs: Readonly<Record<string, string>>;
      readonly notes: readonly string[];
      /** As it is now; `alignSettings` turns it to what is asked. */
      readonly terminationProtection?: boolean;
    }
  /** Only of a plan that nobody executes: a deployment deletes what a failed first create left, and creates it anew. */
  | {
      readonly kind: 'recreate';
      readonly stackId: string;
      readonly before: StackIdentity;
      readonly changes: readonly ResourceChange[];
      readonly notes: readonly string[];
    }
  /** The engine plans only when it deploys (the `sam` engine): nothing was made that could be shown. */
  | { readonly kind: 'unreviewed'; readonly notes: readonly string[] }
  | {
      readonly kind: 'failed';
      readonly state: Extract<EndState, 'failed' | 'stuck' | 'timed-out' | 'unreachable' | 'cancelled'>;
      /** SAM's translator refuses the template: nothing that AWS is asked to do would help. */
      readonly cause?: 'template-invalid';
      readonly reason: string;
      readonly failures: readonly ResourceFailure[];
      readonly fix: readonly string[];
    };

/** One resource that failed, or one finding of CloudFormation's validation. */
export interface ResourceFailure {
  /** Path through nested stacks: `Child.LogicalId`. */
  readonly path: string;
  readonly resourceType?: string;
  readonly status: string;
  readonly reason: string;
  /** True for the failure that caused the others. */
  readonly rootCause: boolean;
  /** Siblings that CloudFormation cancelled because of it. */
  readonly cancelled: readonly string[];
  /** In the source template. */
  readonly location?: SourceLocation;
  readonly physicalId?: string;
  readonly at?: string;
}

/** How executing a prepared stack ended. */
export interface StackOutcome {
  readonly state: EndState;
  /**
   * Why nothing was executed, where planning again helps: `moved`: the stack is not what it was when the change set
   * was made; `change-set-gone`: the change set was deleted.
   */
  readonly code?: 'moved' | 'change-set-gone';
  readonly stackId?: string;
  readonly stackStatus?: string;
  /** LastUpdatedTime or CreationTime of the stack when the operation had ended, ISO 8601. */
  readonly changedAt?: string;
  readonly reason?: string;
  readonly failures: readonly ResourceFailure[];
  readonly fix: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly operationId?: string;
  /** Milliseconds from the start of the operation until its end was seen. */
  readonly tookMs?: number;
}
