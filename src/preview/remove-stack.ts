import type { Stack } from '../aws/cloudformation-port.ts';
import type { Leftovers } from '../aws/leftovers-port.ts';
import { AwsError } from '../aws/ports.ts';
import { errorText } from '../errors.ts';
import { refusalOf, refusedOutcome } from '../stack/failed.ts';
import { type RemoveRequest, removeStack, type StackPorts } from '../stack/index.ts';
import type { StackOutcome } from '../stack/model.ts';
import { waitOut } from '../stack/wait-out.ts';
import { contentsOf, type StackContents } from './contents.ts';

export interface PreviewRemoval extends RemoveRequest {
  /** Why this stack must be left alone; undefined: it is the preview that is meant. */
  readonly whyNot: (stack: Stack) => string | undefined;
}

export interface RemovalPorts extends StackPorts {
  readonly leftovers: Leftovers;
}

export interface Removed {
  readonly outcome: StackOutcome;
  /** What the user should know of it besides. */
  readonly notes: readonly string[];
}

/** How often a deletion is begun, and how long is waited before it is begun again, milliseconds. */
const ATTEMPTS = 3;
const WAIT_MS = 15_000;

const NOTHING: StackContents = { buckets: [], logGroups: [], kept: [], incomplete: false };

/**
 * Deletes a stack of a preview with all it holds: waits out what runs in it, empties its buckets, deletes it, begins
 * again where AWS refuses for now (a function may have written to a bucket, a network interface may still be in use),
 * and deletes the log groups of its functions. Run again it does what is left.
 */
export async function removePreviewStack(request: PreviewRemoval, ports: RemovalPorts): Promise<Removed> {
  const notes: string[] = [];
  const deadline = ports.clock.now() + request.timeoutMs;
  try {
    let contents = NOTHING;
    let outcome: StackOutcome | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const found = await ports.cloudformation.describeStack(request.stackName);
      const refusal = found && request.whyNot(found);
      if (found !== undefined && refusal !== undefined) return { outcome: leftAlone(refusal, found), notes };
      const stack = found && (await waitOut(found, request, deadline, ports));
      if (stack !== undefined && stack.status !== 'DELETE_COMPLETE' && !stack.terminationProtection) {
        contents = merged(contents, await contentsOf(stack, ports));
        notes.push(...(await emptyBuckets(contents, ports)));
      }
      const next = await removeStack({ ...request, timeoutMs: left(deadline, ports) }, ports);
      // Gone at a later attempt: it was this run that deleted it.
      outcome = outcome !== undefined && next.state === 'no-change' ? { ...next, state: 'succeeded' } : next;
      if (outcome.state === 'no-change' && found !== undefined) outcome = { ...outcome, state: 'succeeded' };
      const wait = WAIT_MS * attempt;
      if (outcome.state !== 'stuck' || attempt === ATTEMPTS || left(deadline, ports) <= wait) break;
      tellAgain(request, outcome, wait, ports);
      await ports.clock.sleep(wait, ports.signal);
    }
    if (contents.kept.length > 0) notes.push(`kept, as the template says: ${contents.kept.join(', ')}`);
    if (contents.incomplete) notes.push('it nests more stacks than were looked through: log groups may be left');
    if (outcome.state === 'succeeded' || outcome.state === 'no-change')
      notes.push(...(await deleteLogGroups(request.stackName, contents, ports)));
    return { outcome, notes: [...new Set(notes)] };
  } catch (error) {
    const refusal = refusalOf(error, ports.signal);
    if (refusal === undefined) throw error;
    return { outcome: refusedOutcome(refusal), notes };
  }
}

/** What an attempt saw that a later one does not see any more. */
function merged(a: StackContents, b: StackContents): StackContents {
  const union = (x: readonly string[], y: readonly string[]): readonly string[] => [...new Set([...x, ...y])];
  return {
    buckets: b.buckets,
    logGroups: union(a.logGroups, b.logGroups),
    kept: union(a.kept, b.kept),
    incomplete: a.incomplete || b.incomplete,
  };
}

function left(deadline: number, { clock }: RemovalPorts): number {
  return Math.max(0, deadline - clock.now());
}

function leftAlone(reason: string, stack: Stack): StackOutcome {
  return {
    state: 'failed',
    stackId: stack.stackId,
    stackStatus: stack.status,
    reason,
    failures: [],
    fix: ['Look at whose stack it is; if it may go, delete it by hand.'],
    outputs: {},
  };
}

async function emptyBuckets({ buckets }: StackContents, ports: RemovalPorts): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const bucket of buckets) {
    await ports.beforeWrite();
    try {
      const { deleted, refused } = await ports.leftovers.emptyBucket(bucket, ports.signal);
      if (deleted > 0) notes.push(`bucket ${bucket}: ${deleted} object versions deleted`);
      if (refused.length > 0) notes.push(`bucket ${bucket} could not be emptied: ${refused.join('; ')}`);
    } catch (error) {
      // Whether the stack can go all the same is CloudFormation's to say.
      if (!(error instanceof AwsError)) throw error;
      notes.push(`bucket ${bucket} could not be emptied: ${errorText(error)}`);
    }
  }
  return notes;
}

/**
 * The log groups of functions that were there, and those that a run which died left: names that Lambda makes of functions
 * without a name of their own begin with that of the stack, which no other stack has.
 */
async function deleteLogGroups(
  stackName: string,
  { logGroups }: StackContents,
  ports: RemovalPorts,
): Promise<readonly string[]> {
  const notes: string[] = [];
  try {
    const found = await ports.leftovers.logGroups(`/aws/lambda/${stackName}-`);
    let deleted = 0;
    for (const name of new Set([...logGroups, ...found])) {
      await ports.beforeWrite();
      if (await ports.leftovers.deleteLogGroup(name)) deleted += 1;
    }
    if (deleted > 0) notes.push(`${deleted} log groups of its functions deleted`);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    notes.push(`log groups of its functions may be left: ${errorText(error)}`);
  }
  return notes;
}

function tellAgain(
  { instance, stackName }: PreviewRemoval,
  { reason = '' }: StackOutcome,
  wait: number,
  { report, target }: RemovalPorts,
): void {
  report({
    type: 'note',
    level: 'info',
    target,
    text: `${instance}: ${reason}; the deletion of ${stackName} is begun again in ${wait / 1000} s`,
  });
}
