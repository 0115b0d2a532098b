import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Options } from '../options/values.ts';
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
  const statementsOf = await permissions[options.for ?? 'deploy']();
  const subject = await subjectOf(options, files ?? { cwd: resolve(options['working-directory'] ?? '.'), readFile });
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(subject) }, null, 2)}\n`;
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
