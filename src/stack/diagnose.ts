import type { StackEvent } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import { NESTED_STACK } from './changes.ts';
import { isCancelled, isFailure, type LocatedEvent, rankFailures } from './failures.ts';
import type { ResourceFailure } from './model.ts';
import { latestChange } from './operation.ts';
import type { StackPorts } from './ports.ts';

/** Which events are those of the operation that failed. */
export interface DiagnosisRequest {
  readonly stackId: string;
  /** The operation, then the stack rollback that followed it; empty where CloudFormation did not name them. */
  readonly operationIds: readonly string[];
  /** Client token of the call that started it: picks its events where there is no operation id. */
  readonly token?: string;
  /** ISO 8601 (CloudFormation's clock): nothing older belongs to it. */
  readonly since?: string;
}

const DEEPEST = 5;
const MOST_STACKS = 20;

/** Every failed resource of an operation, causes first, with nested stacks followed. Empty when it cannot be read. */
export async function diagnose(
  request: DiagnosisRequest,
  ports: Pick<StackPorts, 'cloudformation' | 'locate'>,
): Promise<readonly ResourceFailure[]> {
  try {
    const events = await operationEvents(request, ports);
    const failures = rankFailures(await followNested(request, events, ports), ports.locate);
    return failures.length > 0 ? failures : await failedAsWhole(request, ports);
  } catch (error) {
    // What happened to the stack must not be hidden by a failure to find out why.
    if (error instanceof AwsError) return [];
    throw error;
  }
}

/**
 * A stack that fails as a whole, as by a rollback alarm, has no failed resource: why is said where its stack rollback
 * begins, which is not among the failed events.
 */
async function failedAsWhole(
  { stackId, operationIds }: DiagnosisRequest,
  { cloudformation, locate }: Pick<StackPorts, 'cloudformation' | 'locate'>,
): Promise<readonly ResourceFailure[]> {
  const pages = await Promise.all(
    operationIds.toReversed().map((operationId) => cloudformation.describeEvents({ stack: stackId, operationId })),
  );
  const own = pages.flat().filter((event) => event.physicalId === stackId && isFailure(event) && event.reason);
  return rankFailures(
    own.map((event) => ({ event, parents: [], own: true, undoing: false })),
    locate,
  );
}

/** Events of one stack, newest first. */
async function operationEvents(
  { stackId, operationIds, token, since }: DiagnosisRequest,
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<readonly StackEvent[]> {
  if (operationIds.length > 0) {
    const pages = await Promise.all(
      operationIds
        .toReversed()
        .map((operationId) => cloudformation.describeEvents({ stack: stackId, operationId, failedOnly: true })),
    );
    return pages.flat();
  }
  const events = await cloudformation.describeEvents({
    stack: stackId,
    ...(since !== undefined && { notBefore: since }),
  });
  return events
    .filter((event) => since === undefined || event.at >= since)
    .filter((event) => token === undefined || event.clientRequestToken === token);
}

/** Replaces the failure of a nested stack ("was not successfully updated") by the failures inside it. */
async function followNested(
  request: DiagnosisRequest,
  rootEvents: readonly StackEvent[],
  ports: Pick<StackPorts, 'cloudformation'>,
): Promise<readonly LocatedEvent[]> {
  const found: LocatedEvent[] = [];
  const seen = new Set([request.stackId]);
  const queue = [{ ...request, parents: [] as readonly string[], events: rootEvents }];
  // Where operations have no ids, time tells: nothing in a nested stack is older than the first event of its root.
  const began = request.operationIds.length > 0 ? undefined : rootEvents.at(-1)?.at;
  const whole = began === undefined ? request : { ...request, since: began };
  for (let stack = queue.shift(); stack !== undefined; stack = queue.shift()) {
    const { parents, stackId, operationIds } = stack;
    for (const event of stack.events.filter(isFailure)) {
      const undoing = operationIds.slice(1).includes(event.operationId ?? '');
      found.push({ event, parents, own: event.physicalId === stackId, undoing });
      // A nested stack that was cancelled may never have begun: what its newest operation tells is of earlier then.
      const child = isCancelled(event) ? undefined : nestedStack(event, stackId);
      if (child === undefined || seen.has(child) || parents.length >= DEEPEST || seen.size > MOST_STACKS) continue;
      seen.add(child);
      const nested = await nestedRequest(child, whole, ports);
      const events = await operationEvents(nested, ports);
      queue.push({ ...nested, parents: [...parents, event.logicalId ?? ''], events });
    }
  }
  return found;
}

/** The operation of a nested stack has an id of its own, and not always the token of its parent's. */
async function nestedRequest(
  stackId: string,
  { since }: DiagnosisRequest,
  { cloudformation }: Pick<StackPorts, 'cloudformation'>,
): Promise<DiagnosisRequest> {
  const stack = await cloudformation.describeStack(stackId);
  const operationIds = stack === undefined ? [] : latestChange(stack);
  return { stackId, operationIds, ...(since !== undefined && { since }) };
}

function nestedStack(event: StackEvent, within: string): string | undefined {
  const { physicalId, resourceType } = event;
  if (resourceType !== NESTED_STACK || physicalId === within || !physicalId?.startsWith('arn:')) return undefined;
  return physicalId;
}
