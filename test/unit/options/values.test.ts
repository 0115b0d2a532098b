import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../../src/action/inputs.ts';
import { parseCommandLine } from '../../../src/cli/arguments.ts';
import { UserError } from '../../../src/errors.ts';

function refusal(run: () => unknown): { code: string; text: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, text: [error.message, ...error.fix].join(' | ') };
    throw error;
  }
  throw new Error('was not refused');
}

describe('the action and the command line give the same options', () => {
  const expected = {
    regions: ['eu-west-1', 'eu-central-1'],
    parameters: { values: { Stage: 'prod', Query: 'a=b c' }, files: ['params.yaml'] },
    timeout: 5_400_000,
    sequential: true,
  };

  test('inputs', () => {
    const { command, options } = readInputs({
      INPUT_COMMAND: 'deploy',
      INPUT_REGIONS: 'eu-west-1\neu-central-1 # not a comment here is a mistake'.split(' #')[0],
      INPUT_PARAMETERS: 'Stage=prod\n# a comment\nfile:params.yaml\nQuery=a=b c\n',
      INPUT_TIMEOUT: '1h30m',
      INPUT_SEQUENTIAL: 'True',
      'INPUT_STACK-NAME': '',
      PATH: '/bin',
    });
    expect(command).toBe('deploy');
    expect(options).toEqual(expected);
  });

  test('flags', () => {
    const args =
      'deploy --regions eu-west-1,eu-central-1 --parameters Stage=prod --parameters file:params.yaml --timeout=1h30m --sequential';
    expect(parseCommandLine([...args.split(' '), '--parameters', 'Query=a=b c'])).toEqual({
      kind: 'run',
      command: 'deploy',
      options: expected,
    });
  });
});

describe('a mistake is refused and the nearest name is given', () => {
  test.each([
    [
      'an unknown input',
      { INPUT_COMMAND: 'deploy', INPUT_REGION: 'eu-west-1' },
      'unknown-option',
      'input "region" does not exist | Did you mean "regions"?',
    ],
    [
      'an input the command does not use',
      { INPUT_COMMAND: 'status', INPUT_BUILD: 'never' },
      'option-not-used',
      'input "build" has no effect on status',
    ],
    [
      'a command line option as an input',
      { INPUT_COMMAND: 'deploy', INPUT_OUTPUT: 'json' },
      'unknown-option',
      'input "output" does not exist',
    ],
    ['no command', {}, 'unknown-command', 'input "command" is missing'],
    ['a misspelt command', { INPUT_COMMAND: 'depoly' }, 'unknown-command', 'Did you mean "deploy"?'],
    [
      'yes for a boolean',
      { INPUT_COMMAND: 'deploy', INPUT_SEQUENTIAL: 'yes' },
      'not-a-boolean',
      'input "sequential" is "yes"',
    ],
    [
      'a duration without unit',
      { INPUT_COMMAND: 'deploy', INPUT_TIMEOUT: '30' },
      'not-a-duration',
      'input "timeout" is "30"',
    ],
    [
      'an engine that is none',
      { INPUT_COMMAND: 'deploy', INPUT_ENGINE: 'cdk' },
      'not-a-choice',
      'Choose one of changeset, sam.',
    ],
    [
      'a parameter without =',
      { INPUT_COMMAND: 'deploy', INPUT_PARAMETERS: 'Stage prod' },
      'not-a-pair',
      'a line that is not Key=value',
    ],
    [
      'a parameter given twice',
      { INPUT_COMMAND: 'deploy', INPUT_PARAMETERS: 'A=1\nA=2' },
      'duplicate-key',
      'gives A twice',
    ],
  ] as const)('%s', (_what, env, code, text) => {
    const refused = refusal(() => readInputs(env));
    expect(refused.code).toBe(code);
    expect(refused.text).toContain(text);
  });

  test.each([
    [['deploy', '--regoins', 'x'], 'unknown-option', 'Did you mean "regions"?'],
    [['deploy', '--timeout'], 'flag-without-value', '--timeout needs a value'],
    [['deploy', 'prod'], 'unexpected-word', '"prod" is one word too many'],
    [['deploy', '--engine', 'sam', '--engine', 'changeset'], 'option-repeated', '--engine is given 2 times'],
    [['policy', 'fly'], 'unknown-command', 'command "fly" does not exist'],
  ] as const)('%j', (args, code, text) => {
    const refused = refusal(() => parseCommandLine(args));
    expect(refused.code).toBe(code);
    expect(refused.text).toContain(text);
  });
});

test('a long line that is no pair is not printed whole, as it may hold a secret', () => {
  const refused = refusal(() => readInputs({ INPUT_COMMAND: 'deploy', INPUT_PARAMETERS: `${'x'.repeat(30)}SECRET` }));
  expect(refused.text).not.toContain('SECRET');
});

test.each([
  [[], { kind: 'help' }],
  [['deploy', '--help'], { kind: 'help', command: 'deploy' }],
  [['--version'], { kind: 'version' }],
  [['policy', 'deploy'], { kind: 'run', command: 'policy', options: { for: 'deploy' } }],
] as const)('%j is %j', (args, expected) => {
  expect(parseCommandLine(args)).toEqual(expected);
});
