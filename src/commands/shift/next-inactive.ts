import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import { didYouMean } from '../../topology/nearest.ts';

/** Who is not active while the weights change, and who is not afterwards. */
export interface NextInactive {
  readonly duringChange: readonly string[];
  readonly afterwards: readonly string[];
}

/** @throws UserError `unknown-target`; `active-and-not` for a target that is named twice */
export function nextInactive(
  options: Pick<Options, 'activate' | 'deactivate'>,
  state: ActiveState,
  targets: readonly string[],
): NextInactive {
  const { activate = [], deactivate = [] } = options;
  for (const name of [...activate, ...deactivate]) {
    if (targets.includes(name)) continue;
    throw new UserError('unknown-target', `${name} is no target`, { fix: [didYouMean(name, targets)] });
  }
  const both = activate.filter((name) => deactivate.includes(name));
  if (both.length > 0) {
    throw new UserError('active-and-not', `${both.join(', ')} cannot become active and inactive at once`, {
      fix: ['Name each target once.'],
    });
  }
  const duringChange = state.inactive.filter((name) => !activate.includes(name));
  return { duringChange, afterwards: [...new Set([...duringChange, ...deactivate])].sort() };
}
