import type { Clock } from '../clock.ts';
import { count } from '../report/text.ts';
import type { BacklogSettings } from '../topology/failover-model.ts';

/** How much waits to be worked off at one queue or stream. */
export type BacklogReading = {
  readonly target: string;
  /** "the queue orders", "the stream orders of worker". */
  readonly source: string;
} & (
  | {
      readonly kind: 'queue';
      readonly messages: number;
      /** The oldest that was not deleted, as it was since `at`, milliseconds since the epoch; text: why nobody knows. */
      readonly oldest: { readonly at: number; readonly ageMs: number } | string;
    }
  /** How old the last record was when it was read, in milliseconds. */
  | { readonly kind: 'stream'; readonly ageMs: number }
  /**
   * `idle`: nothing was read, so there is nothing to tell; `knownFrom`, milliseconds since the epoch: until then what was
   * read may not have been told yet.
   */
  | { readonly kind: 'unknown'; readonly why: string; readonly idle?: true; readonly knownFrom?: number }
);

export interface BacklogLimits extends Pick<BacklogSettings, 'maxMessages' | 'maxAgeMs' | 'waitMs'> {
  /** Milliseconds since the epoch at which the consumers were seen to run again: what came later is no backlog. */
  readonly startedAt?: number;
}

export interface Drained {
  /** Sentences; none: everything is worked off. */
  readonly problems: readonly string[];
  /** What nobody can tell, and need not keep a region from returning. */
  readonly notes: readonly string[];
  /** Milliseconds since the epoch from which silence means that nothing is read; absent: no silence is too new. */
  readonly knownFrom?: number;
}

/** What is not worked off yet. @param now milliseconds since the epoch */
export function notDrained(
  readings: readonly BacklogReading[],
  limits: Omit<BacklogLimits, 'waitMs'>,
  now: number,
): Drained {
  const problems: string[] = [];
  const notes: string[] = [];
  const pending: number[] = [];
  for (const reading of readings) {
    const name = `${reading.source} in ${reading.target}`;
    if (reading.kind === 'queue') problems.push(...queueProblems(name, reading, limits));
    else if (reading.kind === 'stream') {
      if (reading.ageMs <= limits.maxAgeMs) continue;
      problems.push(`${name} is ${seconds(reading.ageMs)} behind, and ${allowedAge(limits)} are allowed`);
    } else if (reading.idle !== true) problems.push(`the backlog of ${name} is not known: ${reading.why}`);
    else if ((reading.knownFrom ?? 0) > now) {
      pending.push(reading.knownFrom ?? 0);
      problems.push(`the backlog of ${name} is not known yet: ${reading.why}, and its consumer has just started`);
    } else notes.push(`${name}: ${reading.why}, so its backlog was not measured`);
  }
  return { problems, notes, ...(pending.length > 0 && { knownFrom: Math.max(...pending) }) };
}

/** Users may fill it all the time: it is worked off when nothing is left of what waited, empty or not. */
function queueProblems(
  name: string,
  { messages, oldest }: Extract<BacklogReading, { readonly kind: 'queue' }>,
  limits: Omit<BacklogLimits, 'waitMs'>,
): readonly string[] {
  const { maxMessages, maxAgeMs, startedAt } = limits;
  if (messages <= maxMessages) return [];
  const has = `${name} has ${count(messages, 'message')}, and ${maxMessages} are allowed (failover.backlog.max-messages)`;
  if (typeof oldest === 'string') return [`${has}; how old the oldest is, is not known: ${oldest}`];
  const measured = startedAt === undefined || oldest.at >= startedAt;
  if (measured && oldest.ageMs <= maxAgeMs) return [];
  if (startedAt !== undefined && oldest.at - oldest.ageMs >= startedAt) return [];
  const since = startedAt === undefined ? '' : ', or came since its consumers run';
  return [
    `${has}, or any number of which none is older than ${allowedAge(limits)}${since}: the oldest is ${seconds(oldest.ageMs)} old`,
  ];
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;

const allowedAge = ({ maxAgeMs }: Pick<BacklogLimits, 'maxAgeMs'>): string =>
  `${maxAgeMs / 1000} s (failover.backlog.max-age)`;

/** A queue that was told to be empty once may not be: SQS counts approximately (Developer Guide, "Confirming that a queue is empty"). */
const LOOKS = 2;
const PAUSE_MS = 2_000;

/**
 * Looks until everything is worked off, twice in a row where queues are among it, or the time is over. Where it is too early
 * to tell whether a stream is read, it is waited until that can be told, however little time is given.
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
    const found = notDrained(readings, limits, clock.now());
    good = found.problems.length === 0 ? good + 1 : 0;
    const enough = good >= (readings.some(({ kind }) => kind === 'queue') ? LOOKS : 1);
    const until = Math.max(began + limits.waitMs, (found.knownFrom ?? 0) + PAUSE_MS);
    // One look is all that there is time for: it counts.
    if (enough || clock.now() + PAUSE_MS > until) return found;
    await clock.sleep(PAUSE_MS, signal);
  }
}
