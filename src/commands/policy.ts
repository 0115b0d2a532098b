import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import type { CommandPermissions } from './policy/statement.ts';
import { type PolicyFiles, subjectOf } from './policy/subject.ts';
import { permissions } from './policy/table.ts';

/**
 * The least-privilege IAM policy of the command that `for` names (`deploy` unless given), as JSON: what its own calls
 * need in each target. What CloudFormation needs to make the resources of the template is not in it
 * (docs/permissions.md).
 *
 * @throws UserError what is wrong with the configuration
 */
export async function policyText(options: Options, files?: PolicyFiles): Promise<string> {
  const statementsOf = await declared(options);
  const subject = await subjectOf(options, files ?? { cwd: resolve(options['working-directory'] ?? '.'), readFile });
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(subject) }, null, 2)}\n`;
}

/** @throws UserError `policy-failover` */
async function declared({ for: command = 'deploy', failover }: Options): Promise<CommandPermissions> {
  if (failover !== true) return permissions[command]();
  if (command === 'plan') return (await import('./failover/readiness/permissions.ts')).readinessPermissions;
  throw new UserError('policy-failover', `failover goes with the policy of plan, not with that of ${command}`, {
    fix: ['Print policy --for plan --failover, or policy --for failover.'],
  });
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
