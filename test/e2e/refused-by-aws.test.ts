import { createHash } from 'node:crypto';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../src/report/run-result.ts';
import { startForwardProxy } from '../cloud/forward-proxy.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions, keysOf, rootKeys } from '../cloud/test-clients.ts';
import { deployArgs, executed, type PlainApp, plainApp, stackWrites, writes } from '../support/plain-app.ts';
import { type RunOptions, runAction, runCli, runJson } from '../support/run-product.ts';
import { zip } from '../support/zip.ts';

const [account, stranger] = ['111111111111', '222222222222'];
const regions = ['eu-west-1', 'eu-central-1'] as const;
const [home, second] = regions;
let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
  app = plainApp();
  options = { cwd: app.folder, env: cloud.env(account), withSam: false };
  // SAM's managed buckets are made here, so that what is written below is not hidden behind that.
  expect((await runCli(deployArgs(regions, 'there'), options)).exitCode).toBe(0);
});

afterAll(async () => {
  app?.[Symbol.dispose]();
  await cloud?.[Symbol.asyncDispose]();
});

beforeEach(() => cloud.clearCalls());

function s3(region: string, owner = account): S3Client {
  return new S3Client({ ...clientOptions(cloud, region, rootKeys(owner)), forcePathStyle: true });
}

async function stackOf(stackName: string, region: string) {
  const client = new CloudFormationClient(clientOptions(cloud, region));
  return client.send(new DescribeStacksCommand({ StackName: stackName })).then(
    ({ Stacks }) => Stacks?.[0],
    () => undefined,
  );
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function managedBucket(region: string): Promise<string> {
  const stack = await stackOf('aws-sam-cli-managed-default', region);
  return stack?.Outputs?.find(({ OutputKey }) => OutputKey === 'SourceBucket')?.OutputValue ?? '';
}

/** The first problem of a run that must be refused. */
async function refusal(args: readonly string[], more: Partial<RunOptions> = {}) {
  const { exitCode, stdout } = await runCli([...args, '--output', 'json'], { ...options, ...more });
  const { problems = [] } = JSON.parse(stdout) as Partial<Refusal>;
  return { exitCode, code: problems[0]?.code, text: [problems[0]?.message, ...(problems[0]?.fix ?? [])].join(' ') };
}

describe('nothing is changed', () => {
  test('in a bucket that another account owns', async () => {
    await s3(home, stranger).send(new CreateBucketCommand({ Bucket: 'taken-by-a-stranger' }));
    cloud.clearCalls();
    const { exitCode, code, text } = await refusal(
      deployArgs([home], 'fresh', '--artifact-bucket', 'taken-by-a-stranger'),
    );
    expect([exitCode, code]).toEqual([2, 'bucket-owned-by-other']);
    expect(text).toMatch(/taken-by-a-stranger does not belong to account 111111111111/);
    expect(writes(cloud)).toEqual([]);
  });

  test('where an artifact lies in a target under the same key with another content', async () => {
    const code = zip([{ name: 'index.js', content: 'exports.handler = async () => 1;' }]);
    const other = zip([{ name: 'index.js', content: 'exports.handler = async () => 2;' }]);
    const key = createHash('md5').update(code).digest('hex');
    await s3(home).send(new CreateBucketCommand({ Bucket: 'packaged-elsewhere' }));
    await s3(home).send(new PutObjectCommand({ Bucket: 'packaged-elsewhere', Key: key, Body: code }));
    const bucket = await managedBucket(second);
    await s3(second).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: other }));
    using packaged = plainApp(`Resources:
  F:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::${account}:role/any
      Code: { S3Bucket: packaged-elsewhere, S3Key: ${key} }
`);
    cloud.clearCalls();
    const { exitCode, result } = await runJson(deployArgs(regions, 'fresh'), { ...options, cwd: packaged.folder });
    expect(exitCode).toBe(1);
    expect(result.instances.find(({ region }) => region === second)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining(
        `${key} in the bucket ${bucket} (${second}) has other content than the release: SHA-256 ${sha256(other)}, expected ${sha256(code)}`,
      ),
      fix: expect.arrayContaining([expect.stringContaining(`s3://${bucket}/${key}`)]),
    });
    expect(executed(cloud)).toEqual([]);
    expect(await Promise.all(regions.map((region) => stackOf('fresh', region)))).toEqual([undefined, undefined]);
    const { Body } = await s3(second).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(other)).toBe(true);
  });

  test('with the keys of a session that has expired', async () => {
    await cloud.createRole(account, 'short', {
      trust: { Statement: [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' }] },
    });
    await cloud.configure({ sessionSeconds: 0 });
    const sts = new STSClient(clientOptions(cloud, home));
    const RoleArn = `arn:aws:iam::${account}:role/short`;
    const {
      accessKeyId,
      secretAccessKey,
      sessionToken = '',
    } = keysOf(await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ended' })));
    await cloud.configure({ sessionSeconds: 3600 });
    cloud.clearCalls();
    const { exitCode, code, text } = await refusal(deployArgs([home], 'fresh'), {
      env: {
        ...options.env,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken,
      },
    });
    expect([exitCode, code]).toEqual([2, 'expired-token']);
    expect(text).not.toContain(sessionToken);
    expect(writes(cloud)).toEqual([]);
  });

  test('in a region that is not enabled, asked for with a role', async () => {
    await cloud.createRole(account, 'deploy');
    // By the real names of AWS: an unsigned call tells its region by them alone.
    await using proxy = await startForwardProxy(cloud.url);
    const { AWS_ENDPOINT_URL: _, ...job } = cloud.githubEnv();
    cloud.clearCalls();
    const { exitCode, code, text } = await refusal(
      deployArgs([home, 'ap-east-1'], 'fresh', '--role-to-assume', `arn:aws:iam::${account}:role/deploy`),
      { env: { ...job, ...proxy.env() } },
    );
    expect([exitCode, code]).toEqual([2, 'region-not-enabled']);
    expect(text).toContain('ap-east-1');
    expect(writes(cloud)).toEqual([]);
  });

  test('when one target of two is of another account than configured', async () => {
    using configured = plainApp();
    configured.write(
      'multi-region.yml',
      `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { ${home}: { account: "${account}" }, ${second}: { account: "${stranger}" } }
`,
    );
    const { exitCode, code, text } = await refusal(['deploy', '--yes'], { cwd: configured.folder });
    expect([exitCode, code]).toEqual([2, 'wrong-account']);
    expect(text).toMatch(new RegExp(`${second}.*${stranger}.*${account}`));
    expect(writes(cloud)).toEqual([]);
  });

  test('when a parameter has no value in one target of two, and no lease is left', async () => {
    using needy = plainApp('Parameters: { Needed: { Type: String } }\nResources: { T: { Type: AWS::SNS::Topic } }\n');
    const { exitCode, result } = await runJson(deployArgs(regions, 'fresh'), { ...options, cwd: needy.folder });
    expect([exitCode, result.instances.map(({ state }) => state)]).toEqual([1, ['failed', 'failed']]);
    expect(result.instances[0]?.reason).toContain('Needed');
    expect(stackWrites(cloud)).toEqual([]);
    const held = await runJson(['status', '--regions', regions.join(','), '--stack-name', 'fresh'], options);
    expect(held.result.stacks).toMatchObject(regions.map(() => ({ kind: 'absent' })));
    expect(held.result.stacks?.map(({ heldBy }) => heldBy)).toEqual([undefined, undefined]);
  });
});

describe('the action refuses before it calls anybody:', () => {
  const inputs = { command: 'deploy', regions: home, 'stack-name': 'fresh' };

  test.each([
    ['an unknown input', { 'stak-name': 'x' }, /input "stak-name" does not exist[\s\S]*Did you mean "stack-name"/],
    ['an input that the command does not use', { 'delete-stacks': 'true' }, /delete-stacks/],
    ['a value that an input does not take', { sequential: 'yes please' }, /input "sequential"/],
    ['an unknown command', { command: 'deplyo' }, /deplyo.*[\s\S]*deploy/],
  ])('%s', async (_, more, says) => {
    const { exitCode, stdout, outputs } = await runAction({ ...inputs, ...more }, options);
    expect([exitCode, outputs['status']]).toEqual([2, 'failed']);
    expect(stdout).toMatch(says);
    expect(cloud.calls).toEqual([]);
  });
});

describe('names outside of ASCII', () => {
  const file = (more: { readonly application?: string; readonly stack?: string; readonly target?: string }): string =>
    `application: ${more.application ?? 'shop'}
stacks: { ${more.stack ?? 'api'}: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    targets: { ${more.target ?? home}: { region: ${home} } }
`;

  test.each([
    ['an application', file({ application: 'Süßes' }), [], /application.*Süßes|Süßes.*application/],
    ['a stack', file({ stack: 'größe' }), [], /größe/],
    ['a target', file({ target: '東京' }), [], /東京/],
    ['an environment', file({}), ['--environment', 'prüfung'], /prüfung/],
    ['a parameter', file({}), ['--parameters', 'Größe=1'], /Größe/],
  ])('are refused for %s', async (_, config, more, says) => {
    using named = plainApp();
    named.write('multi-region.yml', config);
    const { exitCode, text } = await refusal(['deploy', '--yes', ...more], { cwd: named.folder });
    expect([exitCode, text]).toEqual([2, expect.stringMatching(says)]);
    expect(cloud.calls).toEqual([]);
  });

  test('arrive whole as values of parameters and tags', async () => {
    const args = deployArgs([home], 'values', '--parameters', 'Mark=Größe 東京 🚀', '--tags', 'Straße=Hauptstraße');
    const { exitCode } = await runCli(args, options);
    expect(exitCode).toBe(0);
    expect(await stackOf('values', home)).toMatchObject({
      Parameters: [{ ParameterKey: 'Mark', ParameterValue: 'Größe 東京 🚀' }],
      Tags: [{ Key: 'Straße', Value: 'Hauptstraße' }],
    });
  });
});
