import type { StackEvent } from '../aws/cloudformation-port.ts';
import type { SourceLocation } from '../errors.ts';
import { NESTED_STACK } from './changes.ts';
import { hookText, isHookFailure } from './hooks.ts';
import type { ResourceFailure } from './model.ts';

/** An event with the nested stacks above its resource. */
export interface LocatedEvent {
  readonly event: StackEvent;
  readonly parents: readonly string[];
  /** The event is about the stack itself, not about a resource in it. */
  readonly own: boolean;
  /** Known to be of the stack rollback that followed, not of the change itself. */
  readonly undoing: boolean;
}

const ERROR_TYPES: readonly string[] = ['VALIDATION_ERROR', 'PROVISIONING_ERROR', 'HOOK_INVOCATION_ERROR'];
/** What the resource itself says of a hook, and its hook says better. */
const BLAMES_HOOK = /^The following hook\(s\) failed/i;
/** "Resource creation cancelled": CloudFormation stopped it because a sibling failed. */
const CANCELLED = /^Resource (creation|update|deletion|import) cancell?ed/i;

/** Stopped because a sibling failed. */
export function isCancelled(event: StackEvent): boolean {
  return CANCELLED.test(reasonOf(event));
}

export function isFailure(event: StackEvent): boolean {
  if (event.hook !== undefined && event.hook.failureMode === 'WARN') return false;
  // DescribeStackEvents, without event types: the resource is still in progress when its hook has failed.
  if (isHookFailure(event)) return true;
  if (event.validation !== undefined)
    return event.validation.status === 'FAILED' && event.validation.failureMode !== 'WARN';
  if (event.type !== undefined && ERROR_TYPES.includes(event.type)) return true;
  return event.status?.endsWith('_FAILED') === true || isRollback(event);
}

/**
 * Made into failures: causes first and in the order they happened, then what failed in the stack rollback.
 * @param located newest first, as CloudFormation lists events: many share a millisecond
 */
export function rankFailures(
  located: readonly LocatedEvent[],
  locate?: (path: string) => SourceLocation | undefined,
): readonly ResourceFailure[] {
  const inOrder = located.toReversed().toSorted((a, b) => a.event.at.localeCompare(b.event.at));
  const cancelled = inOrder.filter(({ event }) => isCancelled(event)).map(pathOf);
  const undoing = new Set<string>();
  const failures = new Map<string, ResourceFailure>();
  for (const item of inOrder) {
    const stack = item.parents.join('.');
    if (item.own && isRollback(item.event)) undoing.add(stack);
    if (item.own || isCancelled(item.event)) continue;
    const path = pathOf(item);
    const rootCause = !item.undoing && !undoing.has(stack);
    const { validation, hook } = item.event;
    // Several hooks or validations may object to one resource, and each says something else.
    const key = `${path}\n${rootCause}\n${validation === undefined && hook === undefined ? '' : reasonOf(item.event)}`;
    // The first report of a failure is the plainest; later ones only repeat it.
    if (!failures.has(key)) failures.set(key, failureOf(item, rootCause, locate));
  }
  const explained = withoutExplainedParents(withoutExplainedHooks([...failures.values()], inOrder));
  const ranked = explained.length > 0 ? explained : ownFailures(inOrder, locate);
  const sorted = ranked.toSorted((a, b) => Number(b.rootCause) - Number(a.rootCause));
  return sorted.map((failure, index) => (index === 0 ? { ...failure, cancelled: [...new Set(cancelled)] } : failure));
}

/** "The following hook(s) failed: […]": said better by the hooks of the same resource. */
function withoutExplainedHooks(
  failures: readonly ResourceFailure[],
  located: readonly LocatedEvent[],
): readonly ResourceFailure[] {
  const hooked = new Set(located.filter(({ event }) => event.hook !== undefined).map(pathOf));
  return failures.filter(({ path, reason }) => !(hooked.has(path) && BLAMES_HOOK.test(reason)));
}

/** A nested stack "was not successfully updated": said better by the failures inside it. */
function withoutExplainedParents(failures: readonly ResourceFailure[]): readonly ResourceFailure[] {
  return failures.filter(
    (failure) =>
      failure.resourceType !== NESTED_STACK || !failures.some((other) => other.path.startsWith(`${failure.path}.`)),
  );
}

/** The stack failed as a whole: a rollback trigger, a cancelled update, a refused export. */
function ownFailures(
  inOrder: readonly LocatedEvent[],
  locate?: (path: string) => SourceLocation | undefined,
): readonly ResourceFailure[] {
  const own = inOrder.find(({ event, own: isOwn }) => isOwn && event.reason !== undefined);
  return own === undefined ? [] : [failureOf(own, true, locate)];
}

function isRollback(event: StackEvent): boolean {
  return event.status === 'ROLLBACK_IN_PROGRESS' || event.status === 'UPDATE_ROLLBACK_IN_PROGRESS';
}

function pathOf({ event, parents }: LocatedEvent): string {
  return [...parents, event.logicalId ?? event.physicalId ?? event.stackId].join('.');
}

function reasonOf({ hook, validation, reason }: StackEvent): string {
  if (validation !== undefined) return validation.path ? `${validation.path}: ${validation.reason}` : validation.reason;
  if (hook?.reason) return hookText(hook, hook.reason);
  return reason ?? '';
}

function failureOf(
  item: LocatedEvent,
  rootCause: boolean,
  locate?: (path: string) => SourceLocation | undefined,
): ResourceFailure {
  const { event } = item;
  const path = pathOf(item);
  const location = locate?.(path);
  return {
    path,
    ...(event.resourceType !== undefined && { resourceType: event.resourceType }),
    status: event.status ?? event.validation?.name ?? event.hook?.status ?? event.type ?? 'FAILED',
    reason: reasonOf(event) || 'CloudFormation gave no reason',
    rootCause,
    cancelled: [],
    ...(location !== undefined && { location }),
    ...(event.physicalId !== undefined && { physicalId: event.physicalId }),
    at: event.at,
  };
}
