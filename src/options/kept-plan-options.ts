import type { OptionDefinition } from './model.ts';

/** Plans that a later run executes, found by their id. */
export const keptPlanOptions = {
  'keep-plan': {
    kind: { type: 'boolean' },
    description:
      'Keeps the change sets, and the plan beside the artifacts: its id is in the notes of the result, for `deploy --plan ID`.',
    commands: ['plan'],
  },
} as const satisfies Record<string, OptionDefinition>;
