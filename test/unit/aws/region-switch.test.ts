import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Aws } from '../../../src/aws/index.ts';
import type { RegionSwitch, SwitchRequest } from '../../../src/aws/region-switch-port.ts';
import { identity } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

const PLAN = 'arn:aws:arc-region-switch::111111111111:plan/shop:abc123';
const request: SwitchRequest = {
  plan: PLAN,
  region: 'eu-central-1',
  action: 'activate',
  mode: 'ungraceful',
  comment: 'lost',
  token: 'run-1',
};
const { signal } = new AbortController();
const JSON_1_0 = { 'content-type': 'application/x-amz-json-1.0' };
const json = (body: object, status = 200): Answer => ({ status, headers: JSON_1_0, body: JSON.stringify(body) });

let server: TestServer;
let aws: Aws;
let answer: (request: Request) => Answer;
let port: RegionSwitch;

beforeEach(async () => {
  server = await serve((asked) => (asked.action === 'GetCallerIdentity' ? identity('111111111111') : answer(asked)));
  ({ aws } = awsAt(server.url));
  port = aws.session(target({}, { region: 'eu-central-1' })).regionSwitch;
});
afterEach(async () => {
  aws.close();
  await server.close();
});

const asked = () => server.requests.filter(({ service }) => service === 'arc-region-switch');

describe('Region switch', () => {
  test('is asked in its JSON protocol, signed for the region of the target', async () => {
    answer = () => json({ executionId: 'e1' });
    expect(await port.start(request, signal)).toBe('e1');
    const [call] = asked();
    expect([
      call?.method,
      call?.path,
      call?.region,
      call?.headers['x-amz-target'],
      call?.headers['content-type'],
    ]).toEqual(['POST', '/', 'eu-central-1', 'ArcRegionSwitch.StartPlanExecution', 'application/x-amz-json-1.0']);
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      planArn: PLAN,
      targetRegion: 'eu-central-1',
      action: 'activate',
      mode: 'ungraceful',
      comment: 'lost',
      clientToken: 'run-1',
    });
    expect(aws.ledger.entries.map(({ service, action, region }) => `${service} ${action} ${region}`)).toContain(
      'ARCRegionSwitch StartPlanExecution eu-central-1',
    );
  });

  test('tells executions as plain data, whatever a later version adds', async () => {
    const execution = {
      executionId: 'e1',
      executionState: 'somethingNew',
      executionAction: 'deactivate',
      executionRegion: 'eu-west-1',
      startTime: 1_767_600_000.5,
      stepStates: [{ name: 'dns', status: 'running', more: 1 }],
    };
    answer = ({ action }) => json(action === 'ListPlanExecutions' ? { items: [execution] } : execution);
    const told = { id: 'e1', state: 'somethingNew', action: 'deactivate', region: 'eu-west-1' };
    expect(await port.execution(PLAN, 'e1', signal)).toEqual({ ...told, steps: [{ name: 'dns', status: 'running' }] });
    expect(await port.executions(PLAN, signal)).toMatchObject([told]);
  });

  test('tells refusals by their code, with and without the namespace of the shape', async () => {
    answer = () => json({ __type: 'com.amazonaws.arcregionswitch#IllegalStateException', message: 'it runs' }, 400);
    await expect(port.start(request, signal)).rejects.toMatchObject({
      code: 'IllegalStateException',
      message: 'it runs',
    });
    answer = () => json({ __type: 'ResourceNotFoundException', message: 'no' }, 404);
    await expect(port.execution(PLAN, 'e', signal)).rejects.toMatchObject({ kind: 'not-found' });
    answer = () => json({ __type: 'AccessDeniedException', Message: 'no' }, 403);
    await expect(port.start(request, signal)).rejects.toMatchObject({ kind: 'denied', message: 'no' });
    answer = () => ({ status: 503, body: '<html>' });
    await expect(port.start(request, signal)).rejects.toMatchObject({ kind: 'server' });
  });

  test('is unreachable when the connection breaks, and ends when it is cut off', async () => {
    answer = () => ({ reset: 'before' });
    await expect(port.start(request, signal)).rejects.toMatchObject({ kind: 'unreachable' });
    answer = () => ({ hang: true });
    const cut = new AbortController();
    const call = port.start(request, cut.signal);
    setImmediate(() => cut.abort());
    await expect(call).rejects.toMatchObject({ name: 'AwsError' });
    expect(asked().filter(({ action }) => action === 'StartPlanExecution').length).toBeLessThanOrEqual(2);
  });

  test('is not asked where a rule stands against it', async () => {
    aws.restrictContacts(({ service }) => (service === 'ARCRegionSwitch' ? 'no' : undefined));
    await expect(port.start(request, signal)).rejects.toMatchObject({ code: 'contact-refused' });
    expect(asked()).toEqual([]);
  });
});
