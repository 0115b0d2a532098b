import {
  CloudFormationClient,
  ContinueUpdateRollbackCommand,
  CreateChangeSetCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prepareStack, removeStack } from '../../src/stack/index.ts';
import { HELD_SECONDS, putObject } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { deployTo, openRoom, planned, queue, REGION, releasing, requestFor, waited } from '../support/cloud-room.ts';

let cloud: Cloud;
let console_: CloudFormationClient;

beforeAll(async () => {
  cloud = await startCloud({ regions: [REGION] });
  console_ = new CloudFormationClient(clientOptions(cloud, REGION));
});
afterAll(async () => {
  console_?.destroy();
  await cloud?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await cloud.reset();
  await cloud.configure({ changeSetSeconds: 0, stackSeconds: 0 });
});

/** A custom resource that refuses every update, and so its stack rollback too. */
const stubborn = (version: string) => ({
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
});

test('a stack whose rollback failed is rolled back again first, and stuck with what to do when that fails', async () => {
  const room = openRoom(cloud);
  expect(await deployTo(room, requestFor('stuck', stubborn('1')))).toMatchObject({ state: 'succeeded' });
  expect(await deployTo(room, requestFor('stuck', stubborn('2')))).toMatchObject({
    state: 'stuck',
    stackStatus: 'UPDATE_ROLLBACK_FAILED',
    reason: expect.stringContaining('no updates here'),
    fix: expect.arrayContaining([expect.stringContaining('--resources-to-skip Custom')]),
  });
  const again = requestFor('stuck', stubborn('1'));
  expect(await prepareStack(again, room.ports)).toMatchObject({
    kind: 'failed',
    state: 'stuck',
    failures: [{ path: 'Custom', reason: expect.stringContaining('no updates here') }],
  });
  expect(cloud.calls.map(({ action }) => action)).toContain('ContinueUpdateRollback');
  await console_.send(new ContinueUpdateRollbackCommand({ StackName: 'stuck', ResourcesToSkip: ['Custom'] }));
  // What was skipped by hand counts as restored: the next run waits for it and goes on.
  expect(await prepareStack(requestFor('stuck', stubborn('1')), room.ports)).toMatchObject({ kind: 'no-change' });
});

describe('what others did', () => {
  const theirs = (template: object) => ({
    StackName: 'shared',
    ChangeSetName: `theirs-${Object.keys(template).length}`,
    TemplateBody: JSON.stringify({ Resources: template }),
  });

  test('an update that runs is waited for, and the stack is planned as it is then', async () => {
    const room = openRoom(cloud);
    await deployTo(room, requestFor('shared', { Queue: queue(1) }));
    await cloud.configure({ stackSeconds: HELD_SECONDS });
    const { Id = '' } = await console_.send(new CreateChangeSetCommand(theirs({ Queue: queue(7), Other: queue(7) })));
    await console_.send(new ExecuteChangeSetCommand({ ChangeSetName: Id }));
    const { changes } = await planned(requestFor('shared', { Queue: queue(1) }), releasing(cloud, room));
    expect(changes.map(({ path, action }) => `${action} ${path}`).sort()).toEqual(['Modify Queue', 'Remove Other']);
    expect(room.events).toContainEqual(waited);
  });

  test('a change set that is left blocks nothing, and is left to them', async () => {
    const room = openRoom(cloud);
    await deployTo(room, requestFor('shared', { Queue: queue(1) }));
    await console_.send(new CreateChangeSetCommand(theirs({ Queue: queue(7) })));
    const mine = await planned(requestFor('shared', { Queue: queue(2) }), room.ports);
    const listed = await room.session.cloudformation.listChangeSets('shared');
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining([mine.changeSetName, 'theirs-1']));
  });
});

test('early validation tells all its findings', async () => {
  const { ports } = openRoom(cloud);
  const bucket = (BucketName: string) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName } });
  for (const name of ['taken-a', 'taken-b']) await putObject(cloud.url, name, 'key', 'value');
  const refused = requestFor('wants', { Mine: bucket('taken-a'), Yours: bucket('taken-b'), Fresh: queue(1) });
  expect(await prepareStack(refused, ports)).toMatchObject({
    kind: 'failed',
    failures: [
      { path: 'Mine', reason: expect.stringContaining('taken-a'), rootCause: true },
      { path: 'Yours', reason: expect.stringContaining('taken-b'), rootCause: true },
    ],
  });
});

test('termination protection is turned on, and then guards the stack', async () => {
  const room = openRoom(cloud);
  await deployTo(room, requestFor('safe', { Queue: queue(1) }, { terminationProtection: true }));
  const subject = { instance: 'app', stackName: 'safe', runId: 'run-x', timeoutMs: 60_000 };
  expect(await removeStack(subject, room.ports)).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining('termination protection'),
  });
  expect(await room.session.cloudformation.describeStack('safe')).toMatchObject({ terminationProtection: true });
});
