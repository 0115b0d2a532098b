/** One answer to a probe by the public name, or what came instead. */
export interface ProbeResult {
  /** Milliseconds since the epoch: when it was asked. */
  readonly at: number;
  readonly durationMs: number;
  /** HTTP status; absent: no answer. */
  readonly status?: number;
  /** Address that answered. */
  readonly address?: string;
  /** Region that the answer names. */
  readonly region?: string;
  readonly release?: string;
  /** Why there is no answer. */
  readonly error?: string;
}

/** What a probe must be to count as good. */
export interface Wanted {
  /** Regions that may answer. */
  readonly regions: ReadonlySet<string>;
  /** Whether answers name their region: where they do, one that does not is not good. */
  readonly regionKnown: boolean;
}

/** An answer of success, from a region that is meant to answer. */
export function isGood({ status, region }: ProbeResult, { regions, regionKnown }: Wanted): boolean {
  if (status === undefined || status < 200 || status >= 300) return false;
  return !regionKnown || (region !== undefined && regions.has(region));
}

/** Part of the probes that must be good for users to count as served (the recovery time of the report). */
const GOOD_PART = 0.99;

/**
 * The first probe from which on, for `stableMs`, at least 99% were good; undefined while there is no such time. The
 * recovery point: it lies at the beginning of that time, though it can only be known at its end.
 */
export function recoveredAt(probes: readonly ProbeResult[], wanted: Wanted, stableMs: number): number | undefined {
  const last = probes.at(-1)?.at ?? 0;
  for (const [index, { at }] of probes.entries()) {
    const probe = probes[index];
    if (probe === undefined || !isGood(probe, wanted)) continue;
    if (last - at < stableMs) return undefined;
    const span = probes.slice(index).filter((other) => other.at <= at + stableMs);
    if (span.filter((other) => isGood(other, wanted)).length >= span.length * GOOD_PART) return at;
  }
  return undefined;
}
