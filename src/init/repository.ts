import type { RepositoryIdentity } from '../bootstrap/model.ts';
import { UserError } from '../errors.ts';
import type { Spawn } from '../process/spawn.ts';

/** A git repository as far as it tells of itself. */
export interface Repository {
  /** Its topmost folder, absolute. */
  readonly root: string;
  /** From the URL of the remote `origin`, where that is on GitHub. */
  readonly gitHub?: { readonly owner: string; readonly name: string };
  /** Default branch of the remote, where git knows it. */
  readonly branch?: string;
}

/** Runs git in a folder; undefined when it fails or is not there, else the last line it printed. */
export type Git = (...args: readonly string[]) => Promise<string | undefined>;

export function gitIn(cwd: string, spawn: Spawn, env: Readonly<Record<string, string | undefined>>): Git {
  const own = { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' };
  return async (...args) => {
    try {
      const { exitCode, tail } = await spawn('git', args, { cwd, env: own });
      return exitCode === 0 ? (tail.at(-1) ?? '') : undefined;
    } catch {
      return undefined;
    }
  };
}

/** @throws UserError `not-a-repository` */
export async function findRepository(cwd: string, git: Git): Promise<Repository> {
  const root = await git('rev-parse', '--show-toplevel');
  if (root === undefined || root === '') {
    throw new UserError('not-a-repository', `${cwd} is in no git repository, so workflows have no place`, {
      fix: ['Run it in your clone of the repository on GitHub, or make one first: git init.'],
    });
  }
  const [url, head] = await Promise.all([
    git('remote', 'get-url', 'origin'),
    git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
  ]);
  const gitHub = gitHubOf(url ?? '');
  const branch = head?.replace(/^origin\//, '');
  return { root, ...(gitHub !== undefined && { gitHub }), ...(branch !== undefined && branch !== '' && { branch }) };
}

/** `git@github.com:octo/orders.git`, `https://github.com/octo/orders`, `ssh://git@github.com/octo/orders.git`. */
function gitHubOf(url: string): Repository['gitHub'] {
  const [, owner, name] = /github\.com(?::\d+)?[:/]([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(url) ?? [];
  return owner === undefined || name === undefined ? undefined : { owner, name };
}

/**
 * The identity of a repository from what was given: `OWNER/NAME`, and the ids as `OWNER-ID/ID`.
 * @throws UserError `repository-malformed`, `repository-ids-malformed`
 */
export function parseRepository(text: string, ids: string | undefined): RepositoryIdentity {
  const [, owner, name] = /^([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
  if (owner === undefined || name === undefined) {
    throw new UserError('repository-malformed', `"${text}" is no repository on GitHub`, {
      fix: ['Write it as OWNER/NAME, such as octo/orders.'],
    });
  }
  if (ids === undefined) return { owner, name };
  const [, ownerId, id] = /^(\d+)\/(\d+)$/.exec(ids) ?? [];
  if (ownerId === undefined || id === undefined) {
    throw new UserError('repository-ids-malformed', `"${ids}" are no ids of an owner and a repository`, {
      fix: [`gh api repos/${text} --jq '"\\(.owner.id)/\\(.id)"' prints them.`],
    });
  }
  return { owner, name, ownerId, id };
}
