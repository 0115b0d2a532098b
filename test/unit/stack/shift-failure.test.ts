import { describe, expect, test } from '@jest/globals';
import type { CodeDeploy } from '../../../src/aws/code-deploy-port.ts';
import { AwsError } from '../../../src/aws/ports.ts';
import { knownFixes } from '../../../src/stack/fixes.ts';
import type { ResourceFailure } from '../../../src/stack/model.ts';
import { explainShifts } from '../../../src/stack/shift-failure.ts';

const ALARMS =
  'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: <a-errors> <a-latency>';
const HOOKS = 'The deployment failed because one or more of the lifecycle event validation functions failed.';

function failure(words: string, changes: Partial<ResourceFailure> = {}): ResourceFailure {
  const reason = `Resource handler returned message: "d-RGSWBD91L failed. ${words}" (RequestToken: x, HandlerErrorCode: InternalFailure)`;
  const event = { path: 'OrdersAliaslive', resourceType: 'AWS::Lambda::Alias', status: 'UPDATE_FAILED' };
  return { ...event, reason, rootCause: true, cancelled: [], ...changes };
}

function codeDeploy(code: string, message: string, failedEvent: string): CodeDeploy {
  return {
    deployments: async () => [],
    deployment: async (id) => ({
      id,
      status: 'Stopped',
      config: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      error: { code, message },
      hooks: { BeforeAllowTraffic: 'CodeDeployHook_before' },
    }),
    shift: async () => ({
      functionName: 'orders',
      alias: 'live',
      currentVersion: '2',
      targetVersion: '3',
      percent: 0,
      lifecycle: [{ event: failedEvent, status: 'Failed' }],
    }),
  };
}

const refusing: CodeDeploy = (() => {
  const refuse = async (): Promise<never> => {
    const where = { service: 'CodeDeploy', action: 'GetDeployment', region: 'eu-west-1' };
    throw new AwsError({ ...where, kind: 'denied', code: 'AccessDeniedException', message: 'no' });
  };
  return { deployments: refuse, deployment: refuse, shift: refuse };
})();

describe('a deployment of CodeDeploy that failed', () => {
  test('is told with its alarms first', async () => {
    const ports = { codeDeploy: codeDeploy('ALARM_ACTIVE', ALARMS, 'AllowTraffic') };
    const [explained] = await explainShifts([failure(ALARMS)], ports);
    expect(explained?.reason).toBe(
      `CodeDeploy deployment d-RGSWBD91L (Canary10Percent5Minutes) of orders:live to version 3 did not succeed: alarms a-errors, a-latency went off. ${ALARMS}`,
    );
    expect(knownFixes([explained ?? failure('')])[0]).toMatch(/^Look at what alarm a-errors, a-latency watches/);
  });

  test('is told with the hook that failed', async () => {
    const ports = { codeDeploy: codeDeploy('HOOK_EXECUTION_FAILURE', HOOKS, 'BeforeAllowTraffic') };
    const [explained] = await explainShifts([failure(HOOKS)], ports);
    expect(explained?.reason).toContain(`its hook CodeDeployHook_before (BeforeAllowTraffic) failed: ${HOOKS}`);
    expect(knownFixes([explained ?? failure('')])[0]).toMatch(/^Look into \/aws\/lambda\/CodeDeployHook_before/);
  });

  test.each([
    ['alarms', ALARMS, /^Look at what alarm a-errors watches/],
    ['hooks', HOOKS, /^Look into the logs of the hooks of OrdersAliaslive/],
  ])('is told as CloudFormation tells it where CodeDeploy may not be read: %s', async (_what, words, fix) => {
    const told = failure(words);
    expect(await explainShifts([told], { codeDeploy: refusing })).toEqual([told]);
    expect(knownFixes([told])[0]).toMatch(fix);
  });

  test('is not looked for in failures of anything else', async () => {
    const others = [failure(ALARMS, { resourceType: 'AWS::SQS::Queue' }), failure('', { reason: 'no' })];
    expect(await explainShifts(others, { codeDeploy: refusing })).toEqual(others);
  });

  test('leaves the fix of rollback triggers to rollback triggers', () => {
    const trigger = failure('', { reason: 'Alarm arn:aws:cloudwatch:eu-west-1:1:alarm:x went into ALARM state' });
    expect(knownFixes([trigger])[0]).toContain('An alarm of the rollback triggers went off');
  });
});
