import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { planKey } from '../../src/failover/plan.ts';
import { parsePlan } from '../../src/failover/plan-document.ts';
import type { HistoryDocument } from '../../src/records/history-document.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { executed } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';

const root = join(import.meta.dirname, '../..');
const account = '111111111111';
const regions = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let folder: string;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
});

afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollback-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = (stackName: string, command: string, ...more: readonly string[]) =>
  runJson([command, '--yes', '--regions', regions.join(), '--stack-name', stackName, ...more], {
    cwd: folder,
    env: cloud.env(account),
  });

async function bucketOf(region: string): Promise<{ readonly s3: S3Client; readonly bucket: string }> {
  const { DescribeStacksCommand, CloudFormationClient } = await import('@aws-sdk/client-cloudformation');
  const found = await new CloudFormationClient(clientOptions(cloud, region)).send(
    new DescribeStacksCommand({ StackName: 'aws-sam-cli-managed-default' }),
  );
  const bucket = found.Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'SourceBucket')?.OutputValue ?? '';
  return { s3: new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true }), bucket };
}

const recordKey = (stackName: string, region: string) =>
  `sam-multi-region/records/${stackName}/default/${encodeURIComponent(`app@${region}`)}.json`;

async function history(stackName: string, region: string): Promise<HistoryDocument> {
  const { s3, bucket } = await bucketOf(region);
  const stored = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: recordKey(stackName, region) }));
  return JSON.parse((await stored.Body?.transformToString()) ?? '') as HistoryDocument;
}

const states = (result: { readonly instances: readonly { readonly region: string; readonly state: string }[] }) =>
  Object.fromEntries(result.instances.map(({ region, state }) => [region, state]));

describe('an application with a function in two regions', () => {
  const deploy = async (marker: string): Promise<string> => {
    cpSync(join(root, 'examples/orders'), folder, { recursive: true });
    rmSync(join(folder, 'multi-region.yml'));
    const file = join(folder, 'src/orders.mjs');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n// ${marker}\n`);
    const { exitCode, result } = await run('orders', 'deploy', '--parameters', `Release=${marker}`);
    expect(exitCode).toBe(0);
    urls = result.instances.map(({ outputs }) => outputs['Url'] ?? '');
    return result.release?.id ?? '';
  };

  let urls: readonly string[] = [];
  const answers = (): Promise<readonly string[]> =>
    Promise.all(urls.map(async (url) => ((await (await cloud.fetch(url)).json()) as { release: string }).release));

  test('returns to the release before, in reverse order, and the records say so', async () => {
    const first = await deploy('v1');
    const second = await deploy('v2');
    expect(await answers()).toEqual(['v2', 'v2']);
    cloud.clearCalls();
    const { exitCode, result } = await run('orders', 'rollback', '--to', 'previous');
    expect({ exitCode, status: result.status }).toEqual({ exitCode: 0, status: 'succeeded' });
    expect(states(result)).toEqual({ 'eu-west-1': 'rolled-back', 'eu-central-1': 'rolled-back' });
    expect(result.release?.id).toBe(first);
    expect(executed(cloud)).toEqual(regions.toReversed());
    expect(await answers()).toEqual(['v1', 'v1']);
    for (const region of regions) {
      const { records } = await history('orders', region);
      expect(records.map(({ asked, ended }) => [asked.release, ended.state])).toEqual([
        [first, 'succeeded'],
        [second, 'succeeded'],
        [first, 'rolled-back'],
      ]);
    }
  });

  test('returns to a release by its id, and the same again changes nothing', async () => {
    const release = (await history('orders', 'eu-west-1')).records[1]?.asked.release ?? '';
    expect((await run('orders', 'rollback', '--to', release)).result.status).toBe('succeeded');
    expect(await answers()).toEqual(['v2', 'v2']);
    cloud.clearCalls();
    const again = await run('orders', 'rollback', '--to', release);
    expect({ exitCode: again.exitCode, status: again.result.status }).toEqual({ exitCode: 0, status: 'no-change' });
    expect(executed(cloud)).toEqual([]);
  });

  test('in a region that is lost does not keep the others from returning', async () => {
    cloud.blackout('eu-central-1', 'refuse');
    const { exitCode, result } = await run('orders', 'rollback', '--to', 'previous');
    cloud.restore('eu-central-1');
    expect(exitCode).toBe(1);
    expect(states(result)).toEqual({ 'eu-west-1': 'rolled-back', 'eu-central-1': 'unreachable' });
    expect(await answers()).toEqual(['v1', 'v2']);
    // The same again goes on with it.
    const { result: again } = await run('orders', 'rollback', '--to', 'previous', '--dry-run');
    const kinds = again.plan?.instances.map(({ instance, kind }) => [instance, kind]);
    expect(kinds).toEqual([
      [expect.stringContaining('eu-west-1'), 'no-change'],
      [expect.stringContaining('eu-central-1'), 'update'],
    ]);
    expect(again.plan?.release).toBe(result.release?.id);
  });

  test('is refused where an artifact was deleted, and nothing changes anywhere', async () => {
    const { s3, bucket } = await bucketOf('eu-central-1');
    const [v1] = (await history('orders', 'eu-central-1')).records;
    for (const { key } of v1?.asked.artifacts ?? []) {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    }
    cloud.clearCalls();
    const to = v1?.asked.release ?? '';
    const { exitCode, result } = await run('orders', 'rollback', '--to', to);
    expect(exitCode).toBe(1);
    expect(result.instances.find(({ region }) => region === 'eu-central-1')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('is not in the artifact bucket any more'),
    });
    expect(executed(cloud)).toEqual([]);
  });
});

describe('a stack with data', () => {
  const template = (topic: string, table: string) => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${topic} } }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: ${table}, AttributeType: S }]
      KeySchema: [{ AttributeName: ${table}, KeyType: HASH }]
`;

  test('returns over a replacement of its table only when a person accepts the loss', async () => {
    writeFileSync(join(folder, 'template.yaml'), template('one', 'id'));
    expect((await run('data', 'deploy')).exitCode).toBe(0);
    writeFileSync(join(folder, 'template.yaml'), template('two', 'key'));
    expect((await run('data', 'deploy')).exitCode).toBe(0);
    cloud.clearCalls();
    const refused = await run('data', 'rollback', '--to', 'previous');
    expect(refused.exitCode).toBe(1);
    expect(refused.result.instances.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('delete or replace Table'),
      expect.stringContaining('delete or replace Table'),
    ]);
    expect(executed(cloud)).toEqual([]);
    const left = cloud.calls.filter(({ action }) => action === 'CreateChangeSet').length;
    expect(cloud.calls.filter(({ action }) => action === 'DeleteChangeSet')).toHaveLength(left);
    const accepted = await run('data', 'rollback', '--to', 'previous', '--accept-data-loss');
    expect(accepted.result.status).toBe('succeeded');
  });
});

describe('a stack with a secret', () => {
  const template = (topic: string) => `Parameters:
  Password: { Type: String, NoEcho: true }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${topic} } }
  Setting: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Password } }
`;
  const deploy = async (topic: string, password: string): Promise<void> => {
    writeFileSync(join(folder, 'template.yaml'), template(topic));
    expect((await run('secret', 'deploy', '--parameters', `Password=${password}`)).exitCode).toBe(0);
  };

  test('returns while the secret is the same, and with its value when it has changed', async () => {
    await deploy('one', 'correct horse');
    await deploy('two', 'correct horse');
    await deploy('three', 'battery staple');
    const { records } = await history('secret', 'eu-west-1');
    expect(JSON.stringify(records)).not.toMatch(/horse|staple/);
    const refused = await run('secret', 'rollback', '--to', 'previous');
    expect(refused.exitCode).toBe(1);
    expect(refused.result.instances[0]?.reason).toContain('the value of Password is secret');
    const given = await run('secret', 'rollback', '--to', 'previous', '--parameters', 'Password=correct horse');
    expect(given.result.status).toBe('succeeded');
    expect((await run('secret', 'rollback', '--to', 'previous')).result.status).toBe('succeeded');
    expect((await history('secret', 'eu-west-1')).records.at(-1)?.asked.template).toEqual(records[0]?.asked.template);
  });
});

describe('records that somebody tampered with', () => {
  const template = (topic: string) => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${topic} } }
`;

  test('have nothing deployed, and it is said', async () => {
    for (const topic of ['one', 'two']) {
      writeFileSync(join(folder, 'template.yaml'), template(topic));
      expect((await run('forged', 'deploy')).exitCode).toBe(0);
    }
    const region = 'eu-west-1';
    const { s3, bucket } = await bucketOf(region);
    const genuine = await history('forged', region);
    const { gzipSync } = await import('node:zlib');
    const { createHash } = await import('node:crypto');
    const evil = template('evil');
    const sha256 = createHash('sha256').update(evil).digest('hex');
    const [first, ...others] = genuine.records;
    const forged = {
      ...genuine,
      records: [{ ...first, asked: { ...first?.asked, template: { sha256 } } }, ...others],
      templates: { ...genuine.templates, [sha256]: gzipSync(evil).toString('base64') },
    };
    const put = (document: unknown) =>
      s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: recordKey('forged', region), Body: JSON.stringify(document) }),
      );
    await put(forged);
    cloud.clearCalls();
    const refused = await run('forged', 'rollback', '--to', 'previous');
    expect(refused.exitCode).toBe(1);
    expect(refused.result.instances.find((instance) => instance.region === region)?.reason).toContain(
      'cannot be trusted',
    );
    // The genuine record with another template under the hash of its own.
    await put({
      ...genuine,
      templates: Object.fromEntries(
        Object.keys(genuine.templates).map((hash) => [hash, gzipSync(evil).toString('base64')]),
      ),
    });
    const swapped = await run('forged', 'rollback', '--to', 'previous');
    expect(swapped.exitCode).toBe(1);
    expect(swapped.result.instances.find((instance) => instance.region === region)?.reason).toContain('or was changed');
    await put({ ...genuine, version: 2 });
    const newer = await runCli(
      ['rollback', '--yes', '--to', 'previous', '--regions', region, '--stack-name', 'forged'],
      {
        cwd: folder,
        env: cloud.env(account),
      },
    );
    expect(newer.exitCode).not.toBe(0);
    expect(executed(cloud)).toEqual([]);
    const { Contents } = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'sam-multi-region/records/' }),
    );
    expect(Contents?.length).toBeGreaterThan(0);
  });
});

describe('a stack that somebody else changed', () => {
  const template = (topic: string) => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${topic} } }
`;

  test('is refused, and the other region is not touched', async () => {
    for (const topic of ['one', 'two']) {
      writeFileSync(join(folder, 'template.yaml'), template(topic));
      expect((await run('moved', 'deploy')).exitCode).toBe(0);
    }
    const { CloudFormationClient, UpdateStackCommand, waitUntilStackUpdateComplete } = await import(
      '@aws-sdk/client-cloudformation'
    );
    const client = new CloudFormationClient(clientOptions(cloud, 'eu-central-1'));
    await client.send(new UpdateStackCommand({ StackName: 'moved', TemplateBody: template('by-hand') }));
    await waitUntilStackUpdateComplete({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { StackName: 'moved' });
    cloud.clearCalls();
    const { exitCode, result } = await run('moved', 'rollback', '--to', 'previous');
    expect(exitCode).toBe(1);
    expect(result.instances.find(({ region }) => region === 'eu-central-1')?.reason).toContain(
      'somebody else changed it',
    );
    expect(executed(cloud)).toEqual([]);
  });
});

describe('an application with a failover plan', () => {
  const template = (topic: string) => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${topic} } }
`;
  const config = `application: planned
stacks: { app: { template: template.yaml } }
environments:
  prod:
    targets: [${regions.join(', ')}]
    failover: { mechanism: command, command: [move] }
`;

  test('has a plan of the release that it returned to, in every region and as a file', async () => {
    const own = { cwd: folder, env: cloud.env(account), withSam: false };
    const command = (...args: readonly string[]) =>
      runJson([...args, '--yes', '--environment', 'prod', '--dr-plan-file', 'dr-plan.json'], own);
    const plan = () => parsePlan(readFileSync(join(folder, 'dr-plan.json'), 'utf8'), 'dr-plan.json');
    writeFileSync(join(folder, 'multi-region.yml'), config);
    const releases: string[] = [];
    for (const topic of ['one', 'two']) {
      writeFileSync(join(folder, 'template.yaml'), template(topic));
      releases.push((await command('deploy')).result.release?.id ?? '');
      expect(plan().targets.map(({ release }) => release)).toEqual([releases.at(-1), releases.at(-1)]);
    }
    expect((await command('rollback', '--to', 'previous')).exitCode).toBe(0);
    expect(plan().release.id).toBe(releases[0]);
    expect(plan().targets.map(({ release }) => release)).toEqual([releases[0], releases[0]]);
    for (const region of regions) {
      const { s3, bucket } = await bucketOf(region);
      const stored = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: planKey({ application: 'planned', name: 'prod' }) }),
      );
      expect(await stored.Body?.transformToString()).toBe(readFileSync(join(folder, 'dr-plan.json'), 'utf8'));
    }
  });
});
