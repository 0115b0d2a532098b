import type { CommandName, OptionDefinition } from './model.ts';

const both = ['preview', 'cleanup'] as const satisfies readonly CommandName[];

/** Options of `preview` and `cleanup` alone. */
export const previewOptions = {
  'pull-request': {
    kind: { type: 'string' },
    description: 'Number of the pull request.',
    default: 'that of the event; for `comment` the one that the commit came from',
    commands: ['preview', 'comment'],
  },
  repository: {
    kind: { type: 'string' },
    description:
      'Repository on GitHub, as `OWNER/NAME`: the one that previews belong to. For `init` the one whose jobs get the roles.',
    default: 'that of the workflow run; for `init` that of the remote `origin`',
    commands: [...both, 'init'],
  },
  delete: {
    kind: { type: 'boolean' },
    description:
      'Delete the preview with all it holds, also buckets that are not empty and log groups of its functions. It is deleted too when the event says that the pull request was closed.',
    commands: ['preview'],
  },
  'expires-after': {
    kind: { type: 'duration' },
    description: 'How long after the last push a preview stays although its pull request is open.',
    default: '`expires-after` of the configuration, or `7d`',
    commands: ['preview'],
  },
  express: {
    kind: { type: 'boolean' },
    description: 'Express mode of CloudFormation, where it is to be had.',
    default: '`express` of the configuration, or `true`',
    commands: ['preview'],
  },
  execute: {
    kind: { type: 'boolean' },
    description: 'Delete what was found; the same as `dry-run: false`. Without it `cleanup` only shows it.',
    commands: ['cleanup'],
  },
} as const satisfies Record<string, OptionDefinition>;
