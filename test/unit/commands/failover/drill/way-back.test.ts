import { describe, expect, test } from '@jest/globals';
import type { ScheduledCall } from '../../../../../src/aws/traffic-ports.ts';
import { cancelReturns } from '../../../../../src/commands/failover/drill/cancel-returns.ts';
import {
  unexpectedSignals,
  type WayBackRequest,
  wayBackOf,
} from '../../../../../src/commands/failover/drill/way-back.ts';
import type { RunContext } from '../../../../../src/context.ts';
import { createStopSwitch } from '../../../../../src/failover/mechanisms/stop-switch.ts';
import type { StoredPlan } from '../../../../../src/failover/plan.ts';
import { createMemoryStorage } from '../../../../support/memory-storage.ts';
import { createVirtualClock, START } from '../../../../support/virtual-clock.ts';

const signals = { west: { in: 'central', bucket: 'signals', key: 'stop/west' } };
const move = { active: ['central'], inactive: ['west'], leaving: ['west'] };
const place = { partition: 'aws', credentials: {} };
const plan = {
  application: 'shop',
  environment: 'prod',
  mechanism: { kind: 'stop-switch', signals },
  targets: [
    { ...place, name: 'west', region: 'eu-west-1' },
    { ...place, name: 'central', region: 'eu-central-1' },
  ],
} as unknown as StoredPlan;
const request: WayBackRequest = {
  plan,
  move,
  settings: { revertRole: 'reverter' },
  since: START,
  at: START + 1_800_000,
  who: 'me',
};

function room() {
  const storage = createMemoryStorage();
  const made: ScheduledCall[] = [];
  const session = ({ region }: { readonly region: string }) => ({
    region,
    storage,
    laterCalls: { region, create: async (call: ScheduledCall) => void made.push(call), delete: async () => true },
  });
  const context = { aws: { session } } as unknown as RunContext;
  const stop = (since?: number) =>
    createStopSwitch({
      signals,
      storage: () => storage,
      mayAsk: () => true,
      clock: createVirtualClock(START + 60_000),
      ...(since !== undefined && { since }),
    }).apply(move, new AbortController().signal);
  const etag = async () => (await storage.head('signals', 'stop/west'))?.etag;
  return { storage, made, context, stop, etag };
}

describe('the way back of a stop switch', () => {
  test('deletes the signal of the drill, in its region, and not the one that a failover writes', async () => {
    const { made, context, stop, etag } = room();
    const way = await wayBackOf(request, context);
    expect([made, way.returns]).toMatchObject([[], [{ region: 'eu-central-1', by: 'central' }]]);
    await way.arrange();
    expect(made).toMatchObject([
      { name: way.returns[0]?.name, at: request.at, role: 'reverter', service: 's3', action: 'deleteObject' },
    ]);
    const input = JSON.parse(made[0]?.input ?? '') as Readonly<Record<string, string>>;
    expect([input['Bucket'], input['Key']]).toEqual(['signals', 'stop/west']);
    await stop(START);
    expect(await etag()).toBe(input['IfMatch']);
    expect(await unexpectedSignals(plan, move, START, context)).toEqual([]);
    await stop();
    expect(await etag()).not.toBe(input['IfMatch']);
    expect(await unexpectedSignals(plan, move, START, context)).toEqual([expect.stringContaining('another ETag')]);
  });

  test('is refused without a role, and by mechanisms that AWS cannot move later', async () => {
    const { context } = room();
    await expect(wayBackOf({ ...request, settings: {} }, context)).rejects.toMatchObject({ code: 'drill-no-way-back' });
    const command = { ...plan, mechanism: { kind: 'command', run: ['move'] } } as StoredPlan;
    await expect(wayBackOf({ ...request, plan: command }, context)).rejects.toThrow('the mechanism command');
  });
});

test('every schedule is taken away, and those that may still strike are named', async () => {
  const deleted: string[] = [];
  const returns = ['a', 'b'].map((name) => ({
    name,
    region: 'eu-central-1',
    by: name,
    at: '2026-01-05T08:30:00.000Z',
  }));
  const schedulesOf = (by: string) => ({
    delete: async (name: string) => {
      if (by === 'a') throw new Error('denied');
      deleted.push(name);
      return true;
    },
  });
  await expect(cancelReturns(returns, schedulesOf, 0)).rejects.toMatchObject({
    code: 'drill-return-scheduled',
    message: expect.stringMatching(/the schedule a in eu-central-1 could not be deleted.*denied/),
  });
  expect(deleted).toEqual(['b']);
});
