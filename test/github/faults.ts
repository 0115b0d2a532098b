import { type Answer, refusal } from './handling.ts';
import type { OperationName } from './operations.ts';

/** Something other than the right answer. */
export interface Fault {
  /** Absent: any operation. */
  readonly operation?: OperationName;
  /** `reset` closes the connection without a word, `cut` in the middle of an answer that began well. */
  readonly answer: Answer | 'reset' | 'cut';
  /** `after`: what was asked is done all the same. Default `instead`. */
  readonly when?: 'instead' | 'after';
  /** How many requests get it. Default 1. */
  times?: number;
}

/** The fault for a request, if any; each counts down. */
export function takeFault(faults: Fault[], operation: OperationName | undefined): Fault | undefined {
  const index = faults.findIndex((fault) => fault.operation === undefined || fault.operation === operation);
  const fault = faults[index];
  if (fault === undefined) return undefined;
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times <= 0) faults.splice(index, 1);
  return fault;
}

/** As GitHub words it (docs.github.com, "Rate limits for the REST API"). `retryAfter` in seconds. */
export function secondaryRateLimit(retryAfter?: number): Answer {
  return {
    ...refusal(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
    ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
  };
}

/** The hourly limit is used up until `reset` (seconds since the epoch). */
export function primaryRateLimit(reset: number): Answer {
  return {
    ...refusal(403, 'API rate limit exceeded for installation ID 1.'),
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
  };
}

export const serverError: Answer = refusal(502, 'Server Error');
