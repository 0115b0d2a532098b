import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import { settleAll } from '../settle-all.ts';

/** What the application does for a graceful move. Each hook may be called any number of times; it throws when it fails. */
export interface Hooks {
  /** Stops writes in a target. */
  readonly quiesce?: (target: string, signal: AbortSignal) => Promise<void>;
  /** Lets a target write again. */
  readonly resume?: (target: string, signal: AbortSignal) => Promise<void>;
  readonly caughtUp?: CaughtUp;
}

/** Whether everything that a target wrote is everywhere. */
export interface CaughtUp {
  readonly timeoutMs: number;
  readonly intervalMs: number;
  /** @param since milliseconds since the epoch: when it was first asked */
  ask(
    target: string,
    since: number,
    signal: AbortSignal,
  ): Promise<{ readonly passed: boolean; readonly reason: string }>;
}

/** @throws UserError `not-caught-up` */
export async function waitUntilCaughtUp(
  target: string,
  { timeoutMs, intervalMs, ask }: CaughtUp,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> {
  const since = clock.now();
  for (;;) {
    const { passed, reason } = await ask(target, since, signal);
    if (passed) return;
    signal.throwIfAborted();
    const left = since + timeoutMs - clock.now();
    if (left <= 0) {
      const message = `what ${target} wrote has not arrived after ${timeoutMs / 1000} s: ${reason}`;
      throw new UserError('not-caught-up', message);
    }
    await clock.sleep(Math.min(intervalMs, left), signal);
  }
}

/** A hook in several targets, side by side; throws when all have ended. */
export async function eachTarget(
  targets: readonly string[],
  hook: (target: string, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  await settleAll(targets.map((target) => hook(target, signal)));
}
