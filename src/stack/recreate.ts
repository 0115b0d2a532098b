import type { Stack } from '../aws/cloudformation-port.ts';
import { deleteAndFollow } from './delete.ts';
import { diagnose } from './diagnose.ts';
import { StackRefusal } from './failed.ts';
import { stackKey } from './feed.ts';
import { baselineOf } from './operation.ts';
import type { StackPorts, StackSubject } from './ports.ts';
import { retainedResources } from './retained.ts';
import { stackTree } from './stack-tree.ts';
import { minutes } from './wait-out.ts';

/**
 * A stack whose first create failed may be deleted only when nothing is in it that a deletion would lose or leave
 * behind, and only without termination protection.
 * @throws StackRefusal `stuck`, with what stands in the way
 */
export async function refuseToLose(stack: Stack, ports: StackPorts): Promise<void> {
  if (stack.terminationProtection) {
    refuse(stack, 'termination protection is on', [
      `Look at what is in the stack, turn its termination protection off (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stack.stackName}) and run the same command again.`,
    ]);
  }
  const kept = await resourcesWorthKeeping(stack, ports);
  if (kept.length > 0) {
    refuse(stack, `it still holds ${kept.join(', ')}`, [
      `Import or delete ${kept.join(', ')}, then delete stack ${stack.stackName} and run the same command again.`,
    ]);
  }
}

/** Deletes a stack whose first create failed, so that it can be created again. */
export async function deleteFailedCreate(
  stack: Stack,
  subject: StackSubject & { readonly serviceRole?: string },
  deadline: number,
  ports: StackPorts,
): Promise<void> {
  const { report, target } = ports;
  report({
    type: 'instance.state',
    instance: subject.instance,
    target,
    stack: stackKey(subject.instance),
    state: 'planning',
    text: `deletes the stack that an earlier create left in ${stack.status}`,
  });
  const { followed, token } = await deleteAndFollow(stack, subject, deadline, ports, subject);
  if (followed.kind === 'gone') return;
  if (followed.kind === 'timed-out') {
    throw new StackRefusal({
      state: 'timed-out',
      reason: `the deletion of stack ${stack.stackName} was not over after ${minutes(subject.timeoutMs)}`,
      fix: ['Run the same command again: it waits for the deletion and goes on.'],
    });
  }
  const { operationIds } = followed;
  const since = baselineOf(stack).changedAt;
  const failures = await diagnose({ stackId: stack.stackId, operationIds, token, since }, ports);
  throw new StackRefusal({
    state: 'stuck',
    reason: `stack ${stack.stackName} could not be deleted: ${failures.map((failure) => failure.path).join(', ') || 'no reason given'}`,
    failures,
    fix: [`Delete or free these resources, then delete stack ${stack.stackName} and run the same command again.`],
  });
}

function refuse(stack: Stack, why: string, fix: readonly string[]): never {
  throw new StackRefusal({
    state: 'stuck',
    reason: `stack ${stack.stackName} is in ${stack.status} and is not deleted: ${why}`,
    fix,
  });
}

/** Resources that hold data, or that a deletion policy keeps: in the stack and in those nested in it, by their path. */
async function resourcesWorthKeeping(
  stack: Stack,
  { cloudformation, isStateful }: StackPorts,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for await (const { stackId, path, resources } of stackTree(stack.stackId, cloudformation)) {
    if (resources === undefined) return [...kept, `nested stack ${path.join('.')}, which was not looked into`];
    if (resources.length === 0) continue;
    const retained = await retainedResources(stackId, cloudformation);
    for (const { logicalId, type, status } of resources) {
      if (status === 'DELETE_SKIPPED' || isStateful(type) || retained.has(logicalId)) {
        kept.push(`${[...path, logicalId].join('.')} (${type})`);
      }
    }
  }
  return kept;
}
