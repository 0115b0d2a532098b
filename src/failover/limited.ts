import type { Clock } from '../clock.ts';

/** `late`: there was no answer in time, and the call was cut off. */
export type Limited<T> = { readonly value: T } | 'late';

/** Cuts a call off after so many milliseconds. @throws what the call throws before that, and the reason of `signal` */
export async function limited<T>(
  { clock, ms, signal }: { readonly clock: Clock; readonly ms: number; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Limited<T>> {
  const late = new AbortController();
  const done = new AbortController();
  const timer = clock.sleep(ms, AbortSignal.any([done.signal, signal])).then((): 'late' => {
    late.abort();
    return 'late';
  });
  // Whoever loses the race may fail later.
  timer.catch(() => undefined);
  const working = work(AbortSignal.any([signal, late.signal])).then((value) => ({ value }));
  working.catch(() => undefined);
  try {
    return await Promise.race([working, timer]);
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) return 'late';
    throw error;
  } finally {
    done.abort();
  }
}
