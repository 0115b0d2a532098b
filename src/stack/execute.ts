import type { ChangeSet, Stack } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import { errorText } from '../errors.ts';
import { refusalOf, refusedOutcome, StackRefusal } from './failed.ts';
import { createFeed, stackKey } from './feed.ts';
import { follow } from './follow.ts';
import type { StackOutcome, StackRequest } from './model.ts';
import { clientToken } from './names.ts';
import { baselineOf } from './operation.ts';
import { outcomeOf } from './outcome.ts';
import { isTransient } from './patience.ts';
import { operationPolls } from './polling.ts';
import type { StackPorts } from './ports.ts';
import { setStackPolicy, setTerminationProtection, warnOnFailure } from './settings.ts';
import {
  type ChangeSetPreparation,
  isUntouched,
  moved,
  type NotShownYet,
  type TakenOver,
  takeOver,
} from './take-over.ts';

/** A change set that takes this long to make comes from a CloudFormation whose stacks are not done at once either. */
const SLOW_MS = 2_500;

/**
 * A stack that was read so shortly before is not read again: CloudFormation itself refuses a change set of a stack that
 * was changed since it was made (`OBSOLETE`; API reference, DescribeChangeSet, ExecutionStatus), and then it is.
 */
const JUST_READ_MS = 60_000;

/**
 * Executes a prepared change set and follows it to its end, through CloudFormation's own stack rollback. Called again
 * for a change set that an earlier run executed, it takes that operation over. A stack that is not what it was when
 * the change set was made is left alone.
 */
export async function executeStack(
  request: StackRequest,
  preparation: ChangeSetPreparation,
  ports: StackPorts,
): Promise<StackOutcome> {
  const deadline = ports.clock.now() + request.timeoutMs;
  // Made of the change set alone: a run that takes over after a crash finds the operation by it.
  const ours = clientToken('execute', preparation.changeSetId);
  let running: (() => string) | undefined;
  try {
    ports.signal.throwIfAborted();
    const start = await begin(request, preparation, ours, ports);
    if ('state' in start) return start;
    const started = ports.clock.now();
    const token = 'baseline' in start ? ours : start.token;
    const since = preparation.before?.changedAt ?? start.stack.createdAt;
    const { stackId } = preparation;
    const rollbackFollows = !request.disableRollback;
    const resources = preparation.changes.filter(({ path, logicalId }) => path === logicalId).length;
    const feed = createFeed(
      { instance: request.instance, stackId, token, since, resources, state: 'executing', rollbackFollows },
      ports,
    );
    running = () => `stack ${request.stackName} goes on in CloudFormation: ${feed.now() ?? `client token ${ours}`}`;
    const followed = await follow(
      {
        stackId,
        ...('baseline' in start ? { baseline: start.baseline } : { operationIds: start.operationIds }),
        token,
        rollbackFollows,
        deadline,
        plan: {
          ...operationPolls((preparation.tookMs ?? 0) > SLOW_MS, request.expectedMs),
          ...(ports.pace && { pace: ports.pace(`${preparation.type} of ${stackKey(request.instance)}`) }),
        },
        feed,
      },
      ports,
    );
    running = undefined;
    const tookMs = ports.clock.now() - started;
    const outcome = { ...(await outcomeOf(followed, request, { stackId, token, since }, ports)), tookMs };
    if (outcome.state === 'succeeded' && followed.kind === 'ended')
      await afterSuccess(request, preparation, followed.stack, ports);
    return outcome;
  } catch (error) {
    const refusal = refusalOf(error, ports.signal, running?.());
    if (refusal === undefined) throw error;
    return refusedOutcome(refusal, { stackId: preparation.stackId });
  }
}

async function afterSuccess(
  request: StackRequest,
  { type }: ChangeSetPreparation,
  stack: Stack,
  ports: StackPorts,
): Promise<void> {
  // A stack that is only being created takes no policy yet.
  if (type === 'CREATE') {
    await warnOnFailure('The stack policy', ports, () => setStackPolicy(stack.stackId, request, ports));
  }
  await warnOnFailure('Termination protection', ports, () => setTerminationProtection(stack, request, ports));
}

/** Started now (by us, or by somebody else who is not seen yet), or found running (or done) with the ids of its operations. */
type Start = NotShownYet | TakenOver | StackOutcome;

async function begin(
  request: StackRequest,
  preparation: ChangeSetPreparation,
  token: string,
  ports: StackPorts,
): Promise<Start> {
  const read = justRead(preparation, ports);
  const stack = read ?? (await untouched(request, preparation, token, ports));
  if (!('status' in stack)) return stack;
  if (preparation.type === 'UPDATE') await setStackPolicy(stack.stackId, request, ports);
  await ports.beforeWrite();
  try {
    await ports.cloudformation.executeChangeSet({
      id: preparation.changeSetId,
      clientRequestToken: token,
      ...executionOptions(request, preparation),
    });
    return { stack, baseline: baselineOf(stack) };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (['denied', 'credentials'].includes(error.kind)) throw error;
    if (read !== undefined && !isTransient(error)) {
      const now = await untouched(request, preparation, token, ports);
      if (!('status' in now)) return now;
    }
    // Refused, or the answer was lost: the change set itself tells whether it runs.
    const changeSet = await changeSetAfter(error, preparation, ports);
    if (changeSet?.executionStatus.startsWith('EXECUTE_')) return { stack, baseline: baselineOf(stack) };
    if (changeSet === undefined || changeSet.executionStatus === 'OBSOLETE') {
      // What happened to the stack happened after it was read.
      const now = await ports.cloudformation.describeStack(preparation.stackId);
      return await takeOver(request, preparation, now ?? stack, token, ports);
    }
    throw error;
  }
}

function executionOptions({ express, disableRollback }: StackRequest, { type }: ChangeSetPreparation) {
  // A change set in Express mode says what becomes of a failure itself, and is refused when it is said again
  // (aws/aws-sam-cli#9106).
  if (express) return {};
  // A first create that fails then leaves no orphans that would block the next one.
  return { disableRollback, ...(type === 'CREATE' && !disableRollback && { retainExceptOnCreate: true }) };
}

/** The stack as it was read before the change set was made, if that is what the change set was made of. */
function justRead(preparation: ChangeSetPreparation, { lastRead, clock }: StackPorts): Stack | undefined {
  if (lastRead === undefined || preparation.type !== 'UPDATE') return undefined;
  const fresh = clock.now() - lastRead.at < JUST_READ_MS && isUntouched(lastRead.stack, preparation);
  return fresh ? lastRead.stack : undefined;
}

/** The stack as it is now, or what becomes of one that is not what the change set was made of. */
async function untouched(
  request: StackRequest,
  preparation: ChangeSetPreparation,
  token: string,
  ports: StackPorts,
): Promise<Stack | Start> {
  const stack = await ports.cloudformation.describeStack(preparation.stackId);
  if (stack === undefined || stack.status === 'DELETE_COMPLETE') return moved(request, preparation, 'it was deleted');
  if (!isUntouched(stack, preparation)) return await takeOver(request, preparation, stack, token, ports);
  return stack;
}

async function changeSetAfter(
  error: AwsError,
  { changeSetId }: ChangeSetPreparation,
  { cloudformation }: StackPorts,
): Promise<ChangeSet | undefined> {
  try {
    return await cloudformation.describeChangeSet(changeSetId);
  } catch (second) {
    if (!isTransient(error) || !(second instanceof AwsError)) throw second;
    throw new StackRefusal({
      state: 'unreachable',
      reason: `${error.action}: ${errorText(error)}; whether it was executed is not known`,
      fix: ['Run the same command again: it goes on with what was started, or starts it.'],
    });
  }
}
