import { describe, expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { TargetWork } from '../../../src/commands/deploy/target-work.ts';
import { returnOnce } from '../../../src/commands/rollback/return-again.ts';
import { createRollbackWork, type PreparedRollback } from '../../../src/commands/rollback/rollback-work.ts';
import type { RunContext } from '../../../src/context.ts';
import type { RollbackAim } from '../../../src/rollout/rollback-ports.ts';
import { createRecordedRoom } from '../../support/recorded-room.ts';
import { requestFor, template } from '../../support/stack-room.ts';
import { instance } from '../../support/topology.ts';

/** A stack that got v1 and then v2. Right before something is executed in its rollback, somebody else does this, once. */
async function room(meanwhile: (room: ReturnType<typeof createRecordedRoom>) => void) {
  const recorded = createRecordedRoom();
  const { cloudformation, clock, storage } = recorded;
  for (const version of ['v1', 'v2']) {
    storage.seed('artifacts', `${version}.zip`, version);
    await recorded.deploy(version, requestFor(template(version)));
  }
  const plain = instance('app', 'eu-west-1');
  const app = {
    ...plain,
    stack: { ...plain.stack, stackName: 'app' },
    settings: { ...plain.settings, artifactBucket: 'artifacts' },
  };
  const pending = () =>
    [...(cloudformation.stack('app')?.changeSets.values() ?? [])].filter(
      ({ executionStatus }) => executionStatus === undefined || executionStatus === 'OBSOLETE',
    );
  let struck = false;
  const assertHeld = async (): Promise<void> => {
    if (struck || pending().length === 0) return;
    struck = true;
    meanwhile(recorded);
  };
  const session = {
    ...{ target: 'eu-west-1', region: 'eu-west-1', partition: 'aws', account: async () => '111111111111' },
    ...{ cloudformation, storage },
  } as unknown as TargetSession;
  const work = {
    target: app.target,
    session,
    findBucket: async () => 'artifacts',
    lease: async () => ({ deadRuns: [], assertHeld, stillHeld: async () => {}, release: async () => {} }),
  } as unknown as TargetWork;
  const context = {
    clock,
    report: () => {},
    signal: new AbortController().signal,
    origin: { runId: 'run-2', who: 'me' },
    env: {},
    aws: { session: () => session },
  } as unknown as RunContext;
  const rollback = createRollbackWork(
    {
      recorder: recorded.recorder(),
      targets: new Map([['eu-west-1', work]]),
      environment: { application: 'shop', name: 'prod' },
      acceptDataLoss: false,
      given: {},
    },
    context,
  );
  const aim = { leave: { release: 'v2', openedAt: new Date(0).toISOString() } };
  return {
    ...recorded,
    pending,
    back: () => rollback.rollBack(app, aim),
    /** As a person asks for it, who is shown a plan first. */
    command: async (to: RollbackAim) =>
      (await returnOnce(await rollback.prepare(app, to), to, rollback, context)).outcome,
  };
}

type Room = Pick<ReturnType<typeof createRecordedRoom>, 'cloudformation'>;

function deleteChangeSet({ cloudformation }: Room): void {
  const { changeSets } = cloudformation.stack('app') ?? {};
  for (const { id, executionStatus } of changeSets?.values() ?? [])
    if (executionStatus === undefined) changeSets?.delete(id);
}

function changeStack({ cloudformation }: Room): void {
  const stack = cloudformation.stack('app');
  if (stack === undefined) return;
  stack.updatedAt = (stack.updatedAt ?? 0) + 1_000;
  // CloudFormation keeps a change set of a stack that was changed since, and refuses to execute it.
  for (const changeSet of stack.changeSets.values()) changeSet.executionStatus ??= 'OBSOLETE';
}

test('a return whose change set somebody deleted is tried again by the same run, and its record is written', async () => {
  const { back, history, notes, cloudformation } = await room(deleteChangeSet);
  expect(await back()).toMatchObject({ state: 'failed', code: 'change-set-gone' });
  expect(await back()).toMatchObject({ state: 'rolled-back' });
  expect(cloudformation.stack('app')?.outputs).toEqual({ Url: 'https://v1.example.com' });
  expect(notes).toEqual([]);
  expect(history().records.at(-1)).toMatchObject({ asked: { release: 'v1' }, ended: { state: 'rolled-back' } });
});

test('a return that somebody else was faster than leaves no change set behind, and the next try says who was', async () => {
  const { back, pending } = await room(changeStack);
  expect(await back()).toMatchObject({ state: 'failed', code: 'moved' });
  expect(pending()).toEqual([]);
  expect(await back()).toMatchObject({ state: 'skipped', reason: expect.stringContaining('somebody else changed it') });
});

describe('a rollback that a person asked for', () => {
  const previous = { previous: { release: 'v2', openedAt: new Date(0).toISOString() } };

  test('is worked out anew where somebody deleted its change set, and carried out', async () => {
    const { command, cloudformation, history } = await room(deleteChangeSet);
    expect(await command(previous)).toMatchObject({ state: 'rolled-back' });
    expect(cloudformation.stack('app')?.outputs).toEqual({ Url: 'https://v1.example.com' });
    expect(history().records.at(-1)).toMatchObject({ asked: { release: 'v1' }, ended: { state: 'rolled-back' } });
  });

  test('fails where somebody else deployed meanwhile, instead of taking that back, and leaves no change set', async () => {
    const { command, pending, cloudformation } = await room(changeStack);
    expect(await command(previous)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('somebody else changed it'),
    });
    expect(pending()).toEqual([]);
    expect(cloudformation.stack('app')?.outputs).toEqual({ Url: 'https://v2.example.com' });
  });
});

describe('what a rollback that is worked out anew', () => {
  const app = instance('app', 'eu-west-1');
  const change = (path: string, replacement: 'True' | 'False') => ({ path, action: 'Modify', replacement });
  const item = (to: string, changes: readonly unknown[]) =>
    ({
      instance: app,
      step: { instance: app.id, kind: 'returns', to: { id: to }, notes: [] },
      ready: { request: {}, preparation: { kind: 'change-set', changes } },
    }) as unknown as PreparedRollback;
  async function again(shown: PreparedRollback, fresh: PreparedRollback) {
    const executed: PreparedRollback[] = [];
    const discarded: PreparedRollback[] = [];
    const work = {
      prepare: async () => fresh,
      discard: async (each: PreparedRollback) => void discarded.push(each),
      execute: async (each: PreparedRollback) => {
        executed.push(each);
        const nothing = { failures: [], fix: [], outputs: {} };
        return each === shown
          ? { ...nothing, state: 'failed' as const, code: 'moved' as const, reason: 'it moved' }
          : { ...nothing, state: 'rolled-back' as const };
      },
    };
    const context = { signal: new AbortController().signal, report: () => {} };
    const { outcome } = await returnOnce(shown, { to: 'v1' }, work, context);
    return { outcome, executed, discarded };
  }

  test('would do as it was shown is done', async () => {
    const [shown, fresh] = [item('v1', [change('Topic', 'True')]), item('v1', [change('Topic', 'True')])];
    const { outcome, executed, discarded } = await again(shown, fresh);
    expect(outcome.state).toBe('rolled-back');
    expect([executed, discarded]).toEqual([[shown, fresh], [shown]]);
  });

  test.each([
    ['replace what was not shown', item('v1', [change('Topic', 'True')]), 'Topic'],
    ['return elsewhere', item('v0', [change('Topic', 'False')]), 'v0'],
  ])('would %s is refused', async (_, fresh, named) => {
    const { outcome, executed, discarded } = await again(item('v1', [change('Topic', 'False')]), fresh);
    expect(outcome).toMatchObject({ state: 'failed', reason: expect.stringContaining(named) });
    expect([executed.includes(fresh), discarded.includes(fresh)]).toEqual([false, true]);
  });
});
