import type { StackEvent } from '../../../src/aws/cloudformation-port.ts';
import type { VirtualClock } from '../virtual-clock.ts';
import { type FakeStack, type FakeTemplate, STACK_TYPE } from './model.ts';

export interface FakeOptions {
  /** How long change sets stay CREATE_IN_PROGRESS, milliseconds. */
  readonly changeSetMs?: number;
  /** How long a resource takes that says nothing else. */
  readonly resourceMs?: number;
  /** How long a stack rollback takes. */
  readonly rollbackMs?: number;
  /** How long old resources take to go after an update (UPDATE_COMPLETE_CLEANUP_IN_PROGRESS). */
  readonly cleanupMs?: number;
  /** Reads of a stack after each started operation that still show what was before. */
  readonly staleReads?: number;
  /** False: an older CloudFormation, which names no operations. */
  readonly operationIds?: boolean;
}

/** Account and region of the fake, with all its stacks and what is still to happen. */
export interface FakeWorld {
  readonly clock: VirtualClock;
  readonly options: Required<FakeOptions>;
  readonly stacks: FakeStack[];
  id(kind: string): string;
}

export function createWorld(clock: VirtualClock, options: FakeOptions): FakeWorld {
  let count = 0;
  const defaults = { changeSetMs: 0, resourceMs: 0, rollbackMs: 0, cleanupMs: 0, staleReads: 0, operationIds: true };
  return {
    clock,
    options: { ...defaults, ...options },
    stacks: [],
    id(kind) {
      count += 1;
      return `${kind}-${count}`;
    },
  };
}

export function createStack(world: FakeWorld, stackName: string, at: number, status: string): FakeStack {
  const stack: FakeStack = {
    stackId: `arn:aws:cloudformation:eu-west-1:111111111111:stack/${stackName}/${world.id('stack')}`,
    stackName,
    status,
    statusReason: undefined,
    changeSetId: undefined,
    createdAt: at,
    updatedAt: undefined,
    deletedAt: undefined,
    template: { Resources: {} },
    templateText: '',
    parameters: {},
    tags: {},
    outputs: {},
    capabilities: [],
    terminationProtection: false,
    policy: undefined,
    operations: [],
    events: [],
    resources: new Map(),
    changeSets: new Map(),
    broken: new Map(),
    script: [],
    staleReads: 0,
    stale: undefined,
  };
  world.stacks.push(stack);
  return stack;
}

/** Lets everything happen that is due by now. */
export function advance(world: FakeWorld): void {
  const now = world.clock.now();
  for (;;) {
    const due = world.stacks
      .flatMap((stack) => stack.script.map((step) => ({ stack, step })))
      .filter(({ step }) => step.at <= now)
      .toSorted((a, b) => a.step.at - b.step.at)[0];
    if (due === undefined) return;
    due.stack.script.splice(due.stack.script.indexOf(due.step), 1);
    due.step.act();
  }
}

export interface Cause {
  readonly token: string;
  readonly operationId: string;
}

export function addEvent(
  world: FakeWorld,
  stack: FakeStack,
  at: number,
  cause: Cause,
  event: Partial<StackEvent>,
): void {
  stack.events.unshift({
    id: world.id('event'),
    at: new Date(at).toISOString(),
    stackId: stack.stackId,
    clientRequestToken: cause.token,
    ...(world.options.operationIds && { operationId: cause.operationId, type: 'STACK_EVENT' }),
    ...event,
  });
}

export function setStatus(
  world: FakeWorld,
  stack: FakeStack,
  at: number,
  cause: Cause,
  status: string,
  reason?: string,
): void {
  stack.status = status;
  stack.statusReason = reason;
  addEvent(world, stack, at, cause, {
    logicalId: stack.stackName,
    physicalId: stack.stackId,
    resourceType: STACK_TYPE,
    status,
    ...(reason !== undefined && { reason }),
  });
}

/** An operation begins: reads may lag behind from here on. */
export function beginOperation(world: FakeWorld, stack: FakeStack, type: string, id: string): void {
  stack.stale = {
    status: stack.status,
    statusReason: stack.statusReason,
    updatedAt: stack.updatedAt,
    operations: [...stack.operations],
    outputs: stack.outputs,
  };
  stack.staleReads = world.options.staleReads;
  if (world.options.operationIds) stack.operations.unshift({ type, id });
}

/** CloudFormation adds something random; one at a time is enough here. */
export function nestedName(parent: Pick<FakeStack, 'stackName'>, logicalId: string): string {
  return `${parent.stackName}-${logicalId}`;
}

export function nestedTemplate(template: FakeTemplate, logicalId: string): FakeTemplate | undefined {
  const nested = template.Resources[logicalId]?.Properties?.['Template'];
  return isTemplate(nested) ? nested : undefined;
}

function isTemplate(value: unknown): value is FakeTemplate {
  return typeof value === 'object' && value !== null && 'Resources' in value;
}
