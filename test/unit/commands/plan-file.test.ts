import { describe, expect, test } from '@jest/globals';
import { type PlanFile, readPlan, writePlan } from '../../../src/commands/deploy/plan-file.ts';
import { environment } from '../../support/topology.ts';

const here = environment([{ name: 'wave-1', targets: ['eu-west-1'] }]);
const plan: PlanFile = {
  schema: 1,
  application: 'orders',
  environment: 'prod',
  release: '0123456789abcdef',
  instances: [
    {
      instance: 'app@eu-west-1',
      stackName: 'orders-app',
      region: 'eu-west-1',
      inputs: { kind: 'known', fingerprint: 'f' },
    },
  ],
};

test('a plan is read as it was written', () => {
  expect(readPlan(writePlan(plan), 'plan.json', here)).toEqual(plan);
});

describe('a plan file is refused', () => {
  test.each([
    ['that is not JSON', 'not json', 'plan-damaged'],
    ['that is something else', '{}', 'plan-damaged'],
    ['that was changed', writePlan(plan).replace('0123456789abcdef', 'ffffffffffffffff'), 'plan-damaged'],
    ['of a newer version', JSON.stringify({ schema: 2 }), 'plan-newer'],
    ['of another environment', writePlan({ ...plan, environment: 'staging' }), 'plan-of-other'],
    [
      'of another stack',
      writePlan({ ...plan, instances: plan.instances.map((item) => ({ ...item, stackName: 'old' })) }),
      'plan-of-other',
    ],
    ['of other targets', writePlan({ ...plan, instances: [] }), 'plan-of-other'],
  ])('%s', (_what, text, code) => {
    expect(() => readPlan(text, 'plan.json', here)).toThrow(expect.objectContaining({ code }));
  });
});
