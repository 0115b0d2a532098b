import { UserError } from '../errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Numbers of GitHub stay far below; more digits are something else. */
const NUMBER = /^[1-9]\d{0,9}$/;

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
  if (NUMBER.test(digits)) return Number(digits);
  throw new UserError('pull-request-invalid', `${called} is "${value}", which is no number of a pull request`, {
    fix: ['Write the number, such as 7, or true for the pull request of the workflow run.'],
  });
}

/** From the event that started the run, or from the ref of events that have none. */
function numberOfRun(env: Env, readFile: (path: string) => string | undefined): number | undefined {
  const file = env['GITHUB_EVENT_PATH'];
  const number = numberOfEvent(file ? readFile(file) : undefined);
  if (number !== undefined) return number;
  const [, ofRef] = /^refs\/pull\/(\d+)\//.exec(env['GITHUB_REF'] ?? '') ?? [];
  return ofRef !== undefined && NUMBER.test(ofRef) ? Number(ofRef) : undefined;
}

function numberOfEvent(text: string | undefined): number | undefined {
  let event: unknown;
  try {
    event = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  const { pull_request: pull, issue } = (event ?? {}) as Readonly<Record<string, unknown>>;
  const numbered = (pull ?? (hasPullRequest(issue) ? issue : undefined)) as { readonly number?: unknown } | undefined;
  const number = numbered?.number;
  return typeof number === 'number' && NUMBER.test(String(number)) ? number : undefined;
}

/** A comment on a pull request is an event of the issue that it is as well. */
function hasPullRequest(issue: unknown): boolean {
  return typeof issue === 'object' && issue !== null && 'pull_request' in issue;
}
