import type { RunContext } from '../../context.ts';
import { UserError, UserErrors } from '../../errors.ts';
import type { EnvironmentProtection } from '../../github/model.ts';
import type { Options } from '../../options/values.ts';

/**
 * Refuses while a GitHub environment that should wait for an approval does not: GitHub makes an environment whose name is
 * misspelt, without any rule, and the job that names it starts at once
 * (docs.github.com, "Running a workflow that references an environment that does not exist will create an environment").
 * @throws UserErrors `environment-unprotected`
 */
export async function refuseUnprotected(
  options: Options,
  { gitHub, nameOption }: Pick<RunContext, 'gitHub' | 'nameOption'>,
): Promise<void> {
  const names = [...new Set(options['protected-environments'] ?? [])];
  if (names.length === 0) return;
  const client = await gitHub(options['github-token']);
  const found = await Promise.all(
    names.map(async (name) => ({ name, why: whyUnprotected(await client.environment(name)) })),
  );
  const problems = found.flatMap(({ name, why }) =>
    why === undefined
      ? []
      : new UserError('environment-unprotected', `the GitHub environment ${name} ${why}, so nobody would be asked`, {
          fix: [
            `Add required reviewers to ${name} under Settings → Environments, or correct its name.`,
            `If nobody is to be asked, leave it out of ${nameOption('protected-environments')} (in the reusable workflow: \`approval: none\`).`,
          ],
        }),
  );
  if (problems.length > 0)
    throw new UserErrors('environment-unprotected', 'no approval would be asked for; nothing was planned', problems);
}

/** A wait timer or a branch rule asks nobody; reviewers do, and so may the rule of a GitHub App. */
function whyUnprotected(found: EnvironmentProtection | undefined): string | undefined {
  if (found === undefined) return 'does not exist';
  return found.reviewers.length > 0 || found.customRules.length > 0 ? undefined : 'has no required reviewers';
}
