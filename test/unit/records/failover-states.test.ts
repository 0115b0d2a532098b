import { beforeEach, describe, expect, test } from '@jest/globals';
import { patienceOf } from '../../../src/failover/patience.ts';
import { type ActiveState, activeStateKey } from '../../../src/records/active-state-document.ts';
import { createFailoverStates } from '../../../src/records/failover-states.ts';
import type { JournalPlace } from '../../../src/records/rollout-journal.ts';
import { createStateCopies } from '../../../src/records/state-copies.ts';
import { createMemoryStorage, type MemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock, START, type VirtualClock } from '../../support/virtual-clock.ts';

const KEY = activeStateKey({ application: 'orders', name: 'prod' });
const NAMES = Array.from({ length: 20 }, (_, index) => `t${index + 1}`);
const SURVIVORS = NAMES.slice(1);

let clock: VirtualClock;
let storages: Map<string, MemoryStorage>;
let notes: string[];

beforeEach(() => {
  clock = createVirtualClock();
  storages = new Map(NAMES.map((name) => [name, createMemoryStorage()]));
  notes = [];
});

const storageOf = (name: string): MemoryStorage => storages.get(name) as MemoryStorage;
/** Silent: no answer is ever heard of it. */
function states(
  request: { readonly to: string } | { readonly from: string },
  silent: readonly string[] = [],
  names: readonly string[] = NAMES,
) {
  const calls: string[] = [];
  const places = names.map((target): JournalPlace => {
    const own = storageOf(target);
    const heard = <T>(what: string, work: () => Promise<T>): Promise<T> => {
      calls.push(`${what} ${target}`);
      return silent.includes(target) ? new Promise(() => {}) : work();
    };
    const storage = {
      ...own,
      getText: (...args: Parameters<MemoryStorage['getText']>) => heard('get', () => own.getText(...args)),
      putText: (...args: Parameters<MemoryStorage['putText']>) => heard('put', () => own.putText(...args)),
    };
    return { target, region: target, storage, bucket: async () => 'bucket', assertHeld: async () => {} };
  });
  const copies = createStateCopies(KEY, places, (text) => void notes.push(text), clock, patienceOf(clock, 1_500));
  const among = 'to' in request ? [request.to] : names.filter((name) => name !== request.from);
  return { calls, ...createFailoverStates(copies, { among, request, clock }) };
}
const kept = (name: string): ActiveState | undefined =>
  JSON.parse(storageOf(name).text('bucket', KEY) ?? 'null') ?? undefined;
/** As if it had been kept there before. */
async function remember(names: readonly string[], state: Omit<ActiveState, 'version'>): Promise<void> {
  for (const name of names)
    await storageOf(name).putText('bucket', KEY, JSON.stringify({ version: 1, ...state }), undefined);
}
const holders = (inactive: readonly string[]): readonly string[] =>
  NAMES.filter((name) => JSON.stringify(kept(name)?.inactive) === JSON.stringify(inactive));

describe('a failover with 20 targets', () => {
  test('asks few of them and tells few before traffic moves, and all that survive afterwards', async () => {
    const { calls, read, save, spread } = states({ from: 't1' });
    await read();
    await save({ inactive: ['t1'] });
    expect(calls).toHaveLength(8);
    expect(holders(['t1'])).toEqual(['t2', 't3', 't4']);
    expect(await spread()).toBeUndefined();
    expect(holders(['t1'])).toEqual(SURVIVORS);
    expect(new Set(SURVIVORS.map((name) => kept(name)?.serial)).size).toBe(1);
    await save({ inactive: ['t1', 't9'] });
    expect(holders(['t1', 't9'])).toEqual(SURVIVORS);
    expect(calls.filter((call) => call.endsWith(' t1'))).toEqual([]);
  });

  test('asks who takes over first, and more only once it is known who else is not left', async () => {
    const { calls, read, among, save } = states({ to: 't9' });
    await read();
    expect(calls).toEqual(['get t9']);
    await among(SURVIVORS);
    await save({ inactive: ['t1'] });
    expect(holders(['t1'])).toEqual(['t2', 't3', 't9']);
    expect(calls).toHaveLength(6);
  });

  test('asks everybody when few do not agree: the newest counts, wherever it lies', async () => {
    await remember(['t2', 't3', 't4', 't5'], { serial: 1, inactive: [] });
    await remember(['t6', 't20'], { serial: 2, inactive: ['t7'] });
    expect((await states({ from: 't1' }).read()).inactive).toEqual(['t7']);
    const agreed = states({ from: 't1' });
    await remember(SURVIVORS, { serial: 3, inactive: ['t8'] });
    expect((await agreed.read()).inactive).toEqual(['t8']);
    expect(agreed.calls).toHaveLength(5);
  });

  test('does not wait for regions that are silent, before or after', async () => {
    const { read, save, spread } = states({ from: 't1' }, ['t2', 't3', 't20']);
    await read();
    expect(clock.now() - START).toBe(1_000);
    await save({ inactive: ['t1'] });
    expect(holders(['t1'])).toEqual(['t4', 't5', 't6']);
    expect(clock.now() - START).toBe(1_000);
    await spread();
    expect(holders(['t1'])).toEqual(NAMES.slice(3, -1));
    expect(clock.now() - START).toBe(2_500);
    expect(notes.filter((note) => note.includes('not told in time'))).toHaveLength(3);
  });

  test('does not wait a second time for who was silent, when the others do not agree', async () => {
    await remember(['t2'], { serial: 2, inactive: ['t7'] });
    const four = states({ from: 't1' }, ['t4'], NAMES.slice(0, 4));
    expect((await four.read()).inactive).toEqual(['t7']);
    // What a decision may take is two seconds.
    expect(clock.now() - START).toBeLessThan(2_000);
  });

  test('meets another that begins at once, also where one of the first regions is silent to each of them', async () => {
    for (const [mine, theirs] of [
      [['t3'], []],
      [['t2'], ['t3']],
      [[], ['t2']],
    ]) {
      storages = new Map(NAMES.map((name) => [name, createMemoryStorage()]));
      const one = states({ from: 't1' }, mine);
      const other = states({ to: 't9' }, theirs);
      await one.read();
      await other.read();
      await other.among(SURVIVORS);
      await one.save({ inactive: ['t1'] });
      await expect(other.save({ inactive: ['t1', 't2'] })).rejects.toMatchObject({ code: 'active-state-taken' });
    }
  });

  test('is told of what somebody else kept where it had not asked, and writes over nothing then', async () => {
    const { read, save, spread } = states({ from: 't1' });
    await read();
    await save({ inactive: ['t1'] });
    await remember(['t15'], { serial: 7, inactive: ['t3'] });
    expect(await spread()).toMatchObject({ serial: 7, inactive: ['t3'] });
    expect(kept('t15')?.inactive).toEqual(['t3']);
    expect(holders(['t1'])).toEqual(['t2', 't3', 't4']);
    await save({ inactive: ['t1', 't3'] });
    expect(holders(['t1', 't3'])).toEqual(SURVIVORS);
  });

  test('of two that know nothing of each other the one counts that moved traffic later, not the one that was done later', async () => {
    const earlier = states({ to: 't1' });
    const later = states({ to: 't2' });
    for (const [own, name] of [
      [earlier, 't1'],
      [later, 't2'],
    ] as const) {
      await own.read();
      await own.save({ inactive: NAMES.filter((other) => other !== name) });
      await clock.sleep(20_000);
    }
    await earlier.save({ inactive: SURVIVORS }, START + 1_000);
    expect(kept('t2')?.serial).toBeGreaterThan(kept('t1')?.serial ?? Number.NaN);
  });

  test.each(['before', 'after'] as const)(
    'tells a region again that did not take one write, %s all others were told',
    async (when) => {
      const { read, save, spread } = states({ from: 't1' });
      const failing = when === 'before' ? 't3' : 't15';
      await read();
      if (when === 'before') storageOf(failing).failNext('putText', 'unreachable');
      await save({ inactive: ['t1'] });
      if (when === 'after') storageOf(failing).failNext('putText', 'unreachable');
      expect(await spread()).toBeUndefined();
      expect(holders(['t1']).includes(failing)).toBe(when === 'before');
      await save({ inactive: ['t1', 't9'] });
      expect(holders(['t1', 't9'])).toEqual(SURVIVORS);
    },
  );

  test('knows nothing where nobody answers, and tells whoever answers later', async () => {
    const silent = [...SURVIVORS];
    const { read, save, spread } = states({ from: 't1' }, silent);
    await expect(read()).rejects.toMatchObject({ code: 'active-state-unknown' });
    await expect(save({ inactive: ['t1'] })).rejects.toMatchObject({ code: 'active-state-not-kept' });
    silent.length = 0;
    await spread();
    expect(holders(['t1'])).toEqual(SURVIVORS);
  });
});
