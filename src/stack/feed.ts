import type { Stack, StackEvent } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { LiveState, RunEvent } from '../report/events.ts';
import { hookWarning } from './hooks.ts';
import { describeOperation, hasEnded } from './operation.ts';
import { isTransient } from './patience.ts';
import type { StackPorts } from './ports.ts';
import { createShiftTree } from './shift-tree.ts';
import { statusMeaning } from './status.ts';

export interface FeedRequest {
  readonly instance: string;
  readonly stackId: string;
  readonly token: string;
  /** ISO 8601 (CloudFormation's clock); events before it belong to earlier operations. */
  readonly since?: string;
  /** Resources that the operation touches; progress is a share of them. */
  readonly resources: number;
  readonly state: LiveState;
  readonly rollbackFollows: boolean;
}

/** Tells the run how one operation moves on. */
export interface Feed {
  /** Reads new events and reports them; true when the stack itself should be read now: it has ended, or they cannot be read. */
  read(operationIds: readonly string[]): Promise<boolean>;
  /** A stack read: reports the state when it changed. */
  status(stack: Stack): void;
  /** Status and operation of the last stack read: "UPDATE_IN_PROGRESS (operation 6f…)". */
  now(): string | undefined;
}

const COMPLETE = /^(CREATE|UPDATE|DELETE|IMPORT)_(COMPLETE|SKIPPED)$/;

export function createFeed(request: FeedRequest, ports: StackPorts): Feed {
  const { cloudformation, report, target } = ports;
  const { instance, stackId } = request;
  const shifts = createShiftTree({ instance, stackId }, ports);
  const completed = new Set<string>();
  let lastEventId: string | undefined;
  let status: string | undefined;
  let latest: Stack | undefined;
  let told = '';

  const tell = (): void => {
    if (status === undefined) return;
    const undoing = statusMeaning(status).rollback;
    const progress =
      undoing || request.resources === 0 ? undefined : Math.min(0.99, completed.size / request.resources);
    const now = `${status} ${progress}`;
    if (now === told) return;
    told = now;
    report({
      type: 'instance.state',
      instance,
      target,
      stack: stackKey(instance),
      state: undoing ? 'rolling-back' : request.state,
      text: status,
      ...(progress !== undefined && { progress }),
    });
  };

  const newEvents = async (operationId: string | undefined): Promise<readonly StackEvent[] | undefined> => {
    try {
      return await cloudformation.describeEvents({
        stack: stackId,
        // By stack alone the newest operation would answer, and that may be somebody's new change set.
        ...(operationId !== undefined && { operationId }),
        ...(lastEventId !== undefined && { untilEventId: lastEventId }),
        ...(request.since !== undefined && { notBefore: request.since }),
      });
    } catch (error) {
      // Progress is a comfort: without the right to read events the stack is followed by its status alone.
      if (isTransient(error) || !(error instanceof AwsError)) throw error;
      return undefined;
    }
  };

  return {
    status(stack) {
      latest = stack;
      status = stack.status;
      if (statusMeaning(status).end === 'succeeded') shifts?.succeeded();
      tell();
    },
    now: () => latest && describeOperation(latest),
    async read(operationIds) {
      const events = await newEvents(operationIds.at(-1));
      if (events === undefined) return true;
      const known = lastEventId;
      lastEventId = events[0]?.id ?? lastEventId;
      let ended = false;
      for (const event of events.toReversed()) {
        if (event.id === known || !belongs(event, request.token, operationIds)) continue;
        const warning = hookWarning(event);
        if (warning !== undefined) report({ type: 'note', level: 'warning', target, text: `${instance}: ${warning}` });
        // Operations have events of their own, without a status of anything.
        if (event.status === undefined) continue;
        report(stackEvent(event, event.status, instance, target));
        shifts?.note(event);
        if (event.physicalId === stackId) {
          status = event.status;
          ended = hasEnded(status, request.rollbackFollows);
        } else if (event.logicalId !== undefined && COMPLETE.test(event.status)) {
          completed.add(event.logicalId);
        }
      }
      tell();
      await shifts?.look();
      return ended;
    },
  };
}

/** `api` of `api@eu-west-1`. */
export function stackKey(instance: string): string {
  return instance.split('@')[0] ?? instance;
}

function belongs(event: StackEvent, token: string, operationIds: readonly string[]): boolean {
  if (event.operationId !== undefined && operationIds.includes(event.operationId)) return true;
  return event.clientRequestToken === token;
}

function stackEvent(event: StackEvent, status: string, instance: string, target: string): RunEvent {
  return {
    type: 'stack.event',
    instance,
    target,
    path: event.logicalId ?? event.stackId,
    ...(event.resourceType !== undefined && { resourceType: event.resourceType }),
    status,
    ...(event.reason !== undefined && { reason: event.reason }),
    at: event.at,
  };
}
