import type { GitHubSettings } from './settings.ts';

/** GitHub usually answers within a second; a connection that is silent for this long will not answer any more. */
const TIMEOUT_MS = 30_000;

export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>;

/** GitHub's own client, with the proxy that the runner's variables name. Loaded when somebody needs it. */
export async function createOctokit({ token, apiUrl }: GitHubSettings, userAgent: string): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent, log: SILENT });
  octokit.hook.before('request', (options) => {
    options.request.signal = AbortSignal.timeout(TIMEOUT_MS);
  });
  octokit.hook.after('request', ({ status, data }) => {
    if (status !== 204 && !isDocument(data)) throw unreadable();
  });
  return octokit;
}

function isDocument(data: unknown): boolean {
  return typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer);
}

/** Octokit hands on what it could read of an answer that was cut off, or of a page that a proxy gave: that is no answer. */
function unreadable(): Error {
  return Object.assign(new Error('the answer was cut off, or is no JSON'), { name: 'HttpError' });
}

/** Octokit writes deprecations to the console, where the result of the command line is. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
