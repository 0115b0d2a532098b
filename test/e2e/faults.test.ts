import { CloudFormationClient, DescribeStackEventsCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HELD_SECONDS } from '../cloud/emulator/testing.ts';
import { startForwardProxy } from '../cloud/forward-proxy.ts';
import { type Cloud, type FaultRule, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { deployArgs, executed, type PlainApp, plainApp, stackWrites } from '../support/plain-app.ts';
import { type ProductRun, type RunOptions, runCli, runJson } from '../support/run-product.ts';

const home = '111111111111';
const regions = ['eu-west-1', 'eu-central-1', 'us-west-2'] as const;
let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;
let removals: (() => void)[] = [];
/** `service action` of every call of an ordinary deployment. */
let ordinary: readonly (readonly [service: string, action: string])[];

beforeAll(async () => {
  cloud = await startCloud({ regions: [...regions, 'us-east-1'] });
  using first = plainApp();
  // The first run also makes SAM's managed buckets; the second one is what all others are like.
  for (const stack of ['first', 'second']) {
    cloud.clearCalls();
    const run = await runCli(deployArgs(regions, stack), {
      cwd: first.folder,
      env: cloud.env(home),
      withSam: false,
    });
    expect([run.exitCode, run.stdout]).toEqual([0, expect.anything()]);
  }
  ordinary = [...new Set(cloud.calls.map(({ service, action }) => `${service} ${action}`))].map((call) => {
    const [service = '', action = ''] = call.split(' ');
    return [service, action];
  });
});

afterAll(async () => {
  await cloud[Symbol.asyncDispose]();
});

beforeEach(() => {
  app = plainApp();
  options = { cwd: app.folder, env: cloud.env(home), withSam: false };
  cloud.clearCalls();
});

afterEach(async () => {
  for (const remove of removals) remove();
  removals = [];
  await cloud.configure({ stackSeconds: 0 });
  app[Symbol.dispose]();
});

function fault(...rules: readonly FaultRule[]): void {
  for (const rule of rules) removals.push(cloud.fault(rule));
}

/** How often CloudFormation was told to work on a stack, by its own record: a call may have lost its answer. */
async function operations(stackName: string, region: string): Promise<number> {
  const client = new CloudFormationClient(clientOptions(cloud, region));
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: stackName }));
  return StackEvents.filter(
    ({ ResourceType, ResourceStatus }) =>
      ResourceType === 'AWS::CloudFormation::Stack' && /^(CREATE|UPDATE)_IN_PROGRESS$/.test(ResourceStatus ?? ''),
  ).length;
}

async function expectOnceEverywhere(stackName: string): Promise<void> {
  const counts = await Promise.all(regions.map((region) => operations(stackName, region)));
  expect(counts).toEqual([1, 1, 1]);
}

describe('an AWS that does not answer well', () => {
  test('throttles the first two of every kind of call, and the deployment takes its time', async () => {
    const rules = ordinary.map(([service, action]) => ({ service, action, kind: 'throttle', times: 2 }) as const);
    fault(...rules);
    const { exitCode, result } = await runJson(deployArgs(regions, 'throttled'), options);
    expect([exitCode, result.status]).toEqual([0, 'succeeded']);
    // Some calls are made only where a run takes long, and were not made by this one.
    const made = new Set(cloud.calls.map(({ service, action }) => `${service} ${action}`));
    const hit = rules.filter(({ service, action }) => made.has(`${service} ${action}`));
    expect(hit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['CreateChangeSet', 'ExecuteChangeSet', 'DescribeStacks', 'PutObject']),
    );
    expect(hit.filter((rule) => cloud.hits(rule) !== 2)).toEqual([]);
    await expectOnceEverywhere('throttled');
  });

  test('answers the first calls of a region with errors of its own', async () => {
    const rules: readonly FaultRule[] = ordinary.flatMap(([service, action]) =>
      (['500', '503'] as const).map((kind) => ({ service, action, kind, times: 1, region: 'eu-central-1' })),
    );
    fault(...rules);
    const { exitCode, result } = await runJson(deployArgs(regions, 'burst'), options);
    expect([exitCode, result.status]).toEqual([0, 'succeeded']);
    expect(cloud.calls.filter(({ status }) => status >= 500).length).toBeGreaterThan(10);
    await expectOnceEverywhere('burst');
  });

  test('cuts connections before and after it did what was asked, and does nothing twice', async () => {
    const actions = [
      'CreateChangeSet',
      'ExecuteChangeSet',
      'PutObject',
      'DescribeStacks',
      'DescribeChangeSet',
      'DeleteObject',
    ];
    const rules = actions.flatMap((action): FaultRule[] => [
      { action, kind: 'reset', times: 1 },
      { action, kind: 'reset', times: 1, when: 'after' },
    ]);
    fault(...rules);
    const { exitCode, result } = await runJson(deployArgs(regions, 'cut'), options);
    expect([exitCode, result.status]).toEqual([0, 'succeeded']);
    expect(rules.filter((rule) => cloud.hits(rule) !== 1)).toEqual([]);
    await expectOnceEverywhere('cut');
    const held = await runJson(['status', '--regions', regions.join(','), '--stack-name', 'cut'], options);
    expect(held.result.stacks?.map(({ heldBy }) => heldBy)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a region that is gone', () => {
  const lost = 'us-west-2';

  beforeEach(() => cloud.blackout(lost, 'refuse'));
  afterEach(() => cloud.restore(lost));

  test('stops the rollout before any stack is touched, and the fix says how to go on without it', async () => {
    const { exitCode, result } = await runJson(deployArgs(regions, 'gone'), options);
    expect([exitCode, result.status, executed(cloud)]).toEqual([1, 'failed', []]);
    const bad = result.instances.filter(({ state }) => state === 'unreachable');
    expect(bad).toMatchObject([{ region: lost, state: 'unreachable' }]);
    expect(bad[0]?.fix.join()).toContain(`--without ${lost}`);
  });

  test('can be left out, and the others are deployed', async () => {
    const { exitCode, result } = await runJson(deployArgs(regions, 'gone', '--without', lost), options);
    expect([exitCode, result.status]).toEqual([0, 'succeeded']);
    expect(executed(cloud)).toEqual(['eu-west-1', 'eu-central-1']);
  });
});

test("everything goes through a company's proxy, to the real names of AWS", async () => {
  await using proxy = await startForwardProxy(cloud.url);
  const { AWS_ENDPOINT_URL: _, ...direct } = cloud.env(home);
  const { exitCode, result } = await runJson(deployArgs(regions, 'proxied'), {
    ...options,
    env: { ...direct, ...proxy.env() },
  });
  expect([exitCode, result.status]).toEqual([0, 'succeeded']);
  expect(proxy.seen).toEqual(
    expect.arrayContaining(regions.map((region) => `CONNECT cloudformation.${region}.amazonaws.com:443`)),
  );
});

describe('while a stack runs', () => {
  const [region] = regions;

  /** Deploys, and calls `meanwhile` once the stack is being worked on. */
  async function during(stackName: string, meanwhile: (kill: (signal: NodeJS.Signals) => void) => Promise<void>) {
    await cloud.configure({ stackSeconds: HELD_SECONDS });
    let told = false;
    let done: Promise<void> | undefined;
    const run: ProductRun = await runCli(deployArgs([region], stackName), {
      ...options,
      onStart: ({ kill, onOutput }) =>
        onOutput(() => {
          if (told || executed(cloud).length === 0) return;
          told = true;
          done = meanwhile(kill);
        }),
    });
    expect(told).toBe(true);
    await done;
    return run;
  }

  test('a cancelled run says what goes on, lets go of the target, and the next run takes the stack over', async () => {
    const cancelled = await during('cancelled', async (kill) => kill('SIGINT'));
    expect(cancelled.exitCode).toBe(130);
    expect(cancelled.stdout).toMatch(/stack cancelled goes on in CloudFormation/);
    const status = await runJson(['status', '--regions', region, '--stack-name', 'cancelled'], options);
    expect(status.result.stacks).toMatchObject([{ status: 'CREATE_IN_PROGRESS' }]);
    expect(status.result.stacks?.[0]?.heldBy).toBeUndefined();

    // Refused at once if the cancelled run had kept its lease.
    const next = await runJson(deployArgs([region], 'cancelled', '--lock-wait', '0s'), {
      ...options,
      onStart: ({ onOutput }) =>
        onOutput((text) => void (text.includes('CREATE_IN_PROGRESS') && cloud.configure({ stackSeconds: 0 }))),
    });
    expect([next.exitCode, next.result.status]).toEqual([0, expect.stringMatching(/^(succeeded|no-change)$/)]);
    expect(executed(cloud)).toEqual([region]);
    expect(await operations('cancelled', region)).toBe(1);
  });

  test('a second run that may not wait is told who holds the target, and writes nothing', async () => {
    let second: ProductRun | undefined;
    let after: readonly (readonly string[])[] = [];
    const first = await during('held', async () => {
      const before = stackWrites(cloud);
      second = await runCli(deployArgs([region], 'held', '--lock-wait', '0s'), options);
      after = [before, stackWrites(cloud)];
      await cloud.configure({ stackSeconds: 0 });
    });
    expect(after[1]).toEqual(after[0]);
    expect(first.exitCode).toBe(0);
    expect(second?.exitCode).not.toBe(0);
    expect(second?.stdout).toMatch(new RegExp(`${region} is being worked on by .*process \\d+.*deploy`));
    expect(executed(cloud)).toEqual([region]);
  });
});
