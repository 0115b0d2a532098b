import type { Stack } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import { UserError } from '../errors.ts';
import { abandon, discardFailed } from './discard.ts';
import { isEmptyReason } from './empty.ts';
import { type Refusal, refusalOf, refusedPreparation, StackRefusal } from './failed.ts';
import { deleteLeftovers, isOurs } from './leftovers.ts';
import { type MadeChangeSet, makeChangeSet } from './make-change-set.ts';
import type { Preparation, StackIdentity, StackRequest } from './model.ts';
import { describeOperation, identityOf } from './operation.ts';
import { parameterChanges } from './parameter-changes.ts';
import { changeSetParameters, refuseUndeclared } from './parameters.ts';
import { plannedChanges } from './plan-changes.ts';
import { isThrowaway, type StackPorts } from './ports.ts';
import { type Ready, readyStack } from './ready.ts';
import { recreation } from './recreation.ts';
import { sameInputs } from './same-inputs.ts';
import { createMask } from './secrets.ts';
import { statusMeaning } from './status.ts';
import { failedChangeSet } from './validation.ts';

/** How often a stack may be taken from under a plan that is being made. */
const MOST_TRIES = 5;

/**
 * Makes a change set of a stack and reads it, after bringing the stack to where it takes one. What AWS refuses is a
 * `failed` preparation; only defects of this program are thrown.
 */
export async function prepareStack(request: StackRequest, ports: StackPorts): Promise<Preparation> {
  try {
    ports.signal.throwIfAborted();
    refuseUndeclared(request);
    return await prepareInTime(request, ports.clock.now() + request.timeoutMs, ports);
  } catch (error) {
    const refusal = refusalOf(error, ports.signal);
    if (refusal === undefined) throw error;
    return refusedPreparation(refusal);
  }
}

async function prepareInTime(request: StackRequest, deadline: number, ports: StackPorts): Promise<Preparation> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const ready = await readyStack(request, deadline, ports);
    if (ready.type === 'RECREATE') return recreation(request, ready.stack);
    if (ready.type === 'BUSY') return busy(ready.stack);
    const deployed = ready.type === 'UPDATE' ? Object.keys(ready.stack.parameters) : [];
    const parameters = changeSetParameters(request, new Set(deployed));
    const before = ready.stack && !(await isLeftover(ready, request, ports)) ? identityOf(ready.stack) : undefined;
    const madeStack = ready.type === 'CREATE' && before === undefined;
    const described = await withDescription(request, ready, parameters, ports);
    const made = await makeChangeSet(described, ready, parameters, madeStack, deadline, ports);
    if (made === undefined) continue;
    try {
      return await readChangeSet(request, ready, before, parameters, made, ports);
    } catch (error) {
      throw await abandon(error, made.changeSet, madeStack, request, ports);
    }
  }
  throw new StackRefusal({
    state: 'failed',
    reason: `stack ${request.stackName} changed each time a change set was made for it`,
    fix: ['Find out who else deploys this stack, then run the same command again.'],
  });
}

function busy(stack: Stack): Preparation {
  const notes = [`${describeOperation(stack)} is under way: what would change is known when it is over`];
  return { kind: 'unreviewed', notes };
}

/**
 * Deletes what dead runs left on the stack. True for an empty stack with nothing but change sets of ours: a dead run
 * made it, so it is ours to clean up. One without any change set is what a run leaves that died while it cleaned up.
 */
async function isLeftover({ type, stack }: Ready, request: StackRequest, ports: StackPorts): Promise<boolean> {
  const deaths = ports.deadRuns !== undefined && ports.deadRuns.length > 0;
  if (stack === undefined || (type === 'UPDATE' && !deaths)) return false;
  const changeSets = await deleteLeftovers(stack.stackId, request, ports);
  const mayBeBare = deaths || isThrowaway(ports);
  return type === 'CREATE' && changeSets.every(isOurs) && (changeSets.length > 0 || mayBeBare);
}

async function withDescription(
  request: StackRequest,
  { type, stack }: Ready,
  parameters: ReturnType<typeof changeSetParameters>,
  { describe }: StackPorts,
): Promise<StackRequest> {
  if (describe === undefined) return request;
  return { ...request, description: await describe(parameters, type === 'UPDATE' ? stack : undefined) };
}

async function readChangeSet(
  request: StackRequest,
  ready: Ready,
  before: StackIdentity | undefined,
  parameters: ReturnType<typeof changeSetParameters>,
  { changeSet, tookMs, notes }: MadeChangeSet,
  ports: StackPorts,
): Promise<Preparation> {
  const stack = ready.type === 'UPDATE' ? ready.stack : undefined;
  const empty = changeSet.status === 'FAILED' && isEmptyReason(changeSet.statusReason);
  if (stack !== undefined && empty) {
    const unchanged = await noChange(stack, changeSet.id, ports);
    return statusMeaning(stack.status).end === 'stuck' ? refusedPreparation(halfUpdated(stack)) : unchanged;
  }
  if (changeSet.status !== 'CREATE_COMPLETE' || changeSet.executionStatus !== 'AVAILABLE') {
    const refusal = await failedChangeSet(changeSet, ports);
    await discardFailed(changeSet, ready.type === 'CREATE' && before === undefined, request, ports);
    return refusedPreparation(refusal);
  }
  const planned = await plannedChanges(changeSet, createMask(request), ports);
  if (stack !== undefined && planned.onlyAutomatic && (await sameInputs(stack, request, parameters, ports))) {
    return await noChange(stack, changeSet.id, ports);
  }
  const changed = parameterChanges(stack, request, parameters);
  return {
    kind: 'change-set',
    changeSetId: changeSet.id,
    changeSetName: changeSet.name,
    type: ready.type,
    stackId: changeSet.stackId,
    ...(before !== undefined && { before }),
    changes: planned.changes,
    ...(changed.length > 0 && { parameters: changed }),
    resourceLess: planned.changes.length === 0,
    notes: [...notes, ...planned.notes],
    tookMs,
  };
}

async function noChange(stack: Stack, changeSetId: string, ports: StackPorts): Promise<Preparation> {
  try {
    await ports.beforeWrite();
    // Its name is never used again, so nothing waits for the deletion.
    await ports.cloudformation.deleteChangeSet(changeSetId);
  } catch (error) {
    // A leftover blocks nothing: the stack is as it should be all the same.
    if (!(error instanceof AwsError || error instanceof UserError)) throw error;
  }
  return {
    kind: 'no-change',
    stackId: stack.stackId,
    before: identityOf(stack),
    outputs: stack.outputs,
    notes: [],
    terminationProtection: stack.terminationProtection,
  };
}

/** No change against a stack that an update without rollback left half done is not "all is well". */
function halfUpdated({ stackName, status, statusReason }: Stack): Refusal {
  return {
    state: 'stuck',
    reason: `stack ${stackName} is in ${status} and this release changes nothing in it${statusReason ? `: ${statusReason}` : ''}`,
    fix: [`Deploy a corrected release, or go back with: aws cloudformation rollback-stack --stack-name ${stackName}`],
  };
}
