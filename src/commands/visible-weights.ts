import type { RunContext } from '../context.ts';
import { errorText } from '../errors.ts';
import { ALL_ACTIVE, activeTargets } from '../records/active-state-document.ts';
import type { WeightReport } from '../report/events.ts';
import type { Environment } from '../topology/model.ts';
import { visibleActiveStates } from './shift/active-states.ts';
import { weightReport } from './shift/report.ts';
import { trafficDriverOf } from './traffic-driver.ts';

/**
 * Weights of the environment as they are, and who is active; changes nothing. What cannot be read is said, and then
 * there is nothing to show: a lost control plane must not keep people from seeing the rest.
 */
export async function visibleWeights(environment: Environment, context: RunContext): Promise<WeightReport | undefined> {
  const { traffic, targets } = environment;
  if (traffic === undefined) return undefined;
  try {
    const driver = await trafficDriverOf(traffic, environment, context);
    const works = targets.map((target) => ({ target, session: context.aws.session(target) }));
    const [{ weights }, states] = await Promise.all([
      driver.read(context.signal),
      visibleActiveStates(environment, works, context),
    ]);
    const state = (await states?.read()) ?? ALL_ACTIVE;
    return weightReport(traffic, weights, weights, activeTargets(state, Object.keys(traffic.weights)));
  } catch (error) {
    context.signal.throwIfAborted();
    context.report({ type: 'note', level: 'warning', text: `the weights cannot be read: ${errorText(error)}` });
    return undefined;
  }
}
