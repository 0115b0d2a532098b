import { describe, expect, test } from '@jest/globals';
import { executeStack, prepareStack } from '../../../src/stack/index.ts';
import type { Preparation, StackRequest } from '../../../src/stack/model.ts';
import { createStackRoom, requestFor, type StackRoom, template } from '../../support/stack-room.ts';

type ChangeSet = Extract<Preparation, { kind: 'change-set' }>;

async function planned(room: StackRoom, request: StackRequest): Promise<ChangeSet> {
  const preparation = await room.prepare(request);
  if (preparation.kind !== 'change-set') throw new Error(`expected a change set, got ${JSON.stringify(preparation)}`);
  return preparation;
}

const failing = template('2', { Bad: { Type: 'AWS::SQS::Queue', $fail: 'Queue name is taken', $ms: 5 } });

describe('executing a change set again', () => {
  test('that an earlier run started takes its operation over instead of starting another', async () => {
    const room = createStackRoom({ resourceMs: 120_000 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2'));
    const preparation = await planned(room, request);
    room.clock.at(room.clock.now() + 60_000, () => room.abort.abort(new Error('killed')));
    expect(await executeStack(request, preparation, room.ports)).toMatchObject({ state: 'cancelled' });
    room.cloudformation.clearCalls();
    const outcome = await executeStack(request, preparation, { ...room.ports, signal: new AbortController().signal });
    expect(outcome).toMatchObject({ state: 'succeeded', outputs: { Url: 'https://2.example.com' } });
    expect(room.calls()).not.toContain('executeChangeSet');
    expect(stack.operations).toHaveLength(1);
  });

  test('that an earlier run brought to its end reports that end', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2'));
    const preparation = await planned(room, request);
    await executeStack(request, preparation, room.ports);
    expect(await executeStack(request, preparation, room.ports)).toMatchObject({
      state: 'succeeded',
      stackStatus: 'UPDATE_COMPLETE',
    });
  });

  test('that failed diagnoses it as the first run would have', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(failing);
    const preparation = await planned(room, request);
    const first = await executeStack(request, preparation, room.ports);
    const second = await executeStack(request, preparation, room.ports);
    expect(second).toMatchObject({ state: 'failed', failures: first.failures });
  });

  test('in another job, from the written plan alone, follows and diagnoses as in one', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const preparation: ChangeSet = JSON.parse(JSON.stringify(await planned(room, requestFor(failing))));
    const outcome = await executeStack(requestFor(failing, { runId: 'run-2' }), preparation, room.ports);
    expect(outcome).toMatchObject({ state: 'failed', failures: [{ path: 'Bad', reason: 'Queue name is taken' }] });
  });

  test('after its answer was lost goes on with what was started', async () => {
    const room = createStackRoom({ resourceMs: 10_000 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'executeChangeSet', kind: 'unreachable', answerLost: true });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
    expect(stack.operations).toHaveLength(1);
  });

  test('after its answer was lost, and nothing else is heard, says that it is not known', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2'));
    const preparation = await planned(room, request);
    room.cloudformation.fault({ action: 'executeChangeSet', kind: 'unreachable', answerLost: true });
    room.cloudformation.fault({ action: 'describeChangeSet', kind: 'unreachable' });
    expect(await executeStack(request, preparation, room.ports)).toMatchObject({
      state: 'unreachable',
      reason: expect.stringContaining('not known'),
    });
    expect(await executeStack(request, preparation, room.ports)).toMatchObject({ state: 'succeeded' });
  });

  test('that never arrived is not taken for started', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    room.cloudformation.fault({ action: 'executeChangeSet', kind: 'unreachable' });
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'unreachable' });
    expect(stack.operations).toHaveLength(0);
  });
});

describe('a stack that moved since it was planned', () => {
  test('by an update of somebody else is refused, and nothing is executed', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_COMPLETE' });
    const request = requestFor(template('2'));
    const preparation = await planned(room, request);
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 0, 'UPDATE_COMPLETE');
    const outcome = await executeStack(request, preparation, room.ports);
    expect(outcome).toMatchObject({ state: 'failed', code: 'moved', fix: [expect.stringContaining('Plan again')] });
    expect(room.calls()).not.toContain('executeChangeSet');
  });

  test('by being deleted and created again is refused', async () => {
    const room = createStackRoom();
    const old = room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2'));
    const preparation = await planned(room, request);
    old.deletedAt = room.clock.now();
    old.status = 'DELETE_COMPLETE';
    room.cloudformation.seed('app', { template: template('1') });
    expect(await executeStack(request, preparation, room.ports)).toMatchObject({ state: 'failed', code: 'moved' });
  });

  test('after our own deployment of this plan is refused as well', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2'));
    const preparation = await planned(room, request);
    await executeStack(request, preparation, room.ports);
    await room.clock.sleep(1_000);
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 1_000, 'UPDATE_ROLLBACK_COMPLETE');
    await room.clock.sleep(2_000);
    expect(await executeStack(request, preparation, room.ports)).toMatchObject({ state: 'failed', code: 'moved' });
  });
});

test('an update of somebody else between the read and the execution is told as it is then', async () => {
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: template('1') });
  const request = requestFor(template('2'));
  const preparation = await planned(room, request);
  const read = room.cloudformation.describeStack;
  const overtaken: typeof read = async (id) => {
    const stack = await read(id);
    Object.assign(room.ports.cloudformation, { describeStack: read });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 60_000, 'UPDATE_COMPLETE');
    return stack;
  };
  Object.assign(room.ports.cloudformation, { describeStack: overtaken });
  expect(await executeStack(request, preparation, room.ports)).toMatchObject({
    state: 'failed',
    code: 'moved',
    reason: expect.stringContaining('is in UPDATE_IN_PROGRESS'),
  });
});

test('a change set that vanished says to plan again', async () => {
  const room = createStackRoom();
  const stack = room.cloudformation.seed('app', { template: template('1') });
  const request = requestFor(template('2'));
  const preparation = await planned(room, request);
  stack.changeSets.clear();
  expect(await executeStack(request, preparation, room.ports)).toMatchObject({
    state: 'failed',
    code: 'change-set-gone',
    reason: expect.stringContaining(preparation.changeSetName),
    fix: [expect.stringContaining('Plan again')],
  });
});

describe('what a dead run left', () => {
  test('between creating and executing its change set blocks nothing', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    await planned(room, requestFor(template('2')));
    expect(await room.deploy(requestFor(template('2')))).toMatchObject({ state: 'succeeded' });
  });

  test('change sets of ten runs at once all have names of their own', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    await Promise.all(Array.from({ length: 10 }, () => planned(room, requestFor(template('2')))));
    expect(new Set([...stack.changeSets.values()].map(({ name }) => name)).size).toBe(10);
  });

  test('on a stack that is only in review is cleaned up once no run can want it', async () => {
    const room = createStackRoom();
    await planned(room, requestFor(template('1')));
    await room.clock.sleep(36 * 24 * 3_600_000);
    await planned(room, requestFor(template('1'), { runId: 'run-2' }));
    const names = [...(room.cloudformation.stack('app')?.changeSets.values() ?? [])].map(({ name }) => name);
    expect(names).toEqual([expect.stringMatching(/^smr-run-2-/)]);
  });
});

test('nested stacks under review that a dead run left go with its change set', async () => {
  const Child = { Type: 'AWS::CloudFormation::Stack', Properties: { Template: template('1') } };
  const room = createStackRoom();
  room.cloudformation.seed('app', { template: template('1') });
  await planned(room, requestFor(template('2', { Child })));
  const review = () =>
    room.cloudformation.stacks.filter(
      ({ status, deletedAt }) => status === 'REVIEW_IN_PROGRESS' && deletedAt === undefined,
    );
  const [left] = review();
  expect(left?.stackName).toBe('app-Child');
  const next = requestFor(template('2', { Child }), { runId: 'run-2' });
  await prepareStack(next, { ...room.ports, deadRuns: ['run-1'] });
  expect(review().map(({ stackId }) => stackId)).not.toContain(left?.stackId);
});

describe('a change set that somebody else executed meanwhile', () => {
  /** An earlier update failed; then the planned change set is executed from the console, and fails as well. */
  async function executedInTheConsole(
    operationIds: boolean,
  ): Promise<{ room: StackRoom; run: () => Promise<unknown> }> {
    const room = createStackRoom({ resourceMs: 60_000, operationIds });
    room.cloudformation.seed('app', { template: template('1') });
    const earlier = template('0', { Old: { Type: 'AWS::SQS::Queue', $fail: 'the failure of last week' } });
    expect(await room.deploy(requestFor(earlier))).toMatchObject({ failures: [{ path: 'Old' }] });
    const request = requestFor(failing, { runId: 'run-2' });
    const preparation = await planned(room, request);
    await room.clock.sleep(1_000);
    await room.cloudformation.executeChangeSet({
      id: preparation.changeSetId,
      clientRequestToken: 'Console-ExecuteChangeSet-1',
      disableRollback: false,
    });
    return { room, run: () => executeStack(request, preparation, room.ports) };
  }

  test.each([true, false])('is followed and diagnosed by its own events alone (operation ids: %s)', async (ids) => {
    const { room, run } = await executedInTheConsole(ids);
    room.cloudformation.clearCalls();
    expect(await run()).toMatchObject({
      state: 'failed',
      stackStatus: 'UPDATE_ROLLBACK_COMPLETE',
      failures: [{ path: 'Bad', reason: 'Queue name is taken' }],
    });
    expect(room.calls()).not.toContain('executeChangeSet');
  });

  test('is waited for while the stack does not show it yet', async () => {
    const { room, run } = await executedInTheConsole(true);
    const read = room.cloudformation.describeStack;
    let stale = 3;
    const stack = room.cloudformation.stack('app');
    const lag = async (id: string): ReturnType<typeof read> => {
      const now = await read(id);
      stale -= 1;
      if (now === undefined || stack === undefined || stale < 0) return now;
      const { lastOperations, ...rest } = now;
      return {
        ...rest,
        status: 'UPDATE_ROLLBACK_IN_PROGRESS',
        updatedAt: now.createdAt,
        lastOperations: lastOperations.slice(1),
      };
    };
    Object.assign(room.ports.cloudformation, { describeStack: lag });
    expect(await run()).toMatchObject({ state: 'failed', failures: [{ path: 'Bad' }] });
  });
});

describe('a stack that was read just before its change set was made', () => {
  async function readAndPlanned(room: StackRoom, request: StackRequest) {
    const stack = await room.cloudformation.describeStack('app');
    if (stack === undefined) throw new Error('no stack');
    const lastRead = { stack, at: room.clock.now() };
    const preparation = await planned(room, request);
    room.cloudformation.clearCalls();
    return { preparation, ports: { ...room.ports, lastRead } };
  }

  test('is not read again before it is executed', async () => {
    const room = createStackRoom({ resourceMs: 10_000, staleReads: 2 });
    room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_COMPLETE' });
    const { preparation, ports } = await readAndPlanned(room, requestFor(template('2')));
    const outcome = await executeStack(requestFor(template('2')), preparation, ports);
    expect(outcome).toMatchObject({ state: 'succeeded', outputs: { Url: 'https://2.example.com' } });
    expect(room.calls()[0]).toBe('executeChangeSet');
  });

  test('is read again when that was a while ago', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const { preparation, ports } = await readAndPlanned(room, requestFor(template('2')));
    await room.clock.sleep(61_000);
    await executeStack(requestFor(template('2')), preparation, ports);
    expect(room.calls()[0]).toBe('describeStack');
  });

  test('and changed by somebody else since is refused, and nothing is executed', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1'), status: 'UPDATE_COMPLETE' });
    const { preparation, ports } = await readAndPlanned(room, requestFor(template('2')));
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 0, 'UPDATE_COMPLETE');
    expect(await executeStack(requestFor(template('2')), preparation, ports)).toMatchObject({
      state: 'failed',
      code: 'moved',
    });
    expect(stack.outputs).toEqual({ Url: 'https://1.example.com' });
  });

  test('and deleted since is refused', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const { preparation, ports } = await readAndPlanned(room, requestFor(template('2')));
    stack.changeSets.clear();
    stack.deletedAt = room.clock.now();
    stack.status = 'DELETE_COMPLETE';
    expect(await executeStack(requestFor(template('2')), preparation, ports)).toMatchObject({
      state: 'failed',
      code: 'moved',
      reason: expect.stringContaining('deleted'),
    });
  });

  test('and whose change set somebody else executed since is followed and diagnosed by its own events', async () => {
    const room = createStackRoom({ resourceMs: 60_000 });
    room.cloudformation.seed('app', { template: template('1') });
    const { preparation, ports } = await readAndPlanned(room, requestFor(failing));
    await room.cloudformation.executeChangeSet({
      id: preparation.changeSetId,
      clientRequestToken: 'Console-ExecuteChangeSet-1',
      disableRollback: false,
    });
    expect(await executeStack(requestFor(failing), preparation, ports)).toMatchObject({
      state: 'failed',
      failures: [{ path: 'Bad', reason: 'Queue name is taken' }],
    });
  });

  test('and whose execution lost its answer goes on with what was started', async () => {
    const room = createStackRoom({ resourceMs: 10_000 });
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const { preparation, ports } = await readAndPlanned(room, requestFor(template('2')));
    room.cloudformation.fault({ action: 'executeChangeSet', kind: 'unreachable', answerLost: true });
    expect(await executeStack(requestFor(template('2')), preparation, ports)).toMatchObject({ state: 'succeeded' });
    expect(stack.operations).toHaveLength(1);
  });
});
