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

  test('does not wait for a silent region to release a signal there, once traffic was moved', async () => {
    const { storage } = room();
    const mechanism = createStopSwitch({
      signals,
      storage: (target) => (target === 'west' ? { ...storage, delete: () => new Promise(() => {}) } : storage),
      mayAsk: () => true,
      clock: createVirtualClock(),
    });
    expect(await mechanism.apply(away, signal)).toEqual([expect.stringContaining('removed without an answer so far')]);
    expect([...storage.objects.keys()]).toEqual(['signals-central/stop/west']);
  });

  test('refuses before it writes when a target has no signal, or its signal is lost too', () => {
    const { mechanism } = room(['central']);
    const other = { active: ['west', 'central'], inactive: ['us'], leaving: ['us'] };
    expect(() => mechanism.check(other)).toThrow('us cannot be stopped');
    const lost = { active: ['us'], inactive: ['central'], leaving: ['central'] };
    expect(() => mechanism.check(lost)).toThrow('lies in a region');
  });

  test('goes back to the primary of a pair, whose secondary has no signal, and says why traffic moves', async () => {
    const { storage, mechanism, keys } = room(['central', 'west', 'us']);
    storage.seed('signals-central', 'stop/west', 'stopped');
    const back = { active: ['west'], inactive: ['us'], leaving: ['us'] };
    expect(() => mechanism.check(back)).not.toThrow();
    expect(await mechanism.apply(back, signal)).toEqual([
      expect.stringContaining('us has no stop signal: traffic leaves it'),
    ]);
    expect(keys()).toEqual([]);
  });

  test('says why users may be kept away from a target whose signal it may not take away, and how it may', () => {
    const { mechanism } = room(['central']);
    expect(mechanism.whyUnserved?.(away)).toMatch(
      /s3:\/\/signals-west\/stop\/central.* If west is there, run .* graceful/,
    );
    expect(room().mechanism.whyUnserved?.(away)).toBeUndefined();
    const back = { active: ['us'], inactive: ['west'], leaving: ['west'] };
    expect(mechanism.whyUnserved?.(back)).toBeUndefined();
  });

  describe('where a target was stopped before, and its signal lies in a region that is left now', () => {
    const second = { active: ['us'], inactive: ['west', 'central'], leaving: ['central'] };

    test('moves traffic all the same, calls nobody there and says what that means', async () => {
      const { storage, mechanism } = room(['west', 'us']);
      expect(() => mechanism.check(second)).not.toThrow();
      const notes = await mechanism.apply(second, signal);
      expect(notes).toEqual([expect.stringContaining('west is stopped only as long as Route 53 can read it there')]);
      expect(storage.calls).toEqual(['putText signals-west/stop/central']);
      expect(mechanism.whyUnserved?.(second)).toMatch(
        /s3:\/\/signals-central\/stop\/west: if it is not there.*users are sent to west.* run the same with graceful/,
      );
    });

    test('releases who is active though its old signal cannot be written again', async () => {
      const { storage, mechanism, keys } = room();
      storage.seed('signals-west', 'stop/central', 'stopped');
      storage.failNext('putText', 'unreachable');
      const notes = await mechanism.apply({ ...away, leaving: [] }, signal);
      expect(notes).toEqual([expect.stringContaining('lies in central and could not be written again')]);
      expect(keys()).toEqual([]);
    });

    test('fails when who is left cannot be stopped', async () => {
      const { storage, mechanism } = room();
      storage.failNext('putText', 'unreachable');
      await expect(mechanism.apply(away, signal)).rejects.toThrow('unreachable');
    });
  });
});
