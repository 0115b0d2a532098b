import { anything, choice, list, map, object, text, variant } from './dsl.ts';
import { LINE, NAME } from './patterns.ts';

const commandLine = [
  text({ description: 'A line for `sh -c`.' }),
  list({
    description: 'A program and its arguments, without a shell.',
    items: text({ description: 'A word.', verbatim: true }),
    minItems: 1,
  }),
] as const;

export const command = variant({
  description: 'Runs a program: exit status 0 passes, 75 is inconclusive, any other fails.',
  default: 'none',
  forms: [
    ...commandLine,
    object({
      name: 'commandGate',
      description: 'A program, where it runs and with what.',
      required: ['run'],
      fields: {
        run: variant({ description: 'What to run.', forms: commandLine }),
        directory: text({
          description: 'Working directory, from the folder of the configuration.',
          default: 'that folder',
          pattern: LINE,
        }),
        environment: map({
          description: 'Environment variables besides the few that it gets anyway.',
          default: 'none',
          keys: NAME,
          values: text({ description: 'The value.', verbatim: true }),
        }),
        credentials: choice({
          description:
            '`read-only`: those of the target, narrowed to reading by a session policy; `full`: those of the target; `none`.',
          default: 'read-only',
          values: ['read-only', 'full', 'none'],
        }),
      },
    }),
  ],
});

export const lambda = variant({
  description: 'Invokes a Lambda function in the target and waits for its answer. See `expect` for what it must be.',
  default: 'none',
  forms: [
    text({ description: 'Name or ARN of the function.', pattern: LINE }),
    object({
      name: 'lambdaGate',
      description: 'A function and what it is given.',
      required: ['function'],
      fields: {
        function: text({ description: 'Name or ARN of the function.', pattern: LINE }),
        qualifier: text({ description: 'Alias or version.', default: '`$LATEST`', pattern: LINE }),
        payload: anything({ description: 'The event; texts in it may hold references.', default: '`{}`' }),
      },
    }),
  ],
});
