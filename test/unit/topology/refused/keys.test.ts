import { describe, expect, test } from '@jest/globals';
import { errorsOf, load } from '../helpers.ts';
import { environment, type Row, refuses, targets } from './rows.ts';

const KEYS: readonly Row[] = [
  {
    name: 'an unknown key at the top',
    config: `aplication: shop\n${environment(targets)}`.replace('\napplication: shop', ''),
    error: ['unknown-key', '1:1', 'unknown key "aplication"', 'Did you mean "application"?'],
  },
  {
    name: 'an unknown key of a target',
    config: environment('targets:\n  eu-west-1: { acount: "111111111111" }'),
    error: [
      'unknown-key',
      '5:20',
      'unknown key "acount" in environments.prod.targets.eu-west-1',
      'Did you mean "account"?',
    ],
  },
  {
    name: 'an unknown key that resembles none',
    config: environment(`${targets}zzzzzzzz: 1`),
    error: ['unknown-key', '5:5', 'unknown key "zzzzzzzz"', 'Known here: targets'],
  },
  {
    name: 'no application',
    config: environment(targets).replace('application: shop', ''),
    error: ['missing-key', '2:1', 'needs the key "application"'],
  },
  {
    name: 'no targets',
    config: environment('home: eu-west-1'),
    error: ['missing-key', '4:5', 'environments.prod needs the key "targets"'],
  },
  {
    name: 'no environment',
    config: 'application: shop\nenvironments: {}',
    error: ['bad-value', '2:15', 'environments must not be empty'],
  },
  {
    name: 'an empty application',
    config: environment(targets).replace('shop', ''),
    error: ['wrong-type', '1:14', 'application must be a text, but is empty'],
  },
  {
    name: 'targets as a text',
    config: environment('targets: eu-west-1'),
    error: ['wrong-type', '4:14', 'must be a list or a mapping, but is "eu-west-1"'],
  },
  {
    name: 'the engine stackset',
    config: environment(`${targets}engine: stackset`),
    error: ['not-supported-yet', '5:13', 'does not support "stackset" yet'],
  },
];

describe('a configuration is refused for its keys:', () => refuses(KEYS));

test('all errors of a file are reported together', async () => {
  const errors = await errorsOf(load('applicaton: x\nenvironments:\n  prod:\n    targets: 5\n    timeout: 3'));
  expect(errors.map(({ code }) => code)).toEqual(['unknown-key', 'wrong-type', 'bad-value', 'missing-key']);
});

test('an error of a level that all targets share is reported once', async () => {
  const errors = await errorsOf(load(environment(`${targets}role-to-assume: x`)));
  expect(errors).toHaveLength(2);
  const texts = await errorsOf(load(environment(`${targets}parameters: { A: "\${nope}" }`)));
  expect(texts).toHaveLength(1);
});

test('a configuration that is not there is named', async () => {
  const [error] = await errorsOf(load('', { file: 'other.yml' }));
  expect(error).toMatchObject({ code: 'config-missing', message: 'there is no configuration other.yml' });
});

test('of several environments one must be named, and exist', async () => {
  const config = `${environment(targets)}  test:\n    targets: [us-east-1]\n`;
  const [missing] = await errorsOf(load(config));
  expect(missing).toMatchObject({
    code: 'environment-missing',
    message: 'multi-region.yml has 2 environments: prod, test',
  });
  const [unknown] = await errorsOf(load(config, { environment: 'prd' }));
  expect(unknown).toMatchObject({ code: 'unknown-environment', fix: ['Did you mean "prod"?'] });
});
