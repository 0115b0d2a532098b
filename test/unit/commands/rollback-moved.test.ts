import { expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { TargetWork } from '../../../src/commands/deploy/target-work.ts';
import { createRollbackWork } from '../../../src/commands/rollback/rollback-work.ts';
import type { RunContext } from '../../../src/context.ts';
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
  const rollback = createRollbackWork(
    {
      recorder: recorded.recorder(),
      targets: new Map([['eu-west-1', work]]),
      environment: { application: 'shop', name: 'prod' },
      acceptDataLoss: false,
      given: {},
    },
    {
      clock,
      report: () => {},
      signal: new AbortController().signal,
      origin: { runId: 'run-2', who: 'me' },
      env: {},
      aws: { session: () => session },
    } as unknown as RunContext,
  );
  const aim = { leave: { release: 'v2', openedAt: new Date(0).toISOString() } };
  return { ...recorded, pending, back: () => rollback.rollBack(app, aim) };
}

test('a return whose change set somebody deleted is tried again by the same run, and its record is written', async () => {
  const { back, history, notes, cloudformation } = await room(({ cloudformation }) => {
    const { changeSets } = cloudformation.stack('app') ?? {};
    for (const { id, executionStatus } of changeSets?.values() ?? [])
      if (executionStatus === undefined) changeSets?.delete(id);
  });
  expect(await back()).toMatchObject({ state: 'failed', code: 'change-set-gone' });
  expect(await back()).toMatchObject({ state: 'rolled-back' });
  expect(cloudformation.stack('app')?.outputs).toEqual({ Url: 'https://v1.example.com' });
  expect(notes).toEqual([]);
  expect(history().records.at(-1)).toMatchObject({ asked: { release: 'v1' }, ended: { state: 'rolled-back' } });
});

test('a return that somebody else was faster than leaves no change set behind, and the next try says who was', async () => {
  const { back, pending } = await room(({ cloudformation }) => {
    const stack = cloudformation.stack('app');
    if (stack === undefined) return;
    stack.updatedAt = (stack.updatedAt ?? 0) + 1_000;
    // CloudFormation keeps a change set of a stack that was changed since, and refuses to execute it.
    for (const changeSet of stack.changeSets.values()) changeSet.executionStatus ??= 'OBSOLETE';
  });
  expect(await back()).toMatchObject({ state: 'failed', code: 'moved' });
  expect(pending()).toEqual([]);
  expect(await back()).toMatchObject({ state: 'skipped', reason: expect.stringContaining('somebody else changed it') });
});
