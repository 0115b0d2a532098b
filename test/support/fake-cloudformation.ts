import { workOut } from './fake-cloudformation/change-sets.ts';
import type { Action, FakeCall, FakeCloudFormation, FakeFault } from './fake-cloudformation/controls.ts';
import {
  deleteHierarchy,
  executionStatus,
  findChangeSet,
  findStack,
  isPending,
  liveStack,
  needStack,
  refusal,
} from './fake-cloudformation/lookup.ts';
import type { FakeStack } from './fake-cloudformation/model.ts';
import { runContinueRollback, runDelete } from './fake-cloudformation/repairs.ts';
import { type Created, createChangeSet, executeChangeSet } from './fake-cloudformation/requests.ts';
import { view } from './fake-cloudformation/view.ts';
import { advance, createStack, createWorld, type FakeOptions, setStatus } from './fake-cloudformation/world.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type { FakeCloudFormation } from './fake-cloudformation/controls.ts';
export type { FakeTemplate } from './fake-cloudformation/model.ts';

/**
 * CloudFormation in one account and region, in memory and on a virtual clock, for the behaviour that the engine
 * depends on. Sources: CloudFormation's API reference and user guide.
 *
 * - Change sets are pending for `changeSetMs`, then CREATE_COMPLETE and AVAILABLE, or FAILED and UNAVAILABLE: with the
 *   text of an empty one, or after early validation (`$invalid`), whose findings are events of the change set. A change
 *   of outputs alone is a change set without changes. Nested stacks are always listed; with `includeNestedStacks` each
 *   has a change set of its own; one that fails fails its root. A CREATE makes a stack in REVIEW_IN_PROGRESS, nested
 *   ones too, and deleting the root's change set deletes all change sets below but no stack. Names are taken until
 *   deleted; the client token makes a repeated call return what the first one made.
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
  const tokens = new Map<string, Created>();

  async function call<T>(action: Action, request: unknown, act: () => T): Promise<T> {
    calls.push({ action, at: clock.now(), request });
    advance(world);
    const hit = faults.find(({ fault, left }) => fault.action === action && left > 0);
    if (hit !== undefined && hit.skip > 0) hit.skip -= 1;
    else if (hit !== undefined) {
      hit.left -= 1;
      if (hit.fault.answerLost) act();
      throw refusal(action, hit.fault.kind, hit.fault.message ?? hit.fault.kind, hit.fault.code ?? hit.fault.kind);
    }
    const answer = act();
    advance(world);
    return answer;
  }

  const live = (name: string): FakeStack | undefined => liveStack(world, name);
  const find = (nameOrId: string): FakeStack | undefined => findStack(world, nameOrId);
  const need = (action: Action, nameOrId: string): FakeStack => needStack(world, action, nameOrId);
  const owner = (id: string): ReturnType<typeof findChangeSet> => findChangeSet(world, id);

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
    listStacks: () =>
      call('listStacks', '', () =>
        [...world.stacks].flatMap((stack) => (stack.deletedAt === undefined ? (view(stack) ?? []) : [])),
      ),
    createChangeSet: (request) => call('createChangeSet', request, () => createChangeSet(world, tokens, request)),
    describeChangeSet: (id) =>
      call('describeChangeSet', id, () => {
        const found = owner(id);
        if (found === undefined) return undefined;
        const { stack, changeSet } = found;
        const common = {
          id,
          name: changeSet.name,
          stackId: stack.stackId,
          executionStatus: executionStatus(world, changeSet),
          ...(changeSet.description !== undefined && { description: changeSet.description }),
        };
        if (isPending(world, changeSet)) {
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
            status: isPending(world, changeSet) ? 'CREATE_IN_PROGRESS' : changeSet.outcome.status,
            createdAt: new Date(changeSet.createdAt).toISOString(),
          })),
      ),
    deleteChangeSet: (id) =>
      call('deleteChangeSet', id, () => {
        const found = owner(id);
        if (found === undefined) return;
        if (found.changeSet.executionStatus === 'EXECUTE_IN_PROGRESS') {
          throw refusal(
            'deleteChangeSet',
            'conflict',
            `ChangeSet [${id}] cannot be deleted in status EXECUTE_IN_PROGRESS`,
            'InvalidChangeSetStatus',
          );
        }
        deleteHierarchy(world, id);
      }),
    executeChangeSet: (request) => call('executeChangeSet', request, () => executeChangeSet(world, request)),
    describeEvents: (request) =>
      call('describeEvents', request, () => {
        if (request.changeSet !== undefined) return owner(request.changeSet)?.changeSet.events ?? [];
        const stack = find(request.stack ?? '');
        const all = stack?.events ?? [];
        // By stack alone: the newest operation only (awslabs/mcp issue 4275). An older CloudFormation lists all.
        const operation = request.operationId ?? all[0]?.operationId;
        const events = all
          .filter(({ operationId }) => operation === undefined || operationId === operation)
          .filter(
            ({ status, type }) =>
              request.failedOnly !== true || /_(FAILED|ERROR)$/.test(type === 'STACK_EVENT' ? `${status}` : `${type}`),
          )
          .filter(({ at }) => request.notBefore === undefined || at >= request.notBefore);
        const seen = events.findIndex(({ id }) => id === request.untilEventId);
        return seen < 0 ? events : events.slice(0, seen);
      }),
    failedHooks: (id) => call('failedHooks', id, () => owner(id)?.changeSet.template.$hooks ?? []),
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
          throw refusal(
            'deleteStack',
            'invalid',
            `Stack [${stack.stackId}] cannot be deleted while TerminationProtection is enabled`,
          );
        }
        const retain = request.retainResources ?? [];
        if (retain.length > 0 && stack.status !== 'DELETE_FAILED') {
          throw refusal(
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
          throw refusal(
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
