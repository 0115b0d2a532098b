import type { Clock } from '../clock.ts';

/** How long something is waited for: undefined when it is late, whatever comes of it then. */
export type Patience = <T>(work: Promise<T>) => Promise<T | undefined>;

/** @param ms milliseconds; what fails in time fails here too */
export function patienceOf(clock: Clock, ms: number): Patience {
  return async (work) => {
    const done = new AbortController();
    const late = clock.sleep(ms, done.signal).then(
      () => undefined,
      () => undefined,
    );
    work.catch(() => undefined);
    try {
      return await Promise.race([work, late]);
    } finally {
      done.abort();
    }
  };
}
