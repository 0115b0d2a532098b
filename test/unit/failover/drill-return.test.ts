import { describe, expect, test } from '@jest/globals';
import type { Consumers } from '../../../src/failover/consumers.ts';
import { assertOpen, keepDrill } from '../../../src/failover/drill/keep.ts';
import { bringAllBack, type ReturnPorts, settleTraffic, stayAway } from '../../../src/failover/drill/return.ts';
import type { FailoverEnd } from '../../../src/failover/run.ts';
import { type ActiveState, ALL_ACTIVE, type FailoverRecord } from '../../../src/records/active-state-document.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { record, targets } from './drill-world.ts';

const away: ActiveState = { ...ALL_ACTIVE, serial: 1, inactive: ['west'], drill: record };
const ended = { at: record.at, outcome: 'overridden', why: 'by the failover f-1' } as const;
/** A failover to `west` took over. */
const taken: ActiveState = { ...ALL_ACTIVE, serial: 2, inactive: ['central'], drill: { ...record, ended } };

function ports(states: readonly ActiveState[]) {
  const said: string[] = [];
  let reads = 0;
  const done = (text: string): FailoverEnd => {
    said.push(text);
    return { outcome: 'verified', move: { active: [], inactive: [], leaving: [] }, marks: {}, deviations: [] };
  };
  const returning: ReturnPorts = {
    clock: createVirtualClock(),
    assertHeld: async () => {},
    state: {
      look: async () => ({ heard: true, copies: states.slice(-1) }),
      async read() {
        reads += 1;
        return states[reads - 1] ?? states.at(-1) ?? ALL_ACTIVE;
      },
    },
    failback: async (name) => done(`failback ${name}`),
    leave: async (name) => done(`leave ${name}`),
    restoreWeights: async (guard) => guard().then(() => void done('weights')),
  };
  return { returning, said };
}

describe('the way back of a drill', () => {
  test('makes active who was, and nobody else', async () => {
    const { returning, said } = ports([{ ...away, drill: { ...record, inactiveBefore: ['central'] } }]);
    await bringAllBack({ ...record, inactiveBefore: ['central'] }, targets, returning);
    expect(said).toEqual(['failback west', 'leave central', 'weights']);
  });

  test.each([
    ['before it begins', [taken], []],
    ['between two of its steps', [away, taken], ['failback west']],
  ])('moves nothing any more once a failover has ended the drill, %s', async (_, states, moved) => {
    const { returning, said } = ports(states);
    await expect(bringAllBack(record, targets, returning)).rejects.toMatchObject({ code: 'active-state-taken' });
    expect(said).toEqual(moved);
  });

  test.each([
    ['who is active as it is remembered', { ...taken, inactive: ['west'] }, [['central'], ['west'], ['west']]],
    ['nothing while a failover is not done', { ...taken, failover: { done: false } }, undefined],
  ])('that has ended tells traffic %s', async (_, state, move) => {
    const told: unknown[] = [];
    const { returning } = ports([]);
    const read = async () => state as ActiveState;
    await settleTraffic(record, targets, { ...returning, state: { ...returning.state, read } }, async (to, guard) => {
      await guard();
      const { active, inactive, leaving } = to;
      told.push([active, inactive, leaving]);
    });
    expect(told).toEqual(move === undefined ? [] : [move]);
  });

  test('does not keep traffic away either, and does not open what was ended', async () => {
    const saved: unknown[] = [];
    const states = { read: async () => taken, save: async (state: unknown) => saved.push(state) as never };
    const told: unknown[] = [];
    const held = { clock: createVirtualClock(), assertHeld: async () => {} };
    const state = { ...states, look: async () => ({ heard: true, copies: [taken] }) };
    const stay = stayAway(record, targets, { ...held, state }, async (move) => void told.push(move));
    await expect(stay).rejects.toMatchObject({ code: 'active-state-taken' });
    await expect(keepDrill(record, record, states)).rejects.toMatchObject({ code: 'active-state-taken' });
    await expect(assertOpen(record, state)).rejects.toMatchObject({ code: 'active-state-taken' });
    expect([saved, told]).toEqual([[], []]);
  });

  test('writes nothing after a copy told that the drill was ended, though its region could not be read before', async () => {
    const { returning, said } = ports([away]);
    const state = { ...returning.state, look: async () => ({ heard: true, copies: [away, taken] }) };
    await expect(bringAllBack(record, targets, { ...returning, state })).rejects.toMatchObject({
      code: 'active-state-taken',
    });
    const told: unknown[] = [];
    const staying = { ...returning, state: { ...state, save: async (next: unknown) => next as never } };
    const stay = stayAway(record, targets, staying, async (move, guard) => guard().then(() => void told.push(move)));
    await expect(stay).rejects.toMatchObject({ code: 'active-state-taken' });
    expect([said, told]).toEqual([['failback west'], []]);
  });

  test.each([
    ['is done once consumers run where traffic stays', false, [false, true]],
    ['is not done while they do not', true, [false]],
  ])('that is given up %s', async (_, fails, done) => {
    const { returning } = ports([away]);
    const saved: unknown[] = [];
    const on: string[] = [];
    const set = async (name: string, running: boolean): Promise<void> => {
      on.push(`${name} ${running}`);
      if (fails) throw new Error('no answer');
    };
    const failover = { id: 'd-1', done: false } as FailoverRecord;
    const state = {
      ...returning.state,
      read: async () => ({ ...away, failover }),
      save: async (next: Partial<ActiveState>) => saved.push(next.failover?.done) as never,
    };
    const consumers: Consumers = { where: 'one-active', set };
    const stay = stayAway(record, targets, { ...returning, consumers, state }, async () => {});
    if (fails) await expect(stay).rejects.toThrow('no answer');
    else await stay;
    expect([saved, on]).toEqual([done, ['central true']]);
  });
});
