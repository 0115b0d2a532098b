import type { RunContext } from '../context.ts';
import type { Environment, Target } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { Probe } from '../traffic/cloudfront-kvs.ts';
import { createTrafficDriver } from '../traffic/create-driver.ts';
import type { TrafficDriver } from '../traffic/model.ts';
import { recordContent } from './record-content.ts';

/** What of an environment the driver needs. */
export type DriverEnvironment = Pick<Environment, 'application' | 'name' | 'targets' | 'instances'>;

/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
export async function trafficDriverOf(
  settings: TrafficSettings,
  environment: DriverEnvironment,
  context: Pick<RunContext, 'aws' | 'clock' | 'http' | 'origin'>,
): Promise<TrafficDriver> {
  const { clock, origin, aws, http } = context;
  const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
  const recordOf = record && ((target: string) => recordContent(record, target, environment, aws));
  const controls = aws.session(callerOf(settings.access, environment)).traffic;
  return createTrafficDriver(settings, {
    controls,
    clock,
    probe: probeOf(http),
    who: origin.who,
    label: `${environment.application}/${environment.name}`,
    ...(recordOf && { recordOf }),
  });
}

const PROBE_TIMEOUT_MS = 5_000;
const PROBE_BYTES = 4_096;

/** Asks a URL for its text; whatever goes wrong is no answer. */
function probeOf(http: RunContext['http']): Probe {
  return async (url, signal) => {
    const request = { url, method: 'GET', headers: {}, timeoutMs: PROBE_TIMEOUT_MS, maxBytes: PROBE_BYTES, signal };
    const answer = await http(request).catch(() => undefined);
    return answer?.status === 200 ? answer.body : undefined;
  };
}

/** Its region is where STS is asked: one that is left out is never needed, because the control plane is elsewhere. */
function callerOf(access: Target, { targets }: Pick<Environment, 'targets'>): Target {
  if (targets.some(({ region }) => region === access.region)) return { ...access, name: 'traffic' };
  return { ...access, name: 'traffic', region: targets[0]?.region ?? access.region };
}
