import type { ChangeSet, ChangeSetRequest } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import { abandon, discardFailed } from './discard.ts';
import { isWithoutExpress, withoutExpressNote } from './express.ts';
import { StackRefusal } from './failed.ts';
import { stackKey } from './feed.ts';
import { isUnforeseen, unforeseen, unforeseenNote } from './foresight.ts';
import { deleteLeftovers, isOurs } from './leftovers.ts';
import type { StackRequest } from './model.ts';
import { changeSetName } from './names.ts';
import { createPatience, isTransient } from './patience.ts';
import { CHANGE_SET_POLLS, createPoller } from './polling.ts';
import { isThrowaway, type StackPorts } from './ports.ts';
import type { Ready } from './ready.ts';
import { typedTriggers } from './rollback-triggers.ts';
import { minutes } from './wait-out.ts';

type Created = Awaited<ReturnType<StackPorts['cloudformation']['createChangeSet']>>;

export interface MadeChangeSet {
  readonly changeSet: ChangeSet;
  readonly tookMs: number;
  /** What the plan should say besides its changes. */
  readonly notes: readonly string[];
}

/**
 * Creates a change set and waits until CloudFormation has worked it out: with those of nested stacks where CloudFormation
 * can, else without.
 * @param madeStack the stack it is made on comes to be by it, and goes with it
 * @returns undefined when the stack moved: look again
 */
export async function makeChangeSet(
  request: StackRequest,
  ready: Ready,
  parameters: ChangeSetRequest['parameters'],
  madeStack: boolean,
  deadline: number,
  ports: StackPorts,
): Promise<MadeChangeSet | undefined> {
  const { triggers, notes } = await typedTriggers(request, ports);
  const wanted = changeSetRequest(request, ready, parameters, triggers);
  const make = (includeNestedStacks: boolean): Promise<MadeChangeSet | undefined> =>
    makeOnce(request, { ...wanted, includeNestedStacks }, madeStack, deadline, ports);
  // A drift-aware change set does not take nested stacks along (aws/aws-cdk-cli, `revert-drift`).
  const withNested = request.hasNestedStacks && wanted.deploymentMode === undefined;
  const tried = withNested ? await tryNested(() => make(true), request, madeStack, ports) : undefined;
  if (tried !== undefined && !('why' in tried)) return withNotes(tried.made, notes);
  try {
    const plain = await make(false);
    return plain && { ...plain, notes: [...notes, ...plain.notes, ...(tried === undefined ? [] : [tried.why])] };
  } catch (error) {
    // The stack that the first one was made on goes with the second.
    throw tried?.left === undefined ? error : await abandon(error, tried.left, madeStack, request, ports);
  }
}

function withNotes(made: MadeChangeSet | undefined, notes: readonly string[]): MadeChangeSet | undefined {
  return made && { ...made, notes: [...notes, ...made.notes] };
}

type Tried =
  | { readonly made: MadeChangeSet | undefined }
  /** CloudFormation cannot; what it was made on stays for the next one. */
  | { readonly why: string; readonly left?: ChangeSet };

async function tryNested(
  make: () => Promise<MadeChangeSet | undefined>,
  request: StackRequest,
  madeStack: boolean,
  ports: StackPorts,
): Promise<Tried> {
  let made: MadeChangeSet | undefined;
  try {
    made = await make();
  } catch (error) {
    if (!(error instanceof AwsError) || !isUnforeseen(error.message)) throw error;
    return { why: unforeseenNote(error.message) };
  }
  if (made === undefined) return { made };
  const { changeSet } = made;
  try {
    const why = await unforeseen(changeSet, ports);
    if (why === undefined) return { made };
    await discardFailed(changeSet, false, request, ports);
    return { why, left: changeSet };
  } catch (error) {
    throw await abandon(error, changeSet, madeStack, request, ports);
  }
}

async function makeOnce(
  request: StackRequest,
  wanted: Omit<ChangeSetRequest, 'name' | 'clientToken'>,
  madeStack: boolean,
  deadline: number,
  ports: StackPorts,
): Promise<MadeChangeSet | undefined> {
  const started = ports.clock.now();
  const name = changeSetName(request.runId, request.instance, ports.clock, isThrowaway(ports));
  const { created, notes } = await createInMode({ ...wanted, name, clientToken: name }, request, ports);
  if (created === undefined) return undefined;
  try {
    const changeSet = await settled(created.id, request, wanted.type, deadline, ports);
    return changeSet && { changeSet, tookMs: ports.clock.now() - started, notes };
  } catch (error) {
    throw await abandon(error, created, madeStack, request, ports);
  }
}

function changeSetRequest(
  request: StackRequest,
  { type }: Ready,
  parameters: ChangeSetRequest['parameters'],
  rollbackTriggers: ChangeSetRequest['rollbackTriggers'],
): Omit<ChangeSetRequest, 'name' | 'clientToken' | 'includeNestedStacks'> {
  const { template, serviceRole, description } = request;
  const revertDrift = request.revertDrift && type === 'UPDATE';
  return {
    stackName: request.stackName,
    type,
    template: template.url === undefined ? { body: template.body } : { url: template.url },
    parameters,
    tags: request.tags,
    capabilities: request.capabilities,
    notificationArns: request.notificationArns,
    ...(serviceRole !== undefined && { roleArn: serviceRole }),
    ...(rollbackTriggers !== undefined && { rollbackTriggers }),
    ...(revertDrift && { deploymentMode: 'REVERT_DRIFT' as const }),
    ...(request.express && { express: { disableRollback: request.disableRollback } }),
    ...(description !== undefined && { description }),
  };
}

async function createInMode(
  { express, ...request }: ChangeSetRequest,
  subject: StackRequest,
  ports: StackPorts,
): Promise<{ readonly created: Created | undefined; readonly notes: readonly string[] }> {
  if (express === undefined) return { created: await create(request, subject, ports), notes: [] };
  try {
    return { created: await create({ ...request, express }, subject, ports), notes: [] };
  } catch (error) {
    if (!isWithoutExpress(error)) throw error;
    return { created: await create(request, subject, ports), notes: [withoutExpressNote(error)] };
  }
}

async function create(
  request: ChangeSetRequest,
  subject: StackRequest,
  ports: StackPorts,
): Promise<Created | undefined> {
  const { cloudformation, beforeWrite } = ports;
  await beforeWrite();
  try {
    return await cloudformation.createChangeSet(request);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (stackMoved(error)) return undefined;
    // The name is ours alone: an earlier try of this very call got through although its answer was lost.
    if (error.kind === 'already-exists') return await findByName(request, ports);
    if (isTransient(error)) return await lostAnswer(error, request, ports);
    if (!/LimitExceeded/.test(error.code)) throw error;
    const listed = await deleteLeftovers(request.stackName, subject, ports, true);
    if (!listed.some(isOurs)) throw error;
    return await cloudformation.createChangeSet(request);
  }
}

/** The stack was free when it was read and is not any more, or is gone. */
function stackMoved({ message }: AwsError): boolean {
  return (
    /\bis in [A-Z_]*(_IN_PROGRESS|ROLLBACK_COMPLETE|_FAILED) state\b/.test(message) ||
    // Parameters and templates may not exist either.
    /^Stack\b.*\bdoes not exist\b/.test(message)
  );
}

async function findByName(
  { stackName, name }: ChangeSetRequest,
  { cloudformation }: StackPorts,
): Promise<Created | undefined> {
  const listed = await cloudformation.listChangeSets(stackName);
  const found = listed.find((changeSet) => changeSet.name === name);
  const changeSet = found && (await cloudformation.describeChangeSet(found.id));
  return changeSet && { id: changeSet.id, stackId: changeSet.stackId };
}

/** No answer in any try: the change set may be there all the same, and nobody else would ever look for it. */
async function lostAnswer(error: AwsError, request: ChangeSetRequest, ports: StackPorts): Promise<Created> {
  let found: Created | undefined;
  try {
    found = await findByName(request, ports);
  } catch (second) {
    // That nothing answers was said by the first error already.
    if (!(second instanceof AwsError)) throw second;
  }
  if (found === undefined) throw error;
  return found;
}

/** A change set that was just created may not be found for a moment. */
const NOT_FOUND_READS = 8;

async function settled(
  id: string,
  request: StackRequest,
  type: Ready['type'],
  deadline: number,
  ports: StackPorts,
): Promise<ChangeSet | undefined> {
  const pace = ports.pace?.(`${type} change set of ${stackKey(request.instance)}`);
  const poller = createPoller(ports.clock, ports.signal, { ...CHANGE_SET_POLLS, ...(pace && { pace }) }, deadline);
  const patience = createPatience(ports.clock);
  let last = 'CREATE_PENDING';
  while (await poller.next()) {
    const read = await patience.read(() => ports.cloudformation.describeChangeSet(id, { properties: true }));
    if (read === undefined) continue;
    const changeSet = read.answer;
    if (changeSet === undefined) {
      if (poller.polls() >= NOT_FOUND_READS) break;
      continue;
    }
    last = changeSet.status;
    if (last === 'CREATE_PENDING' || last === 'CREATE_IN_PROGRESS') continue;
    poller.ended();
    return changeSet;
  }
  // Deleted while it was made, as when somebody deletes the empty stack that it was made on: look again.
  if (ports.clock.now() < deadline) return undefined;
  throw new StackRefusal({
    state: 'timed-out',
    reason: `the change set of stack ${request.stackName} was still in ${last} after ${minutes(request.timeoutMs)}`,
    fix: ['Run the same command again, or raise `timeout`.'],
  });
}
