import { describe, expect, test } from '@jest/globals';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const TABLE = { Type: 'AWS::DynamoDB::Table' };

describe('a stack whose first create failed', () => {
  test.each(['ROLLBACK_COMPLETE', 'CREATE_FAILED', 'ROLLBACK_FAILED'])(
    '(%s) is deleted and created again',
    async (status) => {
      const room = createStackRoom({ resourceMs: 10_000 });
      const old = room.cloudformation.seed('app', {
        template: template('1'),
        status,
        resources: { Fn: 'DELETE_COMPLETE' },
      });
      expect(await room.deploy(requestFor(template('2')))).toMatchObject({
        state: 'succeeded',
        stackStatus: 'CREATE_COMPLETE',
      });
      expect(old.status).toBe('DELETE_COMPLETE');
    },
  );

  test('is left alone when termination protection is on', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', {
      template: template('1'),
      status: 'ROLLBACK_COMPLETE',
      terminationProtection: true,
    });
    const preparation = await room.prepare(requestFor(template('2')));
    expect(preparation).toMatchObject({
      kind: 'failed',
      state: 'stuck',
      reason: expect.stringContaining('termination protection'),
    });
    expect(preparation).toMatchObject({ fix: [expect.stringContaining('--no-enable-termination-protection')] });
    expect(room.calls()).not.toContain('deleteStack');
  });

  test.each([
    ['a stateful resource that still exists', { Table: TABLE }, { Table: 'CREATE_COMPLETE' }],
    [
      'a resource that its policy retains',
      { Queue: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' as const } },
      { Queue: 'CREATE_COMPLETE' },
    ],
    ['a resource that the rollback left behind', { Queue: { Type: 'AWS::SQS::Queue' } }, { Queue: 'DELETE_SKIPPED' }],
  ])('is left alone when it holds %s', async (_, resources, statuses) => {
    const room = createStackRoom();
    room.cloudformation.seed('app', {
      template: template('1', resources),
      status: 'ROLLBACK_COMPLETE',
      resources: { Fn: 'DELETE_COMPLETE', ...statuses },
    });
    const preparation = await room.prepare(requestFor(template('2')));
    expect(preparation).toMatchObject({
      kind: 'failed',
      state: 'stuck',
      reason: expect.stringContaining(Object.keys(resources)[0] ?? '?'),
    });
    expect(room.calls()).not.toContain('deleteStack');
  });

  test.each([
    ['holds data', TABLE],
    ['is retained, once created', { Type: 'AWS::SQS::Queue', DeletionPolicy: 'RetainExceptOnCreate' as const }],
  ])('is left alone when a resource in a nested stack %s', async (_, resource) => {
    const room = createStackRoom();
    const child = room.cloudformation.seed('app-Child', { template: template('1', { Inner: resource }) });
    const stack = room.cloudformation.seed('app', {
      template: template('1', { Child: { Type: 'AWS::CloudFormation::Stack' } }),
      status: 'CREATE_FAILED',
    });
    const nested = stack.resources.get('Child');
    if (nested !== undefined) nested.physicalId = child.stackId;
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      kind: 'failed',
      state: 'stuck',
      reason: expect.stringContaining('Child.Inner'),
    });
    expect(room.calls()).not.toContain('deleteStack');
  });

  test('is not deleted for a deployment that would be refused anyway', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', {
      template: template('1'),
      status: 'ROLLBACK_COMPLETE',
      resources: { Fn: 'DELETE_COMPLETE' },
    });
    const next = { ...template('2'), Parameters: { Stage: { Type: 'String' } } };
    expect(await room.prepare(requestFor(next))).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('Stage'),
    });
    expect(room.calls()).not.toContain('deleteStack');
  });

  test.each(['ROLLBACK_COMPLETE', 'CREATE_FAILED', 'ROLLBACK_FAILED'])(
    'in %s is not deleted by a plan that nobody will execute, which shows that it will be created anew',
    async (status) => {
      const room = createStackRoom({}, { repair: false });
      const resources = { Fn: 'DELETE_COMPLETE' };
      const stack = room.cloudformation.seed('app', { template: template('1'), status, resources });
      const wanted = template('2', { Queue: { Type: 'AWS::SQS::Queue' } });
      expect(await room.prepare(requestFor(wanted))).toMatchObject({
        kind: 'recreate',
        stackId: stack.stackId,
        before: { status },
        changes: [
          { path: 'Fn', resourceType: 'AWS::Lambda::Function', action: 'Add', dataLoss: false },
          { path: 'Queue', resourceType: 'AWS::SQS::Queue', action: 'Add' },
        ],
        notes: [expect.stringContaining('deletes it and creates it anew'), expect.stringContaining('no change set')],
      });
      expect(room.calls()).not.toContain('deleteStack');
      expect(room.calls()).not.toContain('createChangeSet');
    },
  );

  test('is stuck in a plan too when something in it is kept', async () => {
    const room = createStackRoom({}, { repair: false });
    const kept = { Table: { Type: 'AWS::DynamoDB::Table' } };
    room.cloudformation.seed('app', { template: template('1', kept), status: 'ROLLBACK_COMPLETE' });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'failed', state: 'stuck' });
  });

  test('is stuck, naming the resource, when it cannot be deleted', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', {
      template: template('1', { Queue: { Type: 'AWS::SQS::Queue' } }),
      status: 'ROLLBACK_FAILED',
      broken: { Queue: 'Queue is in use' },
    });
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({
      kind: 'failed',
      state: 'stuck',
      failures: [expect.objectContaining({ path: 'Queue', reason: 'Queue is in use' })],
    });
  });
});

describe('a living stack', () => {
  test.each(['UPDATE_ROLLBACK_COMPLETE', 'IMPORT_ROLLBACK_COMPLETE', 'IMPORT_COMPLETE', 'UPDATE_FAILED'])(
    'in %s is updated and never deleted',
    async (status) => {
      const room = createStackRoom();
      room.cloudformation.seed('app', { template: template('1', { Table: TABLE }), status });
      expect(await room.deploy(requestFor(template('2', { Table: TABLE })))).toMatchObject({ state: 'succeeded' });
      expect(room.calls()).not.toContain('deleteStack');
    },
  );
});

describe('a stack whose rollback failed', () => {
  const seed = { template: template('1'), status: 'UPDATE_ROLLBACK_FAILED', resources: { Fn: 'UPDATE_FAILED' } };

  test('is rolled back to its end first, skipping nothing, and then updated', async () => {
    const room = createStackRoom({ rollbackMs: 30_000 });
    room.cloudformation.seed('app', seed);
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
    const repair = room.cloudformation.calls.find(({ action }) => action === 'continueUpdateRollback');
    expect(repair?.request).not.toHaveProperty('resourcesToSkip');
  });

  test('is stuck when that fails again, naming the resource and the command that skips it', async () => {
    const room = createStackRoom({ rollbackMs: 30_000, staleReads: 2 });
    room.cloudformation.seed('app', { ...seed, broken: { Fn: 'Function was deleted by hand' } });
    const preparation = await room.prepare(requestFor(template('2')));
    expect(preparation).toMatchObject({
      kind: 'failed',
      state: 'stuck',
      failures: [expect.objectContaining({ path: 'Fn', reason: 'Function was deleted by hand' })],
    });
    expect(preparation).toMatchObject({
      fix: expect.arrayContaining([expect.stringContaining('--resources-to-skip Fn')]),
    });
    expect(room.calls()).not.toContain('createChangeSet');
  });

  test('is left alone by a plan that nobody will execute', async () => {
    const room = createStackRoom({}, { repair: false });
    room.cloudformation.seed('app', seed);
    expect(await room.prepare(requestFor(template('2')))).toMatchObject({ kind: 'failed', state: 'stuck' });
    expect(room.calls()).toEqual(['describeStack']);
  });
});

test.each(['DELETE_FAILED', 'IMPORT_ROLLBACK_FAILED'])('a stack in %s is stuck and says what to do', async (status) => {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: template('1'), status, statusReason: 'because' });
  expect(await room.prepare(requestFor(template('2')))).toMatchObject({
    kind: 'failed',
    state: 'stuck',
    reason: expect.stringMatching(new RegExp(`${status}: because`)),
    fix: [expect.stringMatching(/run the same command again/)],
  });
  expect(room.calls()).toEqual(['describeStack']);
});

test('a stack that an update without rollback left half done is not called unchanged', async () => {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_FAILED', statusReason: 'Fn failed' });
  expect(await room.prepare(requestFor(template('1')))).toMatchObject({
    kind: 'failed',
    state: 'stuck',
    reason: expect.stringContaining('Fn failed'),
    fix: [expect.stringContaining('rollback-stack')],
  });
});
