import type { RunContext } from '../../../context.ts';
import { UserError } from '../../../errors.ts';
import type { Options } from '../../../options/values.ts';

/** Options of `plan` that are about a deployment: here they would be silently ignored. */
const OF_A_DEPLOYMENT = [
  'build',
  'capabilities',
  'check-only',
  'disable-rollback',
  'engine',
  'fail-on-changes',
  'failure-tolerance',
  'in-region',
  'junit-file',
  'keep-plan',
  'leave',
  'max-concurrency',
  'missing-parameters',
  'plan-file',
  'release',
  'revert-after',
  'sequential',
  'service-role',
  'tags',
  'timeout',
  'until',
] as const satisfies readonly (keyof Options)[];

/** @throws UserError `readiness-option` */
export function refuseOptions(options: Options, { nameOption }: Pick<RunContext, 'nameOption'>): void {
  const given = OF_A_DEPLOYMENT.filter((name) => options[name] !== undefined && options[name] !== false);
  if (given.length === 0) return;
  const names = given.map((name) => nameOption(name)).join(', ');
  throw new UserError(
    'readiness-option',
    `${names} is of a plan of a deployment, and ${nameOption('failover')} plans none`,
    {
      fix: [`Leave out ${names}, or ${nameOption('failover')}.`],
    },
  );
}
