import type { CommandName, OptionDefinition } from './definitions.ts';

/** The runner hands over defaults of `action.yml` whatever the command is, so every command takes this one. */
export function tokenOption(all: readonly CommandName[]) {
  return {
    'github-token': {
      kind: { type: 'string' },
      description:
        'Token for what is written on GitHub: comments, deployment records. On the command line the variable GITHUB_TOKEN.',
      default: 'the token of the job (`github.token`)',
      actionDefault: '${{ github.token }}',
      commands: all,
      only: 'action',
    },
  } as const satisfies Record<string, OptionDefinition>;
}
