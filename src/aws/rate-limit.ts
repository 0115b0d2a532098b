import type { Clock } from '../clock.ts';

/**
 * A budget of calls that everything polling the same account and region shares. CloudFormation throttles DescribeStacks
 * at about five calls a second (aws/aws-sam-cli#2671). With the burst below, any ten seconds have under four a second, so
 * that other tools fit in.
 */
const POLLS_PER_SECOND = 3;
/** Calls that may go out at once after a pause: a deployment that takes no time is never slowed down. */
export const POLL_BURST = 8;

export interface RateLimit {
  /** Resolves when the call may go out; first come, first served. */
  take(): Promise<void>;
  /** AWS throttled all the same: what was saved up is gone. */
  throttled(): void;
}

/** Token bucket kept as the time at which it will be full again, so that nothing runs while nobody asks. */
export function createRateLimit(clock: Clock, rate = POLLS_PER_SECOND, burst = POLL_BURST): RateLimit {
  const intervalMs = Math.ceil(1000 / rate);
  const toleranceMs = (burst - 1) * intervalMs;
  let fullAt = 0;
  return {
    async take() {
      const now = clock.now();
      const due = Math.max(fullAt, now);
      fullAt = due + intervalMs;
      const waitMs = due - toleranceMs - now;
      if (waitMs > 0) await clock.sleep(waitMs);
    },
    throttled() {
      fullAt = Math.max(fullAt, clock.now() + toleranceMs);
    },
  };
}

/** One limit per key (account and region), made when first asked for. */
export function createRateLimits(clock: Clock): (key: string) => RateLimit {
  const limits = new Map<string, RateLimit>();
  return (key) => {
    const known = limits.get(key);
    if (known) return known;
    const made = createRateLimit(clock);
    limits.set(key, made);
    return made;
  };
}
