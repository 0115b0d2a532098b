import {
  CreateStackCommand,
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from '@jest/globals';
import { lambda, queue, useEmulator } from './emulator/room.ts';
import { HELD_SECONDS, refusal } from './emulator/testing.ts';

const { emulator, stacks, execute } = useEmulator();

const template = (seconds = 0) => ({ Resources: { Queue: queue(seconds) } });
const slowFailure = { Resources: { Broken: lambda('none.zip') } };

describe('stack states', () => {
  test('a second change set of type CREATE belongs to the same stack under review', async () => {
    const first = await stacks.createChangeSet('review', template(), { ChangeSetType: 'CREATE' });
    const before = await stacks.describe('review');
    const second = await stacks.createChangeSet('review', template(5), { ChangeSetType: 'CREATE' });
    const after = await stacks.describe('review');
    expect(after.StackId).toBe(before.StackId);
    expect((await stacks.describeChangeSet(second)).StackId).toBe(before.StackId);
    const update = stacks.createChangeSet('review', template(), { ChangeSetType: 'UPDATE' });
    expect((await refusal(update)).message).toBe('Stack [review] does not exist');
    await execute(second);
    expect((await stacks.atRest('review')).StackId).toBe(before.StackId);
    expect((await refusal(stacks.describeChangeSet(first))).name).toBe('ChangeSetNotFoundException');
  });

  test('a stack whose creation was rolled back takes no change set of either type, and no update', async () => {
    const { StackId } = await stacks.deploy('dead', slowFailure);
    const state = `Stack:${StackId} is in ROLLBACK_COMPLETE state and can not be updated.`;
    expect((await refusal(stacks.createChangeSet('dead', template()))).message).toBe(state);
    const create = stacks.createChangeSet('dead', template(), { ChangeSetType: 'CREATE', ChangeSetName: 'again' });
    expect((await refusal(create)).message).toBe(
      'Stack [dead] already exists and cannot be created again with the changeSet [again].',
    );
    const body = { StackName: 'dead', TemplateBody: JSON.stringify(template()) };
    expect((await refusal(stacks.client.send(new UpdateStackCommand(body)))).message).toBe(state);
    expect((await refusal(stacks.client.send(new CreateStackCommand(body)))).name).toBe('AlreadyExistsException');
  });

  test('a stack in the middle of an update takes no second one and is not deleted; while created, it is', async () => {
    await stacks.deploy('busy', template());
    const waiting = await stacks.createChangeSet('busy', template(1));
    await emulator.control('timing', { stackSeconds: HELD_SECONDS });
    await execute(await stacks.createChangeSet('busy', template(2)));
    const { StackId } = await stacks.describe('busy');
    const state = `Stack:${StackId} is in UPDATE_IN_PROGRESS state and can not be updated.`;
    expect((await refusal(stacks.createChangeSet('busy', template(3)))).message).toBe(state);
    expect((await refusal(execute(waiting))).name).toBe('ChangeSetNotFoundException');
    const remove = (StackName: string) => stacks.client.send(new DeleteStackCommand({ StackName }));
    expect((await refusal(remove('busy'))).message).toBe(
      `Stack [${StackId}] cannot be deleted while in status UPDATE_IN_PROGRESS`,
    );
    await execute(await stacks.createChangeSet('young', template(), { ChangeSetType: 'CREATE' }));
    const young = await stacks.describe('young');
    await remove('young');
    await emulator.control('timing', { stackSeconds: 0 });
    expect((await stacks.atRest('busy')).StackStatus).toBe('UPDATE_COMPLETE');
    const gone = await stacks.atRest(young.StackId ?? '');
    expect(gone.StackStatus).toBe('DELETE_COMPLETE');
    expect(await stacks.history(young.StackId ?? '')).not.toContain('young CREATE_COMPLETE');
    expect((await refusal(stacks.describe('young'))).message).toBe('Stack with id young does not exist');
  });

  test('names of stacks and change sets are checked', async () => {
    const named = (stack: string, ChangeSetName = 'fine') =>
      refusal(stacks.createChangeSet(stack, template(), { ChangeSetType: 'CREATE', ChangeSetName }));
    expect((await named('under_score')).message).toContain("Value 'under_score' at 'stackName'");
    expect((await named('a'.repeat(129))).message).toContain('Member must have length less than or equal to 128');
    expect((await named('fine', '1st')).message).toContain("Value '1st' at 'changeSetName'");
  });
});

describe('repeated calls', () => {
  test('CreateChangeSet with the same token answers the same change set, with another request it is refused', async () => {
    const options = { ChangeSetType: 'CREATE', ChangeSetName: 'once', ClientToken: 'token-1' } as const;
    const first = await stacks.createChangeSet('repeat', template(), options);
    expect(await stacks.createChangeSet('repeat', template(), options)).toBe(first);
    expect(await refusal(stacks.createChangeSet('repeat', template(9), options))).toEqual({
      name: 'AlreadyExistsException',
      message: 'ChangeSet once cannot be created due to a mismatch with existing attribute Template',
    });
    const other = stacks.createChangeSet('repeat', template(), { ...options, ClientToken: 'token-2' });
    expect((await refusal(other)).message).toContain('existing attribute ClientToken');
  });

  test('CreateChangeSet may use the name of a change set that was executed', async () => {
    const first = await stacks.createChangeSet('named', template(), {
      ChangeSetType: 'CREATE',
      ChangeSetName: 'deploy',
    });
    await execute(first);
    await stacks.atRest('named');
    const second = await stacks.createChangeSet('named', template(9), { ChangeSetName: 'deploy' });
    expect(second).not.toBe(first);
    expect((await stacks.describeChangeSet(second)).ExecutionStatus).toBe('AVAILABLE');
    expect((await refusal(stacks.createChangeSet('named', template(10), { ChangeSetName: 'deploy' }))).message).toBe(
      'ChangeSet deploy cannot be created due to a mismatch with existing attribute Template',
    );
  });

  test('ExecuteChangeSet with the same token starts nothing twice; without it is refused', async () => {
    const id = await stacks.createChangeSet('execute', template(), { ChangeSetType: 'CREATE' });
    const call = () =>
      stacks.client.send(
        new ExecuteChangeSetCommand({ ChangeSetName: id, StackName: 'execute', ClientRequestToken: 'run-1' }),
      );
    await call();
    await call();
    await stacks.atRest('execute');
    await call();
    expect((await refusal(execute(id))).name).toBe('InvalidChangeSetStatusException');
    const events = await stacks.events('execute');
    expect(
      events.filter(
        (event) => event.ResourceStatus === 'CREATE_IN_PROGRESS' && event.PhysicalResourceId === event.StackId,
      ),
    ).toHaveLength(1);
    const started = events.filter((event) => event.OperationId === events.at(-1)?.OperationId);
    expect(new Set(started.map((event) => event.ClientRequestToken))).toEqual(new Set(['run-1']));
  });

  test('CreateStack and DeleteStack with the same token answer the same', async () => {
    const create = () =>
      stacks.client.send(
        new CreateStackCommand({
          StackName: 'twice',
          TemplateBody: JSON.stringify(template()),
          ClientRequestToken: 'create-1',
        }),
      );
    const first = await create();
    expect(await create()).toMatchObject({ StackId: first.StackId, OperationId: first.OperationId });
    expect(first.OperationId).toMatch(/^[0-9a-f-]{36}$/);
    await stacks.atRest('twice');
    const remove = () =>
      stacks.client.send(new DeleteStackCommand({ StackName: 'twice', ClientRequestToken: 'delete-1' }));
    await remove();
    await remove();
    expect((await stacks.atRest(first.StackId ?? '')).StackStatus).toBe('DELETE_COMPLETE');
    expect((await create()).StackId).not.toBe(first.StackId);
  });
});
