import { expect, test } from '@jest/globals';
import type { Environment } from '../../../src/topology/model.ts';
import { withRole } from '../../../src/topology/role-override.ts';

const target = (name: string, account?: string) => ({
  name,
  region: name,
  ...(account !== undefined && { account }),
  credentials: { source: 'auto', role: 'deploy', externalId: 'x' },
});

function environment(...targets: readonly object[]): Environment {
  const instances = targets.map((each) => ({ id: 'app', target: each }));
  return { targets, instances, phases: [{ name: 'wave-1', instances }] } as unknown as Environment;
}

test('every target, also as an instance or a phase has it, gets the role and keeps the rest', () => {
  const changed = withRole(environment(target('a', '111111111111'), target('b', '222222222222')), 'look', 'x');
  const all = [...changed.targets, ...changed.instances.map((each) => each.target)].concat(
    changed.phases.flatMap(({ instances }) => instances.map((each) => each.target)),
  );
  expect(all.map(({ credentials }) => credentials)).toEqual(
    all.map(() => ({ source: 'auto', role: 'look', externalId: 'x' })),
  );
});

test('an ARN of another account, and a name without an account, are refused', () => {
  const arn = 'arn:aws:iam::111111111111:role/look';
  expect(withRole(environment(target('a'), target('b', '111111111111')), arn, 'x').targets).toHaveLength(2);
  expect(() => withRole(environment(target('a', '222222222222')), arn, 'x')).toThrow('is in the account 222222222222');
  expect(() => withRole(environment(target('a')), 'look', 'x')).toThrow('has no account');
});
