import { describe, expect, test } from '@jest/globals';
import { runInstance } from '../../../src/rollout/instance.ts';
import { describePlan, type InstancePlan } from '../../../src/rollout/plan.ts';
import type { RolloutPorts } from '../../../src/rollout/ports.ts';
import type { Preparation, ResourceChange } from '../../../src/stack/model.ts';
import { environment } from '../../support/topology.ts';

const before = { stackId: 'app/1', status: 'ROLLBACK_COMPLETE', changedAt: '2026-01-01T00:00:00.000Z' };
const added: ResourceChange = {
  logicalId: 'Fn',
  path: 'Fn',
  resourceType: 'AWS::Serverless::Function',
  action: 'Add',
  scope: [],
  properties: [],
  dataLoss: false,
};
const recreate: Preparation = { kind: 'recreate', stackId: 'app/1', before, changes: [added], notes: ['is recreated'] };
const created: Preparation = {
  kind: 'change-set',
  changeSetId: 'cs/1',
  changeSetName: 'cs',
  type: 'CREATE',
  stackId: 'app/2',
  changes: [added, { ...added, logicalId: 'FnRole', path: 'FnRole' }],
  resourceLess: false,
  notes: [],
};
const whole = environment([{ name: 'wave-1', targets: ['eu-west-1'] }]);
const [phase] = whole.phases;
const [instance] = whole.instances;
if (phase === undefined || instance === undefined) throw new Error('an environment without a target');
const plan: InstancePlan = {
  instance,
  phase: 'wave-1',
  inputs: { kind: 'known', fingerprint: 'a' },
  explicit: true,
  preparation: recreate,
};

describe('a stack that a deployment creates anew', () => {
  test('is a create in the plan, with what the template declares', () => {
    expect(describePlan(plan, { switchesAtOnce: [] })).toMatchObject({
      kind: 'create',
      changes: [{ path: 'Fn', action: 'Add' }],
      notes: ['is recreated'],
      failures: [],
    });
  });

  test('is given its change set when an approved plan of it is carried out', async () => {
    const log: string[] = [];
    const ports: Partial<RolloutPorts> = {
      clock: { now: () => 0, sleep: () => new Promise(() => undefined), random: () => 0 },
      report: () => undefined,
      signal: new AbortController().signal,
      inputs: async () => ({ kind: 'known', fingerprint: 'a' }),
      prepare: async () => {
        log.push('prepare');
        return created;
      },
      execute: async (_, { kind }) => {
        log.push(`execute ${kind}`);
        return { state: 'succeeded', failures: [], fix: [], outputs: {} };
      },
      remember: () => undefined,
    };
    const result = await runInstance(instance, phase, plan, ports as RolloutPorts);
    expect(log).toEqual(['prepare', 'execute change-set']);
    expect(result).toMatchObject({ state: 'succeeded', changes: { add: 2 } });
  });
});
