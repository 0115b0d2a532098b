import type { CommandName, OptionDefinition } from './model.ts';

/** How many targets run at once, and how many may fail, where the configuration's waves are not to be taken as they are. */
export function waveOptions(rollingOut: readonly CommandName[]) {
  return {
    'max-concurrency': {
      kind: { type: 'string' },
      description:
        'How many targets of a wave run at once: a count, or a percentage such as `50%` (rounded down, at least 1).',
      default: '`100%`',
      commands: rollingOut,
    },
    'failure-tolerance': {
      kind: { type: 'string' },
      description:
        'How many targets of a wave may fail before no more are started: a count or a percentage (rounded down).',
      default: '`0`',
      commands: rollingOut,
    },
    sequential: {
      kind: { type: 'boolean' },
      description: 'One target after the other instead of waves.',
      commands: rollingOut,
    },
  } as const satisfies Record<string, OptionDefinition>;
}
