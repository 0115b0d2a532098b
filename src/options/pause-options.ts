import type { OptionDefinition } from './model.ts';

/** Where a rollout stops to be promoted, and what happens when nobody comes back. */
export const pauseOptions = {
  until: {
    kind: { type: 'string' },
    description:
      'Name of the wave after which the rollout waits to be promoted; it stays open, and keeps other releases out. `verify`: the last wave whose gates are asked.',
    commands: ['deploy', 'plan', 'promote', 'verify'],
  },
  leave: {
    kind: { type: 'boolean' },
    description:
      'With `until`: what was deployed stays as it is when nobody ever promotes it. `drill`: traffic stays away when the drill dies, until `drill --end`.',
    commands: ['deploy', 'plan', 'promote', 'drill'],
  },
  'revert-after': {
    kind: { type: 'duration' },
    description:
      'With `until`, instead of `leave`: when nobody has promoted it by then, AWS takes the traffic from the targets that have the release. Needs `traffic.revert-role`. `drill`: when the drill has not ended by then, AWS brings traffic back; by default `30m`.',
    commands: ['deploy', 'plan', 'promote', 'drill'],
  },
} as const satisfies Record<string, OptionDefinition>;
