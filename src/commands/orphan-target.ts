import type { InventoryEntry } from '../records/inventory.ts';
import type { Environment, Target } from '../topology/model.ts';
import { homeOf } from './inventory-place.ts';

/** The target of an orphan: where it was, reached the way its account, else the home target, is reached. */
export function orphanTarget({ target, region, account }: InventoryEntry, whole: Environment): Target {
  const like = whole.targets.find((candidate) => candidate.account === account) ?? homeOf(whole);
  return { ...like, name: target, region, account };
}
