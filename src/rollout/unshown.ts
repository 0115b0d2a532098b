import { mayDestroy } from '../stack/changes.ts';
import type { ResourceChange } from '../stack/model.ts';

/**
 * Destructive changes in `actual` that the plan did not show. A change set that had to be made after the plan
 * (its inputs came later) may add and modify freely, but never replace or delete unseen. A nested stack that could not
 * be looked into may hide anything: it passes only where the plan had to say the same of it.
 */
export function unshownDestruction(
  shown: readonly ResourceChange[] | undefined,
  actual: readonly ResourceChange[],
): readonly ResourceChange[] {
  const keysOf = (change: ResourceChange): readonly string[] => [
    ...(mayDestroy(change) ? [`destroyed ${change.path}`] : []),
    ...(change.unseen ? [`unseen ${change.path}`] : []),
  ];
  const seen = new Set((shown ?? []).flatMap(keysOf));
  return actual.filter((change) => keysOf(change).some((key) => !seen.has(key)));
}
