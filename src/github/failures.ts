import { UserError } from '../errors.ts';
import { asRecord } from './event.ts';

/** The parts of an Octokit error that decide what to do. */
export interface Failure {
  /** Absent: no answer. */
  readonly status?: number;
  readonly message: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What 422 says of each field. */
  readonly details: readonly string[];
}

/** Reads what Octokit throws; undefined for what is no failed request. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || error.name !== 'HttpError') return undefined;
  const { status, response } = error as Error & {
    readonly status?: number;
    readonly response?: { readonly headers?: Readonly<Record<string, unknown>>; readonly data?: unknown };
  };
  // Without an answer Octokit says 500.
  if (response === undefined) return { message: error.message, headers: {}, details: [] };
  const { message, errors } = (response.data ?? {}) as { readonly message?: unknown; readonly errors?: unknown };
  return {
    ...(status !== undefined && { status }),
    message: typeof message === 'string' ? message : `HTTP ${status}`,
    headers: Object.fromEntries(
      Object.entries(response.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    details: Array.isArray(errors) ? errors.map(detail) : [],
  };
}

function detail(error: unknown): string {
  if (typeof error === 'string') return error;
  const { resource, field, code, message } = asRecord(error);
  return String(message ?? [resource, field, code].filter(Boolean).join(' '));
}

/** How long a failure asks to wait, in milliseconds; undefined: asking again does not help. */
export function waitFor(failure: Failure, attempt: number, now: number): number | undefined {
  const { status, headers, message } = failure;
  const backOff = 1_000 * 2 ** attempt;
  if (status === undefined || status >= 500) return backOff;
  if (status !== 403 && status !== 429) return undefined;
  // "If the retry-after response header is present, you should not retry until after that many seconds has elapsed. If
  // x-ratelimit-remaining is 0, not until the time of x-ratelimit-reset. Otherwise, wait for at least one minute"
  // (docs.github.com, "Best practices for using the REST API").
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return Math.max(1_000, seconds * 1_000);
  if (headers['x-ratelimit-remaining'] === '0') {
    return Math.max(1_000, (Number(headers['x-ratelimit-reset']) || 0) * 1_000 - now);
  }
  return status === 429 || /secondary rate limit|abuse/i.test(message) ? Math.max(60_000, backOff) : undefined;
}

/** What is to be told of a failure that stays. `needs`: the permission line that the request takes. */
export function explain(what: string, failure: Failure, needs: string): UserError {
  const { status, message, details, headers } = failure;
  const said = [message, ...details].join('; ');
  switch (status) {
    case undefined:
      return new UserError('github-unreachable', `${what}: GitHub gave no answer (${said})`, {
        fix: ['Check https://www.githubstatus.com, the network and GITHUB_API_URL; then run it again.'],
      });
    case 401:
      return new UserError('github-token-refused', `${what}: GitHub does not take the token (${said})`, {
        fix: ['Use `${{ github.token }}` of the same job: it is valid only while that runs.'],
      });
    case 403:
    case 429:
      return waitFor(failure, 0, 0) === undefined ? forbidden(what, said, needs) : limited(what, said, headers);
    case 404:
      return new UserError('github-not-found', `${what}: GitHub does not find it (${said})`, {
        fix: [`Check the name or number, and that the job has \`${needs}\`: without it GitHub hides what is there.`],
      });
    case 422:
      return new UserError('github-invalid', `${what}: GitHub does not take it (${said})`);
    default:
      return status >= 500
        ? new UserError('github-unavailable', `${what}: GitHub failed with HTTP ${status} (${said})`, {
            fix: ['Check https://www.githubstatus.com, then run it again.'],
          })
        : new UserError('github-refused', `${what}: GitHub refused with HTTP ${status} (${said})`);
  }
}

function forbidden(what: string, said: string, needs: string): UserError {
  return new UserError('github-forbidden', `${what}: the token may not (${said})`, {
    fix: [
      `Add \`${needs}\` to \`permissions:\` of the job, and of the job that calls it when it is a reusable workflow.`,
      'Pull requests from forks and from Dependabot get a token that only reads: there it cannot be done.',
    ],
  });
}

function limited(what: string, said: string, headers: Failure['headers']): UserError {
  const reset = Number(headers['x-ratelimit-reset']);
  const until =
    headers['x-ratelimit-remaining'] === '0' && reset > 0 ? ` until ${new Date(reset * 1000).toISOString()}` : '';
  return new UserError(
    'github-rate-limited',
    `${what}: GitHub takes no more requests of this token${until} (${said})`,
    {
      fix: ['Run it again later, with fewer jobs at once.'],
    },
  );
}
