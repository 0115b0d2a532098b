import { describe, expect, test } from '@jest/globals';
import { alignSettings } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const settings = { terminationProtection: true, stackPolicy: '{"Statement":[]}' };

describe('settings around a stack', () => {
  test('a stack policy guards the update already that sets it', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    await room.deploy(requestFor(template('2'), settings));
    expect(room.calls().indexOf('setStackPolicy')).toBeLessThan(room.calls().indexOf('executeChangeSet'));
    expect(stack).toMatchObject({ policy: settings.stackPolicy, terminationProtection: true });
  });

  test('of a new stack are set once it is there', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(template('1'), settings));
    expect(room.cloudformation.stack('app')).toMatchObject({
      policy: settings.stackPolicy,
      terminationProtection: true,
    });
    expect(room.calls().indexOf('setStackPolicy')).toBeGreaterThan(room.calls().indexOf('executeChangeSet'));
  });

  test('termination protection is only touched where it differs', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1'), terminationProtection: true });
    await room.deploy(requestFor(template('2'), { terminationProtection: true }));
    await room.deploy(requestFor(template('3'), { runId: 'run-2' }));
    expect(room.calls()).not.toContain('setTerminationProtection');
  });

  test('termination protection is not turned on for a deployment that failed', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    await room.deploy(
      requestFor(template('2', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'no' } }), { terminationProtection: true }),
    );
    expect(room.calls()).not.toContain('setTerminationProtection');
  });

  test('of a stack without a change are set when a deployment asks for it, not by planning', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('1'), settings);
    const preparation = await room.prepare(request);
    expect(stack).toMatchObject({ terminationProtection: false, policy: undefined });
    if (preparation.kind !== 'no-change') throw new Error('expected no change');
    await alignSettings(request, preparation, room.ports);
    expect(stack).toMatchObject({ terminationProtection: true, policy: settings.stackPolicy });
  });

  test('that cannot be set after the stack is done are a warning, not a failure', async () => {
    const room = createStackRoom();
    room.cloudformation.fault({ action: 'setTerminationProtection', kind: 'denied', message: 'not you' });
    expect(await room.deploy(requestFor(template('1'), settings))).toMatchObject({ state: 'succeeded' });
    expect(room.events).toContainEqual(
      expect.objectContaining({ type: 'note', level: 'warning', text: expect.stringContaining('not you') }),
    );
  });
});

describe('the service role', () => {
  const serviceRole = 'arn:aws:iam::111111111111:role/cfn';
  const rolesOf = (room: ReturnType<typeof createStackRoom>, action: string) =>
    room.cloudformation.calls
      .filter((call) => call.action === action)
      .map(({ request }) => (request as { readonly roleArn?: string }).roleArn);

  test('and the topics are given to CloudFormation with the change set', async () => {
    const room = createStackRoom();
    const notificationArns = ['arn:aws:sns:eu-west-1:111111111111:events'];
    await room.deploy(requestFor(template('1'), { serviceRole, notificationArns }));
    expect(rolesOf(room, 'createChangeSet')).toEqual([serviceRole]);
    expect(room.cloudformation.calls.find(({ action }) => action === 'createChangeSet')?.request).toMatchObject({
      notificationArns,
    });
  });

  test('deletes a failed first create', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1'), status: 'ROLLBACK_COMPLETE' });
    await room.deploy(requestFor(template('1'), { serviceRole }));
    expect(rolesOf(room, 'deleteStack')).toEqual([serviceRole]);
  });

  test('continues a stack rollback', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_ROLLBACK_FAILED' });
    await room.deploy(requestFor(template('2'), { serviceRole }));
    expect(rolesOf(room, 'continueUpdateRollback')).toEqual([serviceRole]);
  });
});
