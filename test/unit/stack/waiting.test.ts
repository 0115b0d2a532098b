import { describe, expect, test } from '@jest/globals';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const HOUR = 3_600_000;

describe("somebody else's operation", () => {
  test('is waited for, and then the stack is planned as it is', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 300_000, 'UPDATE_COMPLETE');
    const begin = room.clock.now();
    const preparation = await room.prepare(requestFor(template('2')));
    expect(preparation).toMatchObject({ kind: 'change-set', type: 'UPDATE', before: { stackId: stack.stackId } });
    expect(room.clock.now() - begin).toBeGreaterThanOrEqual(300_000);
    expect(room.events).toContainEqual(
      expect.objectContaining({
        type: 'instance.state',
        state: 'waiting',
        text: expect.stringContaining('UPDATE_IN_PROGRESS'),
      }),
    );
  });

  test.each(['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'])(
    'that only cleans up (%s) is waited for, and nothing is deleted',
    async (status) => {
      const room = createStackRoom();
      room.cloudformation.seed('app', { template: template('1') });
      room.cloudformation.busy('app', status, 60_000, 'UPDATE_COMPLETE');
      expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
      expect(room.calls()).not.toContain('deleteStack');
    },
  );

  test('that is a deletion is waited for, and the stack is created anew', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'DELETE_IN_PROGRESS', 60_000, 'DELETE_COMPLETE');
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'change-set', type: 'CREATE' });
  });

  test('that outlasts the time limit is a timeout that names it', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 2 * HOUR, 'UPDATE_COMPLETE');
    const preparation = await room.prepare(requestFor(template('2'), { timeoutMs: HOUR }));
    expect(preparation).toMatchObject({ kind: 'failed', state: 'timed-out' });
    expect(preparation).toMatchObject({ reason: expect.stringContaining(stack.operations[0]?.id ?? '?') });
    expect(room.calls()).not.toContain('createChangeSet');
  });

  test('that begins between the read and the change set is waited for too', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({
      action: 'createChangeSet',
      kind: 'conflict',
      message: 'Stack:arn:x is in UPDATE_IN_PROGRESS state and can not be updated.',
    });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
    expect(room.calls().filter((name) => name === 'createChangeSet')).toHaveLength(2);
  });

  test('is waited for through reads that fail for a while', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 300_000, 'UPDATE_COMPLETE');
    room.cloudformation.fault({ action: 'describeStack', kind: 'server', after: 2, times: 4 });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'change-set' });
  });

  test('stops being waited for when the run is cancelled', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', HOUR, 'UPDATE_COMPLETE');
    room.clock.at(room.clock.now() + 60_000, () => room.abort.abort(new Error('SIGINT')));
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'failed', state: 'cancelled' });
  });
});

describe('credentials that are lost while CloudFormation is at work', () => {
  const lost = { kind: 'credentials', message: 'The security token is expired', times: 1_000 } as const;

  test("in somebody else's operation: not called failed, and what goes on is named", async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', HOUR, 'UPDATE_COMPLETE');
    room.cloudformation.fault({ action: 'describeStack', ...lost, after: 3 });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      kind: 'failed',
      state: 'timed-out',
      reason: expect.stringMatching(/token is expired; UPDATE_IN_PROGRESS .* of stack app goes on in CloudFormation/),
      fix: ['Check the credentials of this target.', expect.stringContaining('takes over what still runs')],
    });
  });

  test('in the deletion of a stack that is to be created again', async () => {
    const room = createStackRoom({ resourceMs: 600_000 });
    room.cloudformation.seed('app', { template: template('1'), status: 'ROLLBACK_COMPLETE' });
    room.cloudformation.fault({ action: 'describeStack', ...lost, after: 2 });
    expect(await room.prepare(requestFor(template('1')))).toMatchObject({
      state: 'timed-out',
      reason: expect.stringContaining('the deletion of stack app goes on in CloudFormation'),
    });
  });

  test('in a stack rollback that is continued', async () => {
    const room = createStackRoom({ rollbackMs: 600_000 });
    room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_ROLLBACK_FAILED' });
    room.cloudformation.fault({ action: 'describeStack', ...lost, after: 3 });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      state: 'timed-out',
      reason: expect.stringMatching(/the stack rollback of app goes on in CloudFormation: UPDATE_ROLLBACK_IN_PROGRESS/),
    });
  });

  test('in the making of a change set, which is said to be left', async () => {
    const room = createStackRoom({ changeSetMs: 60_000 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    for (const action of ['describeChangeSet', 'deleteChangeSet'] as const)
      room.cloudformation.fault({ action, ...lost });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/token is expired; its change set may be left on stack app, and changes nothing/),
      fix: ['Check the credentials of this target and run the same command again.'],
    });
    expect(stack.status).toBe('CREATE_COMPLETE');
  });

  test('before anything runs the stack is as it was', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'describeStack', ...lost });
    const preparation = await room.prepare(requestFor(template('2')));
    expect(preparation).toMatchObject({ state: 'failed', reason: expect.not.stringContaining('goes on') });
  });

  test('a run that comes after with new credentials goes on with what ran', async () => {
    const room = createStackRoom({ resourceMs: 600_000 });
    room.cloudformation.seed('app', { template: template('1'), status: 'ROLLBACK_COMPLETE' });
    room.cloudformation.fault({ action: 'describeStack', ...lost, after: 2, times: 1 });
    expect(await room.prepare(requestFor(template('1')))).toMatchObject({ state: 'timed-out' });
    expect(await room.deploy(requestFor(template('1'), { runId: 'run-2' }))).toMatchObject({ state: 'succeeded' });
  });
});
