import { AwsError } from '../aws/ports.ts';
import type { HostedZone, RecordChange, RecordSet, Route53 } from '../aws/traffic-ports.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { Route53Settings } from '../topology/traffic-model.ts';
import { type TrafficChange, type TrafficDriver, type TrafficState, UNKNOWN_CHANGE, type Weights } from './model.ts';
import { createRoute53Later, type LaterOptions } from './route53-later.ts';
import { changesFor, longestTtl, missingSets, newSet, ownSets, type RecordContent } from './route53-records.ts';
import { type Branch, branchesOf, branchWeights, treeWeights } from './route53-tree.ts';

export interface Route53DriverOptions {
  readonly settings: Route53Settings;
  /** Weights of the configuration: how much of a branch its own target carries. */
  readonly configured: Weights;
  /** Configured settle time; absent: several TTLs. Milliseconds. */
  readonly settleMs?: number;
  readonly route53: Route53;
  readonly clock: Clock;
  /** What the record set of a target says, to make one that is not there; undefined when that is not known yet. */
  readonly recordOf?: (target: string) => Promise<RecordContent | undefined>;
  /** Who changes, for the comment of the change batch. */
  readonly who: string;
  /** Where changes can be scheduled, and as whose; absent: they cannot. */
  readonly later?: Pick<LaterOptions, 'schedules' | 'role' | 'label'>;
}

/** What a change is made against. */
interface Revision {
  readonly zone: HostedZone;
  /** One of the configured name, or those of a tree. */
  readonly branches: readonly Branch[];
  readonly tree: boolean;
}

/** Resolvers round up, and some keep an answer longer than they may: one TTL is not enough. */
const TTLS = 3;
const POLL_MS = 2_000;
/**
 * "Changes generally propagate to all Route 53 name servers within 60 seconds" (API Reference, ChangeResourceRecordSets);
 * ten times that is trouble that somebody has to look at.
 */
const PROPAGATION_MS = 60_000;
const PATIENCE_MS = 10 * PROPAGATION_MS;

/** Weighted record sets of one name: weights are what Route 53 has, shares are w / Σw. */
export function createRoute53Driver(options: Route53DriverOptions): TrafficDriver {
  const { settings, route53, clock } = options;
  let ttlSeconds = settings.record?.kind === 'value' ? settings.record.ttlSeconds : 60;
  let zone: HostedZone | undefined;

  const read = async (): Promise<TrafficState> => {
    zone ??= await findZone(settings, route53);
    const { id } = zone;
    const found = await route53.recordSets(id, settings.name);
    const below = branchesOf(found, id);
    if (below.length === 0) {
      const { sets, weights } = ownSets(found, settings);
      if (sets.length > 0) ttlSeconds = longestTtl(sets);
      const branches = [{ name: settings.name, sets }];
      return { weights, revision: { zone, branches, tree: false } satisfies Revision };
    }
    const branches = await Promise.all(
      below.map(async (branch): Promise<Branch> => {
        const { sets } = ownSets(await route53.recordSets(id, branch.name), { ...settings, name: branch.name }, 'some');
        return { ...branch, sets };
      }),
    );
    ttlSeconds = longestTtl(branches.flatMap(({ sets }) => sets));
    return { weights: treeWeights(branches, settings), revision: { zone, branches, tree: true } satisfies Revision };
  };

  const later =
    options.later &&
    createRoute53Later({
      ...options.later,
      who: options.who,
      batch: async (weights, against, from) => {
        const read = against.revision as Revision;
        const revision = from === undefined ? read : afterChange(from, read, options);
        return { zone: revision.zone.id, changes: await batchOf(weights, revision, options) };
      },
      unguarded: ({ revision }) => unguardedTargets(revision as Revision, settings),
    });

  return {
    kind: 'route53',
    ...(later && { later }),
    // Where it is in other partitions does not matter to who reads this: it is one region, and not the target's.
    controlPlane: 'us-east-1',
    smallestShare: 1 / 256,
    get settleMs() {
      return options.settleMs ?? ttlSeconds * 1000 * TTLS;
    },
    joins: settings.record !== undefined,
    read,
    async set(weights, against) {
      const revision = against.revision as Revision;
      const changes = await batchOf(weights, revision, options);
      const comment = `sam-multi-region: ${options.who}`.slice(0, 256);
      try {
        const { id } = await route53.change(revision.zone.id, changes, comment);
        return { id, weights };
      } catch (error) {
        if (!(error instanceof AwsError) || error.kind !== 'conflict' || (error.attempts ?? 1) === 1) throw error;
        // The batch may have been refused because our own first attempt was done and only its answer lost.
        const now = await read();
        if (Object.entries(weights).some(([target, weight]) => now.weights[target] !== weight)) throw error;
        return { id: UNKNOWN_CHANGE, weights };
      }
    },
    waitApplied: (change, signal) => waitInSync(change, route53, clock, signal),
  };
}

/** Everything in one batch: all branches change together, or none does. */
async function batchOf(
  weights: Weights,
  { branches, tree }: Revision,
  options: Route53DriverOptions,
): Promise<readonly RecordChange[]> {
  const { settings, configured } = options;
  const sets = branches.flatMap((branch) => branch.sets);
  if (!tree) return [...changesFor(weights, sets, settings), ...(await newSets(weights, sets, options))];
  return branches.flatMap((branch) =>
    changesFor(branchWeights(branch, weights, configured, branches, settings), branch.sets, settings),
  );
}

/** What would be read once these weights are set. */
function afterChange(weights: Weights, revision: Revision, { settings, configured }: Route53DriverOptions): Revision {
  const { branches, tree } = revision;
  const own = (branch: Branch): Weights =>
    tree ? branchWeights(branch, weights, configured, branches, settings) : weights;
  const changed = (branch: Branch): readonly RecordSet[] =>
    changesFor(own(branch), branch.sets, settings).flatMap(({ action, set }) => (action === 'CREATE' ? [set] : []));
  return { ...revision, branches: branches.map((branch) => ({ ...branch, sets: changed(branch) })) };
}

/**
 * Without a health check a record set always counts as healthy; and those of the weight 0 take over from unhealthy ones
 * only where all sets have one (Developer Guide, "How Amazon Route 53 chooses records when health checking is
 * configured"). `EvaluateTargetHealth` does nothing for API Gateway.
 */
function unguardedTargets({ branches }: Revision, { setIdentifiers }: Route53Settings): readonly string[] {
  const without = branches.flatMap(({ sets }) => sets).filter(({ healthCheckId }) => healthCheckId === undefined);
  const targetOf = new Map(Object.entries(setIdentifiers).map(([target, id]) => [id, target]));
  return [...new Set(without.map(({ setIdentifier = '' }) => targetOf.get(setIdentifier) ?? setIdentifier))];
}

async function newSets(
  weights: Weights,
  sets: readonly RecordSet[],
  { settings, recordOf }: Route53DriverOptions,
): Promise<readonly RecordChange[]> {
  return Promise.all(
    missingSets(weights, sets, settings).map(async ({ target, type }): Promise<RecordChange> => {
      const content = await recordOf?.(target);
      if (content !== undefined) {
        return { action: 'CREATE', set: newSet(target, type, weights[target] ?? 0, content, settings) };
      }
      throw new UserError('traffic-record-unknown', `what the record set of ${target} has to say is not known yet`, {
        fix: [`Deploy to ${target} first: traffic.record takes it from the outputs of its stacks.`],
      });
    }),
  );
}

async function waitInSync(change: TrafficChange, route53: Route53, clock: Clock, signal: AbortSignal): Promise<void> {
  const deadline = clock.now() + PATIENCE_MS;
  while (change.id !== UNKNOWN_CHANGE) {
    const status = await route53.changeStatus(change.id);
    if (status === 'INSYNC') return;
    if (status === undefined) break;
    if (clock.now() >= deadline) {
      throw new UserError(
        'traffic-not-applied',
        `Route 53 has not put the change ${change.id} in force in ${PATIENCE_MS / 60_000} minutes`,
        { fix: ['Look at the AWS Health Dashboard, then run the same command again: it goes on from what is there.'] },
      );
    }
    await clock.sleep(POLL_MS, signal);
  }
  await clock.sleep(PROPAGATION_MS, signal);
}

/** The zone by its id or its name. A name of several zones means the public one. */
async function findZone({ zone, name }: Route53Settings, route53: Route53): Promise<HostedZone> {
  if (!zone.includes('.')) {
    const found = await route53.zone(zone.replace('/hostedzone/', ''));
    if (found === undefined) throw missingZone(zone);
    if (name !== found.name && !name.endsWith(`.${found.name}`)) {
      throw new UserError('traffic-zone', `${name} is not in the zone ${found.name} (${found.id})`, {
        fix: [`Correct traffic.zone or traffic.name.`],
      });
    }
    return found;
  }
  const zones = await route53.zonesByName(zone);
  const open = zones.filter((candidate) => !candidate.private);
  const [first, second] = open.length > 0 ? open : zones;
  if (first === undefined) throw missingZone(zone);
  if (second !== undefined) {
    throw new UserError('traffic-zone', `there are several zones ${zone}: ${zones.map(({ id }) => id).join(', ')}`, {
      fix: ['Give the id of the one that is delegated to as traffic.zone.'],
    });
  }
  return first;
}

function missingZone(zone: string): UserError {
  return new UserError('traffic-zone-missing', `there is no hosted zone ${zone} in the account that is asked`, {
    fix: [
      'Check traffic.zone.',
      'Where the zone is in another account, give traffic.account and traffic.role-to-assume.',
    ],
  });
}
