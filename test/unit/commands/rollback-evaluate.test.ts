import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { createRecorder } from '../../../src/commands/deploy/recorder.ts';
import { evaluateRollback } from '../../../src/commands/rollback/evaluate.ts';
import type { RunContext } from '../../../src/context.ts';
import type { Scope, StackInstance } from '../../../src/topology/model.ts';
import { instance } from '../../support/topology.ts';

function stack(scope: Scope, returns?: boolean): StackInstance {
  const plain = instance('api', 'eu-west-1');
  return { ...plain, stack: { ...plain.stack, scope, ...(returns !== undefined && { returns }) } };
}

/** A region that does not answer, and a note of whether it was asked. */
function lostRegion() {
  const lost = new AwsError({
    kind: 'unreachable',
    code: 'ECONNREFUSED',
    message: 'no answer',
    service: 'sts',
    action: 'GetCallerIdentity',
    region: 'eu-west-1',
  });
  const asked: string[] = [];
  const session = ({ name }: { readonly name: string }) => {
    asked.push(name);
    return { account: () => Promise.reject(lost) };
  };
  const context = { aws: { session }, signal: new AbortController().signal, report: () => {} } as unknown as RunContext;
  return { context, asked };
}

async function evaluate(which: StackInstance) {
  const { context, asked } = lostRegion();
  const recorder = createRecorder({ application: 'shop', environment: 'prod' }, context);
  const options = { recorder, acceptDataLoss: false, given: {} };
  const { step } = await evaluateRollback(which, { to: 'v1' }, options, context);
  return { step, asked };
}

describe('whether a stack returns with a rollback', () => {
  test.each<[string, Scope, boolean | undefined, string]>([
    ['one of the home region', 'home', undefined, 'scope home stays'],
    ['one of the edge', 'edge', undefined, 'scope edge stays'],
    ['a global one', 'global', undefined, 'scope global stays'],
    ['a regional one that is marked', 'regional', false, 'it is marked `rollback: false`'],
  ])('%s stays, and nothing is asked', async (_what, scope, returns, reason) => {
    const { step, asked } = await evaluate(stack(scope, returns));
    expect(step).toMatchObject({ kind: 'stays', reason: expect.stringContaining(reason) });
    expect(asked).toEqual([]);
  });

  test.each<[string, Scope, boolean | undefined]>([
    ['a regional one', 'regional', undefined],
    ['one of the home region that is marked', 'home', true],
  ])('%s is looked at, and refused with the reason where its region is lost', async (_what, scope, returns) => {
    const { step, asked } = await evaluate(stack(scope, returns));
    expect(step).toMatchObject({ kind: 'refused', reason: expect.stringContaining('no answer') });
    expect(asked).toEqual(['eu-west-1']);
  });
});
