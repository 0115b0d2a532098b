import type { Clock } from '../clock.ts';

/**
 * How long something is waited for: undefined when it is late, whatever comes of it then. Work that is given as a function
 * gets a signal, and is cut off by it when it is late.
 */
export type Patience = <T>(work: Promise<T> | ((cut: AbortSignal) => Promise<T>)) => Promise<T | undefined>;

/**
 * @param ms milliseconds; what fails in time fails here too
 * @param signal ends the waiting, and the work, with its reason
 */
export function patienceOf(clock: Clock, ms: number, signal?: AbortSignal): Patience {
  const outer = signal === undefined ? [] : [signal];
  return async (work) => {
    const done = new AbortController();
    const late = new AbortController();
    const timer = clock.sleep(ms, AbortSignal.any([done.signal, ...outer])).then(
      () => void late.abort(),
      () => void signal?.throwIfAborted(),
    );
    const working = typeof work === 'function' ? work(AbortSignal.any([late.signal, ...outer])) : work;
    // Whoever loses the race may fail later.
    timer.catch(() => undefined);
    working.catch(() => undefined);
    try {
      return (await Promise.race([working, timer])) ?? undefined;
    } catch (error) {
      signal?.throwIfAborted();
      if (late.signal.aborted) return undefined;
      throw error;
    } finally {
      done.abort();
    }
  };
}
