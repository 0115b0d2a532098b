import { UserError } from '../errors.ts';
import { jsonObject, parseJson } from '../json.ts';
import type { StarterValues } from './fill-starter.ts';
import { PRODUCT } from './fill-starter.ts';
import type { Git } from './repository.ts';

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * The commit that workflows are pinned to: the one that was given, the one that the package of this release names, or
 * that of its tag on GitHub.
 * @param releaseFile content of the package's `release.json`, where there is one
 * @throws UserError `pin-malformed`, `pin-unknown`
 */
export async function releasePin(
  given: string | undefined,
  releaseFile: string | undefined,
  version: string,
  git: Git,
): Promise<StarterValues['pin']> {
  if (given !== undefined) {
    if (COMMIT.test(given)) return { commit: given, version };
    throw new UserError('pin-malformed', `"${given}" is no commit`, {
      fix: ['Give --pin the forty hexadecimal digits of a commit; a tag can be moved.'],
    });
  }
  const commit = commitOf(releaseFile) ?? (await taggedCommit(version, git));
  if (commit !== undefined) return { commit, version };
  throw new UserError('pin-unknown', `the commit of v${version} is not known, and GitHub could not be asked for it`, {
    fix: [`Look it up at https://github.com/${PRODUCT}/releases and give it with --pin.`],
  });
}

function commitOf(releaseFile: string | undefined): string | undefined {
  const commit = releaseFile === undefined ? undefined : jsonObject(parseJson(releaseFile))?.['commit'];
  return typeof commit === 'string' && COMMIT.test(commit) ? commit : undefined;
}

/** An annotated tag is an object of its own: `^{}` is the commit it stands for. */
async function taggedCommit(version: string, git: Git): Promise<string | undefined> {
  const tag = `refs/tags/v${version}`;
  const line = await git('ls-remote', `https://github.com/${PRODUCT}.git`, tag, `${tag}^{}`);
  const [commit] = (line ?? '').split(/\s/);
  return commit !== undefined && COMMIT.test(commit) ? commit : undefined;
}
