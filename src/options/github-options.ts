import type { CommandName, OptionDefinition } from './model.ts';

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

/** For runs that get no credentials. */
export const checkOption = {
  'check-only': {
    kind: { type: 'boolean' },
    description:
      'Check the configuration and the templates, and call nothing: for pull requests from forks and from Dependabot, which get no credentials.',
    commands: ['plan'],
  },
} as const satisfies Record<string, OptionDefinition>;

/** Jobs that may only look have a role of their own, and the configuration names that of those that deploy. */
export function roleOption(onAws: readonly CommandName[]) {
  return {
    'role-override': {
      kind: { type: 'string' },
      description:
        'IAM role to assume in every target instead of the configured ones: a name, or an ARN where all targets are in one account. For jobs that may only plan and look.',
      commands: onAws,
    },
  } as const satisfies Record<string, OptionDefinition>;
}

/** Asked of GitHub before anything is planned. */
export function approvalOptions(releasing: readonly CommandName[]) {
  return {
    'protected-environments': {
      kind: { type: 'list' },
      description:
        'GitHub environments that must ask somebody for approval: refused while one of them does not exist or has no required reviewers. Takes `actions: read`.',
      commands: releasing,
    },
  } as const satisfies Record<string, OptionDefinition>;
}

/** Options of what is told on GitHub besides the log and the summary. */
export const gitHubOptions = {
  comment: {
    kind: { type: 'string' },
    description:
      'One comment on the pull request with the plan, updated in place: `true` for the pull request of this workflow run, or its number. Needs `pull-requests: write`.',
    commands: ['plan'],
  },
  deployments: {
    kind: { type: 'boolean' },
    description:
      'A deployment record on GitHub for each target, `ENVIRONMENT/TARGET` (or `ENVIRONMENT` where it has one target), with its state and address. Needs `deployments: write`.',
    commands: ['deploy', 'promote', 'rollback'],
  },
  'deployment-url': {
    kind: { type: 'string' },
    description: 'Output that is the address in deployment records, `OUTPUT` or `STACK.OUTPUT`.',
    default: 'the first output that is a web address, one named like `Url` or `Endpoint` first',
    commands: ['deploy', 'promote', 'rollback'],
  },
} as const satisfies Record<string, OptionDefinition>;
