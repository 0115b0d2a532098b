import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunResult } from '../../src/report/run-result.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type LocalGitHub, startGitHub } from '../github/index.ts';
import { permissionsApp } from '../support/permissions-app.ts';
import { OLDER_REGION, openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';

const PLACE = { account: '111111111111', region: 'eu-west-1' };
/** Its last line belongs to `preview`, where the role is written. */
const config = `application: shop
stacks:
  api: { template: template.yaml, parameters: { Mark: mark } }
environments:
  prod: { targets: [eu-central-1] }
preview:
    targets:
      eu-west-1: { account: "${PLACE.account}" }
    service-role: cfn
    artifact-bucket: artifacts
`;

let gitHub: LocalGitHub;
let room: PolicyRoom<'preview' | 'cleanup'>;

beforeAll(async () => {
  gitHub = await startGitHub();
  const env = { GITHUB_REPOSITORY: 'acme/orders', GITHUB_API_URL: gitHub.url, GITHUB_TOKEN: gitHub.token };
  room = await openPolicyRoom(permissionsApp(0), [PLACE], {
    preview: { command: 'preview', config, env },
    cleanup: { command: 'cleanup', config, env },
  });
  await onBuckets((client) => client.send(new CreateBucketCommand({ Bucket: 'artifacts' })));
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
  await gitHub.close();
});

function pull(number: number, state: 'open' | 'closed'): readonly string[] {
  const head = { ref: 'change', sha: 'a'.repeat(40), repository: 'acme/orders' };
  gitHub.world.pulls.set(number, { number, title: 'A change', state, merged: false, head, author: 'mona' });
  return ['--pull-request', String(number), '--yes'];
}

async function onBuckets(act: (client: S3Client) => Promise<unknown>): Promise<void> {
  const client = new S3Client({ ...clientOptions(room.cloud, PLACE.region), forcePathStyle: true });
  await act(client);
  client.destroy();
}

/** Two versions of an object. */
const fill = (Bucket: string): Promise<void> =>
  onBuckets(async (client) => {
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
    for (const Body of ['one', 'two']) await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body }));
  });

let release = '';
const deploy = (number: number, ...parameters: readonly string[]) => [
  ...pull(number, 'open'),
  ...['--release', release],
  ...parameters.flatMap((parameter) => ['--parameters', parameter]),
];

test('the policy of preview is enough to deploy one, and to delete it with all it holds', async () => {
  const args = [...pull(1, 'open'), '--output', 'json', '--parameters', 'Taken=shop-pr-1-files'];
  const { stdout } = await room.scenario('preview', args, { withSam: true });
  release = (JSON.parse(stdout) as RunResult).release?.id ?? '';
  await fill('shop-pr-1-files');
  await room.scenario('preview', [...pull(1, 'closed'), '--delete'], { shows: /2 object versions.*log groups/s });
  expect(room.called()).toEqual(expect.arrayContaining(['ListObjectVersions', 'DeleteObjects', 'DeleteLogGroup']));
});

test('the policy of cleanup is enough to find previews and delete them, and to find out what stands in the way', async () => {
  await room.scenario('preview', deploy(2, 'InnerFail=delete'));
  await room.scenario('preview', deploy(3, 'Taken=shop-pr-3-files'));
  await fill('shop-pr-3-files');
  pull(2, 'closed');
  pull(3, 'closed');
  const stuck = { shows: /Child\.Inner.*The part is broken/s, killAt: 'is begun again', exitCode: 137 };
  await room.scenario('cleanup', ['--execute', '--yes'], stuck);
  expect(room.called()).toEqual(expect.arrayContaining(['ListObjectVersions', 'DeleteObjects', 'DeleteLogGroup']));
  await room.scenario('cleanup', ['--execute', '--yes'], { ...stuck, fault: OLDER_REGION });
});

test('every action and resource in the policy of cleanup is needed, and of preview all but what deployments need that fail', async () => {
  expect(await room.unneeded('cleanup')).toEqual([]);
  // That these are needed is shown for `deploy`, which they are taken from.
  const failing =
    /^(ChangeSets|Hooks): |^Stacks: cloudformation:(ListChangeSets|DeleteChangeSet|Describe(Stack)?Events|ContinueUpdateRollback)$|^Artifacts: s3:AbortMultipartUpload$/;
  expect((await room.unneeded('preview')).filter((part) => !failing.test(part))).toEqual([]);
});
