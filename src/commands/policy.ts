import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { CommandName } from '../options/definitions.ts';
import type { Options } from '../options/values.ts';
import { type PolicyCommand, statementsOf } from './policy/statements.ts';
import { type PolicyFiles, subjectOf } from './policy/subject.ts';

const COMMANDS: readonly PolicyCommand[] = ['deploy', 'plan', 'status', 'remove'];

/**
 * The least-privilege IAM policy of a command, as JSON: what its own calls need in each target. What CloudFormation
 * needs to make the resources of the template is not in it (docs/permissions.md).
 *
 * @throws UserError `no-policy`; what is wrong with the configuration
 */
export async function policyText(command: CommandName, options: Options, files?: PolicyFiles): Promise<string> {
  const subject = COMMANDS.find((name) => name === command);
  if (subject === undefined) {
    throw new UserError('no-policy', `${command} makes no calls to AWS and needs no policy`, {
      fix: [`Name one of ${COMMANDS.join(', ')}.`],
    });
  }
  const about = await subjectOf(options, files ?? { cwd: resolve(options['working-directory'] ?? '.'), readFile });
  return `${JSON.stringify({ Version: '2012-10-17', Statement: statementsOf(subject, about) }, null, 2)}\n`;
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
