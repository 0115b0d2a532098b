/**
 * Runs `work` over `items` in order, at most `limit` at a time. `mayStart` is asked before each start: once it says
 * no, nothing further starts and the rest is returned. Everything that started is awaited, also when something throws.
 */
export async function runPool<T>(
  items: readonly T[],
  limit: number,
  mayStart: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<readonly T[]> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && mayStart()) {
      const item = items[next] as T;
      next += 1;
      await work(item);
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
  for (const ended of workers) if (ended.status === 'rejected') throw ended.reason;
  return items.slice(next);
}
