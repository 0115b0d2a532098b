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
}

/** `slow`: an earlier step of the same stack showed that nothing happens at once here. */
export function pollPlan(slow: boolean): PollPlan {
  return slow ? { firstMs: 400, factor: 3, maxMs: 2600 } : { firstMs: 80, factor: 1.9, maxMs: 2600 };
}

/** Delay before poll number `attempt` (from 0), with ±10 % of jitter so that parallel stacks do not poll in step. */
export function pollDelay(plan: PollPlan, attempt: number, clock: Clock): number {
  const base = Math.min(plan.maxMs, plan.firstMs * plan.factor ** attempt);
  return base * (0.9 + 0.2 * clock.random());
}

/** Counts polls and sleeps between them, never beyond the deadline. */
export interface Poller {
  /** Sleeps until the next poll is due; false when the deadline has passed instead. */
  next(): Promise<boolean>;
  /** Polls so far. */
  readonly polls: () => number;
  /** Starts again with short delays: something has just happened, more may follow soon. */
  hurry(): void;
}

export function createPoller(clock: Clock, signal: AbortSignal, plan: PollPlan, deadline: number): Poller {
  let attempt = 0;
  let polls = 0;
  return {
    async next() {
      signal.throwIfAborted();
      const left = deadline - clock.now();
      if (left <= 0) return false;
      await clock.sleep(Math.min(left, pollDelay(plan, attempt, clock)), signal);
      attempt += 1;
      polls += 1;
      return true;
    },
    polls: () => polls,
    hurry() {
      attempt = Math.min(attempt, 2);
    },
  };
}
