import { UserError } from '../errors.ts';
import type { Repository } from './model.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where GitHub is and who asks. */
export interface GitHubSettings {
  readonly token: string;
  readonly repository: Repository;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** Of this workflow run, where there is one. */
  readonly runUrl?: string;
}

/**
 * What the runner says in its variables, and the token.
 * @param token of the option; default GITHUB_TOKEN
 * @throws UserError `github-token-missing`, `github-repository-missing`
 */
export function gitHubSettings(
  env: Env,
  token: string | undefined,
  nameOption: (name: string) => string,
): GitHubSettings {
  const secret = token || env['GITHUB_TOKEN'];
  if (!secret) {
    throw new UserError('github-token-missing', 'there is no token for GitHub', {
      fix: [`Set ${nameOption('github-token')}, or the environment variable GITHUB_TOKEN.`],
    });
  }
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
  if (owner === undefined || name === undefined) {
    throw new UserError('github-repository-missing', 'GITHUB_REPOSITORY does not name a repository', {
      fix: ['Set it to OWNER/NAME; in a workflow the runner does.'],
    });
  }
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
  return {
    token: secret,
    repository: { owner, name },
    apiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
    ...(run && { runUrl: `${server}/${owner}/${name}/actions/runs/${run}${attempt ? `/attempts/${attempt}` : ''}` }),
  };
}
