import type { RecordSet } from '../aws/traffic-ports.ts';
import { UserError } from '../errors.ts';
import type { Route53Settings } from '../topology/traffic-model.ts';
import type { Weights } from './model.ts';
import { ownSets } from './route53-records.ts';

/** A name with weighted record sets: the configured one, or one that latency or geolocation records point at. */
export interface Branch {
  readonly name: string;
  /** Region of the latency record that points here. */
  readonly region?: string;
  readonly sets: readonly RecordSet[];
}

/** Policies that may stand above weighted records; below them weighted ones are all that there is. */
const ABOVE = ['latency', 'geolocation', 'geoproximity'];

/** Where the tree goes on from a name: the names in the same zone that its records are aliases of. Empty: no tree. */
export function branchesOf(found: readonly RecordSet[], zoneId: string): readonly Omit<Branch, 'sets'>[] {
  const branches = new Map<string, Omit<Branch, 'sets'>>();
  for (const { routing, alias, region } of found) {
    if (!ABOVE.includes(routing) || alias === undefined || alias.zoneId !== zoneId) continue;
    const name = alias.name.toLowerCase().replace(/\.$/, '');
    branches.set(name, { name, ...(region !== undefined && { region }) });
  }
  return [...branches.values()];
}

/**
 * The weights of a tree. Where every target is at home in one branch, the one with the latency record of its region,
 * its weight is the one there, and the others have sets there to take over what it does not carry. Otherwise branches
 * are groups of targets, and a target must have the same weight in all of them.
 *
 * @throws UserError `traffic-record-missing`, `traffic-weights-differ` and those of single record sets
 */
export function treeWeights(branches: readonly Branch[], settings: Route53Settings): Weights {
  const homes = homesOf(branches, settings);
  const weights: Record<string, number> = {};
  for (const branch of branches) {
    const own = ownSets(branch.sets, { ...settings, name: branch.name }, 'some').weights;
    for (const [target, weight] of Object.entries(own)) {
      if (homes !== undefined && homes.get(branch.name) !== target) continue;
      const other = weights[target];
      if (other !== undefined && other !== weight) {
        throw new UserError(
          'traffic-weights-differ',
          `${target} has different weights under ${settings.name}: ${other}, and ${weight} in ${branch.name}`,
          { fix: ['Give it the same weight in every branch, or make a branch for each region, named by latency.'] },
        );
      }
      weights[target] = weight;
    }
  }
  const missing = Object.keys(settings.setIdentifiers).filter((target) => weights[target] === undefined);
  if (missing.length === 0) return weights;
  throw new UserError(
    'traffic-record-missing',
    `no branch of ${settings.name} has a record set of ${missing.join(', ')}`,
    {
      fix: ['Make weighted record sets for it in the branches that it may serve.'],
    },
  );
}

/**
 * What each target gets in one branch.
 * @throws UserError `traffic-branch-empty` when nobody would be left there, which Route 53 takes for equal shares
 */
export function branchWeights(
  branch: Branch,
  weights: Weights,
  configured: Weights,
  branches: readonly Branch[],
  settings: Route53Settings,
): Weights {
  const there = Object.keys(ownSets(branch.sets, { ...settings, name: branch.name }, 'some').weights);
  const home = homesOf(branches, settings)?.get(branch.name);
  const next = Object.fromEntries(there.map((target) => [target, weights[target] ?? 0]));
  const shared = home === undefined ? next : withOverflow(home, next, configured);
  if (Object.values(shared).some((weight) => weight > 0)) return shared;
  throw new UserError('traffic-branch-empty', `nobody would be left to answer in ${branch.name}`, {
    fix: ['Leave weight with a target of that branch, or give another target a record set there.'],
  });
}

/** What the target at home does not carry of its configured weight goes to the others in the proportions they have. */
function withOverflow(home: string, weights: Weights, configured: Weights): Weights {
  const own = weights[home] ?? 0;
  // A target that is configured to carry nothing still has a branch whose users somebody must serve.
  const whole = configured[home] || 100;
  const others = Object.entries(weights).filter(([target]) => target !== home);
  const sum = others.reduce((total, [, weight]) => total + weight, 0);
  const rest = Math.max(0, whole - own);
  const shares = others.map(([target, weight]): readonly [string, number] => [
    target,
    rest === 0 || weight === 0 ? 0 : Math.max(1, Math.round((rest * weight) / sum)),
  ]);
  return { [home]: own, ...Object.fromEntries(shares) };
}

/** The target at home in each branch; undefined unless every target has exactly one. */
function homesOf(branches: readonly Branch[], settings: Route53Settings): ReadonlyMap<string, string> | undefined {
  const homes = new Map<string, string>();
  for (const [target, region] of Object.entries(settings.regions)) {
    const own = branches.filter(
      (branch) =>
        branch.region === region &&
        branch.sets.some(({ setIdentifier }) => setIdentifier === settings.setIdentifiers[target]),
    );
    const [branch] = own;
    if (branch === undefined || own.length > 1 || homes.has(branch.name)) return undefined;
    homes.set(branch.name, target);
  }
  return homes;
}
