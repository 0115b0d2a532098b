import { describe, expect, test } from '@jest/globals';
import { consumerChange, runningTargets, switchConsumers } from '../../../src/failover/consumers.ts';

const NAMES = ['west', 'central', 'north'];
const never = new AbortController().signal;

describe('marked consumers', () => {
  test('run in every active target, or in the first of them alone', () => {
    expect(runningTargets('every-active', NAMES, { inactive: ['west'] })).toEqual(['central', 'north']);
    expect(runningTargets('one-active', NAMES, { inactive: ['west'] })).toEqual(['central']);
    expect(runningTargets('one-active', NAMES, { inactive: [] })).toEqual(['west']);
    expect(runningTargets('every-active', NAMES, { inactive: NAMES })).toEqual([]);
  });

  test('stop where they ran and shall not, and nobody is asked who never ran them', () => {
    const move = { inactive: ['west', 'north'], leaving: ['west'] };
    expect(consumerChange('one-active', NAMES, { inactive: ['north'] }, move)).toEqual({
      on: ['central'],
      off: ['west'],
    });
    expect(consumerChange('every-active', NAMES, { inactive: [] }, move)).toEqual({
      on: ['central'],
      off: ['west', 'north'],
    });
  });

  test('stop in what is left even when the state says already that they do not run there', () => {
    const move = { inactive: ['west'], leaving: ['west'] };
    expect(consumerChange('every-active', ['west', 'central'], { inactive: ['west'] }, move).off).toEqual(['west']);
  });

  test('start nowhere before all that have to stop have stopped', async () => {
    const log: string[] = [];
    let free: () => void = () => {};
    const slow = new Promise<void>((resolve) => {
      free = resolve;
    });
    const set = async (target: string, running: boolean): Promise<void> => {
      if (target === 'north') await slow;
      log.push(`${target} ${running ? 'on' : 'off'}`);
    };
    const done = switchConsumers({ on: ['central'], off: ['west', 'north'] }, { set }, never);
    free();
    await done;
    expect(log).toEqual(['west off', 'north off', 'central on']);
  });

  test('start nowhere when one does not stop', async () => {
    const log: string[] = [];
    const set = async (target: string, running: boolean): Promise<void> => {
      if (target === 'west') throw new Error('it stays');
      log.push(`${target} ${running}`);
    };
    await expect(switchConsumers({ on: ['central'], off: ['west'] }, { set }, never)).rejects.toThrow('it stays');
    expect(log).toEqual([]);
  });
});
