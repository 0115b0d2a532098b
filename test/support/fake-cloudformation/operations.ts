import { differences } from './difference.ts';
import type { FakeResource, FakeStack, FakeTemplate } from './model.ts';
import { STACK_TYPE } from './model.ts';
import {
  addEvent,
  beginOperation,
  type Cause,
  createStack,
  type FakeWorld,
  nestedName,
  nestedTemplate,
  setStatus,
} from './world.ts';

export interface ChangeOptions {
  readonly type: 'CREATE' | 'UPDATE';
  readonly token: string;
  readonly disableRollback: boolean;
  readonly retainExceptOnCreate: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly templateText: string;
  readonly whenDone?: (succeeded: boolean) => void;
}

interface Part {
  readonly logicalId: string;
  readonly type: string;
  readonly verb: 'CREATE' | 'UPDATE';
  readonly endAt: number;
  readonly failure: string | undefined;
}

/** Writes into the stack's script all that an execution of this template does. Returns when it ends, and how. */
export function runChange(
  world: FakeWorld,
  stack: FakeStack,
  template: FakeTemplate,
  options: ChangeOptions,
  startAt: number,
): { readonly endAt: number; readonly failure: string | undefined } {
  const verb = options.type;
  const cause: Cause = { token: options.token, operationId: world.id('operation') };
  const then = (at: number, act: () => void): void => void stack.script.push({ at, act });
  const tagsChange = JSON.stringify(stack.tags) !== JSON.stringify(options.tags);
  const changes = differences(verb === 'CREATE' ? undefined : stack, template, tagsChange);

  beginOperation(world, stack, `${verb}_STACK`, cause.operationId);
  stack.updatedAt = startAt;
  setStatus(world, stack, startAt, cause, `${verb}_IN_PROGRESS`, 'User Initiated');

  const parts = changes
    .filter(({ action }) => action !== 'Remove')
    .map(({ logicalId, action, physicalId }): Part => {
      const resource = template.Resources[logicalId];
      const child = nestedTemplate(template, logicalId);
      const part = { logicalId, type: resource?.Type ?? '', verb: action === 'Add' ? 'CREATE' : 'UPDATE' } as const;
      setResource(stack, logicalId, part.type, `${part.verb}_IN_PROGRESS`, physicalId);
      addResourceEvent(world, stack, startAt, cause, part, `${part.verb}_IN_PROGRESS`);
      if (child !== undefined) return { ...part, ...runNested(world, stack, logicalId, child, options, startAt) };
      const endAt = startAt + (resource?.$ms ?? world.options.resourceMs);
      const objects = resource?.$hook?.failureMode === 'FAIL';
      if (resource?.$hook !== undefined) addHookEvent(world, stack, startAt, cause, part, resource.$hook);
      return {
        ...part,
        endAt: objects ? startAt : endAt,
        failure: objects ? `The following hook(s) failed: [${resource.$hook?.type}]` : resource?.$fail,
      };
    });

  const failedAt = Math.min(...parts.filter(({ failure }) => failure !== undefined).map(({ endAt }) => endAt));
  for (const part of parts) {
    const done = part.endAt <= failedAt;
    then(Math.min(part.endAt, failedAt), () => {
      const at = Math.min(part.endAt, failedAt);
      const failed = !done || part.failure !== undefined;
      const status = `${part.verb}_${failed ? 'FAILED' : 'COMPLETE'}`;
      const cancelled = `Resource ${part.verb === 'CREATE' ? 'creation' : 'update'} cancelled`;
      const physicalId = done && part.failure === undefined ? `${part.logicalId}-physical` : undefined;
      setResource(
        stack,
        part.logicalId,
        part.type,
        status,
        stack.resources.get(part.logicalId)?.physicalId ?? physicalId,
      );
      addResourceEvent(world, stack, at, cause, part, status, done ? part.failure : cancelled);
    });
  }
  if (failedAt === Number.POSITIVE_INFINITY) {
    const endAt = Math.max(startAt, ...parts.map((part) => part.endAt));
    const whole = template.$stackFails;
    if (whole !== undefined) {
      then(endAt, () => options.whenDone?.(false));
      return { endAt: rollBack(world, stack, template, options, parts, whole, endAt), failure: whole };
    }
    succeed(world, stack, template, options, changes, cause, endAt);
    return { endAt, failure: undefined };
  }
  const broken = parts.filter(({ endAt, failure }) => failure !== undefined && endAt <= failedAt);
  const names = broken.map(({ logicalId }) => logicalId).join(', ');
  const reason = `The following resource(s) failed to ${verb === 'CREATE' ? 'create' : 'update'}: [${names}]. `;
  then(failedAt, () => options.whenDone?.(false));
  if (options.disableRollback) {
    then(failedAt, () => {
      if (verb === 'CREATE') accept(stack, template, options);
      setStatus(world, stack, failedAt, cause, `${verb}_FAILED`, reason);
    });
    return { endAt: failedAt, failure: reason };
  }
  return { endAt: rollBack(world, stack, template, options, parts, reason, failedAt), failure: reason };
}

/** DescribeEvents has an event type for it; in DescribeStackEvents the resource is in progress (hooks user guide). */
function addHookEvent(
  world: FakeWorld,
  stack: FakeStack,
  at: number,
  cause: Cause,
  { logicalId, type, verb }: Pick<Part, 'logicalId' | 'type' | 'verb'>,
  hook: NonNullable<FakeResource['$hook']>,
): void {
  addEvent(world, stack, at, cause, {
    logicalId,
    resourceType: type,
    ...(world.options.operationIds ? { type: 'HOOK_INVOCATION_ERROR' } : { status: `${verb}_IN_PROGRESS` }),
    hook: { ...hook, status: 'HOOK_COMPLETE_FAILED' },
  });
}

function accept(stack: FakeStack, template: FakeTemplate, options: ChangeOptions): void {
  stack.template = template;
  stack.templateText = options.templateText;
  stack.parameters = options.parameters;
  stack.tags = options.tags;
}

function succeed(
  world: FakeWorld,
  stack: FakeStack,
  template: FakeTemplate,
  options: ChangeOptions,
  changes: ReturnType<typeof differences>,
  cause: Cause,
  endAt: number,
): void {
  const cleanup =
    options.type === 'UPDATE' &&
    changes.some(({ action, replacement }) => action === 'Remove' || replacement === 'True');
  stack.script.push({
    at: endAt,
    act() {
      accept(stack, template, options);
      stack.outputs = Object.fromEntries(
        Object.entries(template.Outputs ?? {}).map(([name, { Value }]) => [name, Value]),
      );
      options.whenDone?.(true);
      setStatus(
        world,
        stack,
        endAt,
        cause,
        cleanup ? 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' : `${options.type}_COMPLETE`,
      );
    },
  });
  if (!cleanup) return;
  const at = endAt + world.options.cleanupMs;
  stack.script.push({
    at,
    act() {
      for (const { logicalId, action } of changes) if (action === 'Remove') stack.resources.delete(logicalId);
      setStatus(world, stack, at, cause, 'UPDATE_COMPLETE');
    },
  });
}

function rollBack(
  world: FakeWorld,
  stack: FakeStack,
  template: FakeTemplate,
  options: ChangeOptions,
  parts: readonly Part[],
  reason: string,
  startAt: number,
): number {
  const create = options.type === 'CREATE';
  const prefix = create ? 'ROLLBACK' : 'UPDATE_ROLLBACK';
  const cause: Cause = { token: options.token, operationId: world.id('operation') };
  const endAt = startAt + world.options.rollbackMs;
  stack.script.push({
    at: startAt,
    act() {
      if (create) accept(stack, template, options);
      if (world.options.operationIds) stack.operations.unshift({ type: 'ROLLBACK', id: cause.operationId });
      setStatus(world, stack, startAt, cause, `${prefix}_IN_PROGRESS`, reason);
    },
  });
  stack.script.push({
    at: endAt,
    act() {
      let failed = false;
      for (const part of parts) {
        const resource = template.Resources[part.logicalId];
        const undo = create || part.verb === 'CREATE' ? 'DELETE' : 'UPDATE';
        const keep = undo === 'DELETE' && resource?.DeletionPolicy === 'Retain' && !options.retainExceptOnCreate;
        const broken = resource?.$failUndo;
        failed ||= broken !== undefined;
        if (broken !== undefined) stack.broken.set(part.logicalId, broken);
        const status = broken !== undefined ? `${undo}_FAILED` : keep ? 'DELETE_SKIPPED' : `${undo}_COMPLETE`;
        setResource(stack, part.logicalId, part.type, status, stack.resources.get(part.logicalId)?.physicalId);
        addResourceEvent(world, stack, endAt, cause, part, status, broken);
      }
      setStatus(world, stack, endAt, cause, `${prefix}_${failed ? 'FAILED' : 'COMPLETE'}`);
    },
  });
  return endAt;
}

function runNested(
  world: FakeWorld,
  parent: FakeStack,
  logicalId: string,
  template: FakeTemplate,
  options: ChangeOptions,
  startAt: number,
): { readonly endAt: number; readonly failure: string | undefined } {
  const known = parent.resources.get(logicalId)?.physicalId;
  const existing = world.stacks.find(({ stackId }) => stackId === known);
  const name = nestedName(parent, logicalId);
  const reviewed = world.stacks.find(({ stackName, status }) => stackName === name && status === 'REVIEW_IN_PROGRESS');
  const child = existing ?? reviewed ?? createStack(world, name, startAt, 'REVIEW_IN_PROGRESS');
  setResource(parent, logicalId, STACK_TYPE, 'CREATE_IN_PROGRESS', child.stackId);
  const { whenDone: _, ...inherited } = options;
  const type = existing === undefined ? 'CREATE' : 'UPDATE';
  const result = runChange(world, child, template, { ...inherited, type, parameters: {}, templateText: '' }, startAt);
  const how = type === 'CREATE' ? 'created' : 'updated';
  const failure = result.failure && `Embedded stack ${child.stackId} was not successfully ${how}: ${result.failure}`;
  return { endAt: result.endAt, failure };
}

export function setResource(
  stack: FakeStack,
  logicalId: string,
  type: string,
  status: string,
  physicalId: string | undefined,
): void {
  stack.resources.set(logicalId, { logicalId, type, status, physicalId });
}

export function addResourceEvent(
  world: FakeWorld,
  stack: FakeStack,
  at: number,
  cause: Cause,
  part: { readonly logicalId: string; readonly type: string },
  status: string,
  reason?: string,
): void {
  const physicalId = stack.resources.get(part.logicalId)?.physicalId;
  addEvent(world, stack, at, cause, {
    logicalId: part.logicalId,
    ...(physicalId !== undefined && { physicalId }),
    resourceType: part.type,
    status,
    ...(reason !== undefined && { reason }),
  });
}
