import { describe, expect, test } from '@jest/globals';
import { load, parametersOf } from './helpers.ts';

const config = (parameters: string) =>
  `application: a\nparameters:\n${parameters.replaceAll(/^/gm, '  ')}\nenvironments: { prod: { targets: [eu-west-1] } }`;
const valuesOf = async (parameters: string, files = {}) =>
  parametersOf(await load(config(parameters), {}, files), 'app@eu-west-1');

describe('parameter values', () => {
  test.each([
    ['a text', 'A: hello world', 'hello world'],
    ['a number with trailing zero', 'A: 1.10', '1.10'],
    ['a number with leading zeros, which YAML may take for octal', 'A: 012345', '012345'],
    ['a long number', 'A: 123456789012345678901234567890', '123456789012345678901234567890'],
    ['an exponent', 'A: 1e3', '1e3'],
    ['a hexadecimal number', 'A: 0x1F', '0x1F'],
    ['a truth value', 'A: True', 'true'],
    ['a word that YAML 1.1 took for true', 'A: yes', 'yes'],
    ['an empty text', 'A: ""', ''],
    ['a date', 'A: 2026-11-24', '2026-11-24'],
    ['a quoted number', 'A: "007"', '007'],
    ['a block', 'A: |\n  one\n  two\n', 'one\ntwo\n'],
    ['a list', 'A: [a, 01, true]', 'a,01,true'],
    ['an empty list', 'A: []', ''],
    ['an alias', 'Z: &z shared\nA: *z', 'shared'],
  ])('%s', async (_, yaml, expected) => {
    expect((await valuesOf(yaml))['A']).toBe(expected);
  });

  test('are the content of a file without its last line end, taken literally', async () => {
    expect(await valuesOf('A: file:cert.pem', { 'cert.pem': 'line ${release}\nend\n' })).toEqual({
      A: 'line $${release}\nend',
    });
  });
});

describe('parameter files', () => {
  const list = '[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "ParameterValue": "${release}"}]';
  test.each([
    ['a YAML mapping', 'A: 1\nB: ${release}\n'],
    ['a JSON mapping', '{"A": "1", "B": "${release}"}'],
    ['the list of the AWS CLI', list],
    ['a template configuration', '{"Parameters": {"A": "1", "B": "${release}"}}'],
  ])('may be %s', async (_, content) => {
    const yaml = 'application: a\nparameters: file:p.any\nenvironments: { prod: { targets: [eu-west-1] } }';
    const environment = await load(yaml, {}, { 'p.any': content });
    expect(parametersOf(environment, 'app@eu-west-1')).toEqual({ A: '1', B: '${release}' });
    expect(environment.instances[0]?.settings.parameters['A']).toMatchObject({
      source: 'p.any',
      location: { file: 'p.any', line: 1 },
    });
  });

  test('are put together in order', async () => {
    expect(
      await valuesOf('- file:one.yaml\n- { B: inline }\n- file:two.yaml', {
        'one.yaml': 'A: 1\nB: 1\nC: 1',
        'two.yaml': 'C: 2',
      }),
    ).toEqual({
      A: '1',
      B: 'inline',
      C: '2',
    });
  });
});

test('merge keys put mappings together, own keys winning', async () => {
  const yaml = `application: a
parameters: &base { A: base, B: base }
environments:
  prod:
    parameters: { <<: *base, B: own }
    targets: [eu-west-1]`;
  const environment = await load(yaml);
  expect(parametersOf(environment, 'app@eu-west-1')).toEqual({ A: 'base', B: 'own' });
  expect(environment.instances[0]?.settings.parameters['B']?.location).toEqual({
    file: 'multi-region.yml',
    line: 5,
    column: 33,
  });
});

test('an account is text, quoted or not, with leading zeros', async () => {
  const yaml = `application: a
environments: { prod: { targets: { eu-west-1: { account: 000123456789 }, us-east-1: { account: "012345670123" }, us-west-2: { account: 012345670123 } } } }`;
  const { targets } = await load(yaml);
  expect(targets.map(({ account }) => account)).toEqual(['000123456789', '012345670123', '012345670123']);
});

test('a byte order mark is no part of the first key', async () => {
  await expect(load('\uFEFFapplication: a\nenvironments: { prod: { targets: [eu-west-1] } }')).resolves.toMatchObject({
    application: 'a',
  });
});

test('names that JavaScript objects have by themselves are plain names', async () => {
  const yaml = `application: a
stacks: { constructor: {}, toString: { template: data.yaml, needs: [constructor] } }
environments: { prod: { targets: { eu-west-1: { stacks: { toString: { parameters: { hasOwnProperty: 1 } } } } } } }`;
  const environment = await load(yaml);
  expect(environment.stacks.map(({ key }) => key)).toEqual(['constructor', 'toString']);
  expect(parametersOf(environment, 'constructor@eu-west-1')).toEqual({});
  expect(parametersOf(environment, 'toString@eu-west-1')).toEqual({ hasOwnProperty: '1' });
});
