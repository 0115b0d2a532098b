import { DeleteStackCommand, DescribeEventsCommand, ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { lambda, queue, TOPIC, useEmulator } from './emulator/room.ts';
import { HELD_SECONDS, putObject, refusal } from './emulator/testing.ts';

const { emulator, stacks } = useEmulator();

beforeAll(async () => {
  await putObject(emulator.url, 'code', 'good.zip', 'zip');
});

const types = (stack: { LastOperations?: { OperationType?: string | undefined }[] | undefined }) =>
  stack.LastOperations?.map((operation) => operation.OperationType);

describe('events', () => {
  test('of a first creation', async () => {
    await stacks.deploy('first', { Resources: { Queue: queue() } });
    const events = await stacks.events('first');
    expect(
      events.map((event) => [event.LogicalResourceId, event.ResourceStatus, event.ResourceStatusReason ?? '']),
    ).toEqual([
      ['first', 'REVIEW_IN_PROGRESS', 'User Initiated'],
      ['first', 'CREATE_IN_PROGRESS', 'User Initiated'],
      ['Queue', 'CREATE_IN_PROGRESS', ''],
      ['Queue', 'CREATE_IN_PROGRESS', 'Resource creation Initiated'],
      ['Queue', 'CREATE_COMPLETE', ''],
      ['first', 'CREATE_COMPLETE', ''],
    ]);
  });

  test('of an update name only what changed: new ones are created, removed ones deleted in the cleanup', async () => {
    const Kept = queue(1);
    await stacks.deploy('update', { Resources: { Kept, Changed: queue(1), Gone: TOPIC } });
    const before = (await stacks.history('update')).length;
    await stacks.deploy('update', { Resources: { Kept, Changed: queue(2), New: TOPIC } });
    const history = (await stacks.history('update')).slice(before);
    expect(history.filter((line) => line.startsWith('Kept'))).toEqual([]);
    expect(history.slice(0, 1)).toEqual(['update UPDATE_IN_PROGRESS']);
    expect(history).toEqual(
      expect.arrayContaining(['Changed UPDATE_IN_PROGRESS', 'Changed UPDATE_COMPLETE', 'New CREATE_COMPLETE']),
    );
    expect(history.slice(-4)).toEqual([
      'update UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Gone DELETE_IN_PROGRESS',
      'Gone DELETE_COMPLETE',
      'update UPDATE_COMPLETE',
    ]);
  });

  test('of a resource that a condition no longer wants are a deletion', async () => {
    const template = {
      Parameters: { On: { Type: 'String', Default: 'yes' } },
      Conditions: { On: { 'Fn::Equals': [{ Ref: 'On' }, 'yes'] } },
      Resources: { Always: queue(), Sometimes: { ...TOPIC, Condition: 'On' } },
    };
    await stacks.deploy('condition', template);
    const Parameters = [{ ParameterKey: 'On', ParameterValue: 'no' }];
    const id = await stacks.createChangeSet('condition', template, { Parameters });
    const { Changes } = await stacks.describeChangeSet(id);
    expect(Changes?.map((change) => change.ResourceChange?.Action)).toEqual(['Remove']);
    await stacks.deploy('condition', template, { Parameters });
    expect(await stacks.history('condition')).toContain('Sometimes DELETE_COMPLETE');
  });
});

describe('operations', () => {
  test('a failure and the rollback it starts are two operations; DescribeEvents tells them apart', async () => {
    const stack = await stacks.deploy('fails', {
      Resources: { Queue: queue(), Function: lambda('none.zip', { DependsOn: 'Queue' }) },
    });
    expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect(types(stack)).toEqual(['ROLLBACK', 'CREATE_STACK', 'CREATE_CHANGESET']);
    const [rollback, create] = (stack.LastOperations ?? []).map((operation) => operation.OperationId ?? '');

    const failed = await stacks.operationEvents(create ?? '', true);
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ EventType: 'PROVISIONING_ERROR', LogicalResourceId: 'Function' });
    expect(failed[0]?.ResourceStatusReason).toMatch(
      /^Resource handler returned message: "Error occurred while GetObject\. S3 Error Code: NoSuchKey\. S3 Error Message: The specified key does not exist\. \(Service: Lambda, Status Code: 400, Request ID: [^)]+\)" \(RequestToken: [^,]+, HandlerErrorCode: InvalidRequest\)$/,
    );
    const whole = (await stacks.operationEvents(create ?? '')).filter((event) => event.EventType === 'STACK_EVENT');
    expect(whole.map((event) => event.OperationStatus)).toEqual(['FAILED', 'IN_PROGRESS']);

    const byStack = await stacks.client.send(new DescribeEventsCommand({ StackName: 'fails' }));
    expect(new Set(byStack.OperationEvents?.map((event) => event.OperationId))).toEqual(new Set([rollback]));
    expect(await refusal(stacks.client.send(new DescribeEventsCommand({ ChangeSetName: 'a-name' })))).toMatchObject({
      message: 'One of ChangeSetName, OperationId or StackName must be specified',
    });
  });

  test('an operation is found as soon as the call that starts it has answered', async () => {
    await stacks.deploy('soon', { Resources: { Queue: queue() } });
    await emulator.control('timing', { stackSeconds: HELD_SECONDS });
    const id = await stacks.createChangeSet('soon', { Resources: { Queue: queue(1) } });
    await stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: id, ClientRequestToken: 'mine' }));
    const stack = await stacks.describe('soon');
    expect(types(stack)?.[0]).toBe('UPDATE_STACK');
    const events = await stacks.operationEvents(stack.LastOperations?.[0]?.OperationId ?? '');
    expect(events.at(-1)).toMatchObject({ EventType: 'STACK_EVENT', OperationStatus: 'IN_PROGRESS' });
    expect((await stacks.events('soon')).at(-1)?.ClientRequestToken).toBe('mine');
    await emulator.control('timing', { stackSeconds: 0 });
    await stacks.atRest('soon');
    await stacks.client.send(new DeleteStackCommand({ StackName: 'soon' }));
    expect(types(await stacks.describe(stack.StackId ?? ''))?.[0]).toBe('DELETE_STACK');
  });
});

describe('operations that take their time', () => {
  test('run side by side with their events spread over it, and calls are answered meanwhile', async () => {
    await emulator.control('timing', { stackSeconds: 1 });
    const started = performance.now();
    const chain = { Resources: { A: queue(), B: { ...TOPIC, DependsOn: 'A' }, C: { ...queue(), DependsOn: 'B' } } };
    const names = ['slow-1', 'slow-2', 'slow-3', 'slow-4', 'slow-5', 'slow-6'];
    const ended = await Promise.all(names.map((name) => stacks.deploy(name, chain)));
    const seconds = (performance.now() - started) / 1000;
    await emulator.control('timing', { stackSeconds: 0 });
    expect(ended.map((stack) => stack.StackStatus)).toEqual(names.map(() => 'CREATE_COMPLETE'));
    expect(seconds).toBeGreaterThan(1);
    // The stack itself is done in the moment in which its last resource is, where this machine was held up.
    const times = (await stacks.events('slow-1'))
      .filter((event) => event.ResourceStatus === 'CREATE_COMPLETE' && event.LogicalResourceId !== 'slow-1')
      .map((event) => event.Timestamp?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    const repeated = await stacks.createChangeSet('slow-1', chain);
    expect((await stacks.describeChangeSet(repeated)).Status).toBe('FAILED');
  });

  test('end with a reset, and do nothing in the emptied world', async () => {
    await emulator.control('timing', { stackSeconds: HELD_SECONDS });
    const Bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'not-after-reset' } };
    const id = await stacks.createChangeSet('reset', { Resources: { Bucket } }, { ChangeSetType: 'CREATE' });
    await stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: id }));
    await fetch(`${emulator.url}/_ministack/reset`, { method: 'POST' });
    // What went on would be done before this is.
    await emulator.control('timing', { stackSeconds: 0 });
    await emulator.control('timing', { stackSeconds: 0.2 });
    await stacks.deploy('takes-longer', { Resources: { Queue: queue() } });
    await emulator.control('timing', { stackSeconds: 0 });
    expect((await stacks.deploy('free', { Resources: { Bucket } })).StackStatus).toBe('CREATE_COMPLETE');
    expect((await refusal(stacks.describe('reset'))).message).toBe('Stack with id reset does not exist');
  });

  test('unknown settings are refused', async () => {
    await expect(emulator.control('timing', { stackSecond: 1 })).rejects.toThrow('unknown setting stackSecond');
  });
});
