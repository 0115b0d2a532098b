import { describe, expect, test } from '@jest/globals';
import { removeStack } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const UNKNOWN = 'Value EXPRESS for DeploymentConfig.Mode is not supported in this region';

describe('Express mode', () => {
  test('is asked for in the change set, which then says alone what becomes of a failure', async () => {
    const room = createStackRoom();
    expect(await room.deploy(requestFor(template('1'), { express: true }))).toMatchObject({ state: 'succeeded' });
    const [created] = room.cloudformation.calls.filter(({ action }) => action === 'createChangeSet');
    expect(created?.request).toMatchObject({ express: { disableRollback: false } });
    const [executed] = room.cloudformation.calls.filter(({ action }) => action === 'executeChangeSet');
    expect(executed?.request).not.toHaveProperty('disableRollback');
    expect(executed?.request).not.toHaveProperty('retainExceptOnCreate');
  });

  test('is not asked for unless somebody wants it', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(template('1')));
    const [created] = room.cloudformation.calls.filter(({ action }) => action === 'createChangeSet');
    expect(created?.request).not.toHaveProperty('express');
  });

  test('that a region does not have is done without, and the plan says so', async () => {
    const room = createStackRoom();
    room.cloudformation.fault({ action: 'createChangeSet', kind: 'invalid', message: UNKNOWN });
    const prepared = await room.prepare(requestFor(template('1'), { express: true }));
    expect(prepared).toMatchObject({ kind: 'change-set', notes: [expect.stringContaining('standard mode')] });
    expect(room.calls().filter((name) => name === 'createChangeSet')).toHaveLength(2);
  });

  test.each([
    ['invalid', 'Template format error'],
    ['denied', 'not authorized to use express mode'],
  ] as const)('does not hide another refusal: %s, %s', async (kind, message) => {
    const room = createStackRoom();
    room.cloudformation.fault({ action: 'createChangeSet', kind, message });
    const prepared = await room.prepare(requestFor(template('1'), { express: true }));
    expect(prepared).toMatchObject({ kind: 'failed', reason: expect.stringContaining(message) });
  });

  test('deletes a stack, and where a region does not have it the stack is deleted all the same', async () => {
    const room = createStackRoom();
    const request = { instance: 'app@eu-west-1', stackName: 'app', runId: 'run-1', timeoutMs: 60_000, express: true };
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'deleteStack', kind: 'invalid', message: UNKNOWN });
    expect(await removeStack(request, room.ports)).toMatchObject({ state: 'succeeded' });
    const sent = room.cloudformation.calls
      .filter(({ action }) => action === 'deleteStack')
      .map(({ request }) => request);
    expect(sent).toMatchObject([{ express: true }, expect.not.objectContaining({ express: true })]);
  });
});
