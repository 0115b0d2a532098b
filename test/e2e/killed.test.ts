import { createHash } from 'node:crypto';
import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListChangeSetsCommand,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import {
  isWrite,
  type KillPoint,
  killPoints,
  lastOfEachKind,
  type NamedCall,
  runWatched,
  type WatchedRun,
} from '../support/kill-at-call.ts';
import { deployArgs, type PlainApp, plainApp } from '../support/plain-app.ts';
import { type RunOptions, runAction, runCli, runJson } from '../support/run-product.ts';
import { zip } from '../support/zip.ts';

const account = '111111111111';
const regions = ['eu-west-1', 'eu-central-1'] as const;
/** Regions in which nothing was deployed yet, for what happens once in a region. */
const fresh = ['us-west-1', 'us-west-2', 'us-east-2', 'ca-central-1', 'sa-east-1'];
let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;
let stacks = 0;

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, ...fresh, 'us-east-1'] });
  app = plainApp();
  options = { cwd: app.folder, env: cloud.env(account), withSam: false };
  // Makes SAM's managed buckets.
  await deployed('first');
});

afterAll(async () => {
  app?.[Symbol.dispose]();
  await cloud?.[Symbol.asyncDispose]();
});

interface Scenario {
  readonly regions: readonly string[];
  /** Arguments of the run that is killed, and of the one after it. */
  readonly more: readonly string[];
  /** What is there before. */
  readonly before?: (stack: string) => Promise<unknown>;
  /** The template, where it is not the plain one. */
  readonly template?: (stack: string) => Promise<string>;
  /** Stack operations in each region in the end, by CloudFormation's own record; empty: there is no stack. */
  readonly operations: readonly string[];
  readonly mark?: string;
}

async function deployed(stack: string, ...more: readonly string[]): Promise<void> {
  const run = await runCli(deployArgs(regions, stack, ...more), options);
  expect([run.exitCode, run.stdout]).toEqual([0, expect.anything()]);
}

async function argsOf(scenario: Scenario, stack: string, ...more: readonly string[]): Promise<readonly string[]> {
  const template = await scenario.template?.(stack);
  if (template !== undefined) app.write(`${stack}.yaml`, template);
  const named = template === undefined ? [] : ['--template', `${stack}.yaml`];
  return deployArgs(scenario.regions, stack, ...named, ...scenario.more, ...more);
}

async function watched(scenario: Scenario, stack: string, point?: KillPoint): Promise<WatchedRun> {
  const args = await argsOf(scenario, stack);
  return runWatched(cloud, (watching) => runCli(args, watching), options, point);
}

function newStack(): string {
  stacks += 1;
  return `killed-${stacks}`;
}

/** Calls of a run of this kind that is not killed, with the name of its stack taken out. */
async function callsOf(scenario: Scenario): Promise<readonly NamedCall[]> {
  const stack = newStack();
  await scenario.before?.(stack);
  const run = await watched(scenario, stack);
  expect([run.exitCode, run.stdout]).toEqual([0, expect.anything()]);
  return run.calls.map((call) => ({ ...call, kind: call.kind.replaceAll(stack, 'STACK') }));
}

/** What is wrong after a run was killed at this point and run again; undefined: all is as it should be. */
async function trouble(scenario: Scenario, point: KillPoint): Promise<object | undefined> {
  const stack = newStack();
  await scenario.before?.(stack);
  const killed = await watched(scenario, stack, { ...point, kind: point.kind.replaceAll('STACK', stack) });
  // It may not wait for the lease of the dead one.
  const again = await runJson(await argsOf(scenario, stack, '--lock-wait', '0s'), options);
  const found = {
    killed: killed.killed && killed.exitCode === 137,
    exitCode: again.exitCode,
    states: [...new Set(again.result.instances?.map(({ state, reason }) => `${state} ${reason ?? ''}`))],
    left: await Promise.all(scenario.regions.map((region) => leftIn(region, stack))),
  };
  const right = {
    killed: true,
    exitCode: 0,
    states: expect.anything(),
    left: scenario.regions.map(() => ({
      operations: scenario.operations,
      mark: scenario.mark,
      // It tells what the stack has: rollbacks are bound to it.
      executed: scenario.operations.length > 0 ? 1 : 0,
      changeSets: [],
      leases: [],
    })),
  };
  try {
    expect(found).toEqual(right);
    return undefined;
  } catch {
    return { point: `${point.when} ${point.kind} #${point.count}`, ...found, said: again.stderr.slice(-2_000) };
  }
}

/** What CloudFormation and the bucket know in the end. */
async function leftIn(region: string, stackName: string) {
  const client = new CloudFormationClient(clientOptions(cloud, region));
  const stack = await client.send(new DescribeStacksCommand({ StackName: stackName })).then(
    ({ Stacks }) => Stacks?.[0],
    () => undefined,
  );
  const { StackEvents = [] } = stack ? await client.send(new DescribeStackEventsCommand({ StackName: stackName })) : {};
  const { Summaries = [] } = stack ? await client.send(new ListChangeSetsCommand({ StackName: stackName })) : {};
  return {
    operations: StackEvents.filter(
      ({ ResourceType, ResourceStatus }) =>
        ResourceType === 'AWS::CloudFormation::Stack' &&
        /^(CREATE|UPDATE|DELETE)_IN_PROGRESS$/.test(ResourceStatus ?? ''),
    ).map(({ ResourceStatus }) => ResourceStatus?.split('_')[0]),
    mark: stack?.Parameters?.find(({ ParameterKey }) => ParameterKey === 'Mark')?.ParameterValue,
    executed: Summaries.filter(({ ExecutionStatus }) => ExecutionStatus === 'EXECUTE_COMPLETE').length,
    changeSets: Summaries.filter(({ ExecutionStatus }) => ExecutionStatus !== 'EXECUTE_COMPLETE').map(
      ({ ChangeSetName }) => ChangeSetName,
    ),
    leases: await leasesIn(region, stackName),
  };
}

async function leasesIn(region: string, application: string): Promise<readonly (string | undefined)[]> {
  const client = new CloudFormationClient(clientOptions(cloud, region));
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: 'aws-sam-cli-managed-default' }));
  const bucket = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'SourceBucket')?.OutputValue;
  const s3 = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
  const prefix = `sam-multi-region/leases/${application}/`;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
  return Contents.map(({ Key }) => Key);
}

/** Kills a run of the scenario at each of the points, two at a time. */
async function troubles(scenario: Scenario, points: readonly KillPoint[]): Promise<readonly object[]> {
  const limit = pLimit(2);
  const found = await Promise.all(points.map((point) => limit(() => trouble(scenario, point))));
  return found.flatMap((one) => one ?? []);
}

const ofStack = ({ kind }: NamedCall): boolean => /ChangeSet|DeleteStack/.test(kind);

describe('a run that is killed right before or after a write is picked up by the next one:', () => {
  test('a first deployment, at every kind of write', async () => {
    const scenario: Scenario = { regions, more: [], operations: ['CREATE'], mark: 'first' };
    const points = killPoints(lastOfEachKind(await callsOf(scenario)).filter(isWrite));
    expect(points.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('PutObject sam-multi-region/leases/'),
        expect.stringContaining('CreateChangeSet'),
        expect.stringContaining('ExecuteChangeSet'),
        expect.stringContaining('PutObject sam-multi-region/inventory/'),
        expect.stringContaining('DeleteObject sam-multi-region/leases/'),
      ]),
    );
    expect(await troubles(scenario, points)).toEqual([]);
  });

  test('the upload of an artifact', async () => {
    const bucket = 'packaged-elsewhere';
    const s3 = new S3Client({ ...clientOptions(cloud, regions[0]), forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    const scenario: Scenario = {
      regions,
      more: [],
      operations: ['CREATE'],
      // Other code for each stack: what one run brought to a bucket would not be brought again.
      template: async (stack) => {
        const code = zip([{ name: 'index.js', content: `exports.handler = async () => '${stack}';` }]);
        const key = createHash('md5').update(code).digest('hex');
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: code }));
        return `Resources:
  F:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: arn:aws:iam::${account}:role/any
      Code: { S3Bucket: ${bucket}, S3Key: ${key} }
`;
      },
    };
    const uploads = (await callsOf(scenario)).filter(({ kind }) => / PutObject <hash>$/.test(kind));
    expect(uploads.map(({ kind }) => kind.split(' ')[0]).sort()).toEqual(regions.toSorted());
    expect(await troubles(scenario, killPoints(uploads))).toEqual([]);
  });

  test('a change', async () => {
    const scenario: Scenario = {
      regions,
      more: ['--parameters', 'Mark=second'],
      before: (stack) => deployed(stack),
      operations: ['UPDATE', 'CREATE'],
      mark: 'second',
    };
    const points = killPoints(
      lastOfEachKind(await callsOf(scenario))
        .filter(isWrite)
        .filter(ofStack),
    );
    expect(points).toHaveLength(4);
    expect(await troubles(scenario, points)).toEqual([]);
  });

  test('no change', async () => {
    const scenario: Scenario = {
      regions,
      more: [],
      before: (stack) => deployed(stack),
      operations: ['CREATE'],
      mark: 'first',
    };
    const points = killPoints(
      lastOfEachKind(await callsOf(scenario))
        .filter(isWrite)
        .filter(ofStack),
    );
    expect(points).toHaveLength(4);
    expect(await troubles(scenario, points)).toEqual([]);
  });

  test('a dry run', async () => {
    const scenario: Scenario = { regions, more: ['--dry-run'], operations: [] };
    const points = killPoints(
      lastOfEachKind(await callsOf(scenario))
        .filter(isWrite)
        .filter(ofStack),
    );
    expect(points).toHaveLength(6);
    expect(await troubles(scenario, points)).toEqual([]);
  });

  test('the bucket that SAM manages, where it is made', async () => {
    const [first = '', ...others] = fresh;
    const scenario = (region: string): Scenario => ({
      regions: [region],
      more: [],
      operations: ['CREATE'],
      mark: 'first',
    });
    const calls = await callsOf(scenario(first));
    const points = killPoints(lastOfEachKind(calls).filter(isWrite).filter(ofStack).slice(0, 2));
    expect(points[0]?.kind).toContain('aws-sam-cli-managed-default');
    const found = [];
    for (const [index, region] of others.entries()) {
      const point = points[index] as KillPoint;
      found.push(...(await troubles(scenario(region), [{ ...point, kind: point.kind.replaceAll(first, region) }])));
    }
    expect(found).toEqual([]);
  });
});

test('any job of a later attempt of the same GitHub run takes the lease over at once; another run does not', async () => {
  const stack = newStack();
  const inputs = { command: 'deploy', regions: regions[0], 'stack-name': stack, 'lock-wait': '0s' };
  const attempt = (number: number, { run = '4711', job = 'deploy' } = {}): RunOptions => ({
    ...options,
    env: {
      ...options.env,
      CI: 'true',
      GITHUB_RUN_ID: run,
      GITHUB_RUN_ATTEMPT: String(number),
      GITHUB_JOB: job,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/orders',
    },
  });
  const point: KillPoint = { kind: `${regions[0]} ExecuteChangeSet`, count: 1, when: 'after' };
  const killed = await runWatched(cloud, (watching) => runAction(inputs, watching), attempt(1), point);
  expect(killed.killed).toBe(true);
  const other = await runAction(inputs, attempt(2, { run: '4712' }));
  expect([other.exitCode, other.stdout]).toEqual([
    1,
    expect.stringContaining('is being worked on by https://github.com'),
  ]);
  const beside = await runAction(inputs, attempt(1, { job: 'other' }));
  expect(beside.exitCode).toBe(1);
  const next = await runAction(inputs, attempt(2, { job: 'other' }));
  expect([next.exitCode, next.stdout]).toEqual([0, expect.stringMatching(/attempts\/1.*has ended, is taken over/)]);
  expect((await leftIn(regions[0], stack)).operations).toEqual(['CREATE']);
});
