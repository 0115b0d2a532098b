import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { discardPreparation, executeStack, prepareStack, removeStack } from '../../src/stack/index.ts';
import type { StackOutcome, StackRequest } from '../../src/stack/model.ts';
import { HELD_SECONDS, putObject } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import {
  ACCOUNT,
  deployTo,
  nestedStack,
  openRoom,
  planned,
  queue,
  REGION,
  releasing,
  requestFor,
  waited,
} from '../support/cloud-room.ts';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ regions: [REGION] });
});
afterAll(async () => {
  await cloud?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await cloud.reset();
  await cloud.configure({ changeSetSeconds: 0, stackSeconds: 0 });
});

const lambda = (key: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'i.h',
    Runtime: 'nodejs22.x',
    Role: `arn:aws:iam::${ACCOUNT}:role/r`,
    Code: { S3Bucket: 'code', S3Key: key },
  },
});

async function deploy(request: StackRequest, room = openRoom(cloud)): Promise<StackOutcome> {
  return deployTo(room, request);
}

function actions(): readonly string[] {
  return cloud.calls.filter(({ service }) => service === 'cloudformation').map(({ action }) => action);
}

describe('one stack, over the protocol of CloudFormation', () => {
  test('is created, left alone without a change, changed and removed, with few calls', async () => {
    const { ports } = openRoom(cloud);
    const first = await deploy(requestFor('life', { Queue: queue(1) }));
    expect(first).toMatchObject({ state: 'succeeded', stackStatus: 'CREATE_COMPLETE', outputs: { Name: 'life' } });

    cloud.clearCalls();
    expect(await prepareStack(requestFor('life', { Queue: queue(1) }), ports)).toMatchObject({
      kind: 'no-change',
      outputs: { Name: 'life' },
    });
    expect(actions()).toEqual(['DescribeStacks', 'CreateChangeSet', 'DescribeChangeSet', 'DeleteChangeSet']);

    cloud.clearCalls();
    const changed = await deploy(requestFor('life', { Queue: queue(2) }));
    expect(changed).toMatchObject({ state: 'succeeded', operationId: expect.any(String) });
    expect(actions().length).toBeLessThanOrEqual(10);

    const subject = { instance: 'app', stackName: 'life', runId: 'run-r', timeoutMs: 60_000 };
    expect(await removeStack(subject, ports)).toMatchObject({ state: 'succeeded' });
    expect(await ports.cloudformation.describeStack('life')).toBeUndefined();
    expect(await removeStack(subject, ports)).toMatchObject({ state: 'no-change' });
  });

  test('can be planned twice before it exists, and discarding the plans leaves nothing', async () => {
    const { ports } = openRoom(cloud);
    const one = requestFor('twice', { Queue: queue(1) });
    const two = requestFor('twice', { Queue: queue(1) });
    const [first, second] = [await planned(one, ports), await planned(two, ports)];
    await discardPreparation(one, first, ports);
    await discardPreparation(two, second, ports);
    expect(await ports.cloudformation.describeStack('twice')).toBeUndefined();
  });

  test('shows the replacement of a stateful resource as loss of data', async () => {
    const table = (name: string) => ({
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      },
    });
    await deploy(requestFor('data', { Table: table('one') }));
    const { ports } = openRoom(cloud);
    expect(await planned(requestFor('data', { Table: table('two') }), ports)).toMatchObject({
      changes: [{ path: 'Table', replacement: 'True', dataLoss: true }],
    });
  });

  test('that fails early validation names the finding and leaves nothing', async () => {
    await putObject(cloud.url, 'taken-bucket', 'key', 'body');
    const { ports } = openRoom(cloud);
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'taken-bucket' } };
    const preparation = await prepareStack(requestFor('early', { Bucket: bucket }), ports);
    expect(preparation).toMatchObject({
      kind: 'failed',
      state: 'failed',
      failures: [{ path: 'Bucket', resourceType: 'AWS::S3::Bucket' }],
    });
    expect(await ports.cloudformation.describeStack('early')).toBeUndefined();
  });
});

describe('a deployment that fails', () => {
  beforeEach(() => putObject(cloud.url, 'code', 'good.zip', 'zip'));

  test('on first create ends rolled back with the reason of AWS, and the next one recreates the stack', async () => {
    const outcome = await deploy(requestFor('first', { Queue: queue(1), Fn: lambda('missing.zip') }));
    expect(outcome).toMatchObject({
      state: 'failed',
      stackStatus: 'ROLLBACK_COMPLETE',
      failures: [{ path: 'Fn', rootCause: true, reason: expect.stringContaining('NoSuchKey') }],
      fix: [expect.stringContaining("not in this target's bucket")],
    });
    expect(await deploy(requestFor('first', { Queue: queue(1) }))).toMatchObject({
      state: 'succeeded',
      stackStatus: 'CREATE_COMPLETE',
    });
  });

  test('on update is restored, and diagnosed by the operation that failed and not by its rollback', async () => {
    await deploy(requestFor('update', { Queue: queue(1) }));
    const outcome = await deploy(requestFor('update', { Queue: queue(2), Fn: lambda('missing.zip') }));
    expect(outcome).toMatchObject({ state: 'failed', stackStatus: 'UPDATE_ROLLBACK_COMPLETE' });
    expect(outcome.failures.map(({ path }) => path)).toEqual(['Fn']);
  });

  test('in a nested stack names the resource in there by its path', async () => {
    const child = { Resources: { Inner: lambda('missing.zip') } };
    await putObject(cloud.url, 'templates', 'child.json', JSON.stringify(child));
    const nested = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: `https://templates.s3.${REGION}.amazonaws.com/child.json` },
    };
    const outcome = await deploy(requestFor('outer', { Child: nested }));
    expect(outcome).toMatchObject({
      state: 'failed',
      failures: [{ path: 'Child.Inner', reason: expect.stringContaining('NoSuchKey') }],
    });
  });
});

test('nested stacks without a change are no change, and show what changes inside them', async () => {
  const nested = (version: number) => ({ Child: nestedStack(`child-${version}.json`) });
  await putObject(cloud.url, 'templates', 'child-1.json', JSON.stringify({ Resources: { Inner: queue(1) } }));
  await putObject(cloud.url, 'templates', 'child-2.json', JSON.stringify({ Resources: { Inner: queue(2) } }));
  await deploy(requestFor('nest', nested(1)));
  const { ports } = openRoom(cloud);
  expect(await prepareStack(requestFor('nest', nested(1)), ports)).toMatchObject({ kind: 'no-change' });
  const { changes } = await planned(requestFor('nest', nested(2)), ports);
  expect(changes.map(({ path }) => path)).toEqual(['Child', 'Child.Inner']);
});

describe('a CloudFormation that takes its time', () => {
  test('is polled sparingly and shows progress', async () => {
    await cloud.configure({ changeSetSeconds: 2, stackSeconds: 8 });
    const room = openRoom(cloud);
    const slow = requestFor('slow', { Queue: queue(1), Other: queue(2) });
    expect(await deploy(slow, room)).toMatchObject({ state: 'succeeded' });
    // Exact in virtual time; here only that nothing polls at full speed for ten seconds.
    expect(actions().filter((action) => action.startsWith('Describe')).length).toBeLessThan(20);
    expect(room.events).toContainEqual(expect.objectContaining({ type: 'stack.event', status: 'CREATE_IN_PROGRESS' }));
  });

  test('is a timeout that names the operation, which the next run waits out before it plans', async () => {
    await cloud.configure({ stackSeconds: HELD_SECONDS });
    const { ports } = openRoom(cloud);
    const request = requestFor('late', { Queue: queue(1) });
    const preparation = await planned(request, ports);
    expect(await executeStack({ ...request, timeoutMs: 1_000 }, preparation, ports)).toMatchObject({
      state: 'timed-out',
      stackStatus: 'CREATE_IN_PROGRESS',
      reason: expect.stringMatching(/operation [\w-]+ on late is still running after \d+ s/),
    });
    const next = openRoom(cloud);
    expect(await prepareStack(requestFor('late', { Queue: queue(1) }), releasing(cloud, next))).toMatchObject({
      kind: 'no-change',
    });
    expect(next.events).toContainEqual(waited);
  });

  test('loses nothing when a run is killed: the next one takes its operation over', async () => {
    await cloud.configure({ stackSeconds: HELD_SECONDS });
    const abort = new AbortController();
    const killed = openRoom(cloud, abort.signal);
    const request = requestFor('killed', { Queue: queue(1) });
    const preparation = await planned(request, killed.ports);
    const first = executeStack(request, preparation, {
      ...killed.ports,
      report: (event) => event.type === 'instance.state' && abort.abort(new Error('SIGKILL')),
    });
    expect(await first).toMatchObject({ state: 'cancelled' });
    await cloud.configure({ stackSeconds: 1 });
    expect(await executeStack(request, preparation, openRoom(cloud).ports)).toMatchObject({ state: 'succeeded' });
    expect(actions().filter((action) => action === 'ExecuteChangeSet')).toHaveLength(1);
  });
});

describe('answers that are lost', () => {
  test.each(['CreateChangeSet', 'ExecuteChangeSet', 'DeleteChangeSet', 'DescribeStacks', 'DescribeChangeSet'])(
    'of %s change nothing in how the deployment ends',
    async (action) => {
      await deploy(requestFor('lost', { Queue: queue(1) }));
      cloud.fault({ service: 'cloudformation', action, kind: 'reset', when: 'after', times: 1 });
      expect(await deploy(requestFor('lost', { Queue: queue(2) }))).toMatchObject({ state: 'succeeded' });
      const { ports } = openRoom(cloud);
      expect(await prepareStack(requestFor('lost', { Queue: queue(2) }), ports)).toMatchObject({ kind: 'no-change' });
    },
  );
});

test('a stack that moved since the plan is refused', async () => {
  await deploy(requestFor('moved', { Queue: queue(1) }));
  const { ports } = openRoom(cloud);
  const request = requestFor('moved', { Queue: queue(2) });
  const preparation = await planned(request, ports);
  await deploy(requestFor('moved', { Queue: queue(3) }));
  expect(await executeStack(request, preparation, ports)).toMatchObject({ state: 'failed', code: 'moved' });
});
