import type { OptionDefinition } from './model.ts';

const shifting = ['shift'] as const;

/** Options of moving traffic by hand. */
export const trafficDefinitions = {
  weights: {
    kind: { type: 'list' },
    description:
      'New weights as `TARGET=WEIGHT` for the targets that change; or `configured`, those of the configuration; or `previous`, those before the last change.',
    commands: shifting,
  },
  percent: {
    kind: { type: 'string' },
    description: 'Percentage of all traffic for the target named by `to`; the others keep their proportions.',
    default: '`100`',
    commands: shifting,
  },
  'override-floor': {
    kind: { type: 'string' },
    description:
      'Why a target may get more than `traffic.floor` allows, such as the loss of the others. The reason is kept with the weights.',
    commands: shifting,
  },
  activate: {
    kind: { type: 'list' },
    description: 'Targets that become active before the weights change.',
    commands: shifting,
  },
  deactivate: {
    kind: { type: 'list' },
    description: 'Targets that are no longer active once their traffic has gone; their new weight must be 0.',
    commands: shifting,
  },
} as const satisfies Record<string, OptionDefinition>;
