import type { ResourceChange } from '../stack/model.ts';

/** A change that destroys something: removal, or a replacement that is certain or possible. */
function destroys(change: ResourceChange): boolean {
  return change.action === 'Remove' || change.replacement === 'True' || change.replacement === 'Conditional';
}

/**
 * Destructive changes in `actual` that the plan did not show. A change set that had to be made after the plan
 * (its inputs came later) may add and modify freely, but never replace or delete unseen.
 */
export function unshownDestruction(
  shown: readonly ResourceChange[] | undefined,
  actual: readonly ResourceChange[],
): readonly ResourceChange[] {
  const seen = new Set((shown ?? []).filter(destroys).map((change) => change.path));
  return actual.filter((change) => destroys(change) && !seen.has(change.path));
}
