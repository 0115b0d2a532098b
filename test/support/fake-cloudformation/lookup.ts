import type { CloudFormation } from '../../../src/aws/cloudformation-port.ts';
import { AwsError, type AwsErrorKind } from '../../../src/aws/ports.ts';
import type { FakeChangeSet, FakeStack } from './model.ts';
import type { FakeWorld } from './world.ts';

/** What CloudFormation answers when it refuses. */
export function refusal(
  action: keyof CloudFormation,
  kind: AwsErrorKind,
  message: string,
  code = 'ValidationError',
): AwsError {
  return new AwsError({ kind, code, message, service: 'CloudFormation', action, region: 'eu-west-1', httpStatus: 400 });
}

/** The stack of this name that is not deleted. */
export function liveStack({ stacks }: FakeWorld, name: string): FakeStack | undefined {
  return stacks.find((stack) => stack.stackName === name && stack.deletedAt === undefined);
}

/** By id a deleted stack is found as well. */
export function findStack(world: FakeWorld, nameOrId: string): FakeStack | undefined {
  return world.stacks.find((stack) => stack.stackId === nameOrId) ?? liveStack(world, nameOrId);
}

export function needStack(world: FakeWorld, action: keyof CloudFormation, nameOrId: string): FakeStack {
  const stack = findStack(world, nameOrId);
  if (stack === undefined) throw refusal(action, 'not-found', `Stack with id ${nameOrId} does not exist`);
  return stack;
}

export function findChangeSet(
  { stacks }: FakeWorld,
  id: string,
): { readonly stack: FakeStack; readonly changeSet: FakeChangeSet } | undefined {
  for (const stack of stacks) {
    const changeSet = stack.changeSets.get(id);
    if (changeSet !== undefined) return { stack, changeSet };
  }
  return undefined;
}

/** A change set and those of nested stacks that were made with it (DeleteChangeSet, API reference). */
export function deleteHierarchy({ stacks }: FakeWorld, id: string): void {
  for (const { changeSets } of stacks) {
    changeSets.delete(id);
    for (const [child, { parent }] of changeSets) if (parent === id) deleteHierarchy({ stacks } as FakeWorld, child);
  }
}

export function isPending({ clock }: FakeWorld, changeSet: FakeChangeSet): boolean {
  return clock.now() < changeSet.readyAt;
}

export function executionStatus(world: FakeWorld, changeSet: FakeChangeSet): string {
  return changeSet.executionStatus ?? (isPending(world, changeSet) ? 'UNAVAILABLE' : changeSet.outcome.executionStatus);
}
