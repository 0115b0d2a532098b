import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import type { Consumers } from '../../../src/failover/consumers.ts';
import { createGuard, guardedPorts } from '../../../src/failover/still-ours.ts';
import { type ActiveState, ALL_ACTIVE, type FailoverRecord } from '../../../src/records/active-state-document.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const mine: FailoverRecord = {
  ...{ id: 'mine', from: [], to: ['west'], mechanism: 'weights', at: '', who: 'me', reason: 'r', done: false },
};
const copy = (serial: number, failover: FailoverRecord): ActiveState => ({ ...ALL_ACTIVE, serial, failover });
const theirs = { ...mine, id: 'theirs', who: 'somebody' };
const isOurs = ({ failover }: ActiveState): boolean => failover?.id === 'mine';

function guardOf(copies: readonly ActiveState[], assertHeld?: () => Promise<void>, heard = true) {
  const clock = createVirtualClock();
  let looks = 0;
  const look = async () => {
    looks += 1;
    return { heard, copies };
  };
  const guard = createGuard(5, isOurs, { clock, look, ...(assertHeld && { assertHeld }) });
  return { guard, looks: () => looks, clock };
}

describe('before each write', () => {
  test.each([
    ['a copy that was decided on', [copy(5, theirs)]],
    ['an older one, of a region that was silent', [copy(3, theirs), copy(7, mine)]],
  ])('what is remembered may be %s', async (_, copies) => {
    await expect(guardOf(copies).guard()).resolves.toBeUndefined();
  });

  test('one copy of somebody else is enough, though ours is newer: two regions may know nothing of each other', async () => {
    const { guard } = guardOf([copy(9, mine), copy(6, theirs)]);
    await expect(guard()).rejects.toMatchObject({ code: 'active-state-taken' });
  });

  test('somebody has to answer', async () => {
    await expect(guardOf([], undefined, false).guard()).rejects.toMatchObject({ code: 'active-state-unknown' });
  });

  test('a lease that was lost counts, and one in a region that is silent holds up nothing', async () => {
    const lost = () => Promise.reject(new UserError('lease-lost', 'taken'));
    await expect(guardOf([copy(6, mine)], lost).guard()).rejects.toMatchObject({ code: 'lease-lost' });
    const { guard, clock } = guardOf([copy(6, mine)], () => new Promise(() => {}));
    const began = clock.now();
    await guard();
    expect(clock.now() - began).toBe(2_000);
  });

  test('those that begin together are looked at once, later ones again', async () => {
    const { guard, looks } = guardOf([copy(6, mine)]);
    const done: string[] = [];
    const set = async (name: string): Promise<void> => void done.push(name);
    const ports: { readonly consumers: Consumers } = { consumers: { where: 'every-active', set } };
    const { consumers } = guardedPorts(ports, guard);
    const signal = new AbortController().signal;
    await Promise.all([consumers.set('west', true, signal), consumers.set('east', true, signal)]);
    await consumers.set('west', false, signal);
    expect([looks(), done]).toEqual([2, ['west', 'east', 'west']]);
  });
});
