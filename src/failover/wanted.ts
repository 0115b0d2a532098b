import type { Wanted } from './probe.ts';

/** What a probe must be once these targets alone are active. */
export function wantedOf(
  active: readonly string[],
  targets: readonly { readonly name: string; readonly region: string }[],
  regionKnown: boolean,
): Wanted {
  const regions = new Set(targets.filter(({ name }) => active.includes(name)).map(({ region }) => region));
  return { regions, regionKnown };
}
