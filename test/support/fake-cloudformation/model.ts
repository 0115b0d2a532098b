import type { ChangeSetChange, HookResult, StackEvent } from '../../../src/aws/cloudformation-port.ts';

/**
 * A template of the fake: JSON, with the behaviour of each resource written into it. All `$…` properties script the
 * fake and are no change by themselves.
 */
export interface FakeTemplate {
  readonly Parameters?: Readonly<
    Record<string, { readonly Type: string; readonly Default?: string; readonly NoEcho?: boolean }>
  >;
  readonly Resources: Readonly<Record<string, FakeResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: string }>>;
  /** CloudFormation cannot work out a change set of this template while it is nested in another, for this reason. */
  readonly $unforeseen?: string;
  /** The stack fails as a whole when all its resources are done, as by a rollback alarm, for this reason. */
  readonly $stackFails?: string;
  /** Hooks that object to a change set of this template. */
  readonly $hooks?: readonly HookResult[];
}

export interface FakeResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';
  readonly UpdateReplacePolicy?: 'Delete' | 'Retain' | 'Snapshot';
  /** Milliseconds that creating or updating it takes. */
  readonly $ms?: number;
  /** Creating or updating it fails with this reason. */
  readonly $fail?: string;
  /** Bringing it back in a stack rollback, or deleting it, fails with this reason. */
  readonly $failUndo?: string;
  /** A hook that objects to creating or updating it. */
  readonly $hook?: { readonly type: string; readonly failureMode: 'FAIL' | 'WARN'; readonly reason: string };
  /** Findings of early validation: the change set fails. */
  readonly $invalid?: readonly { readonly path: string; readonly reason: string }[];
  /** Changing `Key` replaces the resource; with `$conditional` CloudFormation cannot tell beforehand. */
  readonly $conditional?: boolean;
}

export interface FakeResourceState {
  readonly logicalId: string;
  readonly type: string;
  physicalId: string | undefined;
  status: string;
}

export interface FakeChangeSet {
  readonly id: string;
  readonly name: string;
  readonly type: 'CREATE' | 'UPDATE';
  readonly template: FakeTemplate;
  readonly templateText: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly description: string | undefined;
  readonly createdAt: number;
  /** Until then it is CREATE_PENDING or CREATE_IN_PROGRESS. */
  readonly readyAt: number;
  readonly outcome: { readonly status: string; readonly executionStatus: string; readonly reason?: string };
  readonly changes: readonly ChangeSetChange[];
  readonly events: readonly StackEvent[];
  executionStatus: string | undefined;
  /** Id of the change set above it, which it goes with. */
  readonly parent?: string;
}

export interface FakeStack {
  readonly stackId: string;
  readonly stackName: string;
  status: string;
  statusReason: string | undefined;
  /** Executed last. */
  changeSetId: string | undefined;
  readonly createdAt: number;
  updatedAt: number | undefined;
  deletedAt: number | undefined;
  template: FakeTemplate;
  templateText: string;
  parameters: Readonly<Record<string, string>>;
  tags: Readonly<Record<string, string>>;
  outputs: Readonly<Record<string, string>>;
  capabilities: readonly string[];
  terminationProtection: boolean;
  policy: string | undefined;
  operations: { readonly type: string; readonly id: string }[];
  /** Newest first. */
  readonly events: StackEvent[];
  readonly resources: Map<string, FakeResourceState>;
  readonly changeSets: Map<string, FakeChangeSet>;
  /** Resources that cannot be undone or deleted, with the reason, until somebody repairs them. */
  readonly broken: Map<string, string>;
  /** What is still to happen to it, by time. */
  readonly script: { readonly at: number; readonly act: () => void }[];
  /** Reads that still show `stale` (DescribeStacks is eventually consistent). */
  staleReads: number;
  stale: FakeStackView | undefined;
}

/** What DescribeStacks shows. */
export interface FakeStackView {
  readonly status: string;
  readonly statusReason: string | undefined;
  readonly updatedAt: number | undefined;
  readonly operations: readonly { readonly type: string; readonly id: string }[];
  readonly outputs: Readonly<Record<string, string>>;
}

export const STACK_TYPE = 'AWS::CloudFormation::Stack';
