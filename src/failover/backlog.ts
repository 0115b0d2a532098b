import type { Clock } from '../clock.ts';
import { count } from '../report/text.ts';
import type { BacklogSettings } from '../topology/failover-model.ts';

/** How much waits to be worked off at one queue or stream. */
export type BacklogReading = {
  readonly target: string;
  /** "the queue orders", "the stream orders of worker". */
  readonly source: string;
} & (
  | { readonly kind: 'queue'; readonly messages: number }
  /** How old the last record was when it was read, in milliseconds. */
  | { readonly kind: 'stream'; readonly ageMs: number }
  /** `idle`: nothing was read, so there is nothing to tell. */
  | { readonly kind: 'unknown'; readonly why: string; readonly idle?: true }
);

export type BacklogLimits = Pick<BacklogSettings, 'maxMessages' | 'maxAgeMs' | 'waitMs'>;

export interface Drained {
  /** Sentences; none: everything is worked off. */
  readonly problems: readonly string[];
  /** What nobody can tell, and need not keep a region from returning. */
  readonly notes: readonly string[];
}

/** What is not worked off yet. */
export function notDrained(
  readings: readonly BacklogReading[],
  { maxMessages, maxAgeMs }: Omit<BacklogLimits, 'waitMs'>,
): Drained {
  const problems: string[] = [];
  const notes: string[] = [];
  for (const reading of readings) {
    const { target, source } = reading;
    if (reading.kind === 'unknown') {
      if (reading.idle) notes.push(`${source} in ${target}: ${reading.why}, so its backlog was not measured`);
      else problems.push(`the backlog of ${source} in ${target} is not known: ${reading.why}`);
    } else if (reading.kind === 'queue' && reading.messages > maxMessages) {
      problems.push(`${source} in ${target} has ${count(reading.messages, 'message')}, and ${maxMessages} are allowed`);
    } else if (reading.kind === 'stream' && reading.ageMs > maxAgeMs) {
      const behind = `${source} in ${target} is ${(reading.ageMs / 1000).toFixed(0)} s behind`;
      problems.push(`${behind}, and ${maxAgeMs / 1000} s are allowed`);
    }
  }
  return { problems, notes };
}

/** A queue that was told to be empty once may not be: SQS counts approximately (Developer Guide, "Confirming that a queue is empty"). */
const LOOKS = 2;
const PAUSE_MS = 2_000;

/**
 * Looks until everything is worked off, twice in a row where queues are among it, or the time is over.
 * @throws the reason of `signal`
 */
export async function waitDrained(
  read: () => Promise<readonly BacklogReading[]>,
  limits: BacklogLimits,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Drained> {
  const began = clock.now();
  for (let good = 0; ; ) {
    const readings = await read();
    const found = notDrained(readings, limits);
    good = found.problems.length === 0 ? good + 1 : 0;
    const enough = good >= (readings.some(({ kind }) => kind === 'queue') ? LOOKS : 1);
    // One look is all that there is time for: it counts.
    if (enough || clock.now() - began + PAUSE_MS > limits.waitMs) return found;
    await clock.sleep(PAUSE_MS, signal);
  }
}
