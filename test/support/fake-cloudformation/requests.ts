import type { ChangeSetRequest, CloudFormation } from '../../../src/aws/cloudformation-port.ts';
import { workOut } from './change-sets.ts';
import { executionStatus, findChangeSet, liveStack, refusal } from './lookup.ts';
import type { FakeStack, FakeTemplate } from './model.ts';
import { runChange } from './operations.ts';
import { createStack, type FakeWorld } from './world.ts';

export interface Created {
  readonly id: string;
  readonly stackId: string;
}

/** CreateChangeSet. `tokens`: what calls with a client token made before. */
export function createChangeSet(world: FakeWorld, tokens: Map<string, Created>, request: ChangeSetRequest): Created {
  const { clock } = world;
  const action = 'createChangeSet';
  const done = tokens.get(request.clientToken);
  if (done !== undefined) return done;
  const templateText = 'body' in request.template ? request.template.body : request.template.url;
  const template: FakeTemplate = JSON.parse(templateText);
  let stack = liveStack(world, request.stackName);
  if (request.type === 'UPDATE') {
    if (stack === undefined) throw refusal(action, 'not-found', `Stack [${request.stackName}] does not exist`);
    if (!/^(CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK|IMPORT_ROLLBACK)_COMPLETE$|^UPDATE_FAILED$/.test(stack.status)) {
      throw refusal(action, 'conflict', `Stack:${stack.stackId} is in ${stack.status} state and can not be updated.`);
    }
  } else if (stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS') {
    throw refusal(
      action,
      'invalid',
      `Stack [${request.stackName}] already exists and cannot be created again with the changeSet [${request.name}].`,
    );
  }
  const parameters = parametersOf(request, template, stack);
  stack ??= createStack(world, request.stackName, clock.now(), 'REVIEW_IN_PROGRESS');
  if ([...stack.changeSets.values()].some(({ name }) => name === request.name)) {
    throw refusal(action, 'already-exists', `ChangeSet [${request.name}] already exists`, 'AlreadyExistsException');
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
    throw refusal('createChangeSet', 'invalid', `Parameters: [${unknown.join(', ')}] do not exist in the template`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, { Default }]) => {
      const given = request.parameters.find((parameter) => parameter.name === name);
      const previous = given !== undefined && 'usePrevious' in given ? stack?.parameters[name] : undefined;
      const value = previous ?? (given !== undefined && 'value' in given ? given.value : Default);
      if (value === undefined) throw refusal('createChangeSet', 'invalid', `Parameters: [${name}] must have values`);
      return [name, value];
    }),
  );
}

/** ExecuteChangeSet. */
export function executeChangeSet(world: FakeWorld, request: Parameters<CloudFormation['executeChangeSet']>[0]): void {
  const action = 'executeChangeSet';
  const found = findChangeSet(world, request.id);
  if (found === undefined)
    throw refusal(action, 'not-found', `ChangeSet [${request.id}] does not exist`, 'ChangeSetNotFound');
  const { stack, changeSet } = found;
  const status = executionStatus(world, changeSet);
  if (status !== 'AVAILABLE') {
    throw refusal(
      action,
      'conflict',
      `ChangeSet [${request.id}] cannot be executed in its current status of [${status}]`,
      'InvalidChangeSetStatus',
    );
  }
  for (const other of stack.changeSets.keys()) if (other !== request.id) stack.changeSets.delete(other);
  changeSet.executionStatus = 'EXECUTE_IN_PROGRESS';
  stack.changeSetId = changeSet.id;
  runChange(
    world,
    stack,
    changeSet.template,
    {
      type: changeSet.type,
      token: request.clientRequestToken,
      disableRollback: request.disableRollback ?? false,
      retainExceptOnCreate: request.retainExceptOnCreate ?? false,
      parameters: changeSet.parameters,
      tags: changeSet.tags,
      templateText: changeSet.templateText,
      whenDone(succeeded) {
        changeSet.executionStatus = succeeded ? 'EXECUTE_COMPLETE' : 'EXECUTE_FAILED';
      },
    },
    world.clock.now(),
  );
}
