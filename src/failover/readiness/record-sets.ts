import type { HealthCheck } from '../../aws/readiness-ports.ts';

/** Ids of this check and of all calculated ones that count it, over any number of levels. */
export function followersOf(id: string, checks: readonly HealthCheck[]): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const check of checks) if (check.children.some((child) => found.has(child))) found.add(check.id);
  }
  return found;
}
