import { describe, expect, test } from '@jest/globals';
import { hooksOfPlan } from '../../../../src/commands/failover/hooks.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { PlannedHooks, StoredPlan } from '../../../../src/failover/plan.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const command = { kind: 'command', run: ['./stop'], directory: '.', environment: {}, credentials: 'full' } as const;
const invoke = {
  kind: 'lambda',
  function: 'switch',
  payload: { hook: 'resume' },
  expect: { statuses: [], headers: {}, json: {}, jsonMatches: {} },
} as const;
const never = new AbortController().signal;

function room(
  hooks: PlannedHooks,
  options: { readonly exitCode?: number; readonly silent?: boolean; readonly data?: (from: number) => object[] } = {},
) {
  const said: object[] = [];
  const plan = {
    application: 'shop',
    environment: 'prod',
    release: { id: 'r1' },
    targets: [
      { name: 'west', region: 'eu-west-1' },
      { name: 'central', region: 'eu-central-1' },
    ],
    hooks: { west: hooks },
  } as unknown as StoredPlan;
  const clock = createVirtualClock();
  const context = {
    clock,
    cwd: '/here',
    env: { PATH: '/bin', SECRET: 'no' },
    spawn: async (
      program: string,
      args: readonly string[],
      { cwd, env, signal }: { cwd: string; env: object; signal: AbortSignal },
    ) => {
      said.push({ program, args, cwd, env });
      if (options.silent) await clock.sleep(1e9, signal);
      return { exitCode: options.exitCode ?? 0, tail: ['it said this'] };
    },
    aws: {
      session: () => ({
        environment: async () => ({ AWS_ACCESS_KEY_ID: 'key' }),
        monitoring: { metricData: async (_: unknown, from: number) => options.data?.(from) ?? [] },
        functions: {
          invoke: async (request: object) => {
            said.push(request);
            return { payload: '{}' };
          },
        },
      }),
    },
  } as unknown as RunContext;
  return { said, clock, hooks: hooksOfPlan(plan, context) };
}

describe('hooks of a plan', () => {
  test('run where the program runs, with the credentials of the target, and are told what they are for', async () => {
    const { hooks, said } = room({ quiesce: { check: command, timeoutMs: 1_000 } });
    await hooks?.quiesce?.('west', never);
    expect(said).toEqual([
      {
        program: './stop',
        args: [],
        cwd: '/here',
        env: expect.objectContaining({
          SMR_HOOK: 'quiesce',
          SMR_TARGET: 'west',
          AWS_ACCESS_KEY_ID: 'key',
          PATH: '/bin',
        }),
      },
    ]);
    expect(JSON.stringify(said)).not.toContain('SECRET');
    expect([hooks?.resume, hooks?.caughtUp]).toEqual([undefined, undefined]);
  });

  test('invoke a function', async () => {
    const { hooks, said } = room({ resume: { check: invoke, timeoutMs: 1_000 } });
    await hooks?.resume?.('west', never);
    expect(said).toEqual([{ function: 'switch', payload: '{"hook":"resume"}' }]);
  });

  test('fail with what was said, after their time, and where the plan has none', async () => {
    const quiesce = { quiesce: { check: command, timeoutMs: 5_000 } };
    await expect(room(quiesce, { exitCode: 3 }).hooks?.quiesce?.('west', never)).rejects.toThrow(
      'the hook quiesce failed in west: the command ended with 3: it said this',
    );
    await expect(room(quiesce, { silent: true }).hooks?.quiesce?.('west', never)).rejects.toThrow('no answer in 5 s');
    await expect(room(quiesce).hooks?.quiesce?.('central', never)).rejects.toMatchObject({ code: 'no-hook' });
  });

  test('look whether replication has caught up', async () => {
    const look = { caughtUp: { check: command, timeoutMs: 60_000, intervalMs: 5_000 } };
    expect(await room(look).hooks?.caughtUp?.ask('west', 0, never)).toMatchObject({ passed: true });
    expect(await room(look, { exitCode: 75 }).hooks?.caughtUp?.ask('west', 0, never)).toMatchObject({ passed: false });
    expect(await room(look).hooks?.caughtUp?.ask('central', 0, never)).toMatchObject({ passed: false });
  });
});

describe('a metric that shows whether replication has caught up', () => {
  const metric = {
    kind: 'metric',
    metrics: [
      { id: 'lag', namespace: 'AWS/DynamoDB', metric: 'ReplicationLatency', dimensions: {}, statistic: 'Maximum' },
    ],
    comparison: 'below',
    threshold: 1_000,
    periodMs: 60_000,
    datapointsToFail: 1,
    minDatapoints: 1,
    samplesOf: 'lag',
    missingData: 'pass',
  } as const;
  const look = { caughtUp: { check: metric, timeoutMs: 600_000, intervalMs: 5_000 } };

  test('does not pass for want of data before data could be there', async () => {
    const { hooks, clock } = room(look);
    const since = clock.now();
    expect(await hooks?.caughtUp?.ask('west', since, never)).toMatchObject({ passed: false });
    await clock.sleep(200_000);
    expect(await hooks?.caughtUp?.ask('west', since, never)).toMatchObject({ passed: false });
    await clock.sleep(60_000);
    expect(await hooks?.caughtUp?.ask('west', since, never)).toMatchObject({ passed: true });
  });
});

test('lag that was high when writes stopped does not count once it has gone', async () => {
  const metric = {
    kind: 'metric',
    metrics: [{ id: 'lag', namespace: 'n', metric: 'm', dimensions: {}, statistic: 'Maximum' }],
    comparison: 'below',
    threshold: 1_000,
    periodMs: 60_000,
    datapointsToFail: 1,
    minDatapoints: 1,
    samplesOf: 'lag',
    missingData: 'fail',
  } as const;
  const began = createVirtualClock().now();
  // 9 s in the first minute, then almost none.
  const data = (from: number) => [
    {
      id: 'smr_result',
      points: [60_000, 120_000, 180_000, 240_000, 300_000]
        .map((after) => ({ at: began + after, value: after === 60_000 ? 9_000 : 10 }))
        .filter(({ at }) => at >= from),
    },
  ];
  const { hooks, clock } = room({ caughtUp: { check: metric, timeoutMs: 600_000, intervalMs: 5_000 } }, { data });
  await clock.sleep(200_000);
  expect(await hooks?.caughtUp?.ask('west', began, never)).toMatchObject({ passed: false });
  await clock.sleep(150_000);
  expect(await hooks?.caughtUp?.ask('west', began, never)).toMatchObject({ passed: true });
});

test('a plan without hooks has none', () => {
  const plan = { targets: [] } as unknown as StoredPlan;
  expect(hooksOfPlan(plan, {} as RunContext)).toBeUndefined();
});
