import type { Reading } from './recovery-point.ts';

/** Whether a region may return, as far as replication goes. */
export interface CaughtUp {
  /** Sentences; none: it has caught up, both ways. */
  readonly problems: readonly string[];
  /** What nobody can tell, and need not keep it from returning. */
  readonly notes: readonly string[];
}

/**
 * Replication has caught up when nothing that was written longer than `maxLagMs` ago is missing on the other side.
 * @param now milliseconds since the epoch, by our clock
 */
export function caughtUp(readings: readonly Reading[], maxLagMs: number, now: number): CaughtUp {
  const problems: string[] = [];
  const notes: string[] = [];
  for (const reading of readings) {
    if (reading.kind === 'unknown') {
      // Where nothing is written there is no latency: a region that is not active has none.
      if (reading.idle) notes.push(`${reading.why}: it was not measured`);
      else problems.push(reading.why);
      continue;
    }
    const lagMs = reading.kind === 'heartbeat' ? now - reading.skewMs - reading.at : reading.ms;
    if (lagMs <= maxLagMs) continue;
    const behind = `replication of ${reading.table} from ${reading.from} to ${reading.to} is ${(lagMs / 1000).toFixed(0)} s behind`;
    problems.push(`${behind}, and ${maxLagMs / 1000} s are allowed`);
  }
  return { problems, notes };
}
