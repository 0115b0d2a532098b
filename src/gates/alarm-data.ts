import type { Alarm, Monitoring } from '../aws/monitoring-ports.ts';

/**
 * Whether the metrics of an alarm had data in a time. An alarm that treats missing data as fine stays OK when nobody
 * measures any more, and `StateUpdatedTimestamp` is as old as for one that is fine. A composite alarm has no data.
 */
export async function isFresh(
  { kind, queries, stateSince }: Alarm,
  since: number,
  now: number,
  monitoring: Monitoring,
): Promise<boolean> {
  if (kind === 'composite' || stateSince >= since) return true;
  const measured = queries.filter(({ source }) => !('expression' in source));
  if (measured.length === 0) return true;
  const series = await monitoring.metricData(
    measured.map((query) => ({ ...query, returned: true })),
    since,
    now,
  );
  return series.some(({ points }) => points.length > 0);
}
