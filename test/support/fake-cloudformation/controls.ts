import type { CloudFormation } from '../../../src/aws/cloudformation-port.ts';
import type { AwsErrorKind } from '../../../src/aws/ports.ts';
import type { FakeStack, FakeTemplate } from './model.ts';

export type Action = keyof CloudFormation;

export interface FakeFault {
  readonly action: Action;
  readonly kind: AwsErrorKind;
  readonly code?: string;
  readonly message?: string;
  /** How many calls it hits; default 1. */
  readonly times?: number;
  /** Calls to let through first; default 0. */
  readonly after?: number;
  /** CloudFormation did what it was asked, only the answer is lost. */
  readonly answerLost?: boolean;
}

export interface FakeCall {
  readonly action: Action;
  readonly at: number;
  readonly request: unknown;
}

export interface FakeCloudFormation extends CloudFormation {
  readonly calls: readonly FakeCall[];
  clearCalls(): void;
  fault(fault: FakeFault): void;
  /** A stack that was created earlier, in any status. */
  seed(name: string, seed: FakeSeed): FakeStack;
  /** The stack of this name that is not deleted. */
  stack(name: string): FakeStack | undefined;
  readonly stacks: readonly FakeStack[];
  /** Somebody else's operation: the stack is in `during` for `ms`, then in `then`. Change sets of the stack vanish. */
  busy(name: string, during: string, ms: number, then: string): void;
  /** What could not be undone or deleted can be from now on. */
  repair(name: string): void;
  /** A change set of somebody else (or of an earlier run). */
  leaveChangeSet(name: string, changeSetName: string, createdAt: number): void;
}

export interface FakeSeed {
  readonly template: FakeTemplate;
  readonly status?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly terminationProtection?: boolean;
  /** Status per logical id where it is not `CREATE_COMPLETE`. */
  readonly resources?: Readonly<Record<string, string>>;
  /** Resources that cannot be undone or deleted, with the reason. */
  readonly broken?: Readonly<Record<string, string>>;
  readonly statusReason?: string;
}
