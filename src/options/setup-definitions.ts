/** Options of `init` and `bootstrap`, which make what the other commands work with. */
export const setupDefinitions = {
  application: {
    kind: { type: 'string' },
    description: 'Name of the application; the names of its roles begin with it.',
    default: '`stack_name` of `samconfig.toml`, or the name of the repository',
    commands: ['init'],
    only: 'cli',
  },
  accounts: {
    kind: { type: 'list' },
    description: '`init`: account of all regions, or `REGION=ACCOUNT` for each. `bootstrap`: only these accounts.',
    commands: ['init', 'bootstrap'],
    only: 'cli',
  },
  'bootstrap-template': {
    kind: { type: 'string' },
    description: 'The template with the roles that `init` wrote.',
    default: '`bootstrap.yaml`',
    commands: ['bootstrap'],
  },
  'print-commands': {
    kind: { type: 'boolean' },
    description: 'Print the commands of the AWS CLI that do the same, and call nobody.',
    commands: ['bootstrap'],
  },
  'repository-ids': {
    kind: { type: 'string' },
    description:
      'Numeric ids of the owner and the repository, as `OWNER/REPOSITORY`: with them nobody gets the roles who takes over the name. `gh api repos/OWNER/NAME --jq \'"\\(.owner.id)/\\(.id)"\'` prints them.',
    default: 'any',
    commands: ['init'],
    only: 'cli',
  },
  branch: {
    kind: { type: 'string' },
    description: 'Branch that is deployed; its jobs may plan and clean up without an environment.',
    default: 'the default branch of the remote `origin`, or `main`',
    commands: ['init'],
    only: 'cli',
  },
  workflows: {
    kind: { type: 'list' },
    description: 'Starter workflows to write.',
    default: 'those for deploying, planning and rolling back',
    commands: ['init'],
    only: 'cli',
  },
  pin: {
    kind: { type: 'string' },
    description: 'Commit of this program that the workflows are pinned to, forty hexadecimal digits.',
    default: 'the commit of this release',
    commands: ['init'],
    only: 'cli',
  },
} as const;
