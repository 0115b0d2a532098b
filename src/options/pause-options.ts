import type { OptionDefinition } from './definitions.ts';

/** Where a rollout stops to be promoted, and what happens when nobody comes back. */
export const pauseOptions = {
  until: {
    kind: { type: 'string' },
    description:
      'Name of the wave after which the rollout waits to be promoted; it stays open, and keeps other releases out.',
    commands: ['deploy', 'promote'],
  },
  leave: {
    kind: { type: 'boolean' },
    description: 'With `until`: what was deployed stays as it is when nobody ever promotes it.',
    commands: ['deploy', 'promote'],
  },
  'revert-after': {
    kind: { type: 'duration' },
    description:
      'With `until`, instead of `leave`: when nobody has promoted it by then, AWS takes the traffic from the targets that have the release. Needs `traffic.revert-role`.',
    commands: ['deploy', 'promote'],
  },
} as const satisfies Record<string, OptionDefinition>;
