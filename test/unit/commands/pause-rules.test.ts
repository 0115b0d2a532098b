import { describe, expect, test } from '@jest/globals';
import type { Running } from '../../../src/aws/consumer-ports.ts';
import { createConsumerPause, type PausedChange } from '../../../src/commands/deploy/pause-consumers.ts';
import type { PlannedConsumer } from '../../../src/failover/plan.ts';
import { createPausedConsumers } from '../../../src/records/paused-consumers.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const FOUND: readonly PlannedConsumer[] = [
  { kind: 'mapping', id: 'uuid', resource: 'api/Queue' },
  { kind: 'rule', id: 'orders-Hourly', resource: 'api/Hourly' },
  { kind: 'rule', id: 'orders-Placed', group: 'bus', resource: 'api/Child/Placed' },
  { kind: 'schedule', id: 'orders-Nightly', group: 'own', resource: 'api/Nightly' },
];
const NAMES = ['uuid', 'default/orders-Hourly', 'bus/orders-Placed', 'own/orders-Nightly'];
const ALL = new Set(['mapping', 'rule', 'schedule'] as const);

/** The consumers above; each run until they are told otherwise. `left`: by a run that died. */
function room(given: Readonly<Record<string, Running>> = {}, idle: readonly string[] = []) {
  const now = new Map<string, Running>(NAMES.map((name) => [name, given[name] ?? 'on']));
  const said: string[] = [];
  const storage = createMemoryStorage({ b: { region: 'eu-west-1' } });
  const place = [{ application: 'orders', name: 'prod' }, 'api@eu-west-1', { storage, bucket: 'b' }] as const;
  const busy = new Map<string, number>();
  const enable = async (name: string, on: boolean) => {
    if (!now.has(name)) return 'gone' as const;
    const times = busy.get(name) ?? 0;
    busy.set(name, times - 1);
    if (times > 0) return 'busy' as const;
    now.set(name, on ? 'on' : 'off');
    return 'changed' as const;
  };
  const switches = {
    state: async (name: string) => now.get(name) ?? ('gone' as const),
    enable,
  };
  const named = ({ name, bus, group }: { name: string; bus?: string; group?: string }) =>
    `${bus ?? group ?? 'default'}/${name}`;
  const pause = () =>
    createConsumerPause({
      instance: 'api@eu-west-1',
      target: 'eu-west-1',
      find: async () => FOUND,
      ports: {
        mappings: {
          state: async (id) => (now.get(id) === 'on' ? 'enabled' : 'disabled'),
          enable: async (id, on) => ((await enable(id, on)) === 'busy' ? 'busy' : 'accepted'),
        },
        rules: { state: (rule) => switches.state(named(rule)), enable: (rule, on) => enable(named(rule), on) },
        schedules: { state: (one) => switches.state(named(one)), enable: (one, on) => enable(named(one), on) },
      },
      kept: createPausedConsumers(...place),
      clock: createVirtualClock(),
      report: (event) => void (event.type === 'note' && said.push(event.text)),
      beforeWrite: async () => {},
      idle: async () => new Set(idle),
    });
  const off = () => NAMES.filter((name) => now.get(name) === 'off');
  return { pause, now, off, said, busy, kept: createPausedConsumers(...place) };
}

const change = (path: string, ...names: readonly string[]): PausedChange => ({
  path,
  properties: names.map((name) => ({ name })),
});

describe('rules and schedules of a stack', () => {
  test('are paused beside its mappings, and all run again after the update', async () => {
    const { pause, off, said, kept } = room();
    await pause().pause('stack', ALL, []);
    expect(off()).toEqual(NAMES);
    await pause().after({ state: 'succeeded' });
    expect([off(), await kept.read()]).toEqual([[], []]);
    expect(said).toEqual([
      'api@eu-west-1: 1 event source mapping, 2 rules and 1 schedule disabled for the update',
      'api@eu-west-1: 1 event source mapping, 2 rules and 1 schedule enabled again',
    ]);
  });

  test('of other kinds than those that were named run on', async () => {
    const { pause, off } = room();
    await pause().pause('stack', new Set(['rule'] as const), []);
    expect(off()).toEqual(['default/orders-Hourly', 'bus/orders-Placed']);
  });

  test('that were off before stay so, and who could not be put back as it is runs on', async () => {
    const { pause, off, now, said } = room({ 'default/orders-Hourly': 'off', 'own/orders-Nightly': 'kept' });
    await pause().pause('stack', ALL, []);
    expect(off()).toEqual(['uuid', 'default/orders-Hourly', 'bus/orders-Placed']);
    expect(said[0]).toContain('schedule own/orders-Nightly runs on');
    await pause().after({ state: 'failed' });
    expect(off()).toEqual(['default/orders-Hourly']);
    expect(now.get('own/orders-Nightly')).toBe('kept');
  });

  test.each([
    ['switches it', change('Child.Placed', '/Properties/State')],
    ['may switch it, in a nested stack that cannot be looked into', { ...change('Child'), unseen: true as const }],
  ])('are left to an update that %s', async (_, own) => {
    const { pause, off } = room();
    await pause().pause('stack', ALL, [own, change('Hourly', '/Properties/ScheduleExpression')]);
    expect(off()).toEqual(['uuid', 'default/orders-Hourly', 'own/orders-Nightly']);
  });

  test('that a run left off when it was killed are switched on by the next one, and no others', async () => {
    const { pause, off, said } = room({ uuid: 'off' });
    await pause().pause('stack', ALL, []);
    // Another process, which knows of it from the bucket alone.
    expect(await pause().arePaused()).toBe(true);
    await pause().after({ state: 'succeeded' });
    expect(off()).toEqual(['uuid']);
    expect(said.at(-1)).toBe('api@eu-west-1: 2 rules and 1 schedule enabled again');
  });

  test('must not run again where the target is not active', async () => {
    const { pause, off } = room({}, ['rule/bus/orders-Placed']);
    await pause().pause('stack', ALL, []);
    await pause().resume();
    expect(off()).toEqual(['bus/orders-Placed']);
  });

  test('that somebody else is just changing are asked again, and those that are gone are no trouble', async () => {
    const { pause, off, now, busy, kept } = room();
    busy.set('default/orders-Hourly', 3);
    await pause().pause('stack', ALL, []);
    expect(off()).toEqual(NAMES);
    now.delete('own/orders-Nightly');
    busy.set('bus/orders-Placed', 2);
    await pause().resume();
    expect([off(), await kept.read()]).toEqual([[], []]);
  });

  test('that cannot be switched off keep the stack from being updated, and the others run again', async () => {
    const { pause, off, busy } = room();
    busy.set('own/orders-Nightly', 1_000);
    await expect(pause().pause('stack', ALL, [])).rejects.toMatchObject({ code: 'consumers-not-paused' });
    busy.clear();
    await pause().resume();
    expect(off()).toEqual([]);
  });
});
