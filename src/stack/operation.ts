import type { Stack, StackEvent } from '../aws/cloudformation-port.ts';
import type { StackIdentity } from './model.ts';
import { statusMeaning } from './status.ts';

/** What a stack was just before an operation was started on it. */
export interface Baseline {
  readonly status: string;
  /** LastUpdatedTime or CreationTime, ISO 8601. */
  readonly changedAt: string;
  readonly operations: ReadonlySet<string>;
}

export function changedAt(stack: Stack): string {
  return stack.updatedAt ?? stack.createdAt;
}

/** "UPDATE_IN_PROGRESS (operation 6f…)". */
export function describeOperation(stack: Pick<Stack, 'status' | 'lastOperations'>): string {
  const id = stack.lastOperations.find(({ type }) => type !== 'CREATE_CHANGESET')?.id;
  return id === undefined ? stack.status : `${stack.status} (operation ${id})`;
}

export function identityOf(stack: Stack): StackIdentity {
  return { stackId: stack.stackId, status: stack.status, changedAt: changedAt(stack) };
}

export function baselineOf(stack: Stack): Baseline {
  return {
    status: stack.status,
    changedAt: changedAt(stack),
    operations: new Set(stack.lastOperations.map((operation) => operation.id)),
  };
}

/** Operations that a later read shows and the baseline did not, oldest first: ours, then its stack rollback. */
export function newOperations(stack: Stack, baseline: Baseline): Stack['lastOperations'] {
  const fresh = stack.lastOperations.filter(
    ({ id, type }) => !baseline.operations.has(id) && type !== 'CREATE_CHANGESET',
  );
  return fresh.toReversed();
}

/**
 * Whether this very read was made after the operation began. DescribeStacks is eventually consistent: a read right
 * after the call may still show the status in which the previous operation ended, and that is not our result.
 */
export function showsOperation(stack: Stack, baseline: Baseline): boolean {
  return (
    stack.status !== baseline.status ||
    changedAt(stack) > baseline.changedAt ||
    newOperations(stack, baseline).length > 0
  );
}

/** The newest status of the stack itself among the events of the call with this client token (events newest first). */
export function statusByToken(events: readonly StackEvent[], stackId: string, token: string): string | undefined {
  return events.find((event) => event.clientRequestToken === token && event.physicalId === stackId)?.status;
}

/**
 * The newest create, update or import of a stack and the operations after it (its stack rollback), oldest first.
 * DescribeEvents by stack name shows the events of the very newest operation only, which for a failed change is the
 * stack rollback and not the failure (awslabs/mcp issue 4275): they are read by these ids.
 */
export function latestChange(stack: Pick<Stack, 'lastOperations'>): readonly string[] {
  const operations = stack.lastOperations.filter(({ type }) => type !== 'CREATE_CHANGESET');
  const change = operations.findIndex(({ type }) => !AFTERMATH.includes(type));
  return operations
    .slice(0, change + 1)
    .toReversed()
    .map(({ id }) => id);
}

const AFTERMATH: readonly string[] = ['ROLLBACK', 'CONTINUE_ROLLBACK', 'DELETE_STACK'];

/** The operation is over: no read can show anything else for it. */
export function hasEnded(status: string, rollbackFollows: boolean): boolean {
  if (!statusMeaning(status).settled) return false;
  // With rollback enabled CREATE_FAILED and UPDATE_FAILED are passed through on the way to the rollback.
  return !(rollbackFollows && (status === 'CREATE_FAILED' || status === 'UPDATE_FAILED'));
}
