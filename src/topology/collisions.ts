import type { Context } from './context.ts';
import type { Environment, StackInstance } from './model.ts';

/**
 * Two environments that deploy the same stack name to the same account and region overwrite each other: a deployment of
 * one would be a deployment of the other. A finding for each such stack of `environment`.
 */
export function checkCollisions(environment: Environment, others: readonly Environment[], context: Context): void {
  const reported = new Set<string>();
  for (const other of others) {
    const places = new Map(other.instances.map((instance) => [placeOf(instance), instance] as const));
    for (const instance of environment.instances) {
      const { key, stackName, location } = instance.stack;
      if (!places.has(placeOf(instance)) || reported.has(`${other.name} ${key}`)) continue;
      reported.add(`${other.name} ${key}`);
      const { account, region } = instance.target;
      const where = account === undefined ? region : `${account} ${region}`;
      const message = `${environment.name} and ${other.name} both deploy the stack ${stackName} to ${where}`;
      const fix = `Give ${key} another "stack-name" under environments.${other.name}.stacks.${key}, or use another account.`;
      context.findings.add('same-stack', message, location, fix);
    }
  }
}

/** Without an account the credentials tell places apart. */
function placeOf({ stack, target }: StackInstance): string {
  return [stack.stackName, target.region, target.account ?? JSON.stringify(target.credentials)].join(' ');
}
