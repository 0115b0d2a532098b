import type { ChangeSetChange, ChangeSetRequest, StackEvent } from '../../../src/aws/cloudformation-port.ts';
import { differences } from './difference.ts';
import type { FakeChangeSet, FakeStack, FakeTemplate } from './model.ts';
import { STACK_TYPE } from './model.ts';
import { createStack, type FakeWorld, nestedName, nestedTemplate } from './world.ts';

const EMPTY = "The submitted information didn't contain changes. Submit different information to create a change set.";

/** What CreateChangeSet works out, already knowing how it ends. */
export function workOut(
  world: FakeWorld,
  stack: FakeStack,
  template: FakeTemplate,
  request: Pick<ChangeSetRequest, 'name' | 'type' | 'tags' | 'includeNestedStacks' | 'description'>,
  details: { readonly templateText: string; readonly parameters: Readonly<Record<string, string>> },
): FakeChangeSet {
  const id = `arn:aws:cloudformation:eu-west-1:111111111111:changeSet/${request.name}/${world.id('change-set')}`;
  const old = request.type === 'CREATE' ? undefined : stack;
  const tagsChange = old !== undefined && JSON.stringify(old.tags) !== JSON.stringify(request.tags);
  const changes = differences(old, template, tagsChange).map((change) =>
    request.includeNestedStacks ? withNested(world, stack, template, request, change, id) : change,
  );
  const events = validationEvents(world, stack, id, template).toReversed();
  const createdAt = world.clock.now();
  return {
    id,
    name: request.name,
    type: request.type,
    template,
    templateText: details.templateText,
    parameters: details.parameters,
    tags: request.tags,
    description: request.description,
    createdAt,
    readyAt: createdAt + world.options.changeSetMs,
    outcome: outcome(old, template, details.parameters, tagsChange, changes, events, failedBelow(world, changes)),
    changes,
    events,
    executionStatus: undefined,
  };
}

function outcome(
  old: FakeStack | undefined,
  template: FakeTemplate,
  parameters: Readonly<Record<string, string>>,
  tagsChange: boolean,
  changes: readonly ChangeSetChange[],
  events: readonly StackEvent[],
  below: string | undefined,
): FakeChangeSet['outcome'] {
  if (below !== undefined) return { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason: below };
  if (events.length > 0) {
    const reason = 'The following validation(s) failed: [AWS::EarlyValidation::PropertyValidation].';
    return { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason };
  }
  const hooks = (template.$hooks ?? []).filter(({ failureMode }) => failureMode === 'FAIL');
  if (hooks.length > 0) {
    const reason = `The following hook(s) failed: [${hooks.map(({ type }) => type).join(', ')}]`;
    return { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason };
  }
  const same =
    old !== undefined &&
    changes.length === 0 &&
    !tagsChange &&
    JSON.stringify(old.template.Outputs ?? {}) === JSON.stringify(template.Outputs ?? {}) &&
    JSON.stringify(old.parameters) === JSON.stringify(parameters);
  if (same) return { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason: EMPTY };
  return { status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' };
}

function withNested(
  world: FakeWorld,
  stack: FakeStack,
  template: FakeTemplate,
  request: Pick<ChangeSetRequest, 'name' | 'type' | 'tags' | 'includeNestedStacks'>,
  change: ChangeSetChange,
  id: string,
): ChangeSetChange {
  const nested = nestedTemplate(template, change.logicalId);
  if (change.resourceType !== STACK_TYPE || nested === undefined) return change;
  const childId = stack.resources.get(change.logicalId)?.physicalId;
  const child = world.stacks.find(({ stackId }) => stackId === childId);
  const type = child === undefined ? 'CREATE' : 'UPDATE';
  const owner =
    child ?? createStack(world, nestedName(stack, change.logicalId), world.clock.now(), 'REVIEW_IN_PROGRESS');
  const name = `${request.name}-${change.logicalId}`;
  const made = workOut(
    world,
    owner,
    nested,
    { ...request, name, type, tags: child?.tags ?? {} },
    { templateText: '', parameters: {} },
  );
  const cannot = nested.$unforeseen;
  const failed = { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason: cannot ?? '' };
  owner.changeSets.set(made.id, { ...made, parent: id, ...(cannot !== undefined && { outcome: failed }) });
  return { ...change, nestedChangeSetId: made.id };
}

/** A nested change set that failed fails those above it (aws/aws-sam-cli issue 2406); an empty one does not. */
function failedBelow({ stacks }: FakeWorld, changes: readonly ChangeSetChange[]): string | undefined {
  for (const { nestedChangeSetId: id } of changes) {
    const child = id === undefined ? undefined : stacks.map((stack) => stack.changeSets.get(id)).find(Boolean);
    if (child?.outcome.status === 'FAILED' && child.outcome.reason !== EMPTY)
      return `Nested change set ${id} was not successfully created: Currently in FAILED.`;
  }
  return undefined;
}

function validationEvents(world: FakeWorld, stack: FakeStack, id: string, template: FakeTemplate): StackEvent[] {
  return Object.entries(template.Resources).flatMap(([logicalId, { Type, $invalid }]) =>
    ($invalid ?? []).map(
      ({ path, reason }): StackEvent => ({
        id: world.id('event'),
        at: new Date(world.clock.now()).toISOString(),
        stackId: stack.stackId,
        logicalId,
        resourceType: Type,
        operationId: id,
        type: 'VALIDATION_ERROR',
        validation: { name: 'PROPERTY_VALIDATION', status: 'FAILED', path, reason, failureMode: 'FAIL' },
      }),
    ),
  );
}
