import {
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeEventsCommand,
  DescribeStacksCommand,
  ListChangeSetsCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from '@jest/globals';
import { lambda, queue, useEmulator } from './emulator/room.ts';
import { HELD_SECONDS, putAlarm, putObject, refusal, until } from './emulator/testing.ts';

const { emulator, stacks, execute } = useEmulator();

const template = (seconds = 0) => ({ Resources: { Queue: queue(seconds) } });
const slowFailure = { Resources: { Broken: lambda('none.zip') } };

describe('a change set that takes its time', () => {
  test('is pending, then in progress, can neither be executed nor deleted, and then is what it would have been', async () => {
    await emulator.control('timing', { changeSetSeconds: HELD_SECONDS });
    const id = await stacks.createChangeSet('pending', template(), { ChangeSetType: 'CREATE' });
    const atFirst = await stacks.describeChangeSet(id);
    expect(atFirst).toMatchObject({ Status: 'CREATE_PENDING', ExecutionStatus: 'UNAVAILABLE', Changes: [] });
    expect(await refusal(execute(id))).toEqual({
      name: 'InvalidChangeSetStatusException',
      message: `ChangeSet [${id}] cannot be executed in its current status of [CREATE_PENDING]`,
    });
    const remove = stacks.client.send(new DeleteChangeSetCommand({ ChangeSetName: id }));
    expect((await refusal(remove)).name).toBe('InvalidChangeSetStatusException');

    // Three seconds until it begins, and as many to see it.
    await emulator.control('timing', { changeSetSeconds: 6 });
    await until(
      () => stacks.describeChangeSet(id),
      (now) => now.Status === 'CREATE_IN_PROGRESS',
    );
    await emulator.control('timing', { changeSetSeconds: 0 });
    const done = await until(
      () => stacks.describeChangeSet(id),
      (now) => now.Status === 'CREATE_COMPLETE',
    );
    expect([done.ExecutionStatus, done.Changes?.length]).toEqual(['AVAILABLE', 1]);
    await execute(id);
    expect((await stacks.atRest('pending')).StackStatus).toBe('CREATE_COMPLETE');
  });

  test('does not hold up others, and ends as failed when there is nothing to change', async () => {
    await stacks.deploy('same', template());
    await emulator.control('timing', { changeSetSeconds: HELD_SECONDS });
    const ids = await Promise.all([1, 2, 3, 4].map(() => stacks.createChangeSet('same', template())));
    expect((await stacks.describe('same')).StackStatus).toBe('CREATE_COMPLETE');
    await emulator.control('timing', { changeSetSeconds: 0 });
    for (const id of ids) {
      const ended = await until(
        () => stacks.describeChangeSet(id),
        (now) => now.Status === 'FAILED',
      );
      expect(ended.StatusReason).toMatch(/^The submitted information didn't contain changes\./);
    }
  });
});

describe('what a change set says', () => {
  test('early validation fails it when a name is taken; the findings are events of its operation', async () => {
    await putObject(emulator.url, 'taken-bucket', 'key', 'body');
    const id = await stacks.createChangeSet(
      'early',
      { Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'taken-bucket' } } } },
      { ChangeSetType: 'CREATE' },
    );
    const found = await stacks.describeChangeSet(id);
    expect(found.Status).toBe('FAILED');
    expect(found.StatusReason).toContain('[AWS::EarlyValidation::ResourceExistenceCheck]');
    const { OperationEvents } = await stacks.client.send(
      new DescribeEventsCommand({ ChangeSetName: id, Filters: { FailedEvents: true } }),
    );
    expect(OperationEvents).toMatchObject([
      { EventType: 'VALIDATION_ERROR', LogicalResourceId: 'Bucket', ValidationPath: '/Resources/Bucket' },
    ]);
    expect(OperationEvents).toHaveLength(1);
  });

  test('early validation fails it when it would delete a bucket that is not empty', async () => {
    const Bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'has-objects' } };
    await stacks.deploy('emptiness', { Resources: { Bucket, Queue: queue() } });
    const without = await stacks.createChangeSet('emptiness', template());
    expect((await stacks.describeChangeSet(without)).Status).toBe('CREATE_COMPLETE');
    await putObject(emulator.url, 'has-objects', 'key', 'body');
    const id = await stacks.createChangeSet('emptiness', template());
    expect((await stacks.describeChangeSet(id)).Status).toBe('FAILED');
    const { OperationEvents } = await stacks.client.send(new DescribeEventsCommand({ ChangeSetName: id }));
    expect(OperationEvents?.map((event) => event.ValidationName)).toContain('BUCKET_EMPTINESS_VALIDATION');
  });

  test('are listed by the name and by the id of their stack', async () => {
    const id = await stacks.createChangeSet('listed', template(), { ChangeSetType: 'CREATE' });
    const { StackId } = await stacks.describe('listed');
    const listed = async (stack?: string) =>
      (await stacks.client.send(new ListChangeSetsCommand({ StackName: stack }))).Summaries?.map(
        ({ ChangeSetId }) => ChangeSetId,
      );
    expect([await listed('listed'), await listed(StackId)]).toEqual([[id], [id]]);
  });

  test('a changed output alone is a change without resources', async () => {
    const withOutput = (value: string) => ({ ...template(), Outputs: { Version: { Value: value } } });
    await stacks.deploy('outputs', withOutput('1'));
    const id = await stacks.createChangeSet('outputs', withOutput('2'));
    const found = await stacks.describeChangeSet(id);
    expect([found.Status, found.ExecutionStatus, found.Changes]).toEqual(['CREATE_COMPLETE', 'AVAILABLE', []]);
    await execute(id);
    expect((await stacks.atRest('outputs')).Outputs?.[0]?.OutputValue).toBe('2');
    expect((await stacks.history('outputs')).slice(-3)).toEqual([
      'outputs UPDATE_IN_PROGRESS',
      'outputs UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'outputs UPDATE_COMPLETE',
    ]);
  });

  test('property values are shown when asked for, without secrets', async () => {
    const named = (value: string, seconds: number) => ({
      Parameters: { Secret: { Type: 'String', NoEcho: true, Default: value } },
      Resources: {
        Queue: queue(seconds),
        Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::Sub': 'say ${Secret}' } } },
      },
    });
    await stacks.deploy('values', named('hunter1', 1));
    const id = await stacks.createChangeSet('values', named('hunter2', 2));
    const describe = new DescribeChangeSetCommand({ ChangeSetName: id, IncludePropertyValues: true });
    const { Changes } = await stacks.client.send(describe);
    const targets = Changes?.map((change) => change.ResourceChange?.Details?.[0]?.Target);
    expect(targets).toMatchObject([
      { Name: 'DelaySeconds', Path: '/Properties/DelaySeconds', BeforeValue: '1', AfterValue: '2' },
      { Name: 'DisplayName', BeforeValue: '****', AfterValue: '****' },
    ]);
    const plain = await stacks.describeChangeSet(id);
    expect(plain.Changes?.[0]?.ResourceChange?.Details?.[0]?.Target?.AfterValue).toBeUndefined();
  });

  test('the type of a resource cannot change', async () => {
    await stacks.deploy('types', template());
    const changed = stacks.createChangeSet('types', { Resources: { Queue: { Type: 'AWS::SNS::Topic' } } });
    expect((await refusal(changed)).message).toContain(
      'Update of resource type is not permitted. The new template modifies resource type of the following resources: [Queue]',
    );
  });

  test('a table whose key schema or name changes is replaced, and so are buckets and log groups by name', async () => {
    const named = (suffix: string, key: string) => ({
      Resources: {
        Table: {
          Type: 'AWS::DynamoDB::Table',
          Properties: {
            BillingMode: 'PAY_PER_REQUEST',
            KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
            AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
          },
        },
        Named: {
          Type: 'AWS::DynamoDB::Table',
          DeletionPolicy: 'Retain',
          UpdateReplacePolicy: 'Retain',
          Properties: {
            TableName: `table-${suffix}`,
            BillingMode: 'PAY_PER_REQUEST',
            KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
            AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
          },
        },
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: `bucket-${suffix}` } },
        Logs: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: `logs-${suffix}` } },
        Queue: queue(suffix === 'a' ? 0 : 1),
      },
    });
    await stacks.deploy('replace', named('a', 'id'));
    const id = await stacks.createChangeSet('replace', named('b', 'other'));
    const { Changes } = await stacks.describeChangeSet(id);
    const seen = (Changes ?? []).map(({ ResourceChange: change }) => [
      change?.LogicalResourceId,
      change?.Replacement,
      change?.PolicyAction,
    ]);
    expect(seen.sort()).toEqual([
      ['Bucket', 'True', 'ReplaceAndDelete'],
      ['Logs', 'True', 'ReplaceAndDelete'],
      ['Named', 'True', 'ReplaceAndRetain'],
      ['Queue', 'False', undefined],
      ['Table', 'True', 'ReplaceAndDelete'],
    ]);
    await execute(id);
    expect((await stacks.atRest('replace')).StackStatus).toBe('UPDATE_COMPLETE');
    const history = await stacks.history('replace');
    const cleanup = history.slice(history.indexOf('replace UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'));
    expect(cleanup).toEqual(
      expect.arrayContaining(['Table DELETE_COMPLETE', 'Bucket DELETE_COMPLETE', 'Named DELETE_SKIPPED']),
    );
  });

  test('settings of the request are reported, and by the stack once executed', async () => {
    const arn = 'arn:aws:sns:eu-west-1:111111111111:topic';
    const alarm = { Arn: 'arn:aws:cloudwatch:eu-west-1:111111111111:alarm:orders', Type: 'AWS::CloudWatch::Alarm' };
    const RollbackConfiguration = { RollbackTriggers: [alarm], MonitoringTimeInMinutes: 3 };
    await putAlarm(emulator.url, 'orders');
    await stacks.deploy('role', {
      Resources: { R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'cfn', AssumeRolePolicyDocument: {} } } },
    });
    const RoleARN = 'arn:aws:iam::111111111111:role/cfn';
    const id = await stacks.createChangeSet('settings', template(), {
      ChangeSetType: 'CREATE',
      NotificationARNs: [arn],
      RollbackConfiguration,
      RoleARN,
      OnStackFailure: 'DELETE',
    });
    expect(await stacks.describeChangeSet(id)).toMatchObject({
      NotificationARNs: [arn],
      RollbackConfiguration,
      OnStackFailure: 'DELETE',
      IncludeNestedStacks: false,
    });
    await execute(id);
    const settings = { NotificationARNs: [arn], RollbackConfiguration, RoleARN, ChangeSetId: id };
    expect(await stacks.atRest('settings')).toMatchObject(settings);
    const drift = await stacks.createChangeSet('settings', template(1), { DeploymentMode: 'REVERT_DRIFT' });
    expect((await stacks.describeChangeSet(drift)).DeploymentMode).toBe('REVERT_DRIFT');
    await execute(drift);
    expect(await stacks.atRest('settings')).toMatchObject({ ...settings, ChangeSetId: drift });

    const unknown = stacks.createChangeSet('settings', template(2), { RoleARN: `${RoleARN}-2` });
    expect((await refusal(unknown)).message).toBe(`Role ${RoleARN}-2 is invalid or cannot be assumed`);
  });

  test('a failed creation with OnStackFailure DELETE leaves nothing', async () => {
    const id = await stacks.createChangeSet('vanishes', slowFailure, {
      ChangeSetType: 'CREATE',
      OnStackFailure: 'DELETE',
    });
    await execute(id);
    const { Stacks: listed } = await until(
      () => stacks.client.send(new DescribeStacksCommand({})),
      (answer) => !answer.Stacks?.some((stack) => stack.StackName === 'vanishes'),
    );
    expect(listed?.length).toBeGreaterThan(0);
  });
});

test('a change set of a stack that was updated since is obsolete and cannot be executed', async () => {
  await stacks.deploy('obsolete', template());
  const id = await stacks.createChangeSet('obsolete', template(5));
  const update = new UpdateStackCommand({ StackName: 'obsolete', TemplateBody: JSON.stringify(template(7)) });
  await stacks.client.send(update);
  await stacks.atRest('obsolete');
  expect(await stacks.describeChangeSet(id)).toMatchObject({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'OBSOLETE' });
  expect(await refusal(execute(id))).toEqual({
    name: 'InvalidChangeSetStatusException',
    message: `ChangeSet [${id}] cannot be executed in its current status of [OBSOLETE]`,
  });
});
