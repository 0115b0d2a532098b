import { statusMeaning } from '../../stack/index.ts';
import { type FoundStack, type FoundStacks, serves } from '../shift/facts.ts';

/**
 * Targets that can serve while a rollout goes on: all of their stacks are good, or they lack only stacks that are new.
 * New is what no target had when this one was changed last: it serves without it today, and what others got meanwhile
 * is the rollout's. A target whose first deployment did not come to its end lacks what others have had for longer.
 * @param found in every target of the run
 */
export function ableTargets(found: FoundStacks): ReadonlySet<string> {
  return new Set([...found].flatMap(([name, own]) => (isAble(own, found) ? [name] : [])));
}

function isAble(own: readonly FoundStack[], all: FoundStacks): boolean {
  const lacking = own.filter(isLacking);
  const others = own.filter((one) => !isLacking(one));
  if (others.length === 0 || !others.every(serves)) return false;
  const changed = Math.max(...others.map(({ stack }) => changedAt(stack)));
  return lacking.every(({ key }) => copiesOf(key, all).every((made) => made > changed));
}

/** It was never there, or its creation failed. */
function isLacking({ stack }: FoundStack): boolean {
  if (stack === 'unknown') return false;
  return stack === undefined || ['create', 'recreate'].includes(statusMeaning(stack.status).next);
}

/** When each copy of a stack was created, milliseconds since the epoch. One that cannot be seen may be an old one. */
function copiesOf(wanted: string, all: FoundStacks): readonly number[] {
  return [...all.values()].flat().flatMap(({ key, stack }) => {
    if (key !== wanted || stack === undefined) return [];
    if (stack === 'unknown') return [0];
    return statusMeaning(stack.status).made ? [Date.parse(stack.createdAt)] : [];
  });
}

function changedAt(stack: FoundStack['stack']): number {
  return stack === undefined || stack === 'unknown' ? 0 : Date.parse(stack.updatedAt ?? stack.createdAt);
}
