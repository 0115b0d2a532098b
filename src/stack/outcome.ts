import type { Stack } from '../aws/cloudformation-port.ts';
import { rollbackFix } from './continue-rollback.ts';
import { diagnose } from './diagnose.ts';
import { knownFixes } from './fixes.ts';
import type { Followed } from './follow.ts';
import type { ResourceFailure, StackOutcome, StackRequest } from './model.ts';
import { changedAt } from './operation.ts';
import type { StackPorts } from './ports.ts';
import { explainShifts } from './shift-failure.ts';
import { statusMeaning } from './status.ts';
import { minutes } from './wait-out.ts';

export interface OutcomeContext {
  readonly stackId: string;
  readonly token: string;
  /** ISO 8601 (CloudFormation's clock): when the operation cannot have begun yet. */
  readonly since?: string;
}

/** What an executed change set came to. */
export async function outcomeOf(
  followed: Followed,
  request: StackRequest,
  context: OutcomeContext,
  ports: StackPorts,
): Promise<StackOutcome> {
  const { stackId } = context;
  const operationId = followed.operationIds[0];
  const base = {
    stackId,
    failures: [],
    fix: [],
    outputs: {},
    ...(operationId !== undefined && { operationId }),
  } satisfies Partial<StackOutcome>;
  switch (followed.kind) {
    case 'gone':
      return {
        ...base,
        state: 'failed',
        reason: `stack ${request.stackName} was deleted while it was deployed`,
        fix: ['Find out who deleted it, then run the same command again.'],
      };
    case 'timed-out':
      return { ...base, ...timedOut(followed, request, operationId) };
    case 'ended': {
      const { stack } = followed;
      const ended = { ...base, stackStatus: stack.status, changedAt: changedAt(stack), outputs: stack.outputs };
      if (statusMeaning(stack.status).end === 'succeeded') return { ...ended, state: 'succeeded' };
      const found = await diagnose({ ...context, operationIds: followed.operationIds }, ports);
      const failures = await explainShifts(found, ports);
      return { ...ended, ...failed(stack, failures) };
    }
  }
}

function timedOut(
  { status }: Extract<Followed, { kind: 'timed-out' }>,
  request: StackRequest,
  operationId: string | undefined,
): Pick<StackOutcome, 'state' | 'reason' | 'fix'> & { readonly stackStatus?: string } {
  const operation = operationId === undefined ? 'the stack operation' : `stack operation ${operationId}`;
  const inStatus = status === undefined ? 'no sign of its begin' : status;
  return {
    state: 'timed-out',
    ...(status !== undefined && { stackStatus: status }),
    reason: `${operation} on ${request.stackName} is still running after ${minutes(request.timeoutMs)} (${inStatus})`,
    fix: [
      'Run the same command again: it waits for the operation and goes on. Or raise `timeout`.',
      `To stop an update: aws cloudformation cancel-update-stack --stack-name ${request.stackName}`,
    ],
  };
}

function failed(
  stack: Stack,
  failures: readonly ResourceFailure[],
): Pick<StackOutcome, 'state' | 'reason' | 'failures' | 'fix'> {
  const { status, stackName } = stack;
  const first = failures[0];
  const cause =
    first === undefined ? stack.statusReason || 'CloudFormation gave no reason' : `${first.path}: ${first.reason}`;
  const restored = statusMeaning(status).end === 'failed';
  const known = knownFixes(failures);
  return {
    state: restored ? 'failed' : 'stuck',
    reason: `${cause} (${status})`,
    failures,
    fix: restored ? known : [...known, ...repair(status, stackName, failures)],
  };
}

function repair(status: string, stackName: string, failures: readonly ResourceFailure[]): readonly string[] {
  switch (status) {
    case 'UPDATE_ROLLBACK_FAILED': {
      const undone = failures.filter((failure) => !failure.rootCause);
      return rollbackFix(stackName, undone.map((failure) => failure.path).join(' '));
    }
    case 'CREATE_FAILED':
    case 'UPDATE_FAILED':
      return [
        `The stack rollback is disabled, so the stack is left for inspection. Deploy a corrected template, or go back with: aws cloudformation rollback-stack --stack-name ${stackName}`,
      ];
    default:
      return [
        `Look at what could not be removed, delete it by hand, then: aws cloudformation delete-stack --stack-name ${stackName}`,
      ];
  }
}
