import type { BacklogSettings } from './failover-model.ts';
import type { ConfigEnvironment } from './schema/file.ts';

type ConfigBacklog = NonNullable<NonNullable<ConfigEnvironment['failover']>['backlog']>;

const DEFAULT_MAX_AGE_MS = 60_000;
const DEFAULT_WAIT_MS = 300_000;

/** Where the configuration says nothing: queues are empty or filled within the last minute, and streams a minute behind at most. */
export function readBacklog({
  queues = [],
  'max-messages': maxMessages = 0,
  'max-age': maxAgeMs = DEFAULT_MAX_AGE_MS,
  wait: waitMs = DEFAULT_WAIT_MS,
}: ConfigBacklog = {}): BacklogSettings {
  return { queues, maxMessages, maxAgeMs, waitMs };
}
