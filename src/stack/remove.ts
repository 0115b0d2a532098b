import { deleteAndFollow } from './delete.ts';
import { diagnose } from './diagnose.ts';
import { refusalOf, refusedOutcome } from './failed.ts';
import { knownFixes } from './fixes.ts';
import type { ResourceFailure, StackOutcome } from './model.ts';
import { changedAt } from './operation.ts';
import type { StackPorts, StackSubject } from './ports.ts';
import { minutes, waitOut } from './wait-out.ts';

export interface RemoveRequest extends StackSubject {
  readonly serviceRole?: string;
  /** Logical ids that may stay behind when CloudFormation cannot delete them. Nothing else is ever left. */
  readonly retain?: readonly string[];
  /** Express mode, where it is to be had. */
  readonly express?: boolean;
}

const NOTHING = { failures: [], fix: [], outputs: {} } as const;

/** Deletes a stack and waits until it is gone. `no-change` when there is none. */
export async function removeStack(request: RemoveRequest, ports: StackPorts): Promise<StackOutcome> {
  const deadline = ports.clock.now() + request.timeoutMs;
  const progress: { stackId?: string } = {};
  try {
    ports.signal.throwIfAborted();
    return await remove(request, deadline, ports, progress);
  } catch (error) {
    const refusal = refusalOf(error, ports.signal);
    if (refusal === undefined) throw error;
    return refusedOutcome(refusal, progress.stackId === undefined ? {} : { stackId: progress.stackId });
  }
}

async function remove(
  request: RemoveRequest,
  deadline: number,
  ports: StackPorts,
  progress: { stackId?: string },
): Promise<StackOutcome> {
  const { cloudformation } = ports;
  const { stackName, serviceRole } = request;
  const found = await cloudformation.describeStack(stackName);
  const stack = found && (await waitOut(found, request, deadline, ports));
  if (stack === undefined || stack.status === 'DELETE_COMPLETE') {
    return { ...NOTHING, state: found === undefined ? 'no-change' : 'succeeded' };
  }
  progress.stackId = stack.stackId;
  if (stack.terminationProtection) {
    return {
      ...NOTHING,
      state: 'failed',
      stackId: stack.stackId,
      stackStatus: stack.status,
      reason: `stack ${stackName} has termination protection; nothing was deleted`,
      fix: [
        `If it may go: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName}, then run the same command again.`,
      ],
    };
  }
  const options = { ...(serviceRole !== undefined && { serviceRole }), ...(request.express && { express: true }) };
  let { followed, token } = await deleteAndFollow(stack, request, deadline, ports, options);
  const retain = request.retain ?? [];
  if (followed.kind === 'ended' && followed.stack.status === 'DELETE_FAILED' && retain.length > 0) {
    const failing = await deleteFailures(followed.stack.stackId, ports);
    const allowed = failing.filter((logicalId) => retain.includes(logicalId));
    // Leaving some while others still refuse would only orphan them.
    if (allowed.length > 0 && allowed.length === failing.length) {
      ({ followed, token } = await deleteAndFollow(followed.stack, request, deadline, ports, {
        ...options,
        retainResources: allowed,
      }));
    }
  }
  const base = { ...NOTHING, stackId: stack.stackId };
  if (followed.kind === 'gone') return { ...base, state: 'succeeded', stackStatus: 'DELETE_COMPLETE' };
  const { operationIds } = followed;
  if (followed.kind !== 'ended') {
    return {
      ...base,
      state: 'timed-out',
      reason: `the deletion of stack ${stackName} is still running after ${minutes(request.timeoutMs)}`,
      fix: ['Run the same command again: it waits for the deletion.'],
    };
  }
  const failures = await diagnose({ stackId: stack.stackId, operationIds, token, since: changedAt(stack) }, ports);
  return { ...base, ...stuck(stackName, followed.stack.status, failures, followed.stack.statusReason) };
}

async function deleteFailures(stackId: string, { cloudformation }: StackPorts): Promise<readonly string[]> {
  const resources = await cloudformation.listStackResources(stackId);
  return resources.filter(({ status }) => status === 'DELETE_FAILED').map(({ logicalId }) => logicalId);
}

function stuck(
  stackName: string,
  stackStatus: string,
  failures: readonly ResourceFailure[],
  statusReason: string | undefined,
): Pick<StackOutcome, 'state' | 'stackStatus' | 'reason' | 'failures' | 'fix'> {
  const names = failures.map(({ path }) => path);
  const reasons = failures.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
  return {
    state: 'stuck',
    stackStatus,
    reason: `stack ${stackName} could not be deleted: ${reasons || (statusReason ?? 'CloudFormation gave no reason')}`,
    failures,
    fix: [
      ...knownFixes(failures),
      `Free ${names.join(', ') || 'what refuses'} and run the same command again, or name ${names.length > 1 ? 'them' : 'it'} as retained to leave ${names.length > 1 ? 'them' : 'it'} behind.`,
    ],
  };
}
