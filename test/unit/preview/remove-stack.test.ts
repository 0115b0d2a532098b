import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { type PreviewRemoval, removePreviewStack } from '../../../src/preview/remove-stack.ts';
import type { FakeTemplate } from '../../support/fake-cloudformation.ts';
import { createStackRoom, template } from '../../support/stack-room.ts';

const MINUTE = 60_000;
const NOT_EMPTY = 'The bucket you tried to delete is not empty';
const request: PreviewRemoval = {
  instance: 'api@eu-west-1',
  stackName: 'app',
  runId: 'run-1',
  timeoutMs: 30 * MINUTE,
  whyNot: () => undefined,
};
const bucket = { Type: 'AWS::S3::Bucket' };
const fn = { Type: 'AWS::Lambda::Function' };

function openRoom(resources: FakeTemplate['Resources'], broken: Readonly<Record<string, string>> = {}) {
  const room = createStackRoom();
  const stack = room.cloudformation.seed('app', { template: template('1', resources), broken });
  const physical = (logicalId: string): string => stack.resources.get(logicalId)?.physicalId ?? '';
  const emptied: string[] = [];
  const groups = new Set<string>();
  const ports = {
    ...room.ports,
    leftovers: {
      emptyBucket: async (name: string) => {
        emptied.push(name);
        return { deleted: 2, refused: [] as readonly string[] };
      },
      logGroups: async (prefix: string) => [...groups].filter((name) => name.startsWith(prefix)),
      deleteLogGroup: async (name: string) => groups.delete(name),
    },
  };
  return { ...room, stack, physical, emptied, groups, ports };
}

describe('deleting a stack of a preview', () => {
  test('empties its buckets first, deletes it, and then the log groups of its functions', async () => {
    const room = openRoom({ Files: bucket, Other: fn });
    const own = `/aws/lambda/${room.physical('Other')}`;
    for (const name of [own, '/aws/lambda/app-Gone-ABC', '/aws/lambda/application-Other', '/aws/lambda/else'])
      room.groups.add(name);
    const { outcome, notes } = await removePreviewStack(request, room.ports);
    expect(outcome).toMatchObject({ state: 'succeeded', stackStatus: 'DELETE_COMPLETE' });
    expect(room.emptied).toEqual([room.physical('Files')]);
    expect([...room.groups]).toEqual(['/aws/lambda/application-Other', '/aws/lambda/else']);
    expect(notes).toEqual([expect.stringContaining('2 object versions'), expect.stringContaining('log groups')]);
  });

  test('that is not there is no change, and what a run that died left of it goes', async () => {
    const room = openRoom({});
    room.groups.add('/aws/lambda/other-Hello-1');
    const { outcome } = await removePreviewStack({ ...request, stackName: 'other' }, room.ports);
    expect(outcome.state).toBe('no-change');
    expect([...room.groups]).toEqual([]);
    expect(room.stack.status).toBe('CREATE_COMPLETE');
  });

  test('leaves what the template keeps, full as it is, and says so', async () => {
    const group = { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain' as const };
    const room = openRoom({ Files: bucket, Archive: { ...bucket, DeletionPolicy: 'Retain' }, Log: group });
    const { outcome, notes } = await removePreviewStack(request, room.ports);
    expect(outcome.state).toBe('succeeded');
    expect(room.emptied).toEqual([room.physical('Files')]);
    expect(notes.join()).toContain(`Archive (AWS::S3::Bucket) ${room.physical('Archive')}`);
    expect(notes.join()).toContain('Log (AWS::Logs::LogGroup)');
  });

  test('leaves the log group of a function to the template that has it', async () => {
    const room = openRoom({ Hello: fn, Log: { Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Retain' } });
    const name = `/aws/lambda/${room.physical('Hello')}`;
    const log = room.stack.resources.get('Log');
    if (log) log.physicalId = name;
    room.groups.add(name);
    await removePreviewStack(request, room.ports);
    expect([...room.groups]).toEqual([name]);
  });

  test('that belongs to somebody else touches nothing', async () => {
    const room = openRoom({ Files: bucket });
    const { outcome } = await removePreviewStack({ ...request, whyNot: () => 'it is theirs' }, room.ports);
    expect(outcome).toMatchObject({ state: 'failed', reason: 'it is theirs' });
    expect(room.calls()).toEqual(['describeStack']);
    expect(room.emptied).toEqual([]);
  });

  test('with termination protection is refused before anything in it is touched', async () => {
    const room = openRoom({ Files: bucket });
    room.stack.terminationProtection = true;
    const { outcome } = await removePreviewStack(request, room.ports);
    expect(outcome).toMatchObject({ state: 'failed', reason: expect.stringContaining('termination protection') });
    expect(room.emptied).toEqual([]);
  });

  test('waits out what runs in it, also a deletion of somebody else', async () => {
    const room = openRoom({ Files: bucket });
    room.cloudformation.busy('app', 'UPDATE_IN_PROGRESS', 10 * MINUTE, 'UPDATE_COMPLETE');
    expect((await removePreviewStack(request, room.ports)).outcome.state).toBe('succeeded');
    const other = openRoom({ Files: bucket });
    other.cloudformation.busy('app', 'DELETE_IN_PROGRESS', MINUTE, 'DELETE_COMPLETE');
    expect((await removePreviewStack(request, other.ports)).outcome.state).toBe('succeeded');
    expect(other.calls()).not.toContain('deleteStack');
  });

  test('is begun again when AWS refuses for now, with the buckets emptied anew', async () => {
    const room = openRoom({ Files: bucket }, { Files: NOT_EMPTY });
    let tries = 0;
    const emptyBucket = async (name: string) => {
      tries += 1;
      if (tries === 2) room.cloudformation.repair('app');
      return room.ports.leftovers.emptyBucket(name);
    };
    const { outcome } = await removePreviewStack(request, {
      ...room.ports,
      leftovers: { ...room.ports.leftovers, emptyBucket },
    });
    expect(outcome.state).toBe('succeeded');
    expect(tries).toBe(2);
    expect(room.calls().filter((name) => name === 'deleteStack')).toHaveLength(2);
  });

  test('is given up after three times, with what refuses and why', async () => {
    const room = openRoom({ Files: bucket }, { Files: NOT_EMPTY });
    const { outcome } = await removePreviewStack(request, room.ports);
    expect(outcome).toMatchObject({
      state: 'stuck',
      stackStatus: 'DELETE_FAILED',
      failures: [{ path: 'Files', reason: NOT_EMPTY }],
    });
    expect(room.calls().filter((name) => name === 'deleteStack')).toHaveLength(3);
  });

  test('goes on where an earlier one failed, and where the first create failed', async () => {
    for (const status of ['DELETE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'UPDATE_ROLLBACK_FAILED']) {
      const room = openRoom({ Files: bucket });
      room.stack.status = status;
      expect([status, (await removePreviewStack(request, room.ports)).outcome.state]).toEqual([status, 'succeeded']);
    }
  });

  test('says which bucket could not be emptied, and leaves the rest to CloudFormation', async () => {
    const room = openRoom({ Files: bucket });
    const locked = { deleted: 0, refused: ['AccessDenied: object lock'] };
    const first = await removePreviewStack(request, {
      ...room.ports,
      leftovers: { ...room.ports.leftovers, emptyBucket: async () => locked },
    });
    expect(first.notes.join()).toContain('AccessDenied: object lock');
    const other = openRoom({ Files: bucket });
    const denied = new AwsError({
      kind: 'denied',
      code: 'AccessDenied',
      message: 'not you',
      service: 'S3',
      action: 'ListObjectVersions',
      region: 'eu-west-1',
    });
    const second = await removePreviewStack(request, {
      ...other.ports,
      leftovers: { ...other.ports.leftovers, emptyBucket: () => Promise.reject(denied) },
    });
    expect(second.notes.join()).toContain('could not be emptied: not you');
    expect(second.outcome.state).toBe('succeeded');
  });

  test('is not done without the lease', async () => {
    const room = openRoom({ Files: bucket });
    const beforeWrite = () => Promise.reject(Object.assign(new Error('lost'), { name: 'AbortError' }));
    room.abort.abort();
    const { outcome } = await removePreviewStack(request, { ...room.ports, beforeWrite });
    expect(outcome.state).toBe('cancelled');
    expect(room.emptied).toEqual([]);
    expect(room.stack.status).toBe('CREATE_COMPLETE');
  });
});
