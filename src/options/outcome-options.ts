import type { CommandName, OptionDefinition } from './model.ts';

const leaving = ['plan', 'deploy', 'promote', 'verify', 'rollback'] as const satisfies readonly CommandName[];

/** Options of `comment`, and of the commands that leave something for it. */
export const outcomeOptions = {
  'outcome-file': {
    kind: { type: 'string' },
    description:
      'Leaves what became of it in this file, for the command `comment` in a job that may write on GitHub. Relative to the working directory.',
    commands: leaving,
  },
  outcomes: {
    kind: { type: 'string' },
    description:
      'Folder with what other jobs left by `outcome-file`, at any depth. Those of other environments, configurations and folders are left alone.',
    commands: ['comment'],
  },
  'job-result': {
    kind: { type: 'choice', choices: ['success', 'failure', 'cancelled', 'skipped'] },
    description:
      'How the deployment ended. `failure` and `cancelled` are told in one comment; `success` only changes a comment that is there.',
    default: '`failure`',
    commands: ['comment'],
  },
} as const satisfies Record<string, OptionDefinition>;
