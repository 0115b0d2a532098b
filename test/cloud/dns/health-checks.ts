import {
  GetHealthCheckCommand,
  type HealthCheckConfig,
  paginateListHealthChecks,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { Cloud } from '../index.ts';
import { clientOptions, rootKeys } from '../test-clients.ts';
import { type CheckedAlarm, copiedAlarm, type ReadMetric, stateOfMetric } from './metric-checks.ts';

/** A health check as it is configured, with what it copied of its alarm. */
export interface DeployedCheck extends HealthCheckConfig {
  readonly alarm?: CheckedAlarm;
}

/** All health checks of an account, as Route 53 has them now. */
export async function deployedHealthChecks(
  cloud: Pick<Cloud, 'url'>,
  known: ReadonlyMap<string, DeployedCheck> = new Map(),
  account = '111111111111',
): Promise<ReadonlyMap<string, DeployedCheck>> {
  const client = new Route53Client(clientOptions(cloud, 'us-east-1', rootKeys(account)));
  const found = new Map<string, DeployedCheck>();
  try {
    for await (const { HealthChecks = [] } of paginateListHealthChecks({ client }, {})) {
      for (const { Id } of HealthChecks) {
        const { HealthCheck } = await client.send(new GetHealthCheckCommand({ HealthCheckId: Id }));
        const config = HealthCheck?.HealthCheckConfig;
        if (Id === undefined || config === undefined) continue;
        const alarm =
          config.AlarmIdentifier && (await copiedAlarm(cloud, config.AlarmIdentifier, known.get(Id), account));
        found.set(Id, { ...config, ...(alarm !== undefined && { alarm }) });
      }
    }
    return found;
  } finally {
    client.destroy();
  }
}

/** What checkers see of endpoints, kept up to date until it is stopped. */
export interface HealthChecks {
  healthy(id: string): boolean;
  /** Asks every endpoint once more, as if an interval had passed. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

export interface HealthCheckOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly checks: () => ReadonlyMap<string, DeployedCheck>;
  /** Datapoints of a metric, where CloudWatch tells them. */
  readonly metric?: ReadMetric;
  /** State of a routing control of ARC: On is healthy. */
  readonly control?: (arn: string) => 'On' | 'Off' | undefined;
  /** Milliseconds from one request to the next: `RequestInterval` in the time of a test. */
  readonly intervalMs: number;
}

/** Developer Guide, "How Amazon Route 53 determines whether a health check is healthy": 4 s to connect, and then 2 s to answer. */
const ANSWER_MS = 6_000;
const DEFAULT_THRESHOLD = 3;
/** The same page: the search string must be within the first 5,120 bytes of the body. */
const SEARCHED_BYTES = 5_120;

interface Seen {
  healthy: boolean;
  /** Answers in a row that say the opposite. */
  against: number;
}

/**
 * Evaluates health checks as Route 53 does: HTTP and HTTPS endpoints by several answers in a row, calculated ones from
 * their children, inverted ones the other way round, and those of an alarm from its metric. A new check counts as healthy;
 * a disabled one always does ("If you disable a health check, Route 53 considers the status of the health check to always
 * be healthy").
 */
export function startHealthChecks({ fetch, checks, control, metric, intervalMs }: HealthCheckOptions): HealthChecks {
  const seen = new Map<string, Seen>();
  const stopping = new AbortController();

  const read = async (id: string, config: DeployedCheck): Promise<void> => {
    const state = await stateOfMetric(config.alarm, metric);
    if (stopping.signal.aborted) return;
    // "For new health checks that have no last known status, the default status for the health check is healthy."
    const last = seen.get(id)?.healthy ?? true;
    const unknown = { Healthy: true, Unhealthy: false, LastKnownStatus: last };
    const healthy = state === undefined ? unknown[config.InsufficientDataHealthStatus ?? 'LastKnownStatus'] : state;
    seen.set(id, { healthy, against: 0 });
  };

  const ask = async (id: string, config: DeployedCheck): Promise<void> => {
    if (config.Type === 'CLOUDWATCH_METRIC') return read(id, config);
    const good = await answers(config, fetch, stopping.signal);
    if (stopping.signal.aborted) return;
    const known = seen.get(id) ?? { healthy: true, against: 0 };
    known.against = good === known.healthy ? 0 : known.against + 1;
    if (known.against >= (config.FailureThreshold ?? DEFAULT_THRESHOLD)) {
      known.healthy = good;
      known.against = 0;
    }
    seen.set(id, known);
  };

  const healthy = (id: string): boolean => {
    const config = checks().get(id);
    if (config === undefined || config.Disabled === true) return true;
    if (config.Type === 'RECOVERY_CONTROL') return control?.(config.RoutingControlArn ?? '') === 'On';
    const own = seen.get(id)?.healthy ?? true;
    const plain = config.Type === 'CALCULATED' ? calculated(config, healthy) : own;
    return config.Inverted === true ? !plain : plain;
  };

  const round = async (): Promise<void> => {
    const endpoints = [...checks()].filter(([, { Type }]) => Type !== 'CALCULATED' && Type !== 'RECOVERY_CONTROL');
    await Promise.all(endpoints.map(([id, config]) => ask(id, config)));
  };

  // Checkers do not wait for one another: a silent endpoint does not hold up the others.
  const timer = setInterval(() => void round(), intervalMs);
  timer.unref();
  return {
    healthy,
    round,
    async stop() {
      clearInterval(timer);
      stopping.abort();
    },
  };
}

/** "HealthThreshold: … 0: always healthy; greater than the number of children: always unhealthy" (API Reference). */
function calculated({ ChildHealthChecks = [], HealthThreshold }: HealthCheckConfig, healthy: (id: string) => boolean) {
  return ChildHealthChecks.filter(healthy).length >= (HealthThreshold ?? ChildHealthChecks.length);
}

async function answers(
  { Type = 'HTTP', FullyQualifiedDomainName: host, Port, ResourcePath = '/', SearchString }: HealthCheckConfig,
  fetch: HealthCheckOptions['fetch'],
  signal: AbortSignal,
): Promise<boolean> {
  const scheme = Type.startsWith('HTTPS') ? 'https' : 'http';
  const port = Port === undefined || Port === 443 || Port === 80 ? '' : `:${Port}`;
  try {
    const answer = await fetch(`${scheme}://${host}${port}${ResourcePath}`, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    const body = await answer.text();
    if (answer.status < 200 || answer.status >= 400) return false;
    return SearchString === undefined || body.slice(0, SEARCHED_BYTES).includes(SearchString);
  } catch {
    return false;
  }
}
