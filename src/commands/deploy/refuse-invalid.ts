import { type UserError, UserErrors } from '../../errors.ts';
import { invalidTemplateError } from '../../release/invalid-template-error.ts';
import { discardPlans } from '../../rollout/discard.ts';
import type { InstancePlan } from '../../rollout/plan.ts';
import type { RolloutPorts } from '../../rollout/ports.ts';

/**
 * A template that SAM's translator refuses in every target is bad input, not a deployment that failed: the run is
 * refused with all that was found. What was made for other stacks is deleted, so nothing has changed anywhere. Where a
 * template is good in one target, parameters make the difference, and the others failed to be planned.
 *
 * @throws UserErrors `template-invalid`
 */
export async function refuseInvalidTemplates(
  plans: ReadonlyMap<string, InstancePlan>,
  ports: Pick<RolloutPorts, 'discard' | 'signal' | 'clock'>,
): Promise<void> {
  const errors = [...Map.groupBy(plans.values(), ({ instance }) => instance.stack.key).values()].flatMap(errorsOf);
  if (errors.length === 0) return;
  await discardPlans(plans.values(), ports);
  throw new UserErrors('template-invalid', 'a template is not valid; nothing was changed', errors);
}

function errorsOf(plans: readonly InstancePlan[]): readonly UserError[] {
  const made = plans.flatMap(({ preparation }) => preparation ?? []);
  if (made.some(({ kind }) => kind !== 'failed')) return [];
  const [invalid] = made.flatMap((preparation) =>
    preparation.kind === 'failed' && preparation.cause === 'template-invalid' ? [preparation] : [],
  );
  const template = plans[0]?.instance.stack.template ?? '';
  return (invalid?.failures ?? []).map(({ path, reason, location }) =>
    invalidTemplateError(path, reason, location ?? { file: template }),
  );
}
