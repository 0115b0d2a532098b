import { regionInHost } from '../../../aws/endpoint.ts';
import type { HealthCheck } from '../../../aws/readiness-ports.ts';
import type { RunContext } from '../../../context.ts';
import {
  type HeardSignal,
  heardByApi,
  heardByMetric,
  indirectChecks,
} from '../../../failover/readiness/heard-signal.ts';
import { askOnce } from '../probing.ts';
import type { TargetFacts } from './facts.ts';
import type { Route53Facts } from './mechanism.ts';

/** A minute's data comes late, and a check that hears every minute may miss one. */
const LOOK_BACK_MS = 10 * 60_000;

/** Where a signal is, and what it stops. */
export interface SignalPlace {
  /** Region that the signal is in. */
  readonly region: string;
  /** Region that it stops. */
  readonly stops: string;
}

/** Asks the APIs and metrics that may tell Route 53 of the signal. Those of signals in other regions are left out. @throws AwsError */
export async function hear(
  { checks, followed }: Route53Facts,
  { region, stops }: SignalPlace,
  facts: readonly TargetFacts[],
  context: RunContext,
): Promise<readonly HeardSignal[]> {
  const heard = indirectChecks(checks, followed).map(async (check): Promise<readonly HeardSignal[]> => {
    if (check.metric !== undefined) return metricOf(check, check.metric, stops, facts, context);
    // A match of text, or an address alone, is not asked.
    if ((check.type !== 'HTTP' && check.type !== 'HTTPS') || check.host === undefined) return [];
    const named = regionInHost(check.host);
    if (named !== '' && named !== region) return [];
    const url = urlOf(check);
    const { status, error = 'no answer' } = await askOnce({ url }, context);
    return [heardByApi(check, url, status ?? error)];
  });
  return (await Promise.all(heard)).flat();
}

async function metricOf(
  check: HealthCheck,
  metric: NonNullable<HealthCheck['metric']>,
  stops: string,
  facts: readonly TargetFacts[],
  { clock }: RunContext,
): Promise<readonly HeardSignal[]> {
  const place = facts.find(({ target, error }) => target.region === metric.region && error === undefined);
  if (place === undefined) return [];
  const now = clock.now();
  const { namespace, metric: name, dimensions, statistic, periodSeconds } = metric;
  const since = now - Math.max(LOOK_BACK_MS, 3 * periodSeconds * 1000);
  const source = { namespace, metric: name, dimensions, statistic };
  const [series] = await place.session.monitoring.metricData(
    [{ id: 'signal', source, periodSeconds, returned: true }],
    since,
    now,
  );
  return [heardByMetric(check, metric, series?.points.at(-1)?.value, stops)];
}

function urlOf({ type, host = '', path = '/', port }: HealthCheck): string {
  const url = new URL(`${type.toLowerCase()}://${host}`);
  if (port !== undefined) url.port = String(port);
  return new URL(path, url).href;
}
