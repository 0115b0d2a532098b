import type { GateDefinition } from '../topology/gate-model.ts';
import { namesActive, namesRelease } from '../topology/gate-references.ts';

/**
 * Whether a gate is asked once more after a rollback. `compare` has nothing to compare once both are one release; commands
 * are told a release, and what names one in its texts means one as well: that which is left. What names `target.active`
 * depends on where traffic is, which is not looked up for this.
 */
export function isLater({ when, scope, check }: GateDefinition): boolean {
  if (!when.some((moment) => moment === 'bake' || moment === 'after')) return false;
  if (check.kind === 'compare' || check.kind === 'command') return false;
  if (check.kind === 'http' && scope === 'target') return false;
  return !namesRelease(check) && !namesActive(check);
}
