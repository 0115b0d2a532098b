import { type Context, defined } from './context.ts';
import type { ReplicationSettings } from './failover-model.ts';
import type { ConfigEnvironment } from './schema/file.ts';

type ConfigReplication = NonNullable<NonNullable<ConfigEnvironment['failover']>['replication']>;

/** Six beats of the template's writer. */
const DEFAULT_MAX_LAG_MS = 30_000;

/** How far replication is can only be told by something that is named. */
export function readReplication(
  config: ConfigReplication | undefined,
  path: readonly string[],
  context: Context,
): ReplicationSettings | undefined {
  if (config === undefined) return undefined;
  const { heartbeat, tables = [], 'max-lag': maxLagMs = DEFAULT_MAX_LAG_MS } = config;
  if (heartbeat === undefined && tables.length === 0) {
    context.findings.add(
      'missing-key',
      'failover.replication needs the key "heartbeat" or "tables"',
      context.at(...path, 'replication'),
      'Deploy templates/heartbeat and name its table, or name global tables of the application.',
    );
  }
  return { tables, maxLagMs, ...defined({ heartbeat }) };
}

/** Every text of it that may hold references, with where it stands. */
export function replicationTexts(
  { heartbeat, tables = [] }: ConfigReplication,
  path: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  return [
    ...(heartbeat === undefined ? [] : [[heartbeat, [...path, 'replication', 'heartbeat']] as const]),
    ...tables.map((table) => [table, [...path, 'replication', 'tables']] as const),
  ];
}
