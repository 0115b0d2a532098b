import { describe, expect, test } from '@jest/globals';
import type { MappingState } from '../../../src/aws/event-source-mappings-port.ts';
import { AwsError } from '../../../src/aws/ports.ts';
import { createConsumerPause } from '../../../src/commands/deploy/pause-consumers.ts';
import { createPausedConsumers } from '../../../src/records/paused-consumers.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const STACK = 'stack-id';
const MAPPINGS = new Set(['mapping'] as const);
const mapping = (id: string) => ({ kind: 'mapping' as const, id });
const ENVIRONMENT = { application: 'orders', name: 'prod' };

const never = async (): Promise<never> => {
  throw new Error('there are only mappings');
};
const nothing = { state: never, enable: never };

function room(
  states: Readonly<Record<string, MappingState>>,
  options: { readonly denied?: string; readonly stuck?: string; readonly idle?: readonly string[] } = {},
) {
  const log: string[] = [];
  const now = new Map<string, MappingState>(Object.entries(states));
  const busy = new Map<string, number>();
  const clock = createVirtualClock();
  const kept = createPausedConsumers(ENVIRONMENT, 'api@eu-west-1', {
    storage: createMemoryStorage({ b: { region: 'eu-west-1' } }),
    bucket: 'b',
  });
  const pause = createConsumerPause({
    instance: 'api@eu-west-1',
    target: 'eu-west-1',
    find: async () => Object.keys(states).map((id) => ({ ...mapping(id), resource: `api/${id.toUpperCase()}` })),
    ports: {
      rules: nothing,
      schedules: nothing,
      mappings: {
        state: async (id) => now.get(id),
        enable: async (id, enabled) => {
          if (options.denied === id && !enabled) {
            const where = { service: 'Lambda', action: 'UpdateEventSourceMapping', region: 'eu-west-1' };
            throw new AwsError({ ...where, kind: 'denied', code: 'AccessDeniedException', message: 'no' });
          }
          if (!now.has(id)) return undefined;
          const left = busy.get(id) ?? 0;
          if (left > 0) {
            busy.set(id, left - 1);
            return 'busy';
          }
          log.push(
            `${enabled ? 'enable' : 'disable'} ${id}, kept ${(await kept.read()).map(({ id: each }) => each).join()}`,
          );
          if (options.stuck !== id) now.set(id, enabled ? 'enabled' : 'disabled');
          return 'accepted';
        },
      },
    },
    kept,
    clock,
    report: (event) => void log.push(event.type === 'note' ? `${event.level}: ${event.text}` : event.type),
    beforeWrite: async () => void log.push('lease'),
    idle: async () => new Set(options.idle?.map((id) => `mapping//${id}`)),
  });
  return { pause, log, now, kept, busy, clock };
}

describe('the event source mappings of a stack', () => {
  test('are recorded, then disabled, and enabled again after the update', async () => {
    const { pause, log, now, kept } = room({ a: 'enabled', b: 'enabled' });
    await pause.pause(STACK, MAPPINGS, []);
    expect([...now.values()]).toEqual(['disabled', 'disabled']);
    await pause.after({ state: 'succeeded' });
    expect([...now.values()]).toEqual(['enabled', 'enabled']);
    expect(await kept.read()).toEqual([]);
    expect(log).toEqual([
      'lease',
      'disable a, kept a,b',
      'disable b, kept a,b',
      'info: api@eu-west-1: 2 event source mappings disabled for the update',
      'enable a, kept a,b',
      'enable b, kept a,b',
      'info: api@eu-west-1: 2 event source mappings enabled again',
    ]);
  });

  test('that were disabled before stay so', async () => {
    const { pause, now } = room({ a: 'enabled', off: 'disabled' });
    await pause.pause(STACK, MAPPINGS, []);
    await pause.after({ state: 'failed' });
    expect(Object.fromEntries(now)).toEqual({ a: 'enabled', off: 'disabled' });
  });

  test.each(['Enabled', '/Properties/Enabled'])(
    'that the update itself enables or disables are left to it: %s',
    async (name) => {
      const { pause, log } = room({ a: 'enabled' });
      await pause.pause(STACK, MAPPINGS, [{ path: 'A', properties: [{ name }] }]);
      expect(log).toEqual([]);
    },
  );

  test('of a run that died are enabled by the next one, and only those', async () => {
    const dead = room({ a: 'enabled', off: 'disabled' });
    await dead.pause.pause(STACK, MAPPINGS, []);
    await dead.pause.resume();
    expect(Object.fromEntries(dead.now)).toEqual({ a: 'enabled', off: 'disabled' });
  });

  test('of a run that died stay recorded when the next one pauses them as well', async () => {
    const { pause, now, kept } = room({ a: 'disabled', b: 'enabled' });
    await kept.write([mapping('a')]);
    await pause.pause(STACK, MAPPINGS, []);
    await pause.after({ state: 'stuck' });
    expect(Object.fromEntries(now)).toEqual({ a: 'enabled', b: 'enabled' });
  });

  test.each(['timed-out', 'cancelled', 'unreachable'] as const)(
    'stay disabled while CloudFormation may still be at work: %s',
    async (state) => {
      const { pause, now, kept, log } = room({ a: 'enabled' });
      await pause.pause(STACK, MAPPINGS, []);
      await pause.after({ state });
      expect([now.get('a'), await kept.read()]).toEqual(['disabled', [mapping('a')]]);
      expect(log.at(-1)).toContain('stay disabled until the next deployment');
    },
  );

  test('that Lambda is just changing are asked again', async () => {
    const { pause, now, busy } = room({ a: 'enabled' });
    busy.set('a', 3);
    await pause.pause(STACK, MAPPINGS, []);
    expect(now.get('a')).toBe('disabled');
  });

  test('that may not be disabled keep the stack from being updated, and the others are enabled again', async () => {
    const { pause, now, kept } = room({ a: 'enabled', b: 'enabled' }, { denied: 'b' });
    await expect(pause.pause(STACK, MAPPINGS, [])).rejects.toMatchObject({ kind: 'denied' });
    expect([Object.fromEntries(now), await kept.read()]).toEqual([{ a: 'enabled', b: 'enabled' }, []]);
  });

  test('that Lambda was still changing when another was refused do not stay disabled', async () => {
    const { pause, now, busy, kept, clock } = room({ a: 'enabled', b: 'enabled' }, { denied: 'b' });
    busy.set('a', 1);
    await expect(pause.pause(STACK, MAPPINGS, [])).rejects.toMatchObject({ kind: 'denied' });
    await clock.sleep(60_000);
    expect([Object.fromEntries(now), await kept.read()]).toEqual([{ a: 'enabled', b: 'enabled' }, []]);
  });

  test('that stay enabled keep the stack from being updated', async () => {
    const { pause } = room({ a: 'enabled' }, { stuck: 'a' });
    await expect(pause.pause(STACK, MAPPINGS, [])).rejects.toMatchObject({ code: 'consumers-not-paused' });
  });

  test('that must not run where the target is not active any more stay disabled', async () => {
    const dead = { a: 'enabled', b: 'enabled' } as const;
    const { pause, now, kept, log } = room(dead, { idle: ['a'] });
    await pause.pause(STACK, MAPPINGS, []);
    await pause.after({ state: 'succeeded' });
    expect([Object.fromEntries(now), await kept.read()]).toEqual([{ a: 'disabled', b: 'enabled' }, []]);
    expect(log.at(-1)).toBe('info: api@eu-west-1: 1 event source mapping enabled again');
  });

  test('that are gone after the update are no trouble', async () => {
    const { pause, now, log, kept } = room({ a: 'enabled' });
    await pause.pause(STACK, MAPPINGS, []);
    now.delete('a');
    await pause.after({ state: 'succeeded' });
    expect([log.at(-1), await kept.read()]).toEqual(['info: api@eu-west-1: 1 event source mapping enabled again', []]);
  });
});
