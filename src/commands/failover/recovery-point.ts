import type { RunContext } from '../../context.ts';
import { measuringRule } from '../../failover/contact-rules.ts';
import { partitionOf } from '../../failover/partitions.ts';
import type { PlannedTarget, StoredPlan } from '../../failover/plan.ts';
import type { ProbeResult } from '../../failover/probe.ts';
import {
  acceptedUntil,
  LATENCY_MS,
  type Reading,
  type RecoveryPoint,
  recoveryPoint,
} from '../../failover/recovery-point.ts';
import type { FailoverEnd } from '../../failover/run.ts';
import { createReplicationReader } from './replication.ts';
import { targetOf } from './survivors.ts';

/**
 * How much may be missing where users are served now. The heartbeats that arrived are read where users are served; the
 * metric only where they were seen to be served, because it is in the region that was left. Undefined: nothing was moved,
 * or nothing is configured.
 */
export async function recoveryPointOf(
  plan: StoredPlan,
  { move, marks, outcome }: FailoverEnd,
  probes: readonly ProbeResult[],
  context: RunContext,
): Promise<RecoveryPoint | undefined> {
  const { replication, targets, mechanism } = plan;
  const { actuated, accepted } = marks;
  if (replication === undefined || actuated === undefined || accepted === undefined) return undefined;
  const planned = (names: readonly string[]) => targets.filter(({ name }) => names.includes(name));
  const left = new Set(planned(move.leaving).map(({ region }) => region));
  const reader = createReplicationReader(context);
  const { heartbeat, tables } = replication;
  const beat = async ({ from, to }: Pair): Promise<Reading> =>
    heartbeat === undefined
      ? { from: from.region, to: to.region, kind: 'unknown', why: 'no heartbeat is configured' }
      : reader.heartbeat(heartbeat, from.region, targetOf(to));
  const found = await Promise.all(
    pairs(planned(move.leaving), planned(move.active)).map(async (pair) => ({ ...pair, reading: await beat(pair) })),
  );
  const readings: Reading[] = found.map(({ reading }) => reading).filter(({ kind }) => kind !== 'unknown');
  const silent = found.filter(({ reading }) => reading.kind === 'unknown');
  if (silent.length > 0 && tables.length > 0 && outcome === 'verified') {
    context.aws.restrictContacts(measuringRule(mechanism.kind, partitionOf(move.active, targets), left));
    const since = actuated - LATENCY_MS;
    const asked = silent.map(({ from, to }) => reader.latency(tables, targetOf(from), to.region, since, actuated));
    readings.push(...(await Promise.all(asked)).flat());
  } else readings.push(...silent.map(({ reading }) => reading));
  return recoveryPoint(readings.flat(), acceptedUntil(actuated, probes, left));
}

interface Pair {
  readonly from: PlannedTarget;
  readonly to: PlannedTarget;
}

/** One for each pair of regions; two targets of one region share its replication. */
function pairs(left: readonly PlannedTarget[], serving: readonly PlannedTarget[]): readonly Pair[] {
  const all = left.flatMap((from) =>
    serving.map((to): [string, Pair] => [`${from.region} ${to.region}`, { from, to }]),
  );
  return [...new Map(all).values()].filter(({ from, to }) => from.region !== to.region);
}
