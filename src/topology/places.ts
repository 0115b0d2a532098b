import type { Context } from './context.ts';
import { readAccess } from './credentials.ts';
import type { Scope } from './model.ts';
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
 * The one target of edge stacks: home's account (or that of the key `edge`) in the region of the partition's global
 * services. The environment's target at that place is taken; without one a target is made, in no wave.
 */
export async function edgeTarget(
  environment: string,
  config: ConfigEnvironment,
  home: TargetEntry,
  targets: readonly TargetEntry[],
  context: Context,
): Promise<TargetEntry> {
  const { partition } = home;
  const path = ['environments', environment, 'edge'];
  const own = config.edge && [...home.access, { path, access: config.edge }];
  const { account, credentials } = own ? await readAccess(EDGE, partition, own, context) : home.target;
  const region = partition.edgeRegion;
  const same = targets.find(({ target }) => target.region === region && target.account === account);
  if (same) return same;
  const taken = targets.some(({ target }) => target.name === EDGE);
  const name = taken ? `${EDGE}-${region}` : EDGE;
  const place = { name, region, partition: partition.id, ...(account !== undefined && { account }) };
  return { partition, target: { ...place, credentials, groups: [] }, levels: [], access: [] };
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
