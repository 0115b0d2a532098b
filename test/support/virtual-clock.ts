import type { Clock } from '../../src/clock.ts';

export interface VirtualClock extends Clock {
  /** Sleeps that were asked for, milliseconds, in their order. */
  readonly sleeps: readonly number[];
  /** Runs `act` when the clock reaches this time, before any sleeper of the same time goes on. */
  at(time: number, act: () => void): void;
}

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly fire: () => void;
}

/** A moment that is easy to recognise in a failing test. */
export const START = Date.UTC(2026, 0, 5, 8, 0, 0);

/**
 * A clock that jumps: whenever everything waits, time moves to the next thing that was waited for. Hours pass in
 * milliseconds and always the same way; `random` follows from the seed.
 */
export function createVirtualClock(start = START, seed = 1): VirtualClock {
  let time = start;
  let order = 0;
  let scheduled = false;
  let state = seed;
  const timers: Timer[] = [];
  const sleeps: number[] = [];

  const schedule = (): void => {
    if (scheduled || timers.length === 0) return;
    scheduled = true;
    // Promises that are ready go on before an immediate does: when it runs, everybody waits for the clock.
    setImmediate(() => {
      scheduled = false;
      const next = timers.shift();
      if (next === undefined) return;
      time = Math.max(time, next.due);
      next.fire();
      schedule();
    });
  };
  /** Timers are kept in the order in which they fire. */
  const placeOf = (timer: Timer): number => {
    let [from, to] = [0, timers.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = timers[middle];
      if (other === undefined || other.due > timer.due || (other.due === timer.due && other.order > timer.order))
        to = middle;
      else from = middle + 1;
    }
    return from;
  };
  const add = (due: number, first: boolean, fire: () => void): Timer => {
    order += 1;
    const timer = { due, order: first ? -1_000_000 + order : order, fire };
    timers.splice(placeOf(timer), 0, timer);
    schedule();
    return timer;
  };

  return {
    sleeps,
    now: () => time,
    random() {
      // Park and Miller's generator.
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    },
    sleep(ms, signal) {
      sleeps.push(ms);
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const timer = add(time + Math.max(0, ms), false, () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        });
        const abort = (): void => {
          const index = timers.indexOf(timer);
          if (index >= 0) timers.splice(index, 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
    at(due, act) {
      add(due, true, act);
    },
  };
}
