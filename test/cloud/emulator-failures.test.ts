import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  DeleteStackCommand,
  ExecuteChangeSetCommand,
  RollbackStackCommand,
  SetStackPolicyCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { lambda, queue, TOPIC, useEmulator } from './emulator/room.ts';
import {
  ACCOUNT,
  deleteAlarm,
  HELD_SECONDS,
  putAlarm,
  putObject,
  refusal,
  setAlarm,
  until,
} from './emulator/testing.ts';

const { emulator, stacks } = useEmulator();

beforeAll(async () => {
  await putObject(emulator.url, 'code', 'good.zip', 'zip');
});

const types = (stack: { LastOperations?: { OperationType?: string | undefined }[] | undefined }) =>
  stack.LastOperations?.map((operation) => operation.OperationType);

describe('failures', () => {
  test('of an update send the others back and keep what was deployed', async () => {
    await stacks.deploy('back', { Resources: { Queue: queue(1), Function: lambda('good.zip') } });
    const stack = await stacks.deploy('back', {
      Resources: { Queue: queue(2), Function: lambda('none.zip', { DependsOn: 'Queue' }), New: TOPIC },
    });
    expect(stack.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    const events = await stacks.events('back');
    expect(events.find((event) => event.ResourceStatus === 'UPDATE_ROLLBACK_IN_PROGRESS')?.ResourceStatusReason).toBe(
      'The following resource(s) failed to update: [Function].',
    );
    const noChange = await stacks.createChangeSet('back', {
      Resources: { Queue: queue(1), Function: lambda('good.zip') },
    });
    expect((await stacks.describeChangeSet(noChange)).Status).toBe('FAILED');
  });

  test('cancel the siblings that are under way', async () => {
    const ended = await stacks.deploy('siblings', {
      Resources: { A: queue(), Broken: lambda('none.zip'), Late: { ...TOPIC, DependsOn: 'Sibling' }, Sibling: TOPIC },
    });
    expect(ended.StackStatus).toBe('ROLLBACK_COMPLETE');
    const events = await stacks.events('siblings');
    expect(
      events.find((event) => event.LogicalResourceId === 'Sibling' && event.ResourceStatus === 'CREATE_FAILED'),
    ).toMatchObject({
      ResourceStatusReason: 'Resource creation cancelled',
    });
    expect(events.map((event) => event.LogicalResourceId)).not.toContain('Late');
    expect(events.find((event) => event.ResourceStatus === 'ROLLBACK_IN_PROGRESS')?.ResourceStatusReason).toBe(
      'The following resource(s) failed to create: [Broken, Sibling]. Rollback requested by user.',
    );
  });

  test('with rollback disabled leave what is there, and RollbackStack goes back', async () => {
    const id = await stacks.createChangeSet(
      'disabled',
      { Resources: { Queue: queue(), Function: lambda('none.zip', { DependsOn: 'Queue' }) } },
      { ChangeSetType: 'CREATE' },
    );
    await stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: id, DisableRollback: true }));
    const stack = await stacks.atRest('disabled');
    expect([stack.StackStatus, stack.DisableRollback]).toEqual(['CREATE_FAILED', true]);
    const fixed = await stacks.deploy('disabled', { Resources: { Queue: queue(), Function: lambda('good.zip') } });
    expect(fixed.StackStatus).toBe('UPDATE_COMPLETE');
    expect((await refusal(stacks.client.send(new RollbackStackCommand({ StackName: 'disabled' })))).name).toBe(
      'ValidationError',
    );
  });

  test('of a rollback need ContinueUpdateRollback', async () => {
    const custom = (version: string) => ({
      Resources: {
        Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
        Provider: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Handler: 'index.handler',
            Runtime: 'nodejs22.x',
            Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
            Code: {
              ZipFile: `exports.handler = async (event) => {
                const Status = event.RequestType === 'Update' ? 'FAILED' : 'SUCCESS';
                const { StackId, RequestId, LogicalResourceId } = event;
                const body = { Status, Reason: 'no updates here', PhysicalResourceId: 'x', StackId, RequestId, LogicalResourceId };
                await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(body) });
              };`,
            },
          },
        },
        Custom: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Provider', 'Arn'] }, version } },
      },
    });
    await stacks.deploy('stuck', custom('1'));
    const stuck = await stacks.deploy('stuck', custom('2'));
    expect(stuck.StackStatus).toBe('UPDATE_ROLLBACK_FAILED');
    const failed = (await stacks.events('stuck')).find((event) => event.ResourceStatus === 'UPDATE_FAILED');
    expect(failed?.ResourceStatusReason).toMatch(
      /^Received response status \[FAILED\] from custom resource\. Message returned: no updates here \(RequestId: [0-9a-f-]+\)$/,
    );
    expect((await refusal(stacks.createChangeSet('stuck', custom('3')))).message).toContain(
      'UPDATE_ROLLBACK_FAILED state',
    );
    await stacks.client.send(new ContinueUpdateRollbackCommand({ StackName: 'stuck', ResourcesToSkip: ['Custom'] }));
    const repaired = await until(
      () => stacks.describe('stuck'),
      (now) => now.StackStatus === 'UPDATE_ROLLBACK_COMPLETE',
    );
    expect(types(repaired)?.[0]).toBe('CONTINUE_ROLLBACK');
  });

  test('a cancelled update goes back', async () => {
    await stacks.deploy('cancel', { Resources: { Queue: queue() } });
    await emulator.control('timing', { stackSeconds: HELD_SECONDS });
    const id = await stacks.createChangeSet('cancel', { Resources: { Queue: queue(1) } });
    await stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: id }));
    await stacks.client.send(new CancelUpdateStackCommand({ StackName: 'cancel' }));
    await emulator.control('timing', { stackSeconds: 0 });
    expect((await stacks.atRest('cancel')).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await stacks.history('cancel')).toContain('Queue UPDATE_FAILED');
  });

  describe('an alarm that the stack watches', () => {
    const arn = (name: string) => `arn:aws:cloudwatch:eu-west-1:${ACCOUNT}:alarm:${name}`;
    const watch = (...kinds: readonly (readonly [name: string, kind: 'Alarm' | 'CompositeAlarm'])[]) => ({
      RollbackConfiguration: {
        RollbackTriggers: kinds.map(([name, kind]) => ({ Arn: arn(name), Type: `AWS::CloudWatch::${kind}` })),
      },
    });
    const queueOf = (seconds?: number) => ({ Resources: { Queue: queue(seconds) } });

    test.each(['Alarm', 'CompositeAlarm'] as const)('sends an update back (%s)', async (kind) => {
      await putAlarm(emulator.url, 'errors', kind);
      const quiet = await stacks.deploy(`alarm-${kind}`, queueOf(), watch(['errors', kind]));
      expect(quiet.StackStatus).toBe('CREATE_COMPLETE');
      await setAlarm(emulator.url, 'errors', 'ALARM');
      expect((await stacks.deploy(`alarm-${kind}`, queueOf(1))).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
      await deleteAlarm(emulator.url, 'errors');
    });

    test('and is not there, or is of the other kind, sends it back as well', async () => {
      await putAlarm(emulator.url, 'whole', 'CompositeAlarm');
      for (const [index, name] of ['whole', 'nowhere'].entries()) {
        const ended = await stacks.deploy(`missing-${index}`, queueOf(), watch([name, 'Alarm']));
        expect([ended.StackStatus, name]).toEqual(['ROLLBACK_COMPLETE', name]);
      }
    });
  });

  test('a bucket that is not empty keeps its stack', async () => {
    const Bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'full-bucket' } };
    await stacks.deploy('bucket', { Resources: { Bucket, Queue: queue() } });
    await putObject(emulator.url, 'full-bucket', 'key', 'value');
    await stacks.client.send(new DeleteStackCommand({ StackName: 'bucket' }));
    const stack = await stacks.atRest('bucket');
    expect([stack.StackStatus, stack.StackStatusReason]).toEqual([
      'DELETE_FAILED',
      'The following resource(s) failed to delete: [Bucket].',
    ]);
    const failed = (await stacks.events('bucket')).find((event) => event.ResourceStatus === 'DELETE_FAILED');
    expect(failed?.ResourceStatusReason).toContain('The bucket you tried to delete is not empty');
  });

  test('an exported name is taken once, and one in use is neither changed nor removed', async () => {
    const exporting = (value?: string) => ({
      Resources: { Queue: queue() },
      ...(value && { Outputs: { O: { Value: value, Export: { Name: 'shared' } } } }),
    });
    await stacks.deploy('exporter', exporting('1'));
    await stacks.deploy('second', exporting('1'));
    expect(
      (await stacks.events('second')).find((event) => event.ResourceStatus === 'ROLLBACK_IN_PROGRESS')
        ?.ResourceStatusReason,
    ).toBe('Export with name shared is already exported by stack exporter. Rollback requested by user.');
    const Name = { 'Fn::ImportValue': 'shared' };
    await stacks.deploy('importer', {
      Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: Name } } },
    });
    for (const [value, change] of [
      ['2', 'updated'],
      [undefined, 'deleted'],
    ] as const) {
      expect((await stacks.deploy('exporter', exporting(value))).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
      const reasons = (await stacks.events('exporter')).map((event) => event.ResourceStatusReason);
      expect(reasons).toContain(`Export shared cannot be ${change} as it is in use by importer`);
    }
  });

  test('a stack policy denies the changes it names', async () => {
    const table = (name: string) => ({
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: name, RetentionInDays: name === 'a' ? 1 : 3 },
    });
    await stacks.deploy('policy', { Resources: { Logs: table('a'), Queue: queue(1) } });
    const StackPolicyBody = JSON.stringify({
      Statement: [
        { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' },
        {
          Effect: 'Deny',
          Action: ['Update:Replace', 'Update:Delete'],
          Principal: '*',
          Resource: 'LogicalResourceId/Logs',
        },
      ],
    });
    await stacks.client.send(new SetStackPolicyCommand({ StackName: 'policy', StackPolicyBody }));
    const allowed = await stacks.deploy('policy', { Resources: { Logs: table('a'), Queue: queue(2) } });
    expect(allowed.StackStatus).toBe('UPDATE_COMPLETE');
    const refused = { Resources: { Logs: table('b'), Queue: queue(2) } };
    for (const template of [refused, { Resources: { Queue: queue(2) } }]) {
      expect((await stacks.deploy('policy', template)).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
      const failed = (await stacks.events('policy')).findLast((event) => event.ResourceStatus === 'UPDATE_FAILED');
      expect([failed?.LogicalResourceId, failed?.ResourceStatusReason]).toEqual([
        'Logs',
        expect.stringContaining(
          'Action denied by stack policy: Statement [#2] does not allow [Update:Replace, Update:Delete]',
        ),
      ]);
    }
    await stacks.client.send(
      new UpdateStackCommand({
        StackName: 'policy',
        TemplateBody: JSON.stringify(refused),
        StackPolicyDuringUpdateBody: JSON.stringify({
          Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }],
        }),
      }),
    );
    expect((await stacks.atRest('policy')).StackStatus).toBe('UPDATE_COMPLETE');
  });
});
