import type { RunContext } from '../context.ts';
import type { Environment, Target } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import { createTrafficDriver } from '../traffic/create-driver.ts';
import type { TrafficDriver } from '../traffic/model.ts';
import { recordContent } from './record-content.ts';

/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
export async function trafficDriverOf(
  settings: TrafficSettings,
  environment: Environment,
  context: Pick<RunContext, 'aws' | 'clock' | 'origin'>,
): Promise<TrafficDriver> {
  const { clock, origin, aws } = context;
  const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
  const recordOf = record && ((target: string) => recordContent(record, target, environment, aws));
  const controls = aws.session(callerOf(settings.access, environment)).traffic;
  return createTrafficDriver(settings, { controls, clock, who: origin.who, ...(recordOf && { recordOf }) });
}

/** Its region is where STS is asked: one that is left out is never needed, because the control plane is elsewhere. */
function callerOf(access: Target, { targets }: Pick<Environment, 'targets'>): Target {
  if (targets.some(({ region }) => region === access.region)) return { ...access, name: 'traffic' };
  return { ...access, name: 'traffic', region: targets[0]?.region ?? access.region };
}
