import { expect, test } from '@jest/globals';
import { refuseInvalidTemplates } from '../../../src/commands/deploy/refuse-invalid.ts';
import { UserErrors } from '../../../src/errors.ts';
import type { InstancePlan } from '../../../src/rollout/plan.ts';
import type { Preparation } from '../../../src/stack/model.ts';
import { instance } from '../../support/topology.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const invalid: Preparation = {
  kind: 'failed',
  state: 'failed',
  cause: 'template-invalid',
  reason: 'the change set failed: F: wrong',
  failures: [
    {
      path: 'F',
      status: 'FAILED',
      reason: 'wrong',
      rootCause: true,
      cancelled: [],
      location: { file: 'template.yaml', line: 7 },
    },
  ],
  fix: [],
};
const lost: Preparation = { kind: 'failed', state: 'unreachable', reason: 'gone', failures: [], fix: [] };
const made: Preparation = {
  kind: 'change-set',
  changeSetId: 'id',
  changeSetName: 'name',
  type: 'CREATE',
  stackId: 'stack',
  changes: [],
  resourceLess: false,
  notes: [],
};

async function refuse(plans: readonly (readonly [string, Preparation])[]) {
  const discarded: string[] = [];
  const all = plans.map(([id, preparation]): InstancePlan => {
    const [stack = '', target = ''] = id.split('@');
    return { instance: instance(stack, target), phase: 'wave-1', inputs: { kind: 'waiting', for: [] }, preparation };
  });
  const error = await refuseInvalidTemplates(new Map(all.map((plan) => [plan.instance.id, plan])), {
    discard: async ({ id }) => void discarded.push(id),
    signal: new AbortController().signal,
    clock: createVirtualClock(),
  }).catch((thrown: unknown) => thrown);
  return { error, discarded };
}

test('a template that is refused in every target that answers refuses the run, and nothing is left of the others', async () => {
  const { error, discarded } = await refuse([
    ['api@eu-west-1', invalid],
    ['api@eu-central-1', invalid],
    ['api@us-east-1', lost],
    ['data@eu-west-1', made],
  ]);
  if (!(error instanceof UserErrors)) throw error;
  expect(error.errors.map(({ code, location }) => [code, location])).toEqual([
    ['template-invalid', { file: 'template.yaml', line: 7 }],
  ]);
  expect(discarded).toEqual(['data@eu-west-1']);
});

test('one that is good somewhere has parameters to blame: those targets failed to be planned', async () => {
  const { error, discarded } = await refuse([
    ['api@eu-west-1', made],
    ['api@eu-central-1', invalid],
  ]);
  expect([error, discarded]).toEqual([undefined, []]);
});
