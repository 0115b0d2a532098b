import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import { mayWriteLate } from '../../../src/failover/once-more.ts';
import { type FailoverPorts, runFailover } from '../../../src/failover/run.ts';
import { type ActiveState, ALL_ACTIVE, type FailoverRecord } from '../../../src/records/active-state-document.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';
import { record as drill, targets } from './drill-world.ts';

const at = new Date(START).toISOString();
const returning: FailoverRecord = {
  ...{ id: 'other', from: [], to: ['west', 'central'], mechanism: 'weights', at, who: 'somebody', reason: 'x' },
  done: false,
};
const change = { before: {}, after: {}, at, who: 'somebody', command: 'deploy', done: false };
const QUIET = 16 * 60_000;

/** Somebody whose write is on its way moves traffic and consumers to `west`, two seconds after a failover to `central`. */
async function failover(first: ActiveState, later?: FailoverRecord, spread?: FailoverPorts['state']['spread']) {
  const clock = createVirtualClock();
  let state = first;
  let serving = 'west';
  let consuming = 'west';
  let applied = 0;
  const ports: FailoverPorts = {
    clock,
    report: () => {},
    signal: new AbortController().signal,
    state: {
      read: async () => state,
      ...(spread && { spread }),
      look: async () => ({ heard: true, copies: [state] }),
      async save(next) {
        state = { ...state, ...next, serial: state.serial + 1 };
        return state;
      },
    },
    mechanism: {
      kind: 'weights',
      check() {},
      async apply({ active }, _, guard) {
        await guard?.();
        applied += 1;
        serving = active.join();
        if (applied > 1) return [];
        clock.at(clock.now() + 2_000, () => {
          [serving, consuming] = ['west', 'west'];
          if (later !== undefined) state = { ...state, failover: later, serial: state.serial + 1 };
        });
        return [];
      },
    },
    consumers: {
      where: 'one-active',
      async set(name) {
        consuming = name;
      },
    },
    stopDeployments: async () => {},
    confirm: async () => {},
    narrow: async () => undefined,
  };
  const about = { targets, id: 'f-1', who: 'me', reason: 'lost', force: true, rehearse: false };
  const end = await runFailover({ ...about, request: { to: 'central' } }, ports);
  return { end, serving, consuming, applied, clock };
}

describe('a failover while somebody is at work who wants something else', () => {
  test.each([
    ['a drill', { ...ALL_ACTIVE, serial: 1, drill }],
    ['a failback', { ...ALL_ACTIVE, serial: 1, failover: returning }],
    ['a deployment in the middle of its weights', { ...ALL_ACTIVE, serial: 1, lastChange: change }],
  ])('has the last word, whatever was on its way: %s', async (_, state) => {
    const { end, serving, consuming, clock } = await failover(state);
    expect([end.outcome, serving, consuming]).toEqual(['not-measured', 'central', 'central']);
    // Its own times are those of the first word.
    expect([end.marks.accepted, end.marks.consuming, clock.now()]).toEqual([START, START, START + 10_000]);
  });

  test('says nothing more where somebody else has moved traffic since', async () => {
    const later = { ...returning, from: ['central'], to: ['west'], at: new Date(START + 1_000).toISOString() };
    const { end, serving, consuming } = await failover({ ...ALL_ACTIVE, serial: 1, drill }, later);
    expect([serving, consuming]).toEqual(['west', 'west']);
    expect(end.deviations).toContainEqual(expect.stringContaining('somebody moves traffic to west'));
    // Another drill gives way.
    const other = await failover({ ...ALL_ACTIVE, serial: 1, drill }, { ...later, drill: 'd-2' });
    expect(other.serving).toBe('central');
  });

  test('says nothing more where what it did could not be kept, since somebody else counts', async () => {
    const refused = async () => {
      throw new UserError('active-state-taken', 'somebody else changed which targets are active, in west');
    };
    const { end, applied } = await failover({ ...ALL_ACTIVE, serial: 1, drill }, undefined, refused);
    expect([end.outcome, applied]).toEqual(['not-verified', 1]);
  });

  test.each([
    ['nobody', undefined, false],
    ['its own drill', { drill: { ...drill, id: 'f-1' } }, false],
    ['a drill that has ended', { drill: { ...drill, ended: { at, outcome: 'passed' } } }, false],
    [
      'a failback that was silent for long',
      { failover: { ...returning, at: new Date(START - QUIET).toISOString() } },
      false,
    ],
    ['a failback', { failover: returning }, true],
    ['a failback that is done', { failover: { ...returning, done: true } }, false],
    ['a failover to the same', { failover: { ...returning, from: ['west'], to: ['central'] } }, false],
    ['weights that were changed', { lastChange: { ...change, done: true } }, false],
  ] as const)('%s', (_, state, expected) => {
    expect(mayWriteLate(state && { ...ALL_ACTIVE, ...state }, 'f-1', { active: ['central'] }, START)).toBe(expected);
  });
});
