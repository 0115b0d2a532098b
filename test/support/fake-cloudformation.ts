import {
  AwsError,
  type AwsErrorKind,
  type ChangeSetRequest,
  type CloudFormation,
  type Stack,
} from '../../src/aws/ports.ts';
import { workOut } from './fake-cloudformation/change-sets.ts';
import type { FakeChangeSet, FakeStack, FakeTemplate } from './fake-cloudformation/model.ts';
import { runChange } from './fake-cloudformation/operations.ts';
import { runContinueRollback, runDelete } from './fake-cloudformation/repairs.ts';
import { advance, createStack, createWorld, type FakeOptions, setStatus } from './fake-cloudformation/world.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type { FakeTemplate } from './fake-cloudformation/model.ts';

export type Action = keyof CloudFormation;

export interface FakeFault {
  readonly action: Action;
  readonly kind: AwsErrorKind;
  readonly code?: string;
  readonly message?: string;
  /** How many calls it hits; default 1. */
  readonly times?: number;
  /** Calls to let through first; default 0. */
  readonly after?: number;
  /** CloudFormation did what it was asked, only the answer is lost. */
  readonly answerLost?: boolean;
}

export interface FakeCall {
  readonly action: Action;
  readonly at: number;
  readonly request: unknown;
}

export interface FakeCloudFormation extends CloudFormation {
  readonly calls: readonly FakeCall[];
  clearCalls(): void;
  fault(fault: FakeFault): void;
  /** A stack that was created earlier, in any status. */
  seed(name: string, seed: FakeSeed): FakeStack;
  /** The stack of this name that is not deleted. */
  stack(name: string): FakeStack | undefined;
  readonly stacks: readonly FakeStack[];
  /** Somebody else's operation: the stack is in `during` for `ms`, then in `then`. Change sets of the stack vanish. */
  busy(name: string, during: string, ms: number, then: string): void;
  /** What could not be undone or deleted can be from now on. */
  repair(name: string): void;
  /** A change set of somebody else (or of an earlier run). */
  leaveChangeSet(name: string, changeSetName: string, createdAt: number): void;
}

export interface FakeSeed {
  readonly template: FakeTemplate;
  readonly status?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly terminationProtection?: boolean;
  /** Status per logical id where it is not `CREATE_COMPLETE`. */
  readonly resources?: Readonly<Record<string, string>>;
  /** Resources that cannot be undone or deleted, with the reason. */
  readonly broken?: Readonly<Record<string, string>>;
  readonly statusReason?: string;
}

/**
 * CloudFormation in one account and region, in memory and on a virtual clock, for the behaviour that the engine
 * depends on. Sources: CloudFormation's API reference and user guide.
 *
 * - Change sets are pending for `changeSetMs`, then CREATE_COMPLETE and AVAILABLE, or FAILED and UNAVAILABLE: with the
 *   text of an empty one, or after early validation (`$invalid`), whose findings are events of the change set. A change
 *   of outputs alone is a change set without changes. Nested stacks are always listed; with `includeNestedStacks` each
 *   has a change set of its own. A CREATE makes a stack in REVIEW_IN_PROGRESS. Names are taken until deleted; the
 *   client token makes a repeated call return what the first one made.
 * - A busy or failed stack refuses change sets, an unavailable change set refuses execution. Executing deletes all
 *   other change sets of the stack; the executed one stays readable by its id.
 * - Operations have ids (`lastOperations`, newest first; a stack rollback is an operation of its own) and stamp their
 *   events with id and client token. Resources run side by side for `$ms`; the first failure (`$fail`) cancels the
 *   others and starts the stack rollback, in which `$failUndo` fails. `disableRollback` leaves *_FAILED.
 *   Replacing or removing resources ends in UPDATE_COMPLETE_CLEANUP_IN_PROGRESS first.
 * - DeleteStack honours termination protection, deletion policies and `retainResources` (DELETE_FAILED only). A deleted
 *   stack is found by id, not by name.
 * - With `staleReads` DescribeStacks shows the state before an operation for so many reads after it began.
 */
export function createFakeCloudFormation(clock: VirtualClock, options: FakeOptions = {}): FakeCloudFormation {
  const world = createWorld(clock, options);
  const calls: FakeCall[] = [];
  const faults: { fault: FakeFault; left: number; skip: number }[] = [];
  const tokens = new Map<string, { readonly id: string; readonly stackId: string }>();

  const error = (action: Action, kind: AwsErrorKind, message: string, code = 'ValidationError'): AwsError =>
    new AwsError({ kind, code, message, service: 'CloudFormation', action, region: 'eu-west-1', httpStatus: 400 });

  async function call<T>(action: Action, request: unknown, act: () => T): Promise<T> {
    calls.push({ action, at: clock.now(), request });
    advance(world);
    const hit = faults.find(({ fault, left }) => fault.action === action && left > 0);
    if (hit !== undefined && hit.skip > 0) hit.skip -= 1;
    else if (hit !== undefined) {
      hit.left -= 1;
      if (hit.fault.answerLost) act();
      throw error(action, hit.fault.kind, hit.fault.message ?? hit.fault.kind, hit.fault.code ?? hit.fault.kind);
    }
    const answer = act();
    advance(world);
    return answer;
  }

  const live = (name: string): FakeStack | undefined =>
    world.stacks.find((stack) => stack.stackName === name && stack.deletedAt === undefined);
  const find = (nameOrId: string): FakeStack | undefined =>
    world.stacks.find((stack) => stack.stackId === nameOrId) ?? live(nameOrId);
  const need = (action: Action, nameOrId: string): FakeStack => {
    const stack = find(nameOrId);
    if (stack === undefined) throw error(action, 'not-found', `Stack with id ${nameOrId} does not exist`);
    return stack;
  };
  const owner = (id: string): { stack: FakeStack; changeSet: FakeChangeSet } | undefined => {
    for (const stack of world.stacks) {
      const changeSet = stack.changeSets.get(id);
      if (changeSet !== undefined) return { stack, changeSet };
    }
    return undefined;
  };

  function create(request: ChangeSetRequest): { id: string; stackId: string } {
    const action = 'createChangeSet';
    const done = tokens.get(request.clientToken);
    if (done !== undefined) return done;
    const templateText = 'body' in request.template ? request.template.body : request.template.url;
    const template: FakeTemplate = JSON.parse(templateText);
    let stack = live(request.stackName);
    if (request.type === 'UPDATE') {
      if (stack === undefined) throw error(action, 'not-found', `Stack [${request.stackName}] does not exist`);
      if (!/^(CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK|IMPORT_ROLLBACK)_COMPLETE$|^UPDATE_FAILED$/.test(stack.status)) {
        throw error(action, 'conflict', `Stack:${stack.stackId} is in ${stack.status} state and can not be updated.`);
      }
    } else if (stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS') {
      throw error(
        action,
        'invalid',
        `Stack [${request.stackName}] already exists and cannot be created again with the changeSet [${request.name}].`,
      );
    }
    const parameters = parametersOf(request, template, stack);
    stack ??= createStack(world, request.stackName, clock.now(), 'REVIEW_IN_PROGRESS');
    if ([...stack.changeSets.values()].some(({ name }) => name === request.name)) {
      throw error(action, 'already-exists', `ChangeSet [${request.name}] already exists`, 'AlreadyExistsException');
    }
    const changeSet = workOut(world, stack, template, request, { templateText, parameters });
    stack.changeSets.set(changeSet.id, changeSet);
    const answer = { id: changeSet.id, stackId: stack.stackId };
    tokens.set(request.clientToken, answer);
    return answer;
  }

  function parametersOf(
    request: ChangeSetRequest,
    template: FakeTemplate,
    stack: FakeStack | undefined,
  ): Record<string, string> {
    const declared = template.Parameters ?? {};
    const unknown = request.parameters.filter(({ name }) => declared[name] === undefined).map(({ name }) => name);
    if (unknown.length > 0) {
      throw error('createChangeSet', 'invalid', `Parameters: [${unknown.join(', ')}] do not exist in the template`);
    }
    return Object.fromEntries(
      Object.entries(declared).map(([name, { Default }]) => {
        const given = request.parameters.find((parameter) => parameter.name === name);
        const previous = given !== undefined && 'usePrevious' in given ? stack?.parameters[name] : undefined;
        const value = previous ?? (given !== undefined && 'value' in given ? given.value : Default);
        if (value === undefined) throw error('createChangeSet', 'invalid', `Parameters: [${name}] must have values`);
        return [name, value];
      }),
    );
  }

  function execute(request: Parameters<CloudFormation['executeChangeSet']>[0]): void {
    const action = 'executeChangeSet';
    const found = owner(request.id);
    if (found === undefined)
      throw error(action, 'not-found', `ChangeSet [${request.id}] does not exist`, 'ChangeSetNotFound');
    const { stack, changeSet } = found;
    const status = executionStatus(changeSet);
    if (status !== 'AVAILABLE') {
      throw error(
        action,
        'conflict',
        `ChangeSet [${request.id}] cannot be executed in its current status of [${status}]`,
        'InvalidChangeSetStatus',
      );
    }
    for (const other of stack.changeSets.keys()) if (other !== request.id) stack.changeSets.delete(other);
    changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
    runChange(
      world,
      stack,
      changeSet.template,
      {
        type: changeSet.type,
        token: request.clientRequestToken,
        disableRollback: request.disableRollback,
        retainExceptOnCreate: request.retainExceptOnCreate ?? false,
        parameters: changeSet.parameters,
        tags: changeSet.tags,
        templateText: changeSet.templateText,
        whenDone(succeeded) {
          changeSet.executionStatus = succeeded ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
        },
      },
      clock.now(),
    );
  }

  const pending = (changeSet: FakeChangeSet): boolean => clock.now() < changeSet.readyAt;
  const executionStatus = (changeSet: FakeChangeSet): string =>
    changeSet.executionStatus ?? (pending(changeSet) ? 'UNAVAILABLE' : changeSet.outcome.executionStatus);

  return {
    calls,
    stacks: world.stacks,
    clearCalls: () => void calls.splice(0),
    fault: (fault) => void faults.push({ fault, left: fault.times ?? 1, skip: fault.after ?? 0 }),
    stack: live,
    seed(name, seed) {
      const stack = createStack(world, name, clock.now() - 3_600_000, seed.status ?? 'CREATE_COMPLETE');
      stack.template = seed.template;
      stack.templateText = JSON.stringify(seed.template);
      stack.statusReason = seed.statusReason;
      stack.tags = seed.tags ?? {};
      stack.parameters = seed.parameters ?? {};
      stack.terminationProtection = seed.terminationProtection ?? false;
      stack.outputs = Object.fromEntries(
        Object.entries(seed.template.Outputs ?? {}).map(([key, { Value }]) => [key, Value]),
      );
      for (const [logicalId, { Type }] of Object.entries(seed.template.Resources)) {
        const status = seed.resources?.[logicalId] ?? 'CREATE_COMPLETE';
        stack.resources.set(logicalId, { logicalId, type: Type, status, physicalId: `${logicalId}-physical` });
      }
      for (const [logicalId, reason] of Object.entries(seed.broken ?? {})) stack.broken.set(logicalId, reason);
      return stack;
    },
    busy(name, during, ms, then) {
      const stack = need('describeStack', name);
      const now = clock.now();
      const cause = { token: 'somebody-else', operationId: world.id('operation') };
      stack.operations.unshift({ type: 'UPDATE_STACK', id: cause.operationId });
      stack.updatedAt = now;
      for (const id of stack.changeSets.keys()) stack.changeSets.delete(id);
      setStatus(world, stack, now, cause, during);
      stack.script.push({
        at: now + ms,
        act() {
          if (then === 'DELETE_COMPLETE') stack.deletedAt = now + ms;
          setStatus(world, stack, now + ms, cause, then);
        },
      });
    },
    repair: (name) => need('describeStack', name).broken.clear(),
    leaveChangeSet(name, changeSetName, createdAt) {
      const stack = need('createChangeSet', name);
      const request = { name: changeSetName, type: 'UPDATE', tags: stack.tags, includeNestedStacks: false } as const;
      const made = workOut(world, stack, stack.template, request, {
        templateText: stack.templateText,
        parameters: stack.parameters,
      });
      stack.changeSets.set(made.id, { ...made, createdAt, readyAt: createdAt });
    },

    describeStack: (nameOrId) => call('describeStack', nameOrId, () => view(find(nameOrId))),
    listStacks: (filter) =>
      call('listStacks', filter, () =>
        world.stacks
          .filter((stack) => stack.deletedAt === undefined)
          .filter(
            ({ tags }) =>
              filter.tag === undefined || tags[filter.tag.key] === (filter.tag.value ?? tags[filter.tag.key]),
          )
          .flatMap((stack) => view(stack) ?? []),
      ),
    createChangeSet: (request) => call('createChangeSet', request, () => create(request)),
    describeChangeSet: (id) =>
      call('describeChangeSet', id, () => {
        const found = owner(id);
        if (found === undefined) return undefined;
        const { stack, changeSet } = found;
        const common = {
          id,
          name: changeSet.name,
          stackId: stack.stackId,
          executionStatus: executionStatus(changeSet),
        };
        if (pending(changeSet)) {
          const status = clock.now() === changeSet.createdAt ? 'CREATE_PENDING' : 'CREATE_IN_PROGRESS';
          return { ...common, status, changes: [] };
        }
        const { status, reason } = changeSet.outcome;
        return { ...common, status, ...(reason !== undefined && { statusReason: reason }), changes: changeSet.changes };
      }),
    listChangeSets: (name) =>
      call('listChangeSets', name, () =>
        [...need('listChangeSets', name).changeSets.values()]
          .filter((changeSet) => changeSet.executionStatus === undefined)
          .map((changeSet) => ({
            id: changeSet.id,
            name: changeSet.name,
            status: pending(changeSet) ? 'CREATE_IN_PROGRESS' : changeSet.outcome.status,
            createdAt: new Date(changeSet.createdAt).toISOString(),
          })),
      ),
    deleteChangeSet: (id) =>
      call('deleteChangeSet', id, () => {
        const found = owner(id);
        if (found === undefined) return;
        if (found.changeSet.executionStatus === 'EXECUTE_IN_PROGRESS') {
          throw error(
            'deleteChangeSet',
            'conflict',
            `ChangeSet [${id}] cannot be deleted in status EXECUTE_IN_PROGRESS`,
            'InvalidChangeSetStatus',
          );
        }
        found.stack.changeSets.delete(id);
      }),
    executeChangeSet: (request) => call('executeChangeSet', request, () => execute(request)),
    describeEvents: (request) =>
      call('describeEvents', request, () => {
        if (request.changeSet !== undefined) return owner(request.changeSet)?.changeSet.events ?? [];
        const stack = find(request.stack ?? '');
        const all = stack?.events ?? [];
        // By stack alone: the newest operation only (awslabs/mcp issue 4275). An older CloudFormation lists all.
        const operation = request.operationId ?? all[0]?.operationId;
        const events = all
          .filter(({ operationId }) => operation === undefined || operationId === operation)
          .filter(({ status }) => request.failedOnly !== true || status?.endsWith('_FAILED'))
          .filter(({ at }) => request.notBefore === undefined || at >= request.notBefore);
        const seen = events.findIndex(({ id }) => id === request.untilEventId);
        return seen < 0 ? events : events.slice(0, seen);
      }),
    listStackResources: (name) =>
      call('listStackResources', name, () =>
        [...need('listStackResources', name).resources.values()].map(({ logicalId, type, status, physicalId }) => ({
          logicalId,
          type,
          status,
          ...(physicalId !== undefined && { physicalId }),
        })),
      ),
    deleteStack: (request) =>
      call('deleteStack', request, () => {
        const stack = find(request.stack);
        if (stack === undefined || stack.deletedAt !== undefined || stack.status === 'DELETE_IN_PROGRESS') return;
        if (stack.terminationProtection) {
          throw error(
            'deleteStack',
            'invalid',
            `Stack [${stack.stackId}] cannot be deleted while TerminationProtection is enabled`,
          );
        }
        const retain = request.retainResources ?? [];
        if (retain.length > 0 && stack.status !== 'DELETE_FAILED') {
          throw error(
            'deleteStack',
            'invalid',
            `Invalid operation on stack [${stack.stackId}]. When you delete a stack, specify which resources to retain only when the stack is in the DELETE_FAILED state.`,
          );
        }
        runDelete(world, stack, request.clientRequestToken, retain);
      }),
    continueUpdateRollback: (request) =>
      call('continueUpdateRollback', request, () => {
        const stack = need('continueUpdateRollback', request.stack);
        if (stack.status !== 'UPDATE_ROLLBACK_FAILED') {
          throw error(
            'continueUpdateRollback',
            'conflict',
            `Stack:${stack.stackId} is in ${stack.status} state and can not continue its update rollback.`,
          );
        }
        runContinueRollback(world, stack, request.clientRequestToken, request.resourcesToSkip ?? []);
      }),
    setTerminationProtection: (name, enabled) =>
      call('setTerminationProtection', { name, enabled }, () => {
        need('setTerminationProtection', name).terminationProtection = enabled;
      }),
    setStackPolicy: (name, policy) =>
      call('setStackPolicy', { name, policy }, () => {
        need('setStackPolicy', name).policy = policy;
      }),
    getTemplate: (name, stage) => call('getTemplate', { name, stage }, () => need('getTemplate', name).templateText),
  };
}

function view(stack: FakeStack | undefined): Stack | undefined {
  if (stack === undefined) return undefined;
  const isStale = stack.stale !== undefined && stack.staleReads > 0;
  if (isStale) stack.staleReads -= 1;
  const shown = isStale && stack.stale !== undefined ? stack.stale : stack;
  return {
    stackId: stack.stackId,
    stackName: stack.stackName,
    status: shown.status,
    ...(shown.statusReason !== undefined && { statusReason: shown.statusReason }),
    createdAt: new Date(stack.createdAt).toISOString(),
    ...(shown.updatedAt !== undefined && { updatedAt: new Date(shown.updatedAt).toISOString() }),
    parameters: masked(stack),
    outputs: shown.outputs,
    tags: stack.tags,
    capabilities: stack.capabilities,
    terminationProtection: stack.terminationProtection,
    notificationArns: [],
    disableRollback: false,
    lastOperations: [...shown.operations],
  };
}

function masked(stack: FakeStack): Readonly<Record<string, string>> {
  const declared = stack.template.Parameters ?? {};
  return Object.fromEntries(
    Object.entries(stack.parameters).map(([name, value]) => [name, declared[name]?.NoEcho ? '****' : value]),
  );
}
