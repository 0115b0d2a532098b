import { describe, expect, test } from '@jest/globals';
import type { Functions, Invocation } from '../../../src/aws/functions-port.ts';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { CheckRequest, GatePorts } from '../../../src/gates/check.ts';
import { lambda } from '../../../src/gates/lambda.ts';
import type { LambdaCheck } from '../../../src/topology/gate-model.ts';
import { target } from '../../support/topology.ts';

async function ask(answer: Invocation, more: Partial<LambdaCheck> = {}) {
  const asked: Parameters<Functions['invoke']>[0][] = [];
  const functions: Partial<Functions> = {
    invoke: async (request: Parameters<Functions['invoke']>[0]) => {
      asked.push(request);
      return answer;
    },
  };
  const check: LambdaCheck = {
    kind: 'lambda',
    function: 'smoke',
    payload: { release: 'r1' },
    expect: { statuses: [], headers: {}, json: {}, jsonMatches: {} },
    ...more,
  };
  const request = { check, target: target('eu-west-1'), signal: new AbortController().signal } as Partial<
    CheckRequest<LambdaCheck>
  >;
  const ports = { session: () => ({ functions: functions as Functions }) as Partial<TargetSession> as TargetSession };
  return { found: await lambda(request as CheckRequest<LambdaCheck>, ports as Partial<GatePorts> as GatePorts), asked };
}

describe('a function', () => {
  test('that answers passes; it got the payload and the qualifier', async () => {
    const { found, asked } = await ask({ payload: 'null', executedVersion: '7' }, { qualifier: 'live' });
    expect(found).toEqual({
      verdict: 'pass',
      reason: 'smoke answered as expected',
      evidence: { function: 'smoke', executedVersion: '7' },
    });
    expect(asked).toEqual([{ function: 'smoke', qualifier: 'live', payload: '{"release":"r1"}' }]);
  });

  test('that answers otherwise fails', async () => {
    const json = { '$.ok': true };
    const expecting = { expect: { statuses: [], headers: {}, json, jsonMatches: {} } };
    expect((await ask({ payload: '{"ok":true}' }, expecting)).found.verdict).toBe('pass');
    expect((await ask({ payload: '{"ok":false}' }, expecting)).found).toMatchObject({
      verdict: 'fail',
      reason: 'smoke: $.ok: expected true, found false',
    });
  });

  test('that fails is a failure, with its reason and without its stack', async () => {
    const payload = JSON.stringify({ errorType: 'Error', errorMessage: 'no table', stackTrace: ['at secret.js'] });
    const { found } = await ask({ payload, functionError: 'Unhandled' });
    expect(found).toEqual({
      verdict: 'fail',
      reason: 'smoke failed: Error: no table',
      evidence: { function: 'smoke', functionError: 'Unhandled' },
    });
    expect((await ask({ payload: 'oops', functionError: 'Unhandled' })).found.reason).toBe(
      'smoke failed: without a reason',
    );
  });
});
