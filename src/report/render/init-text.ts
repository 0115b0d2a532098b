import type { InitResult } from '../../commands/init.ts';

/** What `init` did, and what comes next. */
export function initText({ answers, files, notes }: InitResult, config: string): string {
  const { repository, environment, targets } = answers;
  const marks = { written: '+', same: '=', differs: '!' };
  const words = { written: '', same: ' (as it is)', differs: ' (kept: it differs, see below)' };
  const accounts = [...new Set(targets.flatMap(({ account }) => account ?? []))];
  return [
    ...files.map(({ path, state }) => `${marks[state]} ${path}${words[state]}`),
    '',
    ...files.flatMap(({ diff }) => (diff === undefined ? [] : [diff])),
    ...notes.map((note) => `warning: ${note}\n`),
    'Next:',
    `  1. Make the GitHub environment ${environment} of ${repository.owner}/${repository.name}, with reviewers and branches`,
    `     (Settings > Environments); the jobs of that environment get the deploy role.`,
    `  2. sam-multi-region bootstrap --config ${config}   with administrator credentials of ${accounts.join(', ')}`,
    '  3. Commit these files and push.',
    '',
  ].join('\n');
}
