import { describe, expect, test } from '@jest/globals';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

describe('a new stack', () => {
  test('is created by a CREATE change set and ends succeeded with its outputs', async () => {
    const room = createStackRoom();
    const outcome = await room.deploy(requestFor(template('1')));
    expect(outcome).toMatchObject({
      state: 'succeeded',
      stackStatus: 'CREATE_COMPLETE',
      outputs: { Url: 'https://1.example.com' },
      failures: [],
    });
  });

  test('can be planned twice, because a stack that is only in review is still created', async () => {
    const room = createStackRoom();
    const first = await room.prepare(requestFor(template('1')));
    const second = await room.prepare(requestFor(template('1'), { runId: 'run-2' }));
    expect(first).toMatchObject({ kind: 'change-set', type: 'CREATE' });
    expect(second).toMatchObject({ kind: 'change-set', type: 'CREATE' });
  });

  test('rolls back without leaving retained orphans when its first create fails', async () => {
    const room = createStackRoom();
    const table = { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' as const };
    const bad = { Type: 'AWS::SQS::Queue', $fail: 'no', $ms: 5 };
    const outcome = await room.deploy(requestFor(template('1', { Table: table, Bad: bad })));
    expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'ROLLBACK_COMPLETE' });
    expect(room.cloudformation.stack('app')?.resources.get('Table')?.status).toBe('DELETE_COMPLETE');
  });
});

describe('an existing stack', () => {
  test('is updated by an UPDATE change set', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const outcome = await room.deploy(requestFor(template('2')));
    expect(outcome).toMatchObject({ state: 'succeeded', stackStatus: 'UPDATE_COMPLETE' });
    expect(outcome).toMatchObject({ outputs: { Url: 'https://2.example.com' } });
  });

  test('that has no change ends as no-change with its outputs and leaves no change set', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const preparation = await room.prepare(requestFor(template('1')));
    expect(preparation).toMatchObject({ kind: 'no-change', outputs: { Url: 'https://1.example.com' } });
    expect(stack.changeSets.size).toBe(0);
  });

  test('that has no change is no-change also when the empty change set cannot be deleted', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'deleteChangeSet', kind: 'denied' });
    expect(await room.prepare(requestFor(template('1')))).toMatchObject({ kind: 'no-change' });
  });

  test('whose outputs alone change is a change set without resources, and is executed', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const next = { ...template('1'), Outputs: { Url: { Value: 'https://new.example.com' } } };
    const preparation = await room.prepare(requestFor(next));
    expect(preparation).toMatchObject({ kind: 'change-set', resourceLess: true, changes: [] });
    await room.deploy(requestFor(next, { runId: 'run-2' }));
    expect(stack.outputs).toEqual({ Url: 'https://new.example.com' });
  });

  test('counts as succeeded while CloudFormation still removes old resources', async () => {
    const room = createStackRoom({ cleanupMs: 600_000 });
    room.cloudformation.seed('app', { template: template('1', { Old: { Type: 'AWS::SQS::Queue' } }) });
    const outcome = await room.deploy(requestFor(template('1')));
    expect(outcome).toMatchObject({ state: 'succeeded', stackStatus: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' });
  });
});

describe('the number of calls', () => {
  test('is small for a change that takes no time', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    await room.deploy(requestFor(template('2')));
    expect(room.calls()).toEqual([
      'describeStack',
      'createChangeSet',
      'describeChangeSet',
      'describeStack',
      'executeChangeSet',
      'describeStack',
    ]);
  });

  test('is small when nothing changes', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    await room.deploy(requestFor(template('1')));
    expect(room.calls()).toEqual(['describeStack', 'createChangeSet', 'describeChangeSet', 'deleteChangeSet']);
  });

  test.each([20, 60, 600])('stays under one poll in two seconds for a stack of %d seconds', async (seconds) => {
    const room = createStackRoom({ changeSetMs: 5_000, resourceMs: seconds * 1_000 });
    room.cloudformation.seed('app', { template: template('1') });
    const begin = room.clock.now();
    await room.deploy(requestFor(template('2')));
    // The first read and the one before the execution are no polls.
    const polls = room.calls().filter((name) => name.startsWith('describe')).length - 2;
    expect(polls).toBeLessThanOrEqual((room.clock.now() - begin) / 2_000);
  });

  test('an empty or tiny deployment returns within a second', async () => {
    const room = createStackRoom();
    const begin = room.clock.now();
    await room.deploy(requestFor(template('1')));
    await room.deploy(requestFor(template('1'), { runId: 'run-2' }));
    expect(room.clock.now() - begin).toBeLessThan(1_000);
  });

  test('the end of a stack of 20 seconds is seen soon, sooner still when an earlier one told how long it takes', async () => {
    const room = createStackRoom({ changeSetMs: 5_000, resourceMs: 20_000 });
    room.cloudformation.seed('app', { template: template('1') });
    const begin = room.clock.now();
    const first = await room.deploy(requestFor(template('2')));
    const middle = room.clock.now();
    expect(middle - begin).toBeLessThan(28_600);
    const expectedMs = 'tookMs' in first ? (first.tookMs ?? 0) : 0;
    await room.deploy(requestFor(template('3'), { runId: 'run-2', expectedMs }));
    expect(room.clock.now() - middle).toBeLessThanOrEqual(middle - begin);
  });
});
