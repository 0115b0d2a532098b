import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RunResult } from '../../src/report/events.ts';
import { putAlarm, setAlarm } from '../cloud/emulator/testing.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';
import { type ShiftedApp, shiftedTemplate } from '../support/shifted-app.ts';

// A real emulator on a shared machine.
jest.setTimeout(300_000);

const PLACE = { account: '111111111111', region: 'eu-west-1' };
const config = `application: orders
stacks:
  api: { template: template.yaml, stack-name: orders }
environments:
  prod:
    targets: { eu-west-1: { account: "111111111111" } }
    service-role: cfn
`;
/** Permissions are checked: the printed policy is enough for all that is seen here. */
let room: PolicyRoom<'deploy'>;

beforeAll(async () => {
  const app = plainApp(shiftedTemplate({ answer: 'one', type: 'AllAtOnce' }));
  room = await openPolicyRoom(app, [PLACE], { deploy: { command: 'deploy', config } });
});

afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const write = (what: ShiftedApp): void => room.app.write('template.yaml', shiftedTemplate(what));
async function deploy(what: ShiftedApp, exitCode = 0): Promise<RunResult> {
  write(what);
  const { stdout } = await room.scenario('deploy', ['--yes', '--output', 'json'], { exitCode });
  return JSON.parse(stdout) as RunResult;
}
const codeDeployCalls = () =>
  room.cloud.calls.filter(({ service }) => service === 'codedeploy').map(({ action }) => action);

describe('a deployment of CodeDeploy inside a stack update', () => {
  test('is followed while it shifts the traffic, and CodeDeploy is only read', async () => {
    const what: ShiftedApp = { answer: 'one', type: 'Canary10Percent5Minutes' };
    await deploy(what);
    expect(codeDeployCalls()).toEqual([]);

    // Five of its minutes: long enough to be looked at.
    await room.cloud.configure({ shiftMinuteSeconds: 1.4 });
    write({ ...what, answer: 'two' });
    const { stdout, stderr } = await room.scenario('deploy', ['--yes']);
    const output = `${stdout}${stderr}`;
    expect(output).toMatch(
      /CodeDeploy: Orders:live 10 % on version 2 \(Canary10Percent5Minutes, d-[A-Z0-9]+\): BeforeAllowTraffic Succeeded, AllowTraffic InProgress/,
    );
    expect(output).toMatch(/CodeDeploy: Orders:live 100 % on version 2 .*AfterAllowTraffic Succeeded/);
    expect(codeDeployCalls().filter((action) => !/^(Get|List|BatchGet)/.test(action))).toEqual([]);
  });

  test('that an alarm stops fails the stack with the name of the alarm', async () => {
    await room.cloud.configure({ shiftMinuteSeconds: 0.2 });
    await putAlarm(room.cloud.url, 'orders-errors');
    await setAlarm(room.cloud.url, 'orders-errors', 'ALARM');
    const what: ShiftedApp = { answer: 'three', type: 'Linear10PercentEvery1Minute', alarm: 'orders-errors' };
    const [instance] = (await deploy(what, 1)).instances;
    expect(instance?.failures[0]).toMatchObject({ path: 'OrdersAliaslive', rootCause: true });
    expect(instance?.reason).toMatch(
      /^OrdersAliaslive: CodeDeploy deployment d-\w+ \(Linear10PercentEvery1Minute\) of \S+:live to version 3 did not succeed: alarm orders-errors went off\. One or more alarms/,
    );
    expect(instance?.fix.join('\n')).toContain('Look at what alarm orders-errors watches');
  });

  test('whose hook fails names the hook', async () => {
    const [instance] = (await deploy({ answer: 'four', type: 'AllAtOnce', verdict: 'Failed' }, 1)).instances;
    expect(instance?.reason).toContain('its hook CodeDeployHook_before (BeforeAllowTraffic) failed');
    expect(instance?.fix.join('\n')).toContain('Look into /aws/lambda/CodeDeployHook_before');
  });

  test('needs every action in the policy that reads CodeDeploy', async () => {
    expect(room.policyOf('deploy').Statement.map(({ Sid }) => Sid)).toContain('CodeDeploy');
    const left = await room.unneeded('deploy');
    expect(left.filter((part) => part.startsWith('CodeDeploy'))).toEqual([]);
  });
});
