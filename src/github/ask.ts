import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { explain, failureOf, waitFor } from './failures.ts';

export interface Patience {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Longest time in all that a request waits before it is given up, milliseconds. Default 2 minutes. */
  readonly mostWaitMs?: number;
}

const MOST_ATTEMPTS = 5;
const MOST_WAIT_MS = 120_000;

/**
 * Does something with GitHub until it is done, GitHub says no, or patience ends.
 * @param what it is, for messages: "the comment on pull request 7"
 * @param needs the line of `permissions:` that it takes
 * @param attempt is made again as a whole: it must look first what an earlier one, whose answer was lost, has done
 */
export async function ask<T>(what: string, needs: string, attempt: () => Promise<T>, patience: Patience): Promise<T> {
  const { clock, signal, mostWaitMs = MOST_WAIT_MS } = patience;
  let waited = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      signal?.throwIfAborted();
      return await attempt();
    } catch (error) {
      if (error instanceof UserError || signal?.aborted) throw error;
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      const wait = waitFor(failure, tries, clock.now());
      if (wait === undefined || tries + 1 >= MOST_ATTEMPTS || waited + wait > mostWaitMs) {
        throw explain(what, failure, needs);
      }
      const jittered = wait * (1 + clock.random() / 4);
      waited += jittered;
      await clock.sleep(jittered, signal);
    }
  }
}

/** The status of a failed request, for those that mean something here. */
export function statusOf(error: unknown): number | undefined {
  return failureOf(error)?.status;
}
