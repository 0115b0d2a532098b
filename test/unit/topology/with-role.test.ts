import { expect, test } from '@jest/globals';
import { compilePlan } from '../../../src/failover/compile.ts';
import { decideMove, namedTarget } from '../../../src/failover/move.ts';
import { withRoles } from '../../../src/topology/with-role.ts';
import { load } from './helpers.ts';

const config = `application: a
stacks: { api: { template: template.yaml }, cdn: { template: edge.yaml, scope: edge } }
environments:
  prod:
    targets: [eu-west-1, eu-central-1]
    failover: { mechanism: command, command: [move] }
`;

test('the target that is made for edge stacks takes over from nobody, and nobody leaves it', async () => {
  const whole = await load(config);
  expect(whole.targets.map(({ name }) => name)).toEqual(['eu-west-1', 'eu-central-1', 'edge']);
  const { failover } = whole;
  if (failover === undefined) throw new Error('there is no failover');
  const facts = { release: { id: 'r' }, compiledAt: '', compiledBy: '', buckets: {}, releases: {} };
  const compiled = compilePlan(withRoles(whole), failover, { ...facts, resolve: (text) => text });
  const { targets } = compiled.kind === 'plan' ? compiled.plan : { targets: [] };
  expect(decideMove({ to: 'eu-central-1' }, targets, { inactive: [] })).toEqual({
    active: ['eu-central-1'],
    inactive: ['eu-west-1'],
    leaving: ['eu-west-1'],
  });
  for (const name of ['edge', 'us-east-1'])
    expect(() => namedTarget(name, targets, 'to')).toThrow(`to names ${name}, which is no target of the plan`);
  // Nobody would serve: what is at the edge is no region that takes over.
  expect(() => decideMove({ from: 'eu-west-1' }, targets, { inactive: ['eu-central-1'] })).toThrow('nobody would be');
});

test('a target that has edge stacks beside its own can be active', async () => {
  const whole = await load(config.replace('eu-central-1', 'us-east-1'));
  expect(withRoles(whole).targets.map(({ name }) => name)).toEqual(['eu-west-1', 'us-east-1']);
});
