import { describe, expect, test } from '@jest/globals';
import { orphanInstance } from '../../../src/commands/orphan.ts';
import type { InventoryEntry } from '../../../src/records/inventory.ts';
import type { Environment, StackInstance, StackSettings } from '../../../src/topology/model.ts';
import { environment, instance } from '../../support/topology.ts';

const OTHER = '222222222222';
const role = (account: string) => `arn:aws:iam::${account}:role/cfn`;

function configured(key: string, region: string, account: string, settings: Partial<StackSettings>): StackInstance {
  const made = instance(key, region);
  return { ...made, target: { ...made.target, account }, settings: { ...made.settings, ...settings } };
}

const first = configured('data', 'eu-west-1', '111111111111', {
  serviceRole: role('111111111111'),
  artifactBucket: 'first',
});
const like = configured('api', 'eu-central-1', OTHER, { serviceRole: role(OTHER), artifactBucket: 'other-${region}' });
const whole: Environment = {
  ...environment([]),
  home: 'eu-west-1',
  targets: [first.target, like.target],
  instances: [first, like],
};
const forgotten: InventoryEntry = {
  instance: 'api@us-west-2',
  stackName: 'orders-api',
  target: 'us-west-2',
  region: 'us-west-2',
  account: OTHER,
};

describe('a stack that the configuration forgot', () => {
  test('is removed with the service role and bucket that it was deployed with', () => {
    const settings = { serviceRole: role('333333333333'), artifactBucket: 'own' };
    expect(orphanInstance({ ...forgotten, settings }, whole)).toMatchObject({
      id: 'api@us-west-2',
      target: { name: 'us-west-2', region: 'us-west-2', account: OTHER },
      stack: { key: 'api', stackName: 'orders-api' },
      settings,
    });
  });

  test('without any has none, whatever the others have', () => {
    const { settings } = orphanInstance({ ...forgotten, settings: {} }, whole);
    expect(settings).not.toHaveProperty('serviceRole');
    expect(settings).not.toHaveProperty('artifactBucket');
  });

  test('of which nobody noted them is like its own account, and CloudFormation knows its role', () => {
    const { settings } = orphanInstance(forgotten, whole);
    expect(settings).toMatchObject({ artifactBucket: 'other-${region}' });
    expect(settings).not.toHaveProperty('serviceRole');
  });
});
