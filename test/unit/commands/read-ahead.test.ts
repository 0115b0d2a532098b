import { expect, test } from '@jest/globals';
import type { Stack } from '../../../src/aws/cloudformation-port.ts';
import { readAhead } from '../../../src/commands/deploy/read-ahead.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

/** A stack whose last change set was executed by us. */
async function deployed() {
  const room = createStackRoom();
  await room.deploy(requestFor(template('1')));
  room.cloudformation.clearCalls();
  return room;
}

async function readBoth({ describeStack, describeChangeSet }: ReturnType<typeof readAhead>): Promise<Stack> {
  const stack = await describeStack('app');
  if (stack?.changeSetId === undefined) throw new Error('the stack names no change set');
  expect(await describeChangeSet(stack.changeSetId)).toMatchObject({ executionStatus: 'EXECUTE_COMPLETE' });
  return stack;
}

test('a stack and its last change set are read once, and anew when they are asked for again', async () => {
  const room = await deployed();
  const ahead = readAhead(room.cloudformation, 'app', room.clock);
  await room.clock.sleep(1_000);
  await readBoth(ahead);
  expect(room.calls()).toEqual(['describeStack', 'describeChangeSet']);
  await readBoth(ahead);
  expect(room.calls()).toHaveLength(4);
});

test('what was read too long ago is read anew', async () => {
  const room = await deployed();
  const ahead = readAhead(room.cloudformation, 'app', room.clock);
  await room.clock.sleep(5_000);
  room.cloudformation.clearCalls();
  await readBoth(ahead);
  expect(room.calls()).toEqual(['describeStack', 'describeChangeSet']);
});

test('other stacks, and other change sets, are asked for as ever', async () => {
  const room = await deployed();
  const ahead = readAhead(room.cloudformation, 'app', room.clock);
  const { stackId } = await readBoth(ahead);
  const { id } = await ahead.createChangeSet({
    stackName: 'app',
    name: 'other',
    type: 'UPDATE',
    template: { body: JSON.stringify(template('2')) },
    parameters: [],
    tags: {},
    capabilities: [],
    notificationArns: [],
    includeNestedStacks: false,
    clientToken: 'other',
  });
  expect(await ahead.describeChangeSet(id, { properties: true })).toMatchObject({ id, status: 'CREATE_COMPLETE' });
  expect(await ahead.describeStack(stackId)).toMatchObject({ stackId });
});

test('a read that fails is told to whoever asks, and harms nobody when nobody does', async () => {
  const room = await deployed();
  room.cloudformation.fault({ action: 'describeStack', kind: 'denied', times: 2 });
  readAhead(room.cloudformation, 'app', room.clock);
  const ahead = readAhead(room.cloudformation, 'app', room.clock);
  await room.clock.sleep(1_000);
  await expect(ahead.describeStack('app')).rejects.toMatchObject({ kind: 'denied' });
});
