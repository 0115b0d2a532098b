import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../../src/errors.ts';
import { load } from './helpers.ts';

const GOOD = `application: orders
region-groups: { eu: [eu-west-1, eu-central-1] }
stacks:
  data: { template: data.yaml, scope: home, tags: &tags { team: a } }
  api:
    template: template.yaml
    tags: { <<: *tags, tier: web }
    parameters: { Table: "\${stacks.data.outputs.Table}", Zones: [a, b] }
environments:
  prod:
    home: eu-west-1
    role-to-assume: deploy
    targets:
      us-east-1: { account: 012345678901, weight: 3 }
      eu: { account: "111111111111", weight: 0 }
    traffic: { driver: route53, zone: example.com, name: api.example.com, steps: [10, 100] }
    waves: [{ targets: [us-east-1] }, { targets: [eu], max-concurrency: 50% }]
    rollback-alarms: { alarms: [arn], monitoring-minutes: 5 }
    timeout: 1h30m
`;

/** Fragments that mean something to YAML or to the configuration. */
const FRAGMENTS = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  '- ',
  '? ',
  '{',
  '}',
  '[',
  ']',
  '*tags',
  '&x ',
  '!!binary ',
  '<<: ',
  '"',
  "'",
  '|',
  '#',
  '---\n',
  'null',
  '0',
  '-1',
  '1e9',
  '~',
  '${',
  '}',
  '$${release}',
  '__proto__: 1',
  'ä',
  '\uFFFD',
];

const damage = fc.array(fc.record({ at: fc.nat(GOOD.length), cut: fc.nat(12), put: fc.constantFrom(...FRAGMENTS) }), {
  minLength: 1,
  maxLength: 3,
});

test('a damaged file is accepted or refused with a sentence, whatever the damage', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(damage, async (edits) => {
      const config = edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), GOOD);
      try {
        expect((await load(config)).instances.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        refused += 1;
      }
    }),
    { seed: 20, numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(200);
});

test('the file is good before it is damaged', async () => {
  expect((await load(GOOD)).instances.map(({ id }) => id)).toEqual([
    'data@eu-west-1',
    'api@us-east-1',
    'api@eu-west-1',
    'api@eu-central-1',
  ]);
});
