import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';
import type { Clock } from '../clock.ts';
import { isTimeout } from './error-kinds.ts';

/** What went wrong with an attempt, as far as trying again is concerned. */
type Trouble = 'throttle' | 'server' | 'connection' | 'timeout';

interface Patience {
  /** Failures of this sort that one call bears before it gives up. */
  readonly failures: number;
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * Throttles end by waiting, so patience is long (about a minute on average); a connection that cannot be made is given
 * up in seconds and a silent one after two more time limits, because a lost region must not hold up the others.
 */
const PATIENCE: Readonly<Record<Trouble, Patience>> = {
  throttle: { failures: 14, baseMs: 500, capMs: 10_000 },
  server: { failures: 9, baseMs: 200, capMs: 8_000 },
  connection: { failures: 7, baseMs: 100, capMs: 3_000 },
  timeout: { failures: 3, baseMs: 100, capMs: 1_000 },
};

/** For the `amz-sdk-request` header only; the limits above decide. */
export const MAX_ATTEMPTS = 15;

/** Codes that the SDK takes for throttling though waiting does not help: a quota of CloudFormation is full. */
const NEVER = new Set(['LimitExceededException', 'AccessDenied', 'AccessDeniedException', 'AbortError']);
/** S3 asks to try again: another conditional write of the same key was under way. */
const CONTENTION = new Set(['ConditionalRequestConflict', 'OperationAborted']);
/** Repeated with a fresh token by who fetched it. */
const TOKEN_TROUBLE = new Set(['IDPCommunicationError', 'IDPCommunicationErrorException', 'InvalidIdentityToken']);

interface CallToken extends RetryToken {
  readonly retries: number;
  readonly seen: Readonly<Partial<Record<Trouble, number>>>;
}

/** Exponential back-off with full jitter through the clock. Errors that a repetition cannot cure end the call at once. */
export function createRetryStrategy(clock: Clock): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: async () => token(0, {}),
    async refreshRetryTokenForRetry(previous, info) {
      const trouble = troubleOf(info);
      const { retries, seen } = previous as CallToken;
      if (trouble === undefined || retries + 1 >= MAX_ATTEMPTS) throw new Error('not retryable');
      const failures = (seen[trouble] ?? 0) + 1;
      const patience = PATIENCE[trouble];
      if (failures >= patience.failures) throw new Error('out of patience');
      const ceiling = Math.min(patience.capMs, patience.baseMs * 2 ** (failures - 1));
      await clock.sleep(Math.max(clock.random() * ceiling, retryAfterMs(info, clock)));
      return token(retries + 1, { ...seen, [trouble]: failures });
    },
    recordSuccess: () => {},
  };
}

function token(retries: number, seen: CallToken['seen']): CallToken {
  return { retries, seen, getRetryCount: () => retries, getRetryDelay: () => 0 };
}

/** What the server asked for, within reason. */
function retryAfterMs(info: RetryErrorInfo, clock: Clock): number {
  return info.retryAfterHint ? Math.min(10_000, info.retryAfterHint.getTime() - clock.now()) : 0;
}

function troubleOf(info: RetryErrorInfo): Trouble | undefined {
  const { error, errorType } = info;
  const name = error?.name ?? '';
  if (NEVER.has(name) || TOKEN_TROUBLE.has(name)) return undefined;
  if (CONTENTION.has(name)) return 'server';
  const status = error?.$metadata?.httpStatusCode;
  // The 503 of S3 means SlowDown, which an answer to HEAD has no body to say.
  if (errorType === 'THROTTLING' || (status === 503 && name.startsWith('Unknown'))) return 'throttle';
  if (status !== undefined && status >= 500) return 'server';
  if (errorType !== 'TRANSIENT') return undefined;
  if (status !== undefined) return 'server';
  return isTimeout(error) ? 'timeout' : 'connection';
}
