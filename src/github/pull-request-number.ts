import { UserError } from '../errors.ts';
import { numberOfEvent, readEvent } from './event.ts';
import { parseNumber } from './number.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The pull request that `comment` means.
 * @param value a number; `true` for that of this workflow run; `false` for none
 * @returns undefined for none, and when the run belongs to none
 * @throws UserError `pull-request-invalid`
 */
export function pullRequestNumber(
  value: string,
  env: Env,
  readFile: (path: string) => string | undefined,
  called: string,
): number | undefined {
  if (/^false$/i.test(value)) return undefined;
  if (/^true$/i.test(value)) return numberOfRun(env, readFile);
  const [, digits = ''] = /^#?(.*)$/.exec(value) ?? [];
  const number = parseNumber(digits);
  if (number !== undefined) return number;
  throw new UserError('pull-request-invalid', `${called} is "${value}", which is no number of a pull request`, {
    fix: ['Write the number, such as 7, or true for the pull request of the workflow run.'],
  });
}

/** From the event that started the run, or from the ref of events that have none. */
function numberOfRun(env: Env, readFile: (path: string) => string | undefined): number | undefined {
  const [, ofRef = ''] = /^refs\/pull\/(\d+)\//.exec(env['GITHUB_REF'] ?? '') ?? [];
  return numberOfEvent(readEvent(env, readFile)) ?? parseNumber(ofRef);
}
