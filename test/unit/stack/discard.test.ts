import { describe, expect, test } from '@jest/globals';
import { discardPreparation, prepareStack } from '../../../src/stack/index.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';

describe('discarding what a plan made', () => {
  test('deletes the change set and the empty stack that it was made on', async () => {
    const room = createStackRoom();
    const request = requestFor(template('1'));
    await discardPreparation(request, await room.prepare(request), room.ports);
    expect(room.cloudformation.stack('app')).toBeUndefined();
  });

  test('leaves a stack that others have change sets on', async () => {
    const room = createStackRoom();
    const request = requestFor(template('1'));
    const preparation = await room.prepare(request);
    room.cloudformation.leaveChangeSet('app', 'by-hand', room.clock.now());
    await discardPreparation(request, preparation, room.ports);
    expect([...(room.cloudformation.stack('app')?.changeSets.values() ?? [])]).toMatchObject([{ name: 'by-hand' }]);
  });

  test('leaves an empty stack that was there before and is not ours', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: { Resources: {} }, status: 'REVIEW_IN_PROGRESS' });
    const request = requestFor(template('1'));
    await discardPreparation(request, await room.prepare(request), room.ports);
    expect(room.cloudformation.stack('app')).toMatchObject({ status: 'REVIEW_IN_PROGRESS' });
  });

  test('cleans up the empty stack that a dead run of this program made', async () => {
    const room = createStackRoom();
    await room.prepare(requestFor(template('1')));
    const request = requestFor(template('1'), { runId: 'run-2' });
    const preparation = await room.prepare(request);
    room.cloudformation.stack('app')?.changeSets.forEach((changeSet, id, all) => {
      if (changeSet.name.startsWith('smr-run-1-')) all.delete(id);
    });
    await discardPreparation(request, preparation, room.ports);
    expect(room.cloudformation.stack('app')).toBeUndefined();
  });

  test('cleans up what a run left that died while it cleaned up', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: { Resources: {} }, status: 'REVIEW_IN_PROGRESS' });
    const request = requestFor(template('1'));
    const ports = { ...room.ports, deadRuns: ['run-0'] };
    await discardPreparation(request, await prepareStack(request, ports), ports);
    expect(room.cloudformation.stack('app')).toBeUndefined();
  });

  test('takes what a dead plan left on an empty stack away, in a plan too, and nothing that others may want', async () => {
    const left = async (names: readonly string[]) => {
      const room = createStackRoom();
      room.cloudformation.seed('app', { template: { Resources: {} }, status: 'REVIEW_IN_PROGRESS' });
      for (const name of names) room.cloudformation.leaveChangeSet('app', name, room.clock.now());
      const isDeadRun = (run: string) => run.startsWith('dead');
      const ports = { ...room.ports, repair: false, waits: false, isDeadRun };
      const request = requestFor(template('1'));
      await discardPreparation(request, await prepareStack(request, ports), ports);
      return [...(room.cloudformation.stack('app')?.changeSets.values() ?? [])].map(({ name }) => name);
    };
    expect(await left(['smr-plan-dead-1-0123456789ab'])).toEqual([]);
    const wanted = ['smr-plan-live-1-0123456789ab', 'smr-dead-1-0123456789ab', 'plan-dead'];
    expect(await left([...wanted, 'smr-plan-dead-2-0123456789ab'])).toEqual(wanted);
  });

  test('deletes the change sets of dead runs, and of no others, where nothing changes', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    for (const name of ['smr-dead-1', 'smr-deadly-1', 'smr-plan-1', 'dead-1'])
      room.cloudformation.leaveChangeSet('app', name, room.clock.now());
    const ports = { ...room.ports, deadRuns: ['other', 'dead'] };
    expect(await prepareStack(requestFor(template('1')), ports)).toMatchObject({ kind: 'no-change' });
    const left = [...stack.changeSets.values()].map(({ name }) => name);
    expect(left).toEqual(['smr-deadly-1', 'smr-plan-1', 'dead-1']);
  });

  test('never touches a stack that exists', async () => {
    const room = createStackRoom();
    const stack = room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('2'));
    await discardPreparation(request, await room.prepare(request), room.ports);
    expect(stack).toMatchObject({ status: 'CREATE_COMPLETE', operations: [] });
    expect(stack.changeSets.size).toBe(0);
    expect(room.calls()).not.toContain('deleteStack');
  });

  test('leaves a change set alone that was executed meanwhile, with its stack', async () => {
    const room = createStackRoom({ resourceMs: 60_000 });
    const request = requestFor(template('1'));
    const preparation = await room.prepare(request);
    if (preparation.kind !== 'change-set') throw new Error('expected a change set');
    await room.cloudformation.executeChangeSet({
      id: preparation.changeSetId,
      clientRequestToken: 't',
      disableRollback: false,
    });
    await discardPreparation(request, preparation, room.ports);
    expect(room.cloudformation.stack('app')?.status).toBe('CREATE_IN_PROGRESS');
  });

  test('is done by a cancelled run too', async () => {
    const room = createStackRoom();
    const request = requestFor(template('1'));
    const preparation = await room.prepare(request);
    room.abort.abort(new Error('SIGINT'));
    await discardPreparation(request, preparation, room.ports);
    expect(room.cloudformation.stack('app')).toBeUndefined();
  });

  test('is done at once when the run is cancelled while the change set is being made', async () => {
    const room = createStackRoom({ changeSetMs: 600_000 });
    room.clock.at(room.clock.now() + 10_000, () => room.abort.abort(new Error('SIGINT')));
    const begin = room.clock.now();
    expect(await room.prepare(requestFor(template('1')))).toMatchObject({ kind: 'failed', state: 'cancelled' });
    expect(room.cloudformation.stack('app')).toBeUndefined();
    expect(room.clock.now() - begin).toBeLessThan(15_000);
  });

  test('has nothing to do for a preparation without a change set', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(template('1'));
    const preparation = await room.prepare(request);
    room.cloudformation.clearCalls();
    await discardPreparation(request, preparation, room.ports);
    expect(room.calls()).toEqual([]);
  });
});

describe('nested stacks that a plan left under review', () => {
  const nested = (resources: Parameters<typeof template>[1]) => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { Template: template('1', resources) },
  });
  const tree = template('1', { Child: nested({ Grandchild: nested({}) }) });
  const left = (room: ReturnType<typeof createStackRoom>) =>
    room.cloudformation.stacks.filter(({ deletedAt }) => deletedAt === undefined).map(({ stackName }) => stackName);

  test('go with a plan to create the stack', async () => {
    const room = createStackRoom();
    const request = requestFor(tree);
    const preparation = await room.prepare(request);
    expect(left(room)).toEqual(['app', 'app-Child', 'app-Child-Grandchild']);
    await discardPreparation(request, preparation, room.ports);
    expect(left(room)).toEqual([]);
  });

  test('go with a plan to add them to a stack that is there', async () => {
    const room = createStackRoom();
    room.cloudformation.seed('app', { template: template('1') });
    const request = requestFor(tree);
    await discardPreparation(request, await room.prepare(request), room.ports);
    expect(left(room)).toEqual(['app']);
  });

  test('stay where somebody else looks at them', async () => {
    const room = createStackRoom();
    const request = requestFor(tree);
    const preparation = await room.prepare(request);
    room.cloudformation.leaveChangeSet('app-Child', 'by-hand', room.clock.now());
    await discardPreparation(request, preparation, room.ports);
    expect(left(room)).toEqual(['app-Child']);
  });

  test('that are deployed already are never touched', async () => {
    const room = createStackRoom();
    await room.deploy(requestFor(tree));
    room.cloudformation.clearCalls();
    const changed = requestFor(
      template('2', { Child: nested({ Grandchild: nested({ Queue: { Type: 'AWS::SQS::Queue' } }) }) }),
      { runId: 'run-2' },
    );
    await discardPreparation(changed, await room.prepare(changed), room.ports);
    expect(room.calls()).not.toContain('deleteStack');
    expect(left(room)).toEqual(['app', 'app-Child', 'app-Child-Grandchild']);
  });
});
