import { describe, expect, test } from '@jest/globals';
import { createStopSwitch } from '../../../src/failover/mechanisms/stop-switch.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const signals = {
  west: { in: 'central', bucket: 'signals-central', key: 'stop/west' },
  central: { in: 'west', bucket: 'signals-west', key: 'stop/central' },
};
const away = { active: ['central'], inactive: ['west'], leaving: ['west'] };

function room(asked: readonly string[] = ['west', 'central']) {
  const storage = createMemoryStorage();
  const mechanism = createStopSwitch({
    signals,
    storage: () => storage,
    mayAsk: (target) => asked.includes(target),
    clock: createVirtualClock(),
  });
  return { storage, mechanism, keys: () => [...storage.objects.keys()] };
}
const { signal } = new AbortController();

describe('the stop switch', () => {
  test('stops who is left and releases who is active; twice is once', async () => {
    const { storage, mechanism, keys } = room();
    storage.seed('signals-west', 'stop/central', 'stopped');
    expect(await mechanism.apply(away, signal)).toEqual([]);
    expect(await mechanism.apply(away, signal)).toEqual([]);
    expect(keys()).toEqual(['signals-central/stop/west']);
  });

  test('does not call the region that is left to release a signal there, and says so', async () => {
    const { storage, mechanism } = room(['central']);
    const notes = await mechanism.apply(away, signal);
    expect(notes).toEqual([expect.stringContaining('the stop signal of central lies in west, which is being left')]);
    expect(storage.calls).toEqual(['putText signals-central/stop/west']);
  });

  test('refuses before it writes when a target has no signal, or its signal is lost too', () => {
    const { mechanism } = room(['central']);
    const other = { active: ['central'], inactive: ['us'], leaving: ['us'] };
    expect(() => mechanism.check(other)).toThrow('us cannot be stopped');
    expect(() => mechanism.check({ active: ['us'], inactive: ['central'], leaving: [] })).toThrow('lies in a region');
  });
});
