import type { RunContext } from '../context.ts';
import { errorText } from '../errors.ts';
import { activeTargets } from '../records/active-state-document.ts';
import type { WeightReport } from '../report/status-report.ts';
import type { Environment } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { TrafficDriver, Weights } from '../traffic/model.ts';
import { type ActiveReader, activeReader } from './active-targets.ts';
import { weightReport } from './shift/report.ts';
import { trafficDriverOf } from './traffic-driver.ts';

/** The traffic of an environment as it is now. */
export interface SeenTraffic {
  readonly settings: TrafficSettings;
  readonly driver: Pick<TrafficDriver, 'settleMs'>;
  readonly weights: Weights;
  /** Names of the targets that are active. */
  readonly active: ReadonlySet<string>;
}

/** Looks at the traffic of an environment and changes nothing. Undefined where there is none, or it cannot be read. */
export async function seenTraffic(
  environment: Environment,
  reader: ActiveReader,
  context: RunContext,
): Promise<SeenTraffic | undefined> {
  const { traffic: settings } = environment;
  if (settings === undefined) return undefined;
  return readable(context, async () => {
    const driver = await trafficDriverOf(settings, environment, context);
    const [{ weights }, state] = await Promise.all([driver.read(context.signal), reader.state()]);
    return { settings, driver, weights, active: activeTargets(state, Object.keys(settings.weights)) };
  });
}

/**
 * What cannot be read is said, and then there is nothing to show: a lost control plane must not keep people from seeing the
 * rest.
 */
export async function readable<T>(context: RunContext, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (context.signal.aborted) return undefined;
    context.report({ type: 'note', level: 'warning', text: `the weights cannot be read: ${errorText(error)}` });
    return undefined;
  }
}

/** Weights of the environment as they are, and who is active. */
export async function visibleWeights(environment: Environment, context: RunContext): Promise<WeightReport | undefined> {
  const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
  const seen = await seenTraffic(environment, activeReader(environment, works, context), context);
  return seen && weightReport(seen.settings, seen.weights, seen.weights, seen.active);
}
