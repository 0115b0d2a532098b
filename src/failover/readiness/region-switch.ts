import { RUNNING } from '../mechanisms/region-switch.ts';
import { missing, type ReadinessCheck, ready } from './model.ts';

/**
 * Whether a Region switch plan can be executed in a region. What its blocks would do is told by its own plan evaluation.
 * @param executions the newest that the region knows; undefined: it does not know the plan
 */
export function regionSwitchCheck(
  plan: string,
  region: string,
  executions: readonly { readonly id: string; readonly state: string }[] | undefined,
): ReadinessCheck {
  if (executions === undefined) {
    return missing(
      'mechanism',
      `${region} does not know the plan ${plan}`,
      'Correct failover.region-switch, and deploy.',
    );
  }
  const running = executions.find(({ state }) => RUNNING.includes(state));
  if (running !== undefined) {
    const fix = 'Approve, end or cancel it in Amazon Application Recovery Controller: a second one is refused.';
    return missing('mechanism', `the execution ${running.id} of ${plan} is ${running.state}`, fix);
  }
  const text = `${region} answers for ${plan}, and no execution is under way. Its blocks and their permissions are looked at by its own plan evaluation`;
  return ready('mechanism', text);
}
