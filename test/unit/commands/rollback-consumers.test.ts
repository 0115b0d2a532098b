import { describe, expect, test } from '@jest/globals';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { Recorder } from '../../../src/commands/deploy/recorder.ts';
import type { TargetWork } from '../../../src/commands/deploy/target-work.ts';
import { createRollbackWork } from '../../../src/commands/rollback/rollback-work.ts';
import type { RunContext } from '../../../src/context.ts';
import { createPausedConsumers } from '../../../src/records/paused-consumers.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createStackRoom, requestFor, template } from '../../support/stack-room.ts';
import { instance } from '../../support/topology.ts';

const ENVIRONMENT = { application: 'orders', name: 'prod' };

/** A stack at v1 whose mapping `queue` a deployment that died has left disabled; `own` is disabled by its owners. */
async function room(paused: readonly string[] = ['queue']) {
  const { clock, cloudformation, events, ports, prepare } = createStackRoom();
  const app = instance('app', 'eu-west-1');
  cloudformation.seed(app.stack.stackName, { template: template('v1') });
  const storage = createMemoryStorage({ b: { region: 'eu-west-1' } });
  const kept = createPausedConsumers(ENVIRONMENT, app.id, { storage, bucket: 'b' });
  if (paused.length > 0) await kept.write(paused.map((id) => ({ kind: 'mapping', id })));
  const enabled: Record<string, boolean> = { queue: false, own: false };
  const log: string[] = [];
  const mappings = {
    state: async (id: string) => (enabled[id] ? ('enabled' as const) : ('disabled' as const)),
    enable: async (id: string, on: boolean) => {
      enabled[id] = on;
      log.push(
        `${on ? 'enable' : 'disable'} ${id} while the stack is in ${cloudformation.stack('orders-app')?.status}`,
      );
      return 'accepted' as const;
    },
  };
  const work: Pick<TargetWork, 'target' | 'session' | 'findBucket' | 'lease'> = {
    target: app.target,
    session: { cloudformation, mappings, storage } as unknown as TargetSession,
    findBucket: async () => 'b',
    lease: async () => {
      log.push('lease');
      return { deadRuns: [], assertHeld: async () => {}, stillHeld: async () => {}, release: async () => {} };
    },
  };
  const recorder = { about: async () => {}, succeeded: async () => {} } as unknown as Recorder;
  const { report, signal } = ports;
  const rollback = createRollbackWork(
    {
      recorder,
      targets: new Map([[app.target.name, work as TargetWork]]),
      environment: ENVIRONMENT,
      acceptDataLoss: false,
      given: {},
    },
    { clock, report, signal } as unknown as RunContext,
  );
  const there = { kind: 'stays', instance: app.id, notes: [], there: true } as const;
  return {
    ...{ cloudformation, clock, events, enabled, kept, log, storage },
    execute: () => rollback.execute({ instance: app, step: there }),
    async executeTo(version: string) {
      const request = requestFor(template(version), { stackName: app.stack.stackName });
      const preparation = await prepare(request);
      const step = { kind: 'returns', instance: app.id, notes: [] } as const;
      return rollback.execute({ instance: app, step, ready: { request, preparation } });
    },
  };
}

describe('event source mappings that a deployment left disabled', () => {
  test('are enabled when the stack has returned, and no others', async () => {
    const { executeTo, enabled, kept, log } = await room();
    expect(await executeTo('v0')).toMatchObject({ state: 'rolled-back' });
    expect([enabled, await kept.read()]).toEqual([{ queue: true, own: false }, []]);
    expect(log.at(-1)).toBe('enable queue while the stack is in UPDATE_COMPLETE');
  });

  test('are enabled where the change set has no changes', async () => {
    const { executeTo, enabled, kept } = await room();
    expect(await executeTo('v1')).toMatchObject({ state: 'no-change' });
    expect([enabled, await kept.read()]).toEqual([{ queue: true, own: false }, []]);
  });

  test('are enabled where the stack is there already, once nobody else holds the lease', async () => {
    const { execute, enabled, kept, log } = await room();
    expect(await execute()).toMatchObject({ state: 'no-change' });
    expect([enabled, await kept.read()]).toEqual([{ queue: true, own: false }, []]);
    expect(log[0]).toBe('lease');
  });

  test('stay disabled, and that is said, while CloudFormation is at work', async () => {
    const { execute, enabled, events, cloudformation } = await room();
    cloudformation.busy('orders-app', 'UPDATE_IN_PROGRESS', 60_000, 'UPDATE_COMPLETE');
    expect(await execute()).toMatchObject({ state: 'no-change' });
    expect(enabled).toEqual({ queue: false, own: false });
    expect(events.at(-1)).toMatchObject({ level: 'warning', text: expect.stringContaining('stay disabled') });
  });

  test('cost no lease and no write where there are none', async () => {
    const { execute, log, storage } = await room([]);
    expect(await execute()).toMatchObject({ state: 'no-change' });
    expect([log, storage.objects.size]).toEqual([[], 0]);
  });

  test('do not make a rollback fail when the bucket does not answer', async () => {
    const { execute, events, storage } = await room();
    storage.failNext('getText', 'denied');
    expect(await execute()).toMatchObject({ state: 'no-change' });
    expect(events.at(-1)).toMatchObject({ level: 'warning', text: expect.stringContaining('next deployment') });
  });
});
