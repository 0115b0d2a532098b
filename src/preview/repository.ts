import { UserError } from '../errors.ts';

/** A repository on GitHub. */
export interface Repository {
  /** `OWNER/NAME`. */
  readonly name: string;
  /** GitHub's id, which survives a new name; absent where nobody told it. */
  readonly id?: string;
}

/** GitHub: owners have letters, digits and hyphens; names also dots and underscores. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/;

/**
 * The repository that previews belong to: the option, else that of the workflow run.
 * @throws UserError `repository-missing`, `repository`
 */
export function repositoryOf(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  nameOption: (name: string) => string,
): Repository {
  const own = env['GITHUB_REPOSITORY'] || undefined;
  const name = option ?? own;
  if (name === undefined) {
    throw new UserError('repository-missing', 'previews belong to a repository on GitHub, and none is known', {
      fix: [`Give ${nameOption('repository')} as OWNER/NAME.`],
    });
  }
  if (!NAME.test(name)) {
    throw new UserError('repository', `"${name.slice(0, 60)}" is not a repository`, { fix: ['Write OWNER/NAME.'] });
  }
  const id = env['GITHUB_REPOSITORY_ID'];
  return { name, ...(name === own && id !== undefined && /^\d+$/.test(id) && { id }) };
}
