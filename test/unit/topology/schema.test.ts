import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { integer, object, reserved, text } from '../../../src/topology/schema/dsl.ts';
import { configFile } from '../../../src/topology/schema/file.ts';
import { toJsonSchema } from '../../../src/topology/schema/json-schema.ts';
import { referenceText, schemaText } from '../../../src/topology/schema/published.ts';
import { load } from './helpers.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(JSON.parse(schemaText()));

const GOOD = `
application: orders
region-groups: { eu: [eu-west-1], us: { regions: [us-east-1], timeout: 5m } }
stacks: { data: { template: data.yaml, scope: home }, api: }
environments:
  prod:
    targets:
      eu-west-1: { account: "111111111111", weight: 3, stacks: { api: { capabilities: [CAPABILITY_IAM] } } }
      us-east-1: { weight: 0 }
    traffic: { driver: route53, zone: example.com, name: api.example.com, steps: [10, 100], settle: 2m }
    waves: [{ targets: [eu], max-concurrency: 1 }, { targets: [us], failure-tolerance: 25% }]
    parameters: [{ A: 1, B: true, C: [x, 2] }]
    stack-policy: { Statement: [] }
`;

describe('the published JSON Schema', () => {
  test('takes a good file, which the program takes too', async () => {
    expect([validate(parse(GOOD)), validate.errors]).toEqual([true, null]);
    await expect(load(GOOD)).resolves.toMatchObject({ application: 'orders' });
  });

  test.each([
    ['an unknown key', 'acount: 1', '/environments/prod', 'additionalProperties'],
    ['a duration without a unit', 'timeout: 5', '/environments/prod/timeout', 'type'],
    ['a duration of nothing', 'timeout: ""', '/environments/prod/timeout', 'pattern'],
    ['an unknown engine', 'engine: sma', '/environments/prod/engine', 'enum'],
    ['a tolerance of 101%', 'failure-tolerance: 101%', '/environments/prod/failure-tolerance', 'anyOf'],
    ['an account of eleven digits', 'account: "11111111111"', '/environments/prod/account', 'pattern'],
    ['an unknown keyword of waves', 'waves: parallel', '/environments/prod/waves', 'anyOf'],
  ])('refuses %s, as the program does', async (_, line, path, keyword) => {
    const config = `application: a\nenvironments:\n  prod:\n    targets: [eu-west-1]\n    ${line}\n`;
    expect(validate(parse(config))).toBe(false);
    expect(validate.errors?.map((error) => [error.instancePath, error.keyword])).toContainEqual([path, keyword]);
    await expect(load(config)).rejects.toThrow('has an error');
  });

  test('says what is required', () => {
    expect(validate({})).toBe(false);
    expect(validate.errors?.map(({ params }) => params['missingProperty'])).toEqual(['application', 'environments']);
  });

  test('refuses two descriptions of one name', () => {
    const one = text({ name: 'same', description: 'One.' });
    const other = integer({ name: 'same', description: 'Other.', minimum: 0, maximum: 1 });
    expect(() => toJsonSchema(object({ description: '', fields: { one, other } }))).toThrow(
      'two schemas have the name same',
    );
  });

  test('leaves out what a later version brings', () => {
    const json = toJsonSchema(object({ description: '', fields: { later: reserved('Later.') } }));
    expect(json['properties']).toEqual({});
  });
});

describe('generated files are in step with the description:', () => {
  test('multi-region.schema.json', () => {
    expect(readFileSync('multi-region.schema.json', 'utf8')).toBe(schemaText());
  });

  test('docs/configuration.md', () => {
    expect(readFileSync('docs/configuration.md', 'utf8')).toContain(referenceText());
  });
});

test('the reference has a row for every key, once for keys that several levels share', () => {
  const rows = referenceText()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const keys = rows.map((line) => line.split('`')[1]);
  for (const [key, field] of Object.entries(configFile.fields))
    if (field.kind !== 'reserved') expect(keys).toContain(key);
  expect(keys.filter((key) => key === 'termination-protection')).toHaveLength(1);
  expect(referenceText()).not.toContain('later version');
});
