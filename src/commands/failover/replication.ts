import type { Aws } from '../../aws/index.ts';
import { AwsError } from '../../aws/ports.ts';
import type { Clock } from '../../clock.ts';
import { errorText, UserError } from '../../errors.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { Reading } from '../../failover/recovery-point.ts';
import type { Target } from '../../topology/model.ts';

/** Somebody who is silent for so long is not waited for. */
const PATIENCE_MS = 5_000;
/** CloudWatch has values of DynamoDB by the minute. */
const PERIOD_SECONDS = 60;

/** What asks how far replication is. Nothing here throws: what cannot be told is a reading too. */
export interface ReplicationReader {
  /** The newest heartbeat of a region, as it arrived where this target is. */
  heartbeat(table: string, from: string, to: Target): Promise<Reading>;
  /** The largest latency of these tables from one target's region to another's, in a time. */
  latency(
    tables: readonly string[],
    from: Target,
    to: string,
    since: number,
    until: number,
  ): Promise<readonly Reading[]>;
}

export function createReplicationReader({
  aws,
  clock,
}: {
  readonly aws: Pick<Aws, 'session'>;
  readonly clock: Clock;
}): ReplicationReader {
  const patience = patienceOf(clock, PATIENCE_MS);

  /** @returns the answer, or why there is none */
  async function asked<T>(ask: () => Promise<T>): Promise<{ readonly value: T } | string> {
    try {
      const answer = await patience(ask().then((value) => ({ value })));
      return answer ?? `no answer in ${PATIENCE_MS / 1000} s`;
    } catch (error) {
      if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
      return errorText(error);
    }
  }

  return {
    async heartbeat(table, from, to) {
      const pair = { from, to: to.region };
      const answer = await asked(async () => {
        const newest = await aws.session(to).heartbeats.newest(table, from);
        return { ...newest, asked: clock.now() };
      });
      const unknown = (why: string): Reading => ({ ...pair, kind: 'unknown', why });
      if (typeof answer === 'string') return unknown(`the heartbeats in ${to.region} cannot be read: ${answer}`);
      const { at, now, asked: ours } = answer.value;
      if (at === undefined) return unknown(`no heartbeat of ${from} ever arrived in ${to.region}`);
      // The Date of an answer is cut to the second: half of one is the best guess of the rest.
      return { ...pair, kind: 'heartbeat', table, at, skewMs: now === undefined ? 0 : ours - now - 500 };
    },

    async latency(tables, from, to, since, until) {
      const pair = { from: from.region, to };
      const queries = tables.map((table, index) => ({
        id: `m${index}`,
        source: {
          namespace: 'AWS/DynamoDB',
          metric: 'ReplicationLatency',
          dimensions: { TableName: table, ReceivingRegion: to },
          statistic: 'Maximum',
        },
        periodSeconds: PERIOD_SECONDS,
        returned: true,
      }));
      const answer = await asked(() => aws.session(from).monitoring.metricData(queries, since, until));
      if (typeof answer === 'string') {
        const why = `ReplicationLatency in ${from.region} cannot be read: ${answer}`;
        return [{ ...pair, kind: 'unknown', why }];
      }
      return tables.map((table, index): Reading => {
        const points = answer.value.find(({ id }) => id === `m${index}`)?.points ?? [];
        if (points.length > 0)
          return { ...pair, kind: 'latency', table, ms: Math.max(...points.map(({ value }) => value)) };
        const why = `${from.region} has no ReplicationLatency of ${table} to ${to} in that time`;
        return { ...pair, kind: 'unknown', why, idle: true };
      });
    },
  };
}
