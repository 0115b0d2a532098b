import type { Stack } from '../aws/cloudformation-port.ts';
import type { TargetSession } from '../aws/ports.ts';
import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { SAM_CLI_OUTPUT, SAM_CLI_STACK, SAM_CLI_TAG } from './managed-bucket-names.ts';

export interface ManagedBucketParts {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

/** Milliseconds; a bucket and its policy take some 30 s. */
const LONGEST_WAIT = 10 * 60_000;

/** The bucket's name when the stack is there and complete; waits for one that is being made. One call when it is. */
export async function findManagedBucket(
  session: TargetSession,
  parts: ManagedBucketParts,
): Promise<string | undefined> {
  const stack = await session.cloudformation.describeStack(SAM_CLI_STACK);
  if (!stack || stack.status === 'REVIEW_IN_PROGRESS') return undefined;
  return bucketOf(await settled(session, stack, parts), session);
}

/**
 * Makes SAM CLI's managed bucket. Another run may be at it: then this one takes what the other makes.
 *
 * @throws UserError `bucket-not-made`, `bucket-not-managed`; AwsError
 */
export async function createManagedBucket(session: TargetSession, parts: ManagedBucketParts): Promise<string> {
  try {
    await startStack(session, parts);
  } catch (error) {
    // The first change set that is executed takes all others of the stack with it, and the stack then exists.
    if (!(error instanceof AwsError) || !OVERTAKEN.has(error.kind)) throw error;
    const stack = await session.cloudformation.describeStack(SAM_CLI_STACK);
    if (!stack || stack.status === 'REVIEW_IN_PROGRESS') throw error;
  }
  const stack = await session.cloudformation.describeStack(SAM_CLI_STACK);
  if (!stack) throw notMade(session, 'the stack is gone');
  return bucketOf(await settled(session, stack, parts), session);
}

const OVERTAKEN: ReadonlySet<string> = new Set(['already-exists', 'conflict', 'invalid', 'not-found']);

/** A change set that was just created may not be found for a moment. */
const NOT_FOUND_READS = 8;

async function startStack(session: TargetSession, parts: ManagedBucketParts): Promise<void> {
  const { cloudformation } = session;
  const { managedBucketTemplate } = await import('./managed-bucket-template.ts');
  const unique = `smr-${Math.floor(parts.clock.random() * 2 ** 48).toString(36)}`;
  const { id } = await cloudformation.createChangeSet({
    stackName: SAM_CLI_STACK,
    name: unique,
    type: 'CREATE',
    template: { body: managedBucketTemplate() },
    parameters: [],
    tags: SAM_CLI_TAG,
    capabilities: [],
    notificationArns: [],
    includeNestedStacks: false,
    clientToken: unique,
  });
  let absent = 0;
  const changeSet = await poll(parts, async () => {
    const found = await cloudformation.describeChangeSet(id);
    if (found === undefined) {
      absent += 1;
      return absent < NOT_FOUND_READS ? undefined : { found };
    }
    return /_(?:PENDING|IN_PROGRESS)$/.test(found.status) ? undefined : { found };
  });
  // Gone: another run has executed its own.
  if (!changeSet.found) return;
  if (changeSet.found.status !== 'CREATE_COMPLETE') {
    throw notMade(session, changeSet.found.statusReason ?? `the change set is ${changeSet.found.status}`);
  }
  await cloudformation.executeChangeSet({ id, clientRequestToken: unique, disableRollback: false });
}

async function settled(session: TargetSession, stack: Stack, parts: ManagedBucketParts): Promise<Stack> {
  if (!isMoving(stack)) return stack;
  return poll(parts, async () => {
    const now = await session.cloudformation.describeStack(stack.stackId);
    return now && !isMoving(now) ? now : undefined;
  });
}

function isMoving({ status }: Stack): boolean {
  return status.endsWith('_IN_PROGRESS');
}

function bucketOf(stack: Stack, session: TargetSession): string {
  const bucket = stack.outputs[SAM_CLI_OUTPUT];
  if (bucket !== undefined && stack.tags['ManagedStackSource'] === SAM_CLI_TAG['ManagedStackSource']) return bucket;
  if (stack.status === 'ROLLBACK_COMPLETE' || stack.status.endsWith('_FAILED')) {
    throw notMade(session, `the stack is ${stack.status}`);
  }
  throw new UserError(
    'bucket-not-managed',
    `The stack ${SAM_CLI_STACK} in ${session.region} was not made by SAM CLI: ${bucket === undefined ? `it has no output ${SAM_CLI_OUTPUT}` : 'it lacks the tag ManagedStackSource=AwsSamCli'}.`,
    { fix: ['Name a bucket of your own (artifact-bucket), or remove that stack.'] },
  );
}

async function poll<T>({ clock, signal }: ManagedBucketParts, look: () => Promise<T | undefined>): Promise<T> {
  const end = clock.now() + LONGEST_WAIT;
  for (let wait = 150; clock.now() < end; wait = Math.min(wait * 1.5, 3000)) {
    const found = await look();
    if (found !== undefined) return found;
    await clock.sleep(wait * (0.75 + clock.random() / 2), signal);
  }
  throw new UserError(
    'bucket-not-made',
    `The stack ${SAM_CLI_STACK} took longer than ${LONGEST_WAIT / 60_000} minutes.`,
    {
      fix: ['Look at its events in CloudFormation, then run again.'],
    },
  );
}

function notMade(session: TargetSession, reason: string): UserError {
  return new UserError('bucket-not-made', `SAM's managed bucket could not be made in ${session.region}: ${reason}.`, {
    fix: [
      `Look at the events of the stack ${SAM_CLI_STACK} in ${session.region}; delete it when it is ROLLBACK_COMPLETE.`,
      'Or name a bucket of your own: artifact-bucket.',
    ],
  });
}
