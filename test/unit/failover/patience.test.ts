import { expect, test } from '@jest/globals';
import { patienceOf } from '../../../src/failover/patience.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';

const silent = <T>(): Promise<T> => new Promise(() => {});

test('what is late is undefined at its time, and what fails in time fails', async () => {
  const clock = createVirtualClock();
  const patience = patienceOf(clock, 5_000);
  expect(await patience(Promise.resolve('answer'))).toBe('answer');
  expect(await patience(silent())).toBeUndefined();
  expect(clock.now() - START).toBe(5_000);
  await expect(patience(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});

test('work that takes a signal is cut off when it is late, and that is no failure', async () => {
  const patience = patienceOf(createVirtualClock(), 5_000);
  let cut: AbortSignal | undefined;
  const work = (signal: AbortSignal): Promise<never> => {
    cut = signal;
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  };
  expect(await patience(work)).toBeUndefined();
  expect(cut?.aborted).toBe(true);
});

test('a run that is cancelled ends the waiting with its own reason', async () => {
  const stop = new AbortController();
  const waiting = patienceOf(createVirtualClock(), 5_000, stop.signal)(() => silent());
  stop.abort(new Error('cancelled'));
  await expect(waiting).rejects.toThrow('cancelled');
});
