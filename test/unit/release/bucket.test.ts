import { describe, expect, test } from '@jest/globals';
import type { ChangeSetRequest, Stack } from '../../../src/aws/cloudformation-port.ts';
import { artifactBucket } from '../../../src/release/bucket.ts';
import { managedBucketTemplate } from '../../../src/release/managed-bucket-template.ts';
import { awsError, createMemoryStorage, type MemoryBucket } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { noCloudFormation, session, stackOf } from './support.ts';

const complete = stackOf('CREATE_COMPLETE', {
  outputs: { SourceBucket: 'aws-sam-cli-managed-default-bucket' },
  tags: { ManagedStackSource: 'AwsSamCli' },
});

/** Answers DescribeStacks with these stacks one after the other, the last one for ever. */
function describing(...stacks: readonly (Stack | undefined)[]) {
  let call = 0;
  return async () => stacks[Math.min(call++, stacks.length - 1)];
}

function find(stacks: readonly (Stack | undefined)[], create = false) {
  const cloudformation = noCloudFormation({ describeStack: describing(...stacks) });
  return artifactBucket(
    session(createMemoryStorage(), { cloudformation }),
    { create },
    { clock: createVirtualClock() },
  );
}

describe("SAM's managed bucket", () => {
  test('is found with one call', async () => {
    await expect(find([complete])).resolves.toBe('aws-sam-cli-managed-default-bucket');
  });

  test('that somebody is making is waited for', async () => {
    const making = stackOf('CREATE_IN_PROGRESS');
    await expect(find([making, making, complete])).resolves.toBe('aws-sam-cli-managed-default-bucket');
  });

  test.each([[undefined], [stackOf('REVIEW_IN_PROGRESS')]])('is not made for a dry run', async (stack) => {
    await expect(find([stack])).resolves.toBeUndefined();
  });

  test.each([
    ['without the output', { tags: complete.tags }, 'bucket-not-managed'],
    ['without the tag', { outputs: complete.outputs }, 'bucket-not-managed'],
  ])('is not taken from a stack %s', async (_what, parts, code) => {
    await expect(find([stackOf('CREATE_COMPLETE', parts)])).rejects.toMatchObject({ code });
  });

  test('that could not be made names the stack', async () => {
    await expect(find([stackOf('ROLLBACK_COMPLETE')])).rejects.toMatchObject({
      code: 'bucket-not-made',
      message: expect.stringContaining('ROLLBACK_COMPLETE'),
    });
  });

  test('is made where it is absent, with the tag by which SAM knows it', async () => {
    const requests: ChangeSetRequest[] = [];
    const executed: string[] = [];
    const statuses = ['CREATE_IN_PROGRESS', 'CREATE_COMPLETE'];
    const cloudformation = noCloudFormation({
      describeStack: describing(undefined, stackOf('CREATE_IN_PROGRESS'), complete),
      createChangeSet: async (request) => {
        requests.push(request);
        return { id: 'change-set', stackId: 'stack' };
      },
      describeChangeSet: async (id) => ({
        id,
        name: 'n',
        stackId: 'stack',
        status: statuses.shift() ?? '',
        executionStatus: 'AVAILABLE',
        changes: [],
      }),
      executeChangeSet: async ({ id }) => void executed.push(id),
    });
    const made = artifactBucket(
      session(createMemoryStorage(), { cloudformation }),
      { create: true },
      { clock: createVirtualClock() },
    );
    await expect(made).resolves.toBe('aws-sam-cli-managed-default-bucket');
    expect(executed).toEqual(['change-set']);
    expect(requests).toMatchObject([
      { stackName: 'aws-sam-cli-managed-default', type: 'CREATE', tags: { ManagedStackSource: 'AwsSamCli' } },
    ]);
  });

  test('is made although its change set is not found right after it was created', async () => {
    const executed: string[] = [];
    const reads = [false, false, true];
    const cloudformation = noCloudFormation({
      describeStack: async () => (executed.length > 0 ? complete : undefined),
      createChangeSet: async () => ({ id: 'change-set', stackId: 'stack' }),
      describeChangeSet: async (id) =>
        reads.shift() === true
          ? { id, name: 'n', stackId: 'stack', status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE', changes: [] }
          : undefined,
      executeChangeSet: async ({ id }) => void executed.push(id),
    });
    const made = artifactBucket(
      session(createMemoryStorage(), { cloudformation }),
      { create: true },
      { clock: createVirtualClock() },
    );
    await expect(made).resolves.toBe('aws-sam-cli-managed-default-bucket');
    expect(executed).toEqual(['change-set']);
  });

  test('is taken from another run that made it in the meantime', async () => {
    const cloudformation = noCloudFormation({
      describeStack: describing(undefined, complete),
      createChangeSet: async () => ({ id: 'c', stackId: 's' }),
      describeChangeSet: async (id) => ({
        id,
        name: 'n',
        stackId: 's',
        status: 'CREATE_COMPLETE',
        executionStatus: 'OBSOLETE',
        changes: [],
      }),
      executeChangeSet: () => Promise.reject(awsError('conflict', 'ExecuteChangeSet')),
    });
    const found = artifactBucket(
      session(createMemoryStorage(), { cloudformation }),
      { create: true },
      { clock: createVirtualClock() },
    );
    await expect(found).resolves.toBe('aws-sam-cli-managed-default-bucket');
  });

  test('is versioned, encrypted, closed to the public and reached by TLS only', () => {
    const { Resources } = JSON.parse(managedBucketTemplate());
    expect(Resources.SamCliSourceBucket.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{}] },
    });
    expect(Resources.SamCliSourceBucketBucketPolicy.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });
});

describe('a named bucket', () => {
  function named(artifactBucketName: string, buckets: Readonly<Record<string, MemoryBucket | undefined>>) {
    const { storage } = { storage: createMemoryStorage(buckets) };
    const request = { artifactBucket: artifactBucketName, create: true };
    return artifactBucket(session(storage), request, { clock: createVirtualClock() });
  }

  test('is filled in from its pattern', async () => {
    const pattern = 'art-${account}-${region}-${partition}';
    await expect(named(pattern, {})).resolves.toBe('art-111111111111-eu-west-1-aws');
  });

  test.each([
    ['absent', undefined, 'bucket-missing'],
    ['in another region', { region: 'us-east-1' }, 'bucket-in-other-region'],
    ["somebody else's", { region: 'eu-west-1', foreign: true }, 'bucket-owned-by-other'],
  ])('that is %s is refused', async (_what, bucket, code) => {
    await expect(named('artifacts', { artifacts: bucket })).rejects.toMatchObject({ code });
  });

  test('with an impossible name is refused before anybody is asked', async () => {
    await expect(named('Artifacts_für_${region}', {})).rejects.toMatchObject({ code: 'bucket-name-invalid' });
  });
});
