import type { Context } from './context.ts';
import type { Scope, Target } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type { TargetEntry } from './targets.ts';

/** Name of the target that is made when an edge stack has no target in the region of the global services. */
const EDGE = 'edge';

/** The home target: the configured one, else the first. */
export function readHome(
  environment: string,
  config: ConfigEnvironment,
  targets: readonly TargetEntry[],
  context: Context,
): TargetEntry | undefined {
  if (config.home === undefined) return targets[0];
  const home = targets.find(({ target }) => target.name === config.home);
  if (home === undefined && targets.length > 0) {
    const hint = didYouMean(
      config.home,
      targets.map(({ target }) => target.name),
    );
    const at = context.at('environments', environment, 'home');
    context.findings.add('unknown-target', `home "${config.home}" is no target of ${environment}`, at, hint);
  }
  return home;
}

/**
 * The one target of edge stacks: home's account in the region of the partition's global services. A target of the
 * environment there is taken; without one a target is made with home's account and credentials, in no wave.
 */
export function edgeTarget(home: TargetEntry, targets: readonly TargetEntry[]): TargetEntry {
  const region = home.partition.edgeRegion;
  const there = targets.filter(({ target }) => target.region === region);
  const same =
    there.find(({ target }) => target.account === home.target.account) ?? there.find(() => there.length === 1);
  if (same) return same;
  const { weight: _weight, location: _location, ...inherited } = home.target;
  const taken = targets.some(({ target }) => target.name === EDGE);
  return {
    partition: home.partition,
    target: { ...inherited, name: taken ? `${EDGE}-${region}` : EDGE, region, groups: [] },
    levels: [],
  };
}

/** The targets that a stack of this scope is deployed to. */
export function targetsOf(
  scope: Scope,
  targets: readonly TargetEntry[],
  home: TargetEntry,
  edge: TargetEntry,
): readonly TargetEntry[] {
  if (scope === 'regional') return targets;
  return [scope === 'edge' ? edge : home];
}

export const names = (targets: readonly Target[]): readonly string[] => targets.map(({ name }) => name);
