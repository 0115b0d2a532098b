import type { FailoverSettings, ReplicationSettings } from '../topology/failover-model.ts';
import type { Environment } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { Authority, FailoverPlan, PlannedBundle, PlannedMechanism } from './plan.ts';

/** What a deployment knows, besides the configuration. */
export interface CompileFacts {
  readonly release: FailoverPlan['release'];
  readonly compiledAt: string;
  readonly compiledBy: string;
  /** Bucket of the records, by target. */
  readonly buckets: Readonly<Record<string, string | undefined>>;
  /** Release that each target has. */
  readonly releases: Readonly<Record<string, string | undefined>>;
  /** Functions that are fenced, by target, as they are called there; absent: nothing is fenced. */
  readonly fence?: FailoverPlan['fence'] | undefined;
  /** A text with its references replaced, as those of a target where one is given; undefined: something is not known. */
  readonly resolve: (text: string, target?: string) => string | undefined;
  /** Marked consumers and hooks, as they are in each target. */
  readonly work?: Pick<FailoverPlan, 'consumers' | 'hooks'>;
  readonly authority?: Authority;
  readonly bundle?: PlannedBundle;
}

export type Compiled =
  | { readonly kind: 'plan'; readonly plan: FailoverPlan }
  /** Texts whose references could not be resolved. */
  | { readonly kind: 'unknown'; readonly texts: readonly string[] };

/** The plan of a failover: everything that it must not have to look up. */
export function compilePlan(
  environment: Pick<Environment, 'application' | 'name' | 'targets' | 'traffic'>,
  settings: FailoverSettings,
  facts: CompileFacts,
): Compiled {
  const { probe, endpoint: pattern, replication, rtoMs, rpoMs } = settings;
  const { authority, bundle } = facts;
  const unknown: string[] = [];
  const resolve = (text: string): string => {
    const value = facts.resolve(text);
    if (value === undefined) unknown.push(text);
    return value ?? '';
  };
  const mechanism = mechanismOf(environment, settings, resolve);
  const url = probe && resolve(probe.url);
  const replicated = replication && resolvedReplication(replication, resolve);
  if (unknown.length > 0) return { kind: 'unknown', texts: unknown };
  return {
    kind: 'plan',
    plan: {
      schema: 1,
      application: environment.application,
      environment: environment.name,
      compiledAt: facts.compiledAt,
      compiledBy: facts.compiledBy,
      release: { id: facts.release.id, ...(facts.release.commit !== undefined && { commit: facts.release.commit }) },
      targets: environment.targets.map(({ location: _location, ...target }) => {
        const bucket = facts.buckets[target.name];
        const release = facts.releases[target.name];
        // One that was not deployed yet has no outputs: that keeps nobody from a plan for the others.
        const endpoint = pattern === undefined ? undefined : facts.resolve(pattern, target.name);
        return {
          ...target,
          ...(bucket !== undefined && { bucket }),
          ...(release !== undefined && { release }),
          ...(endpoint !== undefined && { endpoint }),
        };
      }),
      mechanism,
      ...(mechanism.kind !== 'weights' && isRevertible(environment.traffic) && { traffic: environment.traffic }),
      ...(probe !== undefined && url !== undefined && { probe: { ...probe, url } }),
      ...(replicated !== undefined && { replication: replicated }),
      ...(facts.fence !== undefined && { fence: facts.fence }),
      ...(authority !== undefined && { authority }),
      ...(bundle !== undefined && { bundle }),
      ...(rtoMs !== undefined && { rtoMs }),
      ...(rpoMs !== undefined && { rpoMs }),
      ...facts.work,
    },
  };
}

/** AWS can be told to change its weights later. */
function isRevertible(traffic: TrafficSettings | undefined): traffic is TrafficSettings {
  return traffic?.driver.driver === 'route53' && traffic.driver.revertRole !== undefined;
}

function resolvedReplication(
  { heartbeat, tables, maxLagMs }: ReplicationSettings,
  resolve: (text: string) => string,
): ReplicationSettings {
  return {
    tables: tables.map(resolve),
    maxLagMs,
    ...(heartbeat !== undefined && { heartbeat: resolve(heartbeat) }),
  };
}

function mechanismOf(
  { traffic }: Pick<Environment, 'traffic'>,
  { mechanism }: FailoverSettings,
  resolve: (text: string) => string,
): PlannedMechanism {
  if (mechanism.kind === 'stop-switch') {
    const signals = Object.entries(mechanism.signals).map(
      ([target, { bucket, ...signal }]) => [target, { ...signal, bucket: resolve(bucket) }] as const,
    );
    return { kind: 'stop-switch', signals: Object.fromEntries(signals) };
  }
  if (mechanism.kind !== 'weights') return mechanism;
  // The configuration was refused without a driver.
  if (traffic === undefined) throw new Error('the mechanism weights has no traffic driver');
  return { kind: 'weights', traffic };
}
