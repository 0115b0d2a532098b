import type { ChangeSetRequest, CloudFormation, Stack } from '../aws/cloudformation-port.ts';
import type { CodeDeploy } from '../aws/code-deploy-port.ts';
import type { TargetSession } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import type { SourceLocation } from '../errors.ts';
import type { Report } from '../report/events.ts';
import type { ShiftedAliases } from '../template/deployment-preference.ts';
import type { Pace } from './pace.ts';

/** Everything outside itself that the work on one stack uses. */
export interface StackPorts {
  readonly cloudformation: CloudFormation;
  readonly clock: Clock;
  readonly report: Report;
  /** Aborts when the run is cancelled: waiting stops, running stack operations are left alone. */
  readonly signal: AbortSignal;
  /** Called before every write; throws when this run may no longer write (its lease is lost). */
  readonly beforeWrite: () => Promise<void>;
  /** Place of a resource (`Child.LogicalId` path) in the source template. */
  readonly locate?: (path: string) => SourceLocation | undefined;
  /** Asks CloudWatch whether alarms are metric or composite ones; absent: all are taken for metric alarms. */
  readonly alarmKinds?: TargetSession['alarmKinds'];
  /** Name of the target: for events only. */
  readonly target: string;
  /** Whether resources of this type hold data that a replacement or deletion loses. */
  readonly isStateful: (resourceType: string) => boolean;
  /**
   * False for a plan that nobody will execute: a stack that a deployment would first repair (`stuck`) or create anew
   * (`recreate`) is then reported as such and left alone. Default true.
   */
  readonly repair?: boolean;
  /** False: a stack that somebody is at work in is not waited for, but reported as such. Default true. */
  readonly waits?: boolean;
  /**
   * Makes the description of the change set once it is known what is sent to which stack (absent: it is created).
   * Absent: the description of the request. It throws what the calls of CloudFormation throw.
   */
  readonly describe?: (parameters: ChangeSetRequest['parameters'], stack?: Stack) => Promise<string>;
  /** Ids of runs that died on this target: whatever change sets of theirs are left, nobody wants them. */
  readonly deadRuns?: readonly string[];
  /** Whether the id of a run tells that it is over. A plan takes no lease, so that only this tells what it left. */
  readonly isDeadRun?: (runId: string) => boolean;
  /** The stack as this very run read it before it made the change set, and when: milliseconds since the epoch. */
  readonly lastRead?: { readonly stack: Stack; readonly at: number };
  /** Tells why a deployment of CodeDeploy failed. Absent: what CloudFormation says of it has to do. */
  readonly codeDeploy?: CodeDeploy;
  /** Aliases whose traffic CodeDeploy moves during the update; it is asked about none where this is absent. */
  readonly shifted?: ShiftedAliases;
  /** What the run has learned about how long things take, by their kind. Absent: each stack is polled on its own. */
  readonly pace?: (kind: string) => Pace;
}

/** A plan that waits for nobody is one that nobody executes: what it makes is deleted once read. */
export function isThrowaway({ waits }: Pick<StackPorts, 'waits'>): boolean {
  return waits === false;
}

/** How the waiting for one stack speaks of itself. */
export interface StackSubject {
  readonly instance: string;
  readonly stackName: string;
  /** Milliseconds that all waiting for this stack may take together. */
  readonly timeoutMs: number;
  readonly runId: string;
}
