/**
 * Everything's result once all have ended: what one of them throws is thrown only then, so that nothing is still being
 * written when the caller gives up.
 */
export async function settleAll<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const ended = await Promise.allSettled(work);
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
