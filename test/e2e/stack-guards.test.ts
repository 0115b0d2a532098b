import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { discardPreparation, prepareStack } from '../../src/stack/index.ts';
import type { StackRequest } from '../../src/stack/model.ts';
import { putAlarm, putObject, setAlarm } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import {
  ACCOUNT,
  allStacks,
  deployTo,
  nestedStack,
  openRoom,
  planned,
  queue,
  REGION,
  requestFor,
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
});

const broken = {
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'i.h',
    Runtime: 'nodejs22.x',
    Role: `arn:aws:iam::${ACCOUNT}:role/r`,
    Code: { S3Bucket: 'nowhere', S3Key: 'x' },
  },
};

describe('rollback alarms', () => {
  const arn = (name: string) => `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:${name}`;
  const watched = (name: string): Partial<StackRequest> => ({
    rollbackTriggers: { alarms: [arn(name)], monitoringMinutes: 0 },
  });

  test.each(['Alarm', 'CompositeAlarm'] as const)(
    'of kind %s are found out, and send the update back',
    async (kind) => {
      const room = openRoom(cloud);
      await putAlarm(cloud.url, 'errors', kind);
      const quiet = await deployTo(room, requestFor('watched', { Queue: queue(1) }, watched('errors')));
      expect(quiet).toMatchObject({ state: 'succeeded' });
      await setAlarm(cloud.url, 'errors', 'ALARM');
      const loud = await deployTo(room, requestFor('watched', { Queue: queue(2) }, watched('errors')));
      expect(loud).toMatchObject({
        state: 'failed',
        stackStatus: 'UPDATE_ROLLBACK_COMPLETE',
        reason: expect.stringContaining('alarm:errors'),
      });
    },
  );

  test('that are not there are said in the plan', async () => {
    const { ports } = openRoom(cloud);
    const { notes } = await planned(requestFor('watched', { Queue: queue(1) }, watched('nowhere')), ports);
    expect(notes).toEqual([expect.stringContaining(`${arn('nowhere')} is not there`)]);
  });
});

describe('nested stacks', () => {
  const tree = { Child: nestedStack('child.json') };
  const names = async () => (await allStacks(cloud)).map(({ stackName }) => stackName);

  beforeEach(async () => {
    const child = { Resources: { Inner: queue(1), Grandchild: nestedStack('grandchild.json') } };
    await putObject(cloud.url, 'templates', 'child.json', JSON.stringify(child));
    await putObject(cloud.url, 'templates', 'grandchild.json', JSON.stringify({ Resources: { Inmost: queue(1) } }));
  });

  test('of a plan that nobody executes leave nothing under review', async () => {
    const { ports } = openRoom(cloud);
    const request = requestFor('reviewed', tree);
    const preparation = await planned(request, ports);
    expect(preparation.changes.map(({ path }) => path)).toContain('Child.Grandchild.Inmost');
    expect(await names()).toHaveLength(3);
    await discardPreparation(request, preparation, ports);
    expect(await names()).toEqual([]);
  });

  test('that a plan would add to a stack leave it as it is', async () => {
    const room = openRoom(cloud);
    await deployTo(room, requestFor('grows', { Queue: queue(1) }));
    const request = requestFor('grows', { Queue: queue(1), ...tree });
    await discardPreparation(request, await planned(request, room.ports), room.ports);
    expect(await names()).toEqual(['grows']);
  });

  test('of a plan that fails leave nothing either', async () => {
    const { ports } = openRoom(cloud);
    const request = requestFor('fails', { Child: nestedStack('child.json'), Bad: nestedStack('nowhere.json') });
    expect(await prepareStack(request, ports)).toMatchObject({ kind: 'failed' });
    expect(await names()).toEqual([]);
  });

  test('are executed under the names that were reviewed', async () => {
    const room = openRoom(cloud);
    expect(await deployTo(room, requestFor('executed', tree))).toMatchObject({ state: 'succeeded' });
    expect((await allStacks(cloud)).map(({ status }) => status)).toEqual([
      'CREATE_COMPLETE',
      'CREATE_COMPLETE',
      'CREATE_COMPLETE',
    ]);
  });
});

test('a first create that failed is a create in the next plan, and is created anew by the next deployment', async () => {
  const room = openRoom(cloud);
  const failed = await deployTo(room, requestFor('again', { Queue: queue(1), Bad: broken }));
  expect(failed).toMatchObject({ state: 'failed', stackStatus: 'ROLLBACK_COMPLETE' });
  cloud.clearCalls();
  const good = requestFor('again', { Queue: queue(1) });
  expect(await prepareStack(good, { ...room.ports, repair: false })).toMatchObject({
    kind: 'recreate',
    changes: [{ path: 'Queue', action: 'Add' }],
  });
  expect(cloud.calls.map(({ action }) => action)).not.toEqual(expect.arrayContaining(['DeleteStack']));
  expect(await deployTo(room, good)).toMatchObject({ state: 'succeeded', stackStatus: 'CREATE_COMPLETE' });
});

test('without stack rollback a failed create is left for inspection', async () => {
  const room = openRoom(cloud);
  const request = requestFor('inspect', { Queue: queue(1), Bad: broken }, { disableRollback: true });
  expect(await deployTo(room, request)).toMatchObject({
    state: 'stuck',
    stackStatus: 'CREATE_FAILED',
    failures: [{ path: 'Bad', rootCause: true }],
  });
});

test('a stack policy guards the update that brings it, and later ones', async () => {
  const room = openRoom(cloud);
  await deployTo(room, requestFor('guarded', { Queue: queue(1) }));
  const allow = { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' };
  const deny = { Effect: 'Deny', Action: 'Update:*', Principal: '*', Resource: 'LogicalResourceId/Queue' };
  const stackPolicy = JSON.stringify({ Statement: [allow, deny] });
  const update = requestFor('guarded', { Queue: queue(2) }, { stackPolicy });
  expect(await deployTo(room, update)).toMatchObject({
    state: 'failed',
    stackStatus: 'UPDATE_ROLLBACK_COMPLETE',
    failures: [{ path: 'Queue', reason: expect.stringMatching(/policy/i) }],
  });
});
