import type { FakeStack } from './model.ts';
import { addResourceEvent, setResource } from './operations.ts';
import { beginOperation, type Cause, type FakeWorld, setStatus } from './world.ts';

/** DeleteStack: resources that refuse leave the stack in DELETE_FAILED. */
export function runDelete(world: FakeWorld, stack: FakeStack, token: string, retain: readonly string[]): void {
  const startAt = world.clock.now();
  const endAt = startAt + Math.max(0, world.options.resourceMs);
  const cause: Cause = { token, operationId: world.id('operation') };
  beginOperation(world, stack, 'DELETE_STACK', cause.operationId);
  setStatus(world, stack, startAt, cause, 'DELETE_IN_PROGRESS', 'User Initiated');
  stack.script.push({
    at: endAt,
    act() {
      let failed = false;
      for (const resource of stack.resources.values()) {
        if (['DELETE_COMPLETE', 'DELETE_SKIPPED'].includes(resource.status)) continue;
        const definition = stack.template.Resources[resource.logicalId];
        const skipped = retain.includes(resource.logicalId) || definition?.DeletionPolicy === 'Retain';
        const broken = skipped ? undefined : (stack.broken.get(resource.logicalId) ?? definition?.$failUndo);
        failed ||= broken !== undefined;
        const status = broken !== undefined ? 'DELETE_FAILED' : skipped ? 'DELETE_SKIPPED' : 'DELETE_COMPLETE';
        setResource(stack, resource.logicalId, resource.type, status, resource.physicalId);
        addResourceEvent(world, stack, endAt, cause, resource, status, broken);
      }
      if (!failed) stack.deletedAt = endAt;
      setStatus(world, stack, endAt, cause, failed ? 'DELETE_FAILED' : 'DELETE_COMPLETE');
    },
  });
}

/** ContinueUpdateRollback: tries again what could not be undone. */
export function runContinueRollback(world: FakeWorld, stack: FakeStack, token: string, skip: readonly string[]): void {
  const startAt = world.clock.now();
  const endAt = startAt + world.options.rollbackMs;
  const cause: Cause = { token, operationId: world.id('operation') };
  beginOperation(world, stack, 'CONTINUE_ROLLBACK', cause.operationId);
  setStatus(world, stack, startAt, cause, 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated');
  stack.script.push({
    at: endAt,
    act() {
      let failed = false;
      for (const resource of stack.resources.values()) {
        if (resource.status !== 'UPDATE_FAILED') continue;
        const broken = skip.includes(resource.logicalId) ? undefined : stack.broken.get(resource.logicalId);
        failed ||= broken !== undefined;
        const status = broken === undefined ? 'UPDATE_COMPLETE' : 'UPDATE_FAILED';
        setResource(stack, resource.logicalId, resource.type, status, resource.physicalId);
        addResourceEvent(world, stack, endAt, cause, resource, status, broken);
      }
      setStatus(world, stack, endAt, cause, failed ? 'UPDATE_ROLLBACK_FAILED' : 'UPDATE_ROLLBACK_COMPLETE');
    },
  });
}
