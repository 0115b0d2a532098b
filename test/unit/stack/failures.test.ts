import { describe, expect, test } from '@jest/globals';
import type { StackEvent } from '../../../src/aws/cloudformation-port.ts';
import { isFailure, rankFailures } from '../../../src/stack/failures.ts';

const STACK = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app/1';
const event = (over: Partial<StackEvent>): StackEvent => ({
  id: 'e',
  at: '2026-01-05T08:00:00.000Z',
  stackId: STACK,
  ...over,
});
const located = (over: Partial<StackEvent>, own = false) => ({ event: event(over), parents: [], own, undoing: false });

describe('a hook', () => {
  const hook = { type: 'Acme::Policy::Hook', status: 'HOOK_COMPLETE_FAILED', reason: 'no public buckets' };

  test('that fails an operation is a failure with its reason', () => {
    const failing = { type: 'HOOK_INVOCATION_ERROR', logicalId: 'Bucket', hook: { ...hook, failureMode: 'FAIL' } };
    expect(isFailure(event(failing))).toBe(true);
    expect(rankFailures([located(failing)])).toMatchObject([
      {
        path: 'Bucket',
        status: 'HOOK_COMPLETE_FAILED',
        reason: 'hook Acme::Policy::Hook (failure mode FAIL): no public buckets',
        rootCause: true,
      },
    ]);
  });

  test('that only warns is none', () => {
    expect(isFailure(event({ type: 'HOOK_INVOCATION_ERROR', hook: { ...hook, failureMode: 'WARN' } }))).toBe(false);
  });
});

test.each([
  ['FAILED', 'WARN', false],
  ['SKIPPED', 'FAIL', false],
  ['FAILED', 'FAIL', true],
  ['FAILED', undefined, true],
])('a validation %s in mode %s is a failure: %s', (status, failureMode, expected) => {
  const validation = { name: 'QUOTA', status, reason: 'too many', ...(failureMode !== undefined && { failureMode }) };
  expect(isFailure(event({ type: 'VALIDATION_ERROR', validation }))).toBe(expected);
});

test('the same failure told by several events is one, with its first reason', () => {
  const failed = { logicalId: 'Fn', status: 'CREATE_FAILED', reason: 'no such code' };
  const again = { ...failed, type: 'PROVISIONING_ERROR', reason: 'Resource handler returned message: no such code' };
  expect(rankFailures([located(again), located(failed)])).toMatchObject([{ path: 'Fn', reason: 'no such code' }]);
});

test('a stack that fails as a whole, as by a rollback alarm, is its own failure', () => {
  const reason = 'Rollback trigger arn:aws:cloudwatch:eu-west-1:1:alarm:errors went to ALARM';
  const own = located({ logicalId: 'app', physicalId: STACK, status: 'UPDATE_ROLLBACK_IN_PROGRESS', reason }, true);
  expect(rankFailures([own])).toMatchObject([{ path: 'app', reason, rootCause: true }]);
});
