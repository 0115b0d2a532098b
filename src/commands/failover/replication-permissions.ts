import { allow, type Statement } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';

/** What is read to tell how far replication is: heartbeats, and a metric where there are none. */
export function replicationPermissions({ environment, partition }: PolicySubject): readonly Statement[] {
  const { heartbeat, tables = [] } = environment?.failover?.replication ?? {};
  // The name of a table that is an output is known only where it is deployed.
  const table = heartbeat?.includes('${') ? '*' : heartbeat;
  return [
    ...(table === undefined
      ? []
      : [allow('Heartbeats', ['dynamodb:GetItem'], [`arn:${partition}:dynamodb:*:*:table/${table}`])]),
    ...(tables.length === 0 ? [] : [allow('ReplicationLatency', ['cloudwatch:GetMetricData'], ['*'])]),
  ];
}
