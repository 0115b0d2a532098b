import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../../src/report/events.ts';
import { executeStack, type StackPorts } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

const MINUTE = 60_000;
const slow = (ms: number) => template('2', { Slow: { Type: 'AWS::Slow::Resource', Properties: { V: ms }, $ms: ms } });

describe('the end of an operation', () => {
  test.each([1, 3, 9])(
    'is not read from the status before it, however long the reads lag behind (%d reads)',
    async (staleReads) => {
      const room = createStackRoom({ staleReads, resourceMs: 10_000 });
      room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_COMPLETE' });
      const outcome = await room.deploy(requestFor(template('2', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'no' } })));
      expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
    },
  );

  test('is not read from the status before it where CloudFormation names no operations either', async () => {
    const room = createStackRoom({ staleReads: 3, resourceMs: 10_000, operationIds: false });
    room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_COMPLETE' });
    const outcome = await room.deploy(requestFor(template('2')));
    expect(outcome).toMatchObject({ state: 'succeeded', outputs: { Url: 'https://2.example.com' } });
  });

  test('of a create is not read from a stale REVIEW_IN_PROGRESS', async () => {
    const room = createStackRoom({ staleReads: 5, resourceMs: 10_000 });
    expect(await room.deploy(requestFor(template('1')))).toMatchObject({
      state: 'succeeded',
      stackStatus: 'CREATE_COMPLETE',
    });
  });

  test('is the end of the stack rollback, never its beginning', async () => {
    const room = createStackRoom({ rollbackMs: 10 * MINUTE });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const outcome = await room.deploy(requestFor(template('2', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'no' } })));
    expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(room.events).toContainEqual(expect.objectContaining({ type: 'instance.state', state: 'rolling-back' }));
  });

  test('is not UPDATE_FAILED on the way into a stack rollback', async () => {
    const room = createStackRoom({ rollbackMs: 5_000 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const failing = template('2', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'no', $ms: 30_000 } });
    const preparation = await room.prepare(requestFor(failing));
    if (preparation.kind !== 'change-set') throw new Error('expected a change set');
    const describeStack: StackPorts['cloudformation']['describeStack'] = async (id) => {
      const shown = await room.cloudformation.describeStack(id);
      return shown?.status === 'UPDATE_ROLLBACK_IN_PROGRESS' ? { ...shown, status: 'UPDATE_FAILED' } : shown;
    };
    const cloudformation = { ...room.cloudformation, describeStack };
    const outcome = await executeStack(requestFor(failing), preparation, { ...room.ports, cloudformation });
    expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  });

  test('names the operation by its id', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const outcome = await room.deploy(requestFor(template('2')));
    expect(outcome).toMatchObject({ operationId: stack.operations[0]?.id });
  });
});

describe('the time limit', () => {
  test('passed is a failure that names the operation still running', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const outcome = await room.deploy(requestFor(slow(60 * MINUTE), { timeoutMs: 10 * MINUTE }));
    expect(outcome).toMatchObject({
      state: 'timed-out',
      stackStatus: 'UPDATE_IN_PROGRESS',
      operationId: stack.operations[0]?.id,
    });
    expect(outcome).toMatchObject({
      reason: expect.stringContaining(`${stack.operations[0]?.id} on app is still running after 10 min`),
    });
    expect(room.calls()).not.toContain('deleteStack');
  });
});

describe('cancelling', () => {
  test('stops the waiting, leaves the operation alone and says that it goes on', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.clock.at(room.clock.now() + MINUTE, () => room.abort.abort(new Error('SIGINT')));
    const begin = room.clock.now();
    const outcome = await room.deploy(requestFor(slow(30 * MINUTE)));
    expect(outcome).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining(
        `stack app goes on in CloudFormation: UPDATE_IN_PROGRESS (operation ${stack.operations[0]?.id})`,
      ),
    });
    expect(room.clock.now() - begin).toBe(MINUTE);
    expect(stack.status).toBe('UPDATE_IN_PROGRESS');
  });

  test('before anything started starts nothing', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    room.abort.abort(new Error('SIGINT'));
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ kind: 'failed', state: 'cancelled' });
    expect(room.calls()).toEqual([]);
  });
});

describe('reads that fail while an operation runs', () => {
  test.each(['throttled', 'server', 'unreachable'] as const)('(%s) are tried again', async (kind) => {
    const room = createStackRoom({ resourceMs: MINUTE });
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'describeStack', kind, after: 3, times: 5 });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
  });

  test('of events are done without, where they are not allowed', async () => {
    const room = createStackRoom({ resourceMs: 10 * MINUTE });
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'describeEvents', kind: 'denied', times: 1_000 });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
  });

  test('of events are done without, also where the stack does not show the operation yet', async () => {
    const room = createStackRoom({ staleReads: 9, resourceMs: 10_000 });
    room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_COMPLETE' });
    room.cloudformation.fault({ action: 'describeEvents', kind: 'denied', times: 99 });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
  });

  test('for minutes on end make the target unreachable, and say what was running', async () => {
    const room = createStackRoom({ resourceMs: 30 * MINUTE });
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'describeStack', kind: 'unreachable', after: 4, times: 1_000 });
    room.cloudformation.fault({ action: 'describeEvents', kind: 'unreachable', times: 1_000 });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({
      state: 'unreachable',
      reason: expect.stringContaining('goes on in CloudFormation'),
    });
  });
});

describe('failed for good', () => {
  test('a stack rollback that fails leaves the stack stuck, naming what cannot go back', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', {
      template: template('1', { Other: { Type: 'AWS::SQS::Queue', Properties: { V: 1 } } }),
    });
    const next = template('2', {
      Other: { Type: 'AWS::SQS::Queue', Properties: { V: 2 }, $failUndo: 'cannot go back' },
      Bad: { Type: 'AWS::SNS::Topic', $fail: 'no', $ms: 5 },
    });
    const outcome = await room.deploy(requestFor(next));
    expect(outcome).toMatchObject({
      state: 'stuck',
      stackStatus: 'UPDATE_ROLLBACK_FAILED',
      reason: expect.stringContaining('Bad: no'),
    });
    expect(outcome).toMatchObject({
      failures: [
        { path: 'Bad', rootCause: true },
        { path: 'Other', reason: 'cannot go back', rootCause: false },
      ],
      fix: expect.arrayContaining([expect.stringContaining('--resources-to-skip Other')]),
    });
  });

  test.each(['CREATE', 'UPDATE'])(
    'a %s with rollback disabled is left for inspection and called stuck',
    async (type) => {
      const room = createStackRoom();
      if (type === 'UPDATE') room.cloudformation.seed('app', { template: template('1') });
      const next = template('2', { Bad: { Type: 'AWS::SNS::Topic', $fail: 'no' } });
      const outcome = await room.deploy(requestFor(next, { disableRollback: true }));
      expect(outcome).toMatchObject({ state: 'stuck', stackStatus: `${type}_FAILED`, failures: [{ path: 'Bad' }] });
      expect(outcome).toMatchObject({ fix: expect.arrayContaining([expect.stringContaining('rollback-stack')]) });
    },
  );

  test('disableRollback is always said explicitly', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(template('1')));
    await room.deploy(requestFor(template('2'), { runId: 'run-2', disableRollback: true }));
    const requests = room.cloudformation.calls
      .filter(({ action }) => action === 'executeChangeSet')
      .map(({ request }) => request);
    expect(requests).toMatchObject([{ disableRollback: false, retainExceptOnCreate: true }, { disableRollback: true }]);
  });

  test('a stack that is deleted meanwhile is a failure', async () => {
    const room = createStackRoom({ resourceMs: 10 * MINUTE });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.clock.at(room.clock.now() + MINUTE, () => {
      stack.script.splice(0);
      room.cloudformation.busy('app', 'DELETE_IN_PROGRESS', MINUTE, 'DELETE_COMPLETE');
    });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('deleted'),
    });
  });
});

describe('progress of a slow stack', () => {
  const states = (events: readonly RunEvent[]) => events.filter((event) => event.type === 'instance.state');

  test('grows with the resources that are done, and their events are reported once and in order', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const parts = [10, 20, 30, 40].map(
      (seconds) => [`R${seconds}`, { Type: 'AWS::X::Y', $ms: seconds * 1_000 }] as const,
    );
    await room.deploy(requestFor(template('2', Object.fromEntries(parts))));
    const progress = states(room.events).flatMap((event) => ('progress' in event ? [event.progress ?? 0] : []));
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(Math.max(...progress)).toBeLessThan(1);
    const reported = room.events.flatMap((event) =>
      event.type === 'stack.event' ? [`${event.path} ${event.status}`] : [],
    );
    expect(new Set(reported).size).toBe(reported.length);
    expect(reported.indexOf('R10 CREATE_IN_PROGRESS')).toBeLessThan(reported.indexOf('R10 CREATE_COMPLETE'));
    expect(reported.indexOf('R10 CREATE_COMPLETE')).toBeLessThan(reported.indexOf('R20 CREATE_COMPLETE'));
  });

  test.each([true, false])('does not report events of earlier operations (operation ids: %s)', async (operationIds) => {
    const room = createStackRoom({ resourceMs: 10_000, operationIds });
    await room.deploy(requestFor(template('1')));
    const before = room.events.length;
    await room.clock.sleep(MINUTE);
    await room.deploy(requestFor(template('2'), { runId: 'run-2' }));
    const later = room.events.slice(before).flatMap((event) => (event.type === 'stack.event' ? [event.status] : []));
    expect(later.filter((status) => status.startsWith('CREATE_'))).toEqual([]);
  });
});

test.each(['credentials', 'throttled', 'denied'] as const)(
  'an operation that cannot be followed any more (%s) is not called failed: it runs on',
  async (kind) => {
    const room = createStackRoom({ resourceMs: 600_000 });
    room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'describeStack', kind, after: 3, times: 10_000 });
    room.cloudformation.fault({ action: 'describeEvents', kind, times: 10_000 });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({
      state: 'timed-out',
      reason: expect.stringContaining('goes on in CloudFormation'),
    });
  },
);
