import { AwsError, type AwsErrorKind } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { errorText, UserError } from '../errors.ts';
import { patienceOf } from './patience.ts';

/** Makes one call to a region that was left, and waits 5 s for it at most. */
export type Call = <T>(work: () => Promise<T>) => Promise<T>;

/** One thing that keeps a target from doing harm when its region comes back; any number of times. */
export interface FenceStep {
  readonly target: string;
  /** "the function shop-api takes no calls". */
  readonly what: string;
  apply(call: Call): Promise<void>;
}

/** `unknown`: there was no answer, so nobody knows whether it was done; `refused`: AWS said no. */
export type FenceResult = 'done' | 'unknown' | 'refused';

export interface FencedStep extends Pick<FenceStep, 'target' | 'what'> {
  readonly result: FenceResult;
  /** Why it is not known to be done. */
  readonly detail?: string;
}

export interface Fencing {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly steps: readonly FencedStep[];
}

/** What is waited for one call, and for all of them together: a lost region must not hold up the end of a failover. */
export const CALL_MS = 5_000;
export const FENCE_MS = 30_000;
/** Steps at the same time: Lambda's control plane takes 15 calls a second (Lambda quotas, "API requests"). */
const AT_ONCE = 10;

/** Kinds of errors that leave open whether a call took effect. */
const OPEN: readonly AwsErrorKind[] = ['unreachable', 'server', 'throttled'];

/** There was no answer in time. */
class Silence extends Error {}

/**
 * Fences what was left, once users are served elsewhere. The only thing a failover asks of a region that it left: what
 * does not answer is recorded as unknown, and nothing of it makes the failover fail.
 */
export async function runFence(
  steps: readonly FenceStep[],
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Fencing> {
  const startedAt = clock.now();
  const call: Call = async (work) => {
    signal.throwIfAborted();
    const left = startedAt + FENCE_MS - clock.now();
    if (left <= 0) throw new Silence(`not tried: ${FENCE_MS / 1000} s were over`);
    const ms = Math.min(CALL_MS, left);
    const answer = await patienceOf(clock, ms)(work().then((value) => ({ value })));
    if (answer === undefined) throw new Silence(`no answer in ${ms / 1000} s`);
    return answer.value;
  };
  const results: FencedStep[] = [];
  const waiting = steps.entries();
  const work = async (): Promise<void> => {
    for (const [index, step] of waiting) {
      const ms = Math.max(0, startedAt + FENCE_MS - clock.now());
      results[index] = (await patienceOf(clock, ms)(applied(step, call))) ?? late(step);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { startedAt, endedAt: clock.now(), steps: results };
}

async function applied({ target, what, apply }: FenceStep, call: Call): Promise<FencedStep> {
  try {
    await apply(call);
    return { target, what, result: 'done' };
  } catch (error) {
    return { target, what, result: isOpen(error) ? 'unknown' : 'refused', detail: errorText(error) };
  }
}

/** What waits between its calls is not waited for either. */
function late({ target, what }: FenceStep): FencedStep {
  return { target, what, result: 'unknown', detail: `not done in ${FENCE_MS / 1000} s` };
}

/** Whether it may have been done all the same, or could be done by who tries again. */
function isOpen(error: unknown): boolean {
  if (error instanceof AwsError) return OPEN.includes(error.kind);
  return !(error instanceof UserError) || (error.cause !== undefined && isOpen(error.cause));
}
