import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { caughtUp } from '../../failover/caught-up.ts';
import type { StoredPlan } from '../../failover/plan.ts';
import { createReplicationReader } from './replication.ts';
import { targetOf } from './survivors.ts';

/** How long back a latency counts. */
const LATENCY_MS = 5 * 60_000;

/**
 * What the region that returns and those that serve must have of each other's data, both ways. Nothing is asked where
 * nothing is configured.
 */
export async function replicationProblems(
  returning: string,
  serving: readonly string[],
  { replication, targets }: StoredPlan,
  context: RunContext,
): Promise<readonly UserError[]> {
  const own = targets.find(({ name }) => name === returning);
  if (replication === undefined || own === undefined) return [];
  const others = targets.filter(({ name, region }) => serving.includes(name) && region !== own.region);
  const { heartbeat, tables, maxLagMs } = replication;
  const reader = createReplicationReader(context);
  const now = context.clock.now();
  const ways = others.flatMap((other) => [
    { from: own, to: other },
    { from: other, to: own },
  ]);
  const readings = await Promise.all(
    ways.map(async ({ from, to }) =>
      heartbeat === undefined
        ? reader.latency(tables, targetOf(from), to.region, now - LATENCY_MS, now)
        : [await reader.heartbeat(heartbeat, from.region, targetOf(to))],
    ),
  );
  const { problems, notes } = caughtUp(readings.flat(), maxLagMs, context.clock.now());
  for (const text of notes) context.report({ type: 'note', level: 'warning', text });
  const fix = ['Wait until replication has caught up, and run the same command again.'];
  return problems.map((problem) => new UserError('failback-replication', problem, { fix }));
}
