import { describe, expect, test } from '@jest/globals';
import { checkConfirmation, reasonOf } from '../../../src/commands/failover/consent.ts';
import { requestOf } from '../../../src/commands/failover/load-plan.ts';
import { decideMove, lostRegions, namedTarget, survivors } from '../../../src/failover/move.ts';
import { target } from '../../support/topology.ts';

const targets = [
  target('eu-west-1'),
  { ...target('eu-central-1'), name: 'blue' },
  { ...target('eu-central-1'), name: 'green' },
];

describe('where traffic moves', () => {
  test('is a target by its name, or by a region that has one only', () => {
    expect([namedTarget('eu-west-1', targets, 'to'), namedTarget('green', targets, 'to')]).toEqual([
      'eu-west-1',
      'green',
    ]);
    expect(() => namedTarget('eu-central-1', targets, 'to')).toThrow('to names eu-central-1, which is no target');
    expect(() => namedTarget('eu-wset-1', targets, 'to')).toThrow('eu-wset-1');
  });

  test('is said in one way', () => {
    expect(requestOf({ to: 'blue' }, targets)).toEqual({ to: 'blue' });
    expect(requestOf({ from: 'blue' }, targets)).toEqual({ from: 'blue' });
    expect(() => requestOf({ to: 'blue', from: 'green' }, targets)).toThrow('in one way');
    expect(() => requestOf({}, targets)).toThrow('in one way');
  });

  test('leaves regions in which nobody stays, and asks only who is there for certain', () => {
    expect(lostRegions(['eu-west-1', 'blue'], ['green'], targets)).toEqual(new Set(['eu-west-1']));
    expect([survivors({ to: 'blue' }, targets), survivors({ from: 'blue' }, targets)]).toEqual([
      ['blue'],
      ['eu-west-1', 'green'],
    ]);
  });
});

describe('a repeated failover', () => {
  const record = {
    id: '1',
    to: ['green'],
    mechanism: 'command',
    at: '2026-01-05T08:00:00.000Z',
    who: 'me',
    reason: 'x',
  };
  const leavingOf = (request: { readonly to: string } | { readonly from: string }, done: boolean) =>
    decideMove(request, targets, {
      inactive: ['eu-west-1', 'blue'],
      failover: { ...record, from: ['eu-west-1'], done },
    }).leaving;

  test('still leaves, and so does not ask, what the unfinished one left', () => {
    expect(leavingOf({ to: 'green' }, false)).toEqual(['eu-west-1']);
    expect(leavingOf({ to: 'blue' }, false)).toEqual(['eu-west-1', 'green']);
  });

  test('leaves what is active only, once the one before is done', () => {
    expect(leavingOf({ to: 'blue' }, true)).toEqual(['green']);
  });

  test('lets what was left return when it is the one to move to', () => {
    expect(leavingOf({ to: 'eu-west-1' }, false)).toEqual(['green']);
  });
});

describe('a person', () => {
  const move = { active: ['blue'], inactive: ['green'], leaving: ['green'] };
  const ask = (typed: string | undefined, confirm?: string) =>
    checkConfirmation(move, { to: 'blue' }, confirm === undefined ? {} : { confirm }, {
      prompt: async () => typed,
      nameOption: (name) => `--${name}`,
    });

  test('confirms by the name of the target, as an option or on the terminal', async () => {
    await expect(ask('blue ')).resolves.toBeUndefined();
    await expect(ask(undefined, 'blue')).resolves.toBeUndefined();
    await expect(ask('green')).rejects.toThrow('"green" is not blue');
    await expect(ask('blue', 'green')).rejects.toThrow('"green" is not blue');
    await expect(ask(undefined)).rejects.toThrow('nobody confirmed it');
  });

  test('says why, unless it is a rehearsal', () => {
    expect([reasonOf({ incident: '#7' }, false), reasonOf({}, true)]).toEqual(['incident #7', 'rehearsal']);
    expect(() => reasonOf({}, false)).toThrow('a failover needs a reason');
  });
});
