import { UserError } from '../errors.ts';
import type { Environment, StackInstance, Target } from './model.ts';

/**
 * The environment with one role in every target instead of the configured ones. What else is said of credentials stays.
 * @param role a name, which is completed with the account of each target, or an ARN
 * @throws UserError `role-account` where the role cannot be that of a target
 */
export function withRole(environment: Environment, role: string, called: string): Environment {
  const account = /^arn:[a-z-]+:iam::(\d{12}):role\/./.exec(role)?.[1];
  const target = (each: Target): Target => {
    const own = each.account;
    if (account === undefined ? own === undefined : own !== undefined && own !== account) {
      const why = own === undefined ? `has no account` : `is in the account ${own}`;
      throw new UserError('role-account', `${called} is ${role}, and the target ${each.name} ${why}`, {
        fix: ['Give the name of the role, and each target its account; or the ARN where all are in one account.'],
      });
    }
    return { ...each, credentials: { ...each.credentials, role } };
  };
  const instance = (each: StackInstance): StackInstance => ({ ...each, target: target(each.target) });
  return {
    ...environment,
    targets: environment.targets.map(target),
    instances: environment.instances.map(instance),
    phases: environment.phases.map((phase) => ({ ...phase, instances: phase.instances.map(instance) })),
  };
}
