import { AwsError } from '../aws/ports.ts';
import { UserError } from '../errors.ts';
import { deleteAndFollow } from './delete.ts';
import { refusalOf, StackRefusal } from './failed.ts';
import type { Preparation, StackRequest } from './model.ts';
import { nestedReviews } from './nested-reviews.ts';
import { createPoller, operationPolls } from './polling.ts';
import type { StackPorts, StackSubject } from './ports.ts';

type Discarded = StackSubject & Pick<StackRequest, 'hasNestedStacks'>;

/** Milliseconds that tidying up waits for; a cancelled run has not long to live. */
const PATIENCE = { running: 60_000, cancelled: 4_000 };

/**
 * Deletes the change set of a preparation that nobody will execute, waits until it is gone, and deletes the empty
 * stacks (REVIEW_IN_PROGRESS) that making it left: nested ones, and the stack itself if this preparation made it, each
 * only if nobody else uses it. A run that was cancelled tidies up all the same, only with less patience.
 */
export async function discardPreparation(
  request: StackRequest,
  preparation: Preparation,
  ports: StackPorts,
): Promise<void> {
  if (preparation.kind !== 'change-set') return;
  const { changeSetId: id, stackId } = preparation;
  await discard({ id, stackId }, preparation.type === 'CREATE' && preparation.before === undefined, request, ports);
}

/**
 * After a change set that failed. Why it failed must not be hidden by a failure to tidy up.
 * @returns false when it may be left behind
 */
export async function discardFailed(
  changeSet: { readonly id: string; readonly stackId: string },
  madeStack: boolean,
  subject: Discarded,
  ports: StackPorts,
): Promise<boolean> {
  try {
    await discard(changeSet, madeStack, subject, ports);
    return true;
  } catch (error) {
    if (!(error instanceof AwsError || error instanceof UserError || error instanceof StackRefusal)) throw error;
    return false;
  }
}

/**
 * After an error while a change set was made or read: nobody will come back for it. Where it cannot be deleted, as with
 * credentials that are lost, that is said: it changes nothing until it is executed.
 * @returns what to throw
 */
export async function abandon(
  error: unknown,
  changeSet: { readonly id: string; readonly stackId: string },
  madeStack: boolean,
  subject: Discarded,
  ports: StackPorts,
): Promise<unknown> {
  if (await discardFailed(changeSet, madeStack, subject, ports)) return error;
  const refusal = refusalOf(error, ports.signal);
  if (refusal === undefined) return error;
  const left = `its change set may be left on stack ${subject.stackName}, and changes nothing unless it is executed`;
  return new StackRefusal({ ...refusal, reason: `${refusal.reason}; ${left}` });
}

async function discard(
  { id, stackId }: { readonly id: string; readonly stackId: string },
  madeStack: boolean,
  subject: Discarded,
  given: StackPorts,
): Promise<void> {
  const { cancelled, running } = PATIENCE;
  const deadline = given.clock.now() + (given.signal.aborted ? cancelled : running);
  const ports = { ...given, signal: new AbortController().signal };
  // Only the change sets tell of them, so they are looked for while these are there.
  const nested = subject.hasNestedStacks ? await readable(nestedReviews(id, ports)) : [];
  await deleteChangeSet(id, deadline, ports);
  for (const child of nested) await deleteEmptyStack(child, subject, deadline, ports);
  if (madeStack) await deleteEmptyStack(stackId, subject, deadline, ports);
}

/** What cannot be looked up is left behind; the change set itself must go all the same. */
async function readable(stacks: Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await stacks;
  } catch (error) {
    if (error instanceof AwsError) return [];
    throw error;
  }
}

/** Deletes nested stacks that lie under review, those that nobody else looks at. */
export async function deleteReviews(
  stacks: readonly string[],
  subject: StackSubject,
  ports: StackPorts,
): Promise<void> {
  const deadline = ports.clock.now() + PATIENCE.running;
  for (const stack of stacks) await deleteEmptyStack(stack, subject, deadline, ports);
}

async function deleteChangeSet(id: string, deadline: number, ports: StackPorts): Promise<void> {
  const { cloudformation, clock, signal } = ports;
  await ports.beforeWrite();
  try {
    await cloudformation.deleteChangeSet(id);
  } catch (error) {
    // Executed, or gone with its stack: there is nothing to discard.
    if (error instanceof AwsError && ['not-found', 'conflict', 'invalid'].includes(error.kind)) return;
    throw error;
  }
  const poller = createPoller(clock, signal, operationPolls(false), deadline);
  do {
    const changeSet = await cloudformation.describeChangeSet(id);
    if (changeSet === undefined || ['DELETE_COMPLETE', 'DELETE_FAILED'].includes(changeSet.status)) return;
  } while (await poller.next());
}

/** Only a stack that never had a resource, and only when no change set of anybody is left on it. */
async function deleteEmptyStack(
  stackId: string,
  subject: StackSubject,
  deadline: number,
  ports: StackPorts,
): Promise<void> {
  const { cloudformation } = ports;
  const stack = await cloudformation.describeStack(stackId);
  if (stack?.status !== 'REVIEW_IN_PROGRESS' || stack.stackId !== stackId) return;
  const others = await cloudformation.listChangeSets(stackId);
  if (others.some(({ status }) => !status.startsWith('DELETE_'))) return;
  await deleteAndFollow(stack, subject, deadline, ports, { quiet: true });
}
