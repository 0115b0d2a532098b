import { beforeEach, describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import { ALL_ACTIVE, activeStateKey, activeTargets } from '../../../src/records/active-state-document.ts';
import type { JournalPlace } from '../../../src/records/rollout-journal.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const KEY = activeStateKey({ application: 'orders', name: 'prod' });
let storages: Readonly<Record<'eu-west-1' | 'eu-central-1', MemoryStorage>>;
let notes: string[];
let time = 0;
const clock = { now: () => time, sleep: () => new Promise<void>(() => {}), random: () => 0 };

beforeEach(() => {
  storages = { 'eu-west-1': createMemoryStorage(), 'eu-central-1': createMemoryStorage() };
  notes = [];
  time = 0;
});

function states(patience?: Parameters<typeof createActiveStates>[4]) {
  const places = Object.entries(storages).map(
    ([region, storage]): JournalPlace => ({
      target: region,
      region,
      storage,
      bucket: async () => `artifacts-${region}`,
      assertHeld: async () => {},
    }),
  );
  return createActiveStates(KEY, places, (text) => notes.push(text), clock, patience);
}
const stored = (region: keyof typeof storages) =>
  JSON.parse(storages[region].text(`artifacts-${region}`, KEY) ?? 'null');
const change = {
  before: { a: 100, b: 0 },
  after: { a: 50, b: 50 },
  at: '2026-01-05T08:00:00.000Z',
  who: 'me',
  command: 'shift',
  done: false,
  reason: 'b is slow',
  first: { a: 80, b: 20 },
};

describe('which targets are active', () => {
  test('are those of the newest copy that was ever heard, though its region is silent this time', async () => {
    const later = { version: 1, serial: 7, inactive: ['a'] };
    await storages['eu-west-1'].putText(
      'artifacts-eu-west-1',
      KEY,
      JSON.stringify({ ...later, serial: 3, inactive: [] }),
    );
    await storages['eu-central-1'].putText('artifacts-eu-central-1', KEY, JSON.stringify(later));
    const own = states();
    await own.read();
    storages['eu-central-1'].failNext('getText', 'unreachable');
    expect(await own.read()).toEqual(later);
  });

  test('are all of them where nothing was kept', async () => {
    const state = await states().read();
    expect(state).toEqual(ALL_ACTIVE);
    expect([...activeTargets(state, ['a', 'b'])]).toEqual(['a', 'b']);
  });

  test('is kept in every region, and read from any', async () => {
    const first = states();
    await first.read();
    await first.save({ inactive: ['b'], lastChange: change });
    expect(stored('eu-west-1')).toEqual({ version: 1, serial: 1, inactive: ['b'], lastChange: change });
    expect(stored('eu-central-1')).toEqual(stored('eu-west-1'));
    storages['eu-west-1'].failNext('getText', 'unreachable');
    const state = await states().read();
    expect([...activeTargets(state, ['a', 'b'])]).toEqual(['a']);
    expect(state.lastChange).toEqual(change);
  });

  test('is the newest copy where a region missed a write, and the next write makes all equal', async () => {
    const first = states();
    await first.read();
    await first.save({ inactive: [] });
    storages['eu-central-1'].failNext('putText', 'unreachable');
    await first.save({ inactive: ['b'] });
    expect([stored('eu-west-1').serial, stored('eu-central-1').serial]).toEqual([2, 1]);
    expect(notes).toEqual(['which targets are active could not be kept in eu-central-1: putText: unreachable']);
    const second = states();
    expect((await second.read()).inactive).toEqual(['b']);
    await second.save({ inactive: ['b'] });
    expect(stored('eu-central-1')).toEqual({ version: 1, serial: 3, inactive: ['b'] });
  });

  test('is the later one where regions know nothing of each other, whatever each of them saw', async () => {
    storages['eu-west-1'].failNext('getText', 'unreachable');
    const first = states();
    await first.read();
    for (let write = 0; write < 3; write += 1) await first.save({ inactive: ['a'] });
    storages['eu-central-1'].failNext('getText', 'unreachable');
    time = 1_000;
    const later = states();
    await later.read();
    await later.save({ inactive: ['b'] });
    expect([stored('eu-central-1').inactive, stored('eu-west-1').inactive]).toEqual([['a'], ['b']]);
    expect((await states().read()).inactive).toEqual(['b']);
  });

  test('is not written over what somebody else wrote since it was read', async () => {
    const [mine, theirs] = [states(), states()];
    await mine.read();
    await theirs.read();
    await theirs.save({ inactive: ['a'] });
    await expect(mine.save({ inactive: ['b'] })).rejects.toMatchObject({ code: 'active-state-taken' });
    expect(stored('eu-west-1').inactive).toEqual(['a']);

    const late = states();
    await late.read();
    await theirs.save({ inactive: [] });
    await expect(late.save({ inactive: ['b'] })).rejects.toMatchObject({ code: 'active-state-taken' });
    expect(stored('eu-central-1').inactive).toEqual([]);
  });

  test('is taken from the other region where one copy is damaged, which is said', async () => {
    const first = states();
    await first.read();
    await first.save({ inactive: ['b'] });
    for (const text of [
      '',
      '{"version":1}',
      '{"version":1,"serial":9,"inactive":"a"}',
      '{"version":1,"serial":9,"inactive":[],"lastChange":{}}',
    ]) {
      storages['eu-west-1'].seed('artifacts-eu-west-1', KEY, text);
      expect((await states().read()).inactive).toEqual(['b']);
    }
    expect(notes).toHaveLength(4);
  });

  test('is refused when it was written by a newer version', async () => {
    storages['eu-central-1'].seed('artifacts-eu-central-1', KEY, '{"version":2}');
    await expect(states().read()).rejects.toMatchObject({ code: 'active-state-newer' });
  });

  test('is not guessed when no region answers, and not believed to be kept when none kept it', async () => {
    for (const storage of Object.values(storages)) storage.failNext('getText', 'unreachable');
    await expect(states().read()).rejects.toMatchObject({ code: 'active-state-unknown' });
    const again = states();
    await again.read();
    for (const storage of Object.values(storages)) storage.failNext('putText', 'unreachable');
    await expect(again.save({ inactive: [] })).rejects.toMatchObject({ code: 'active-state-not-kept' });
  });

  describe('where one region is slow', () => {
    /** `eu-central-1` answers when it is let; nobody waits for it longer than for everybody else. */
    async function slow() {
      const first = states();
      await first.read();
      for (let write = 0; write < 5; write += 1) await first.save({ inactive: ['b'] });
      notes = [];
      const storage = storages['eu-central-1'];
      const { promise, resolve } = Promise.withResolvers<void>();
      const getText = storage.getText.bind(storage);
      storage.getText = async (...args) => {
        await promise;
        return getText(...args);
      };
      return { answer: resolve };
    }
    const ticks = async () => {
      for (let tick = 0; tick < 5; tick += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    const patience = <T>(work: Promise<T>) => Promise.race([work, ticks().then(() => undefined)]);

    test('the others count, and the serial goes on from theirs', async () => {
      await slow();
      const reader = states(patience);
      expect((await reader.read()).inactive).toEqual(['b']);
      expect(notes).toEqual([expect.stringContaining('not told in time by eu-central-1')]);
      expect((await reader.save({ inactive: ['a'] })).serial).toBe(6);
    });

    test('a write that does not wait for the read does not make an older state the newest', async () => {
      const { answer } = await slow();
      const writer = states();
      const reading = writer.read();
      await ticks();
      expect((await writer.save({ inactive: ['a'] })).serial).toBe(6);
      answer();
      await reading;
      expect((await writer.save({ inactive: ['a', 'c'] })).serial).toBe(7);
      expect([stored('eu-west-1').serial, stored('eu-central-1').serial]).toEqual([7, 7]);
    });
  });

  test('are looked at as they are at once: who is silent is not waited for, and the others are asked once more', async () => {
    const own = createVirtualClock();
    const asked: string[] = [];
    const place = (target: string, answer: () => Promise<unknown>): JournalPlace => ({
      ...{ target, region: target, bucket: async () => 'b', assertHeld: async () => {} },
      storage: {
        async getText() {
          asked.push(target);
          return answer();
        },
      } as unknown as JournalPlace['storage'],
    });
    const text = (serial: number) => JSON.stringify({ ...ALL_ACTIVE, serial });
    let serial = 0;
    const there = place('there', async () => {
      serial += 1;
      return { text: text(serial), etag: '"1"' };
    });
    const refused = place('refused', () =>
      Promise.reject(
        new AwsError({ kind: 'unreachable', code: 'x', message: 'x', service: 's3', action: 'GetObject', region: 'r' }),
      ),
    );
    const silent = place('silent', () => new Promise(() => {}));
    const looking = (places: readonly JournalPlace[]) => createActiveStates(KEY, places, () => {}, own).look();
    expect(await looking([there, silent])).toEqual({ heard: true, copies: [{ ...ALL_ACTIVE, serial: 2 }] });
    expect(asked).toEqual(['there', 'silent', 'there']);
    expect(await looking([there, refused])).toEqual({ heard: true, copies: [{ ...ALL_ACTIVE, serial: 3 }] });
    expect(await looking([silent])).toEqual({ heard: false, copies: [] });
    // Timers of a machine may fire a millisecond early.
    const early = { ...own, sleep: (ms: number, signal?: AbortSignal) => own.sleep(ms - 1, signal) };
    const states = createActiveStates(KEY, [there, silent], () => {}, early);
    expect(await states.look()).toEqual({ heard: true, copies: [{ ...ALL_ACTIVE, serial: 5 }] });
  });
});
