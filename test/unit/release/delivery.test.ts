import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createArtifactStore } from '../../../src/release/artifact-store.ts';
import { createDelivery } from '../../../src/release/delivery.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { file, ORIGIN, packagedStack, releaseOf, session, temporaryFolder } from './support.ts';

const TARGET = 'artifacts-eu-central-1';
const shared = file('shared', 'shared code');
const own = file('own', 'own code');
const template = (key: string) =>
  `Resources: {F: {Type: AWS::Serverless::Function, Properties: {CodeUri: 's3://${ORIGIN}/${key}'}}}`;
const release = releaseOf(
  packagedStack(template('shared'), [shared], 'api'),
  packagedStack(template('own'), [shared, own], 'jobs'),
);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let origin: MemoryStorage;
let there: MemoryStorage;

beforeEach(async () => {
  folder = await temporaryFolder();
  origin = createMemoryStorage();
  there = createMemoryStorage();
  origin.seed(ORIGIN, 'shared', 'shared code');
  origin.seed(ORIGIN, 'own', 'own code');
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

function delivery(fresh = true) {
  const store = createArtifactStore({ storage: origin, bucket: ORIGIN, folder: `${folder.path}/artifacts` });
  return createDelivery({ release, store, report: () => {}, folder: `${folder.path}/there`, fresh });
}

const target = () => session(there, { target: 'eu-central-1', region: 'eu-central-1' });

describe('deliver', () => {
  test('copies the artifacts of the stack and retargets its template', async () => {
    await expect(delivery().deliver('api', target(), TARGET)).resolves.toEqual({
      body: template('shared').replace(ORIGIN, TARGET),
      bucket: TARGET,
      nested: [],
      artifacts: [{ key: 'shared', sha256: expect.any(String) }],
      notes: [],
    });
    expect([...there.objects.keys()]).toEqual([`${TARGET}/shared`]);
  });

  test('copies what stacks share once', async () => {
    const { deliver } = delivery();
    await Promise.all([deliver('api', target(), TARGET), deliver('jobs', target(), TARGET)]);
    expect(there.calls.filter((call) => call.startsWith('head')).sort()).toEqual([
      `head ${TARGET}/own`,
      `head ${TARGET}/shared`,
    ]);
    expect(origin.calls).toHaveLength(2);
  });

  test('asks nobody where the release was packaged in the same run', async () => {
    await delivery().deliver('jobs', session(origin), ORIGIN);
    expect(origin.calls).toEqual([]);
  });

  test('proves what an earlier run packaged', async () => {
    origin.objects.delete(`${ORIGIN}/own`);
    await expect(delivery(false).deliver('jobs', session(origin), ORIGIN)).rejects.toMatchObject({
      code: 'artifact-missing',
    });
  });

  test('of a stack fails when an artifact that it shares could not be copied', async () => {
    // Which of the two is put first is a matter of timing.
    for (const _ of ['shared', 'own']) there.failNext('put', 'denied');
    const { deliver } = delivery();
    const results = await Promise.allSettled([deliver('api', target(), TARGET), deliver('jobs', target(), TARGET)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
