import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Aws, createAws } from '../../src/aws/index.ts';
import type { TargetSession } from '../../src/aws/ports.ts';
import { spawnProcess } from '../../src/process/spawn.ts';
import { realClock } from '../../src/real-clock.ts';
import { artifactBucket } from '../../src/release/bucket.ts';
import { type BuildReleaseRequest, type BuiltRelease, buildRelease } from '../../src/release/build-release.ts';
import { createDelivery } from '../../src/release/delivery.ts';
import { findRelease } from '../../src/release/manifest.ts';
import { artifactReferences } from '../../src/template/artifact-references.ts';
import { parseTemplate } from '../../src/template/parse.ts';
import { readTemplate } from '../../src/template/read.ts';
import type { Environment } from '../../src/topology/model.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type Fixture, fixtures } from '../fixtures/index.ts';
import { mustRun, provisionedSam, temporaryFolder } from '../support/sam-cli.ts';
import { target } from '../support/topology.ts';

const home = { account: '111111111111', region: 'eu-west-1' };
const other = { account: '222222222222', region: 'eu-central-1' };

let cloud: Cloud;
let sam: string;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let clients: Aws[];
let first: TargetSession;
let second: TargetSession;
let firstBucket: string;
let secondBucket: string;

beforeAll(async () => {
  [cloud, { sam }] = await Promise.all([startCloud({ regions: [home.region, other.region] }), provisionedSam()]);
});
afterAll(() => cloud?.stop());

beforeEach(async () => {
  folder = await temporaryFolder();
  clients = [];
  first = sessionOf(home);
  second = sessionOf(other);
  [firstBucket, secondBucket] = await Promise.all([bucketOf(first), bucketOf(second)]);
});

afterEach(async () => {
  for (const client of clients) client.close();
  await cloud.reset();
  await folder[Symbol.asyncDispose]();
});

function sessionOf({ account, region }: typeof home): TargetSession {
  const aws = createAws({
    env: cloud.env(account),
    clock: realClock,
    report: () => {},
    maskSecret: () => {},
    userAgent: 'test',
    sessionName: 'test',
  });
  clients.push(aws);
  return aws.session({ ...target(region), account });
}

async function bucketOf(session: TargetSession): Promise<string> {
  const bucket = await artifactBucket(session, { create: true }, { clock: realClock });
  if (bucket === undefined) throw new Error('no bucket was made');
  return bucket;
}

/** The fixture, or a template of its own, in a folder that may be built in. */
async function environmentOf(source: Fixture | string): Promise<Environment> {
  const directory = join(folder.path, 'app');
  const templates =
    typeof source === 'string' ? ['template.yaml'] : source.stacks.map(({ template }) => basename(template));
  if (typeof source === 'string') {
    await cp(fixtures.python.directory, directory, { recursive: true });
    await writeFile(join(directory, 'template.yaml'), source);
  } else await cp(source.directory, directory, { recursive: true });
  return {
    application: 'orders',
    name: 'prod',
    home: home.region,
    targets: [target(home.region)],
    waves: [],
    stacks: templates.map((name) => ({
      key: basename(name, '.yaml'),
      template: join(directory, name),
      stackName: name,
      scope: 'regional',
      needs: [],
    })),
    instances: [],
    phases: [],
    engine: 'changeset',
    onFailure: 'stop',
    notes: [],
    directory,
  };
}

async function sourcesOf({ stacks }: Environment): Promise<BuildReleaseRequest['sources']> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8');
  return new Map(
    await Promise.all(stacks.map(async ({ template }) => [template, await readTemplate(template, read)] as const)),
  );
}

async function build(environment: Environment, overrides: Partial<BuildReleaseRequest> = {}): Promise<BuiltRelease> {
  const work = await mkdtemp(join(folder.path, 'run-'));
  const built = await buildRelease(
    {
      environment,
      origin: { session: first, bucket: firstBucket },
      build: true,
      sources: await sourcesOf(environment),
      folder: work,
      env: { ...cloud.env(home.account), PATH: [dirname(sam), process.env['PATH']].join(delimiter) },
      ...overrides,
    },
    {
      spawn: spawnProcess,
      clock: realClock,
      report: () => {},
      readFile: (path) => readFile(path, 'utf8'),
      writeFile,
    },
  );
  return built;
}

function deliver({ release, store }: BuiltRelease, session: TargetSession, bucket: string) {
  const stack = release.stacks[0]?.stack ?? '';
  const where = join(folder.path, 'there');
  return createDelivery({ release, store, report: () => {}, folder: where, fresh: true }).deliver(
    stack,
    session,
    bucket,
  );
}

/** Keys that a template needs, nested ones too, each proven to lie in this bucket. */
async function keysOf(text: string, session: TargetSession, bucket: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const { kind, value } of artifactReferences(parseTemplate(text, 't'))) {
    if (value.form === 'local') throw new Error(`${value.text} was not packaged`);
    expect(value.location.bucket).toBe(bucket);
    const { key } = value.location;
    keys.push(key);
    if (kind === 'file') expect(await session.storage.head(bucket, key)).toBeDefined();
    else keys.push(...(await keysOf((await session.storage.getText(bucket, key))?.text ?? '', session, bucket)));
  }
  return keys;
}

describe('a release', () => {
  test('has in a region of another account exactly what sam package makes there', async () => {
    const environment = await environmentOf(fixtures.layers);
    const { body } = await deliver(await build(environment), second, secondBucket);
    const packaged = join(folder.path, 'sam.yaml');
    await mustRun(
      sam,
      [
        ...['package', '--template-file', join(environment.directory, '.aws-sam/build/template.yaml')],
        ...['--output-template-file', packaged, '--s3-bucket', secondBucket, '--region', other.region],
      ],
      { cwd: folder.path, env: cloud.env(other.account, other.region) },
    );
    expect(body).toBe(await readFile(packaged, 'utf8'));
    expect(new Set(await keysOf(body, second, secondBucket)).size).toBe(3);
  });

  test('of nested applications needs nothing from the first bucket', async () => {
    const built = await build(await environmentOf(fixtures.nested));
    const [there, here] = await Promise.all([deliver(built, second, secondBucket), deliver(built, first, firstBucket)]);
    expect(await keysOf(there.body, second, secondBucket)).toHaveLength(5);
    expect(await keysOf(here.body, first, firstBucket)).toHaveLength(5);
    expect(there.body).toContain(`https://s3.${other.region}.amazonaws.com/${secondBucket}/`);
  });

  test('is made once of the same sources, and loaded by its id', async () => {
    const environment = await environmentOf(fixtures.httpApi);
    const { release, reused } = await build(environment, { commit: 'abc' });
    expect(reused).toBe(false);
    cloud.clearCalls();
    const again = await build(environment, { commit: 'def' });
    expect(again).toMatchObject({ reused: true, release: { id: release.id, commit: 'abc' } });
    // sam asks for each object too; a download would be a GetObject of the artifact.
    expect(cloud.calls.filter(({ action }) => action === 'PutObject')).toEqual([]);
    const shelf = { storage: first.storage, bucket: firstBucket, application: 'orders' };
    await expect(findRelease(shelf, release.id)).resolves.toEqual(release);
  });

  test('that is there already costs one call for each artifact', async () => {
    const built = await build(await environmentOf(fixtures.httpApi));
    await deliver(built, second, secondBucket);
    cloud.clearCalls();
    await deliver(built, second, secondBucket);
    expect(cloud.calls.map(({ action, region }) => [action, region])).toEqual([['HeadObject', other.region]]);
  });

  test('of a packaged template needs no SAM', async () => {
    const key = '0123456789abcdef0123456789abcdef';
    await first.storage.putText(firstBucket, key, 'code');
    const text = `Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: s3://${firstBucket}/${key}\n      Handler: a.b\n      Runtime: python3.13\n`;
    const built = await build(await environmentOf(text), { env: cloud.env(home.account), samPath: '/nowhere/sam' });
    const { body } = await deliver(built, second, secondBucket);
    await expect(keysOf(body, second, secondBucket)).resolves.toEqual([key]);
  });

  test.each([
    ['throttling', { kind: 'throttle', probability: 0.4, times: 6 }],
    ['broken connections', { kind: 'reset', times: 3 }],
    ['answers that are lost', { kind: 'reset', when: 'after', times: 3 }],
    ['server errors', { kind: '503', times: 3 }],
  ] as const)('arrives through %s', async (_what, rule) => {
    await first.storage.putText(firstBucket, '0123456789abcdef0123456789abcdef', 'code');
    const text = `Resources: {F: {Type: AWS::Serverless::Function, Properties: {CodeUri: 's3://${firstBucket}/0123456789abcdef0123456789abcdef'}}}`;
    const environment = await environmentOf(text);
    cloud.fault({ ...rule, service: 's3' });
    const { body } = await deliver(await build(environment), second, secondBucket);
    expect(cloud.hits()).toBeGreaterThan(0);
    await expect(keysOf(body, second, secondBucket)).resolves.toHaveLength(1);
  });
});

describe('artifact buckets', () => {
  test('that we make are taken by SAM for its own', async () => {
    const output = await mustRun(
      sam,
      [
        ...['package', '--resolve-s3', '--template-file', fixtures.python.stacks[0]?.template ?? ''],
        ...['--output-template-file', join(folder.path, 'sam.yaml'), '--region', home.region],
      ],
      { cwd: folder.path, env: cloud.env(home.account, home.region) },
    );
    expect(output.join('\n')).toContain(firstBucket);
  });

  test('of another account are refused', async () => {
    const request = { artifactBucket: firstBucket, create: true };
    const stranger = sessionOf({ account: other.account, region: home.region });
    await expect(artifactBucket(stranger, request, { clock: realClock })).rejects.toMatchObject({
      code: 'bucket-owned-by-other',
    });
  });

  test('are made once by two runs at the same time', async () => {
    await cloud.reset();
    const [one, two] = await Promise.all([bucketOf(sessionOf(home)), bucketOf(sessionOf(home))]);
    expect(one).toBe(two);
  });
});

test('a template that SAM cannot package fails with what SAM says', async () => {
  const text =
    'Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: ./absent\n      Handler: a.b\n      Runtime: python3.13\n';
  await expect(build(await environmentOf(text), { build: false })).rejects.toMatchObject({
    code: 'sam-failed',
    message: expect.stringContaining('Unable to upload artifact ./absent'),
  });
});
