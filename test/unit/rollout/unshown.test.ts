import { expect, test } from '@jest/globals';
import { unshownDestruction } from '../../../src/rollout/unshown.ts';
import type { ResourceChange } from '../../../src/stack/model.ts';

const change = (path: string, more: Partial<ResourceChange> = {}): ResourceChange => ({
  logicalId: path.split('.').at(-1) ?? path,
  path,
  resourceType: 'AWS::SNS::Topic',
  action: 'Modify',
  replacement: 'False',
  scope: [],
  properties: [],
  dataLoss: false,
  ...more,
});
const hidden = change('Child', { resourceType: 'AWS::CloudFormation::Stack', unseen: true });
const opened = change('Child', { resourceType: 'AWS::CloudFormation::Stack' });
const removed = change('Child.Table', { action: 'Remove' });
const paths = (changes: readonly ResourceChange[]) => changes.map(({ path }) => path);

test('what is added or changed in place needs no plan', () => {
  expect(unshownDestruction(undefined, [change('A', { action: 'Add' }), change('B')])).toEqual([]);
});

test.each([
  ['removed', { action: 'Remove' as const }],
  ['replaced', { replacement: 'True' as const }],
  ['perhaps replaced', { replacement: 'Conditional' as const }],
])('what is %s must have been shown so', (_, how) => {
  expect(paths(unshownDestruction([change('Table')], [change('Table', how)]))).toEqual(['Table']);
  expect(unshownDestruction([change('Table', how)], [change('Table', how)])).toEqual([]);
});

test('a nested stack that cannot be looked into counts as unseen', () => {
  expect(paths(unshownDestruction(undefined, [hidden]))).toEqual(['Child']);
  expect(paths(unshownDestruction([opened], [hidden]))).toEqual(['Child']);
});

test('unless the plan said already that it cannot', () => {
  expect(unshownDestruction([hidden], [hidden])).toEqual([]);
});

test('a plan that could not look into it has not shown what is destroyed in there', () => {
  expect(paths(unshownDestruction([hidden], [opened, removed]))).toEqual(['Child.Table']);
});
