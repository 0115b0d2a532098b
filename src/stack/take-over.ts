import type { Stack } from '../aws/cloudformation-port.ts';
import type { Preparation, StackOutcome, StackRequest } from './model.ts';
import { type Baseline, baselineOf, changedAt, identityOf, latestChange } from './operation.ts';
import type { StackPorts } from './ports.ts';

export type ChangeSetPreparation = Extract<Preparation, { kind: 'change-set' }>;

/** An operation that was found running, or ended, with its ids: the change first, then its stack rollback. */
export interface TakenOver {
  readonly stack: Stack;
  readonly operationIds: readonly string[];
  /** Client token of the call that started it: ours, or that of whoever executed the change set. */
  readonly token: string;
}

/** An operation that is known to run although the stack does not show it yet. */
export interface NotShownYet {
  readonly stack: Stack;
  readonly baseline: Baseline;
}

/** The stack is still what it was when the change set was made. */
export function isUntouched(stack: Stack, { before, type, stackId }: ChangeSetPreparation): boolean {
  if (before === undefined || type === 'CREATE')
    return stack.stackId === stackId && stack.status === 'REVIEW_IN_PROGRESS';
  const now = identityOf(stack);
  return now.stackId === before.stackId && now.changedAt === before.changedAt && now.status === before.status;
}

/**
 * A change set that cannot be executed any more: because an earlier run executed it and ended too soon (its operation
 * is taken over), or because others changed the stack (refused)?
 * @param token client token of the execution, the same in each run
 */
export async function takeOver(
  request: StackRequest,
  preparation: ChangeSetPreparation,
  stack: Stack,
  token: string,
  ports: StackPorts,
): Promise<TakenOver | NotShownYet | StackOutcome> {
  const { cloudformation } = ports;
  const operationIds = latestChange(stack);
  const since = preparation.before?.changedAt ?? stack.createdAt;
  const [operationId] = operationIds;
  const events = await cloudformation.describeEvents({
    stack: stack.stackId,
    ...(operationId === undefined ? { notBefore: since } : { operationId }),
  });
  const latest = operationId === undefined ? events.slice(0, 1) : events;
  if (latest.some((event) => event.clientRequestToken === token)) return { stack, operationIds, token };
  const changeSet = await cloudformation.describeChangeSet(preparation.changeSetId);
  if (changeSet?.executionStatus === 'EXECUTE_IN_PROGRESS') {
    // Somebody else executed this very change set. A stack has one operation at a time: the newest, once it shows.
    if (changedAt(stack) <= since) return { stack, baseline: baselineOf(stack) };
    const theirs = latest.find(({ clientRequestToken }) => clientRequestToken !== undefined);
    return { stack, operationIds, token: theirs?.clientRequestToken ?? token };
  }
  if (changeSet === undefined && isUntouched(stack, preparation)) return changeSetGone(request, preparation);
  const deployed = changeSet?.executionStatus === 'EXECUTE_COMPLETE' ? 'this plan was executed, and then ' : '';
  return moved(request, preparation, `${deployed}it was changed at ${changedAt(stack)} and is in ${stack.status}`);
}

const PLAN_AGAIN = ['Plan again, look at the new plan, and execute that.'];

export function moved({ stackName }: StackRequest, { stackId }: ChangeSetPreparation, how: string): StackOutcome {
  return {
    state: 'failed',
    code: 'moved',
    stackId,
    reason: `stack ${stackName} is not what it was when the plan was made: ${how}; nothing was executed`,
    failures: [],
    fix: PLAN_AGAIN,
    outputs: {},
  };
}

function changeSetGone({ stackName }: StackRequest, { stackId, changeSetName }: ChangeSetPreparation): StackOutcome {
  return {
    state: 'failed',
    code: 'change-set-gone',
    stackId,
    reason: `change set ${changeSetName} of stack ${stackName} is not there any more; nothing was executed`,
    failures: [],
    fix: PLAN_AGAIN,
    outputs: {},
  };
}
