import { SHIFT_TYPES } from '../template/shift-types.ts';

/** Options of the canary inside a region. */
export const canaryOptions = {
  'in-region': {
    kind: { type: 'choice', choices: [...SHIFT_TYPES, 'none'] },
    description:
      'How CodeDeploy moves functions that publish an alias and have no `DeploymentPreference`, when there is no configuration file: it is added to the template that is packaged.',
    default: '`none`: they switch to new code at once',
    commands: ['deploy', 'plan'],
  },
} as const;
