import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { consumerNames } from '../../../src/commands/policy/consumer-names.ts';
import { consumerKinds } from '../../../src/template/event-driven.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { asMap } from '../../../src/template/plain-data.ts';

const FILE = 'templates/consumers/template.yaml';
const text = readFileSync(FILE, 'utf8');
const template = parseTemplate(text, FILE);
const worker = template.resources.find(({ logicalId }) => logicalId === 'Worker')?.properties ?? {};

test('the template of consumers starts none of them where the region is not active', () => {
  const events = Object.values(asMap(worker['Events'])).map((event) => asMap(asMap(event)['Properties']));
  expect(events.map(({ Enabled, State }) => Enabled ?? State)).toEqual([
    { 'Fn::If': ['IsActive', true, false] },
    { 'Fn::If': ['IsActive', 'ENABLED', 'DISABLED'] },
    { 'Fn::If': ['IsActive', 'ENABLED', 'DISABLED'] },
  ]);
  expect([[...consumerKinds(template)], asMap(worker['Tags'])]).toEqual([
    ['mapping', 'rule', 'schedule'],
    { 'runs-where-active': 'yes' },
  ]);
});

test('the template of consumers has names that a policy can say', () => {
  const instances = [{ stack: { template: FILE, stackName: 'orders' } }] as never;
  expect(consumerNames({ instances }, () => text)).toEqual({
    mappings: true,
    rules: ['orders*'],
    schedules: ['default/orders*'],
    roles: ['orders*'],
  });
});
