import { describe, expect, test } from '@jest/globals';
import { discardPreparation, prepareStack, type StackPorts } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, type StackRoom, template } from '../../support/stack-room.ts';

const DAY = 24 * 3_600_000;

/** A plan that nobody will execute. */
function planning(room: StackRoom): StackPorts {
  return { ...room.ports, repair: false, waits: false };
}

describe('a plan that nobody will execute', () => {
  test.each(['UPDATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'DELETE_IN_PROGRESS'])(
    'does not wait for who is at work in the stack (%s), and says so',
    async (status) => {
      const room = createStackRoom();
      room.cloudformation.seed('app', { template: template('1') });
      room.cloudformation.busy('app', status, 300_000, 'UPDATE_COMPLETE');
      const begin = room.clock.now();
      expect(await prepareStack(requestFor(template('2')), planning(room))).toEqual({
        kind: 'unreviewed',
        notes: [expect.stringContaining(status)],
      });
      expect(room.clock.now()).toBe(begin);
      expect(room.calls()).not.toContain('createChangeSet');
    },
  );

  test('deletes no change set but its own, however old the others are', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: { Resources: {} }, status: 'REVIEW_IN_PROGRESS' });
    room.cloudformation.leaveChangeSet('app', 'smr-run-0-kept', room.clock.now() - 40 * DAY);
    const request = requestFor(template('1'));
    const ports = planning(room);
    await discardPreparation(request, await prepareStack(request, ports), ports);
    const left = [...(room.cloudformation.stack('app')?.changeSets.values() ?? [])];
    expect(left.map(({ name }) => name)).toEqual(['smr-run-0-kept']);
  });

  test('deletes none either where CloudFormation takes no more', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.leaveChangeSet('app', 'smr-run-0-kept', room.clock.now());
    room.cloudformation.fault({ action: 'createChangeSet', kind: 'other', code: 'LimitExceededException', times: 2 });
    expect(await prepareStack(requestFor(template('2')), planning(room))).toMatchObject({ kind: 'failed' });
    expect(room.calls()).not.toContain('deleteChangeSet');
  });
});

test('a change set that goes while it is made, as when a plan takes its empty stack away, is made again', async () => {
  const room = createStackRoom({ changeSetMs: 10_000 });
  room.cloudformation.seed('app', { template: template('1') });
  const { createChangeSet } = room.cloudformation;
  let made = 0;
  const cloudformation: StackPorts['cloudformation'] = {
    ...room.cloudformation,
    createChangeSet: async (request) => {
      const created = await createChangeSet(request);
      made += 1;
      if (made === 1) room.cloudformation.stack('app')?.changeSets.delete(created.id);
      return created;
    },
  };
  const preparation = await prepareStack(requestFor(template('2')), { ...room.ports, cloudformation });
  expect([preparation.kind, made]).toEqual(['change-set', 2]);
});
