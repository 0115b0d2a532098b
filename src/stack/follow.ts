import type { Stack } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { Feed } from './feed.ts';
import { type Baseline, hasEnded, newOperations, showsOperation, statusByToken } from './operation.ts';
import { createPatience } from './patience.ts';
import { createPoller, type PollPlan } from './polling.ts';
import type { StackPorts } from './ports.ts';
import { statusMeaning } from './status.ts';

export interface FollowRequest {
  readonly stackId: string;
  /** The stack just before the operation; absent when the operation is known to run already. */
  readonly baseline?: Baseline;
  /** Operations that are known already, ours first. */
  readonly operationIds?: readonly string[];
  /** Client token of the call that started the operation. */
  readonly token: string;
  /** CloudFormation rolls back by itself when the operation fails. */
  readonly rollbackFollows: boolean;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly plan: PollPlan;
  readonly feed?: Feed;
}

/** How following one operation ended. `operationIds`: ours first, then its stack rollback, where CloudFormation names them. */
export type Followed =
  | { readonly kind: 'ended'; readonly stack: Stack; readonly operationIds: readonly string[] }
  | { readonly kind: 'gone'; readonly operationIds: readonly string[] }
  | { readonly kind: 'timed-out'; readonly status: string | undefined; readonly operationIds: readonly string[] };

/** Reads without a sign of the operation after which the events are asked instead. */
const STALE_READS = 4;
/** Of slow operations every third poll reads the events, for the live progress; they tell the end as well. */
const FEED_EVERY = 3;
const FEED_AFTER_MS = 1_500;
/** Reads of CREATE_FAILED or UPDATE_FAILED after which no rollback is expected any more. */
const NO_ROLLBACK_READS = 6;

/** Follows an operation to its end, through its stack rollback. Cancelling stops the waiting, never the operation. */
export async function follow(request: FollowRequest, ports: StackPorts): Promise<Followed> {
  const { clock, signal, cloudformation } = ports;
  const { stackId, baseline, feed } = request;
  const started = clock.now();
  const poller = createPoller(clock, signal, request.plan, request.deadline);
  const patience = createPatience(clock);
  let stale = 0;
  let failedReads = 0;
  let status: string | undefined;
  let operationIds = request.operationIds ?? [];
  let fresh = baseline === undefined;
  while (await poller.next()) {
    if (feed !== undefined && fresh && !poller.nearEnd() && isFeedTurn(poller.polls(), clock.now() - started)) {
      const ended = await patience.read(() => feed.read(operationIds));
      if (ended?.answer !== true) continue;
    }
    const read = await patience.read(() => cloudformation.describeStack(stackId));
    if (read === undefined) continue;
    const stack = read.answer;
    if (stack === undefined || stack.status === 'DELETE_COMPLETE') return { kind: 'gone', operationIds };
    if (baseline !== undefined && !showsOperation(stack, baseline)) {
      stale += 1;
      if (fresh || stale % STALE_READS !== 0) continue;
      const shown = await patience.read(() => eventsShowEnd(request, stack, ports));
      if (shown?.answer !== true) continue;
    }
    fresh = true;
    if (baseline !== undefined) operationIds = newOperations(stack, baseline).map((operation) => operation.id);
    status = stack.status;
    feed?.status(stack);
    failedReads = status === 'CREATE_FAILED' || status === 'UPDATE_FAILED' ? failedReads + 1 : 0;
    if (hasEnded(status, request.rollbackFollows && failedReads < NO_ROLLBACK_READS)) {
      // A failure and its stack rollback tell nothing about the others.
      if (statusMeaning(status).end === 'succeeded') poller.ended();
      return { kind: 'ended', stack, operationIds };
    }
  }
  return { kind: 'timed-out', status, operationIds };
}

function isFeedTurn(polls: number, elapsed: number): boolean {
  return elapsed >= FEED_AFTER_MS && polls % FEED_EVERY === 0;
}

/** For a CloudFormation whose stack reads do not show the operation: its events carry the token. */
async function eventsShowEnd(
  { stackId, token, baseline }: FollowRequest,
  stack: Stack,
  { cloudformation }: StackPorts,
): Promise<boolean> {
  try {
    const events = await cloudformation.describeEvents({
      stack: stackId,
      ...(baseline !== undefined && { notBefore: baseline.changedAt }),
    });
    return statusByToken(events, stackId, token) === stack.status;
  } catch (error) {
    // A plan may not read events (its policy does not ask for it): then only the stack itself can show it.
    if (!(error instanceof AwsError) || error.kind !== 'denied') throw error;
    return false;
  }
}
