import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './clock.ts';

/** The clock of the machine. A sleep does not keep the process alive after a signal has ended it: it rejects at once. */
export const realClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  async sleep(ms, signal) {
    signal?.throwIfAborted();
    try {
      await delay(Math.max(0, ms), undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
