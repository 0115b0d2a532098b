import { expect, test } from '@jest/globals';
import type { AlarmKind } from '../../../src/aws/cloudformation-port.ts';
import { AwsError, type AwsErrorKind } from '../../../src/aws/ports.ts';
import type { StackPorts } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, type StackRoom, template } from '../../support/stack-room.ts';

const ERRORS = 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:errors';
const ALL = 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:all';
const request = requestFor(template('2'), { rollbackTriggers: { alarms: [ERRORS, ALL], monitoringMinutes: 5 } });

function roomWith(alarmKinds: StackPorts['alarmKinds']): StackRoom {
  const room = createStackRoom({}, alarmKinds === undefined ? {} : { alarmKinds });
  room.cloudformation.seed('app', { template: template('1') });
  return room;
}

const sent = (room: StackRoom) =>
  room.cloudformation.calls.filter(({ action }) => action === 'createChangeSet').map((call) => call.request);
const kinds = (...entries: readonly (readonly [string, AlarmKind])[]) => Promise.resolve(new Map(entries));
const refused = (kind: AwsErrorKind) =>
  new AwsError({
    kind,
    code: kind,
    message: 'not today',
    service: 'CloudWatch',
    action: 'DescribeAlarms',
    region: 'eu-west-1',
  });

test('alarms are sent with the kind that CloudWatch says they are', async () => {
  const room = roomWith(() => kinds([ERRORS, 'metric'], [ALL, 'composite']));
  expect(await room.prepare(request)).toMatchObject({ kind: 'change-set', notes: [] });
  expect(sent(room)).toMatchObject([
    {
      rollbackTriggers: {
        alarms: [
          { arn: ERRORS, kind: 'metric' },
          { arn: ALL, kind: 'composite' },
        ],
        monitoringMinutes: 5,
      },
    },
  ]);
});

test('an alarm that is not there is said in the plan, because CloudFormation rolls back for it', async () => {
  const room = roomWith(() => kinds([ERRORS, 'metric']));
  expect(await room.prepare(request)).toMatchObject({
    notes: [expect.stringMatching(/alarm:all is not there.*rolls the operation back/)],
  });
});

test.each(['denied', 'unreachable', 'throttled'] as const)(
  'where CloudWatch cannot be asked (%s) they are metric alarms, and the plan says so',
  async (kind) => {
    const room = roomWith(() => Promise.reject(refused(kind)));
    expect(await room.prepare(request)).toMatchObject({
      kind: 'change-set',
      notes: [expect.stringMatching(/taken for metric alarms.*DescribeAlarms: not today/)],
    });
    expect(sent(room)).toMatchObject([{ rollbackTriggers: { alarms: [{ kind: 'metric' }, { kind: 'metric' }] } }]);
  },
);

test('CloudWatch is not asked about a stack without rollback alarms', async () => {
  const room = roomWith(() => Promise.reject(new Error('asked')));
  expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'change-set' });
});
