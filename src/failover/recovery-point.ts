import type { ProbeResult } from './probe.ts';

/** What is known of how far replication from one region to another was when it was left. Times: milliseconds. */
export type Reading = { readonly from: string; readonly to: string } & (
  | {
      readonly kind: 'heartbeat';
      readonly table: string;
      /** When the newest heartbeat that arrived was written, since the epoch. */
      readonly at: number;
      /** How far our clock is before that of the region that was asked. */
      readonly skewMs: number;
    }
  /** The largest `ReplicationLatency` of a table, as the region that was left tells it. */
  | { readonly kind: 'latency'; readonly table: string; readonly ms: number }
  /** `idle`: nothing was written, so there is nothing to tell. */
  | { readonly kind: 'unknown'; readonly why: string; readonly idle?: true }
);

/** How much of what the region that was left had accepted may be missing where users are served now. */
export interface RecoveryPoint {
  /** Absent: it was not measured. */
  readonly boundMs?: number;
  readonly method?: string;
  /** The newest heartbeats that arrived; `at` is ISO 8601. */
  readonly heartbeats: readonly { readonly from: string; readonly to: string; readonly at: string }[];
  /** By how much our clock was corrected, at most. */
  readonly skewMs?: number;
  /** Why something of it was not measured. */
  readonly problems: readonly string[];
}

/** How long before traffic was moved `ReplicationLatency` counts. */
export const LATENCY_MS = 15 * 60_000;

/**
 * The bound: everything that was written until the newest heartbeat has arrived, so what was accepted between it and
 * `until` may be missing. It holds for the table of heartbeats; tables beside it are replicated the same way. One pair of
 * regions that nothing is known of makes the whole unknown.
 * @param until when the region that was left can have accepted something for the last time, by our clock
 */
export function recoveryPoint(readings: readonly Reading[], until: number): RecoveryPoint {
  const heartbeats = readings.filter((reading) => reading.kind === 'heartbeat');
  const latencies = readings.filter((reading) => reading.kind === 'latency');
  const problems = readings.flatMap((reading) =>
    reading.kind === 'unknown' ? [`the recovery point was not measured: ${reading.why}`] : [],
  );
  const known = {
    heartbeats: heartbeats.map(({ from, to, at }) => ({ from, to, at: new Date(at).toISOString() })),
    ...(heartbeats.length > 0 && { skewMs: Math.max(...heartbeats.map(({ skewMs }) => Math.abs(skewMs))) }),
    problems,
  };
  if (problems.length > 0 || readings.length === 0) return known;
  const bounds = [
    ...heartbeats.map(({ at, skewMs }) => Math.max(0, until - skewMs - at)),
    ...latencies.map(({ ms }) => ms),
  ];
  return { ...known, boundMs: Math.max(...bounds), method: methodOf(heartbeats, latencies) };
}

function methodOf(
  heartbeats: readonly Extract<Reading, { readonly kind: 'heartbeat' }>[],
  latencies: readonly Extract<Reading, { readonly kind: 'latency' }>[],
): string {
  const tables = (some: readonly { readonly table: string }[]) =>
    [...new Set(some.map(({ table }) => table))].join(', ');
  return [
    ...(heartbeats.length === 0
      ? []
      : [
          `heartbeat: from the newest heartbeat in ${tables(heartbeats)} that arrived until traffic was moved, or the last answer of what was left`,
        ]),
    ...(latencies.length === 0
      ? []
      : [
          `ReplicationLatency: the largest value of ${tables(latencies)} in the ${LATENCY_MS / 60_000} minutes before traffic was moved, an indication and no bound`,
        ]),
  ].join('; ');
}

/**
 * When what was left can have accepted something for the last time: when traffic was moved, or later, as long as probes were
 * answered from there.
 * @param left regions
 */
export function acceptedUntil(actuated: number, probes: readonly ProbeResult[], left: ReadonlySet<string>): number {
  const last = probes.findLast(
    ({ region, status }) => status !== undefined && region !== undefined && left.has(region),
  );
  return last === undefined ? actuated : Math.max(actuated, last.at + last.durationMs);
}
