import { mayDestroy } from '../stack/changes.ts';
import type { ResourceChange } from '../stack/model.ts';

/**
 * Destructive changes in `actual` that the plan did not show. A change set that had to be made after the plan
 * (its inputs came later) may add and modify freely, but never replace or delete unseen.
 */
export function unshownDestruction(
  shown: readonly ResourceChange[] | undefined,
  actual: readonly ResourceChange[],
): readonly ResourceChange[] {
  const seen = new Set((shown ?? []).filter(mayDestroy).map((change) => change.path));
  return actual.filter((change) => mayDestroy(change) && !seen.has(change.path));
}
