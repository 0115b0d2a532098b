import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';

/** How long an unreachable CloudFormation is waited for while something runs in it, milliseconds. */
const PATIENCE_MS = 120_000;

/** Reads that may fail for a while: throttled, 5xx, no connection. What was started goes on meanwhile. */
export interface Patience {
  /** Undefined when there was no answer this time; throws when there was none for too long, or was a refusal. */
  read<T>(ask: () => Promise<T>): Promise<{ readonly answer: T } | undefined>;
}

export function createPatience(clock: Clock): Patience {
  let lastAnswer = clock.now();
  return {
    async read(ask) {
      try {
        const answer = await ask();
        lastAnswer = clock.now();
        return { answer };
      } catch (error) {
        if (!isTransient(error) || clock.now() - lastAnswer > PATIENCE_MS) throw error;
        return undefined;
      }
    },
  };
}

export function isTransient(error: unknown): boolean {
  return error instanceof AwsError && ['unreachable', 'throttled', 'server'].includes(error.kind);
}
