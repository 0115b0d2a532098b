import { describe, expect, test } from '@jest/globals';
import { type RemoveRequest, removeStack } from '../../../src/stack/index.ts';
import { createStackRoom, template } from '../../support/stack-room.ts';

const MINUTE = 60_000;
const request: RemoveRequest = { instance: 'app@eu-west-1', stackName: 'app', runId: 'run-1', timeoutMs: 30 * MINUTE };
const broken = {
  template: template('1', { Bucket: { Type: 'AWS::S3::Bucket' } }),
  broken: { Bucket: 'The bucket you tried to delete is not empty' },
};

describe('removing a stack', () => {
  test('deletes it and waits until it is gone', async () => {
    const room = createStackRoom({ resourceMs: 5 * MINUTE, staleReads: 2 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    expect(await removeStack(request, room.ports)).toMatchObject({ state: 'succeeded', stackId: stack.stackId });
    expect(stack.status).toBe('DELETE_COMPLETE');
  });

  test('that is not there is no change', async () => {
    const room = createStackRoom();
    expect(await removeStack(request, room.ports)).toMatchObject({ state: 'no-change' });
    expect(room.calls()).toEqual(['describeStack']);
  });

  test('with termination protection is refused and says how to turn it off', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1'), terminationProtection: true });
    expect(await removeStack(request, room.ports)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('termination protection'),
      fix: [expect.stringContaining('update-termination-protection')],
    });
    expect(room.calls()).toEqual(['describeStack']);
  });

  test("waits out somebody else's operation first, so that nothing is orphaned", async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'UPDATE_ROLLBACK_IN_PROGRESS', 10 * MINUTE, 'UPDATE_ROLLBACK_COMPLETE');
    expect(await removeStack(request, room.ports)).toMatchObject({ state: 'succeeded' });
    expect(stack.status).toBe('DELETE_COMPLETE');
  });

  test('joins a deletion that runs already', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.busy('app', 'DELETE_IN_PROGRESS', MINUTE, 'DELETE_COMPLETE');
    expect(await removeStack(request, room.ports)).toMatchObject({ state: 'succeeded' });
    expect(room.calls()).not.toContain('deleteStack');
  });

  test('that refuses is stuck, naming the resource, the reason and what to do', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', broken);
    expect(await removeStack(request, room.ports)).toMatchObject({
      state: 'stuck',
      stackStatus: 'DELETE_FAILED',
      failures: [{ path: 'Bucket', reason: 'The bucket you tried to delete is not empty' }],
      fix: [expect.stringContaining('Empty bucket'), expect.stringContaining('run the same command again')],
    });
  });

  test('leaves behind only what may be left, and only after it refused', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', broken);
    expect(await removeStack({ ...request, retain: ['Bucket'] }, room.ports)).toMatchObject({ state: 'succeeded' });
    expect(stack.resources.get('Bucket')?.status).toBe('DELETE_SKIPPED');
    const requests = room.cloudformation.calls
      .filter(({ action }) => action === 'deleteStack')
      .map((call) => call.request);
    expect(requests).toHaveLength(2);
    expect(requests[0]).not.toHaveProperty('retainResources');
    expect(requests[1]).toMatchObject({ retainResources: ['Bucket'] });
  });

  test('orphans nothing while something else refuses as well', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { ...broken, broken: { ...broken.broken, Fn: 'in use' } });
    expect(await removeStack({ ...request, retain: ['Bucket'] }, room.ports)).toMatchObject({ state: 'stuck' });
    expect(room.calls().filter((name) => name === 'deleteStack')).toHaveLength(1);
  });

  test('that takes too long is a timeout', async () => {
    const room = createStackRoom({ resourceMs: 60 * MINUTE });
    room.cloudformation.seed('app', { template: template('1') });
    expect(await removeStack(request, room.ports)).toMatchObject({
      state: 'timed-out',
      reason: expect.stringContaining('still running'),
    });
  });

  test('is not waited for any longer when the run is cancelled', async () => {
    const room = createStackRoom({ resourceMs: 60 * MINUTE });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.clock.at(room.clock.now() + MINUTE, () => room.abort.abort(new Error('SIGTERM')));
    expect(await removeStack(request, room.ports)).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining('goes on'),
    });
    expect(stack.status).toBe('DELETE_IN_PROGRESS');
  });
});
