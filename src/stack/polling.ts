import type { Clock } from '../clock.ts';

/**
 * Delays between polls, milliseconds. The first ones are short, because a small change can be through at once; the
 * later ones are so long that a slow operation costs less than one call in two seconds on average, and short enough
 * that its end is seen soon. CloudFormation answers about 5 DescribeStacks a second per account and region
 * (aws/aws-sam-cli issue 2671), shared by all stacks there.
 */
export interface PollPlan {
  readonly firstMs: number;
  readonly factor: number;
  readonly maxMs: number;
  /** How long the same thing took last time: the poll that is due about then comes just after it. */
  readonly expectedMs?: number;
}

/** Change sets take some seconds on AWS, rarely more. */
export const CHANGE_SET_POLLS: PollPlan = { firstMs: 80, factor: 3, maxMs: 2_400 };

/** `slow`: an earlier step of the same stack showed that nothing happens at once here. */
export function operationPolls(slow: boolean, expectedMs?: number): PollPlan {
  const plan = slow ? { firstMs: 800, factor: 2.2, maxMs: 3_000 } : { firstMs: 90, factor: 2.2, maxMs: 3_000 };
  return expectedMs === undefined ? plan : { ...plan, expectedMs };
}

/** Share of the longest delay by which stacks that started together are set apart, once. */
const JITTER = 0.1;
/** What was measured last time holds the wait for the poll that saw the end: the end itself came a little earlier. */
const EXPECTED_SHARE = 0.97;
/** Around the expected end polls start over with short delays. */
const NEAR_END: PollPlan = { firstMs: 400, factor: 2, maxMs: 3_000 };

function delay(plan: PollPlan, attempt: number): number {
  return Math.min(plan.maxMs, plan.firstMs * plan.factor ** attempt);
}

/** Counts polls and sleeps between them, never beyond the deadline. */
export interface Poller {
  /** Sleeps until the next poll is due; false when the deadline has passed instead. */
  next(): Promise<boolean>;
  /** Polls so far. */
  readonly polls: () => number;
}

export function createPoller(clock: Clock, signal: AbortSignal, plan: PollPlan, deadline: number): Poller {
  const started = clock.now();
  const expected = plan.expectedMs === undefined ? Number.POSITIVE_INFINITY : plan.expectedMs * EXPECTED_SHARE;
  let polls = 0;
  let pollsPastExpected = 0;

  const nextDelay = (elapsed: number): number => {
    if (elapsed >= expected) {
      pollsPastExpected += 1;
      return delay(NEAR_END, pollsPastExpected - 1);
    }
    const regular = delay(plan, polls);
    // A poll shortly before the expected end would be wasted, one long after it late.
    if (elapsed + regular * 1.4 > expected) return Math.max(NEAR_END.firstMs / 8, expected - elapsed);
    // Once is enough: added to each delay it would only blur when the end is seen.
    return polls === 0 ? regular + clock.random() * JITTER * Math.min(plan.maxMs, plan.firstMs * 10) : regular;
  };

  return {
    async next() {
      signal.throwIfAborted();
      const now = clock.now();
      if (now >= deadline) return false;
      await clock.sleep(Math.min(deadline - now, nextDelay(now - started)), signal);
      polls += 1;
      return true;
    },
    polls: () => polls,
  };
}
