import type {
  ConsumerPlace,
  GracefulSettings,
  HookSettings,
  MechanismSettings,
  NameServer,
  ProbeSettings,
  ReplicationSettings,
} from '../topology/failover-model.ts';
import type { Target } from '../topology/model.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';

/** One target as a failover needs it: nothing has to be looked up. */
export interface PlannedTarget extends Omit<Target, 'location'> {
  /** Bucket of its records; absent: it had none when the plan was compiled. */
  readonly bucket?: string;
  /** Release that it had then; absent: not known. */
  readonly release?: string;
  /** URL at which the target itself answers; absent: not configured, or it had no such output then. */
  readonly endpoint?: string;
}

/** Mechanism with every identifier that it needs. */
export type PlannedMechanism =
  | {
      readonly kind: 'stop-switch';
      /** By target: the object that stops it, and the target whose region and credentials it is of. */
      readonly signals: Readonly<
        Record<string, { readonly in: string; readonly bucket: string; readonly key: string }>
      >;
    }
  | Extract<MechanismSettings, { readonly kind: 'arc-routing-control' | 'region-switch' | 'command' }>
  | { readonly kind: 'weights'; readonly traffic: TrafficSettings };

/** One event source mapping, rule of EventBridge or schedule, by what its API calls it. */
export interface PlannedConsumer {
  readonly kind: 'mapping' | 'rule' | 'schedule';
  /** UUID of the mapping, or name of the rule or schedule. */
  readonly id: string;
  /** Event bus of a rule, group of a schedule; absent: the default one. */
  readonly group?: string;
  /** Key of its stack and its logical id: `api/OrdersQueue`. */
  readonly resource: string;
}

/** Marked consumers of each target. */
export interface PlannedConsumers {
  readonly where: ConsumerPlace;
  readonly targets: Readonly<Record<string, readonly PlannedConsumer[]>>;
}

/** Hooks of one target, resolved. */
export interface PlannedHooks {
  readonly quiesce?: HookSettings;
  readonly resume?: HookSettings;
  readonly caughtUp?: NonNullable<GracefulSettings['caughtUp']>;
}

/** Who answers for the public name: asked without a resolver in between, they show a change at its source. */
export interface Authority {
  /** The public name. */
  readonly name: string;
  /** Zone that is delegated to them; absent: they are configured. */
  readonly zone?: string;
  readonly servers: readonly NameServer[];
}

/** An archive (`.tar.gz`) of the folder `dist`, under the same key in the bucket of every target. */
export interface PlannedBundle {
  readonly key: string;
  /** Of this program. */
  readonly version: string;
}

/** Everything that a failover needs to know, compiled while all regions were there. */
export interface FailoverPlan {
  readonly schema: 1;
  readonly application: string;
  readonly environment: string;
  /** ISO 8601. */
  readonly compiledAt: string;
  /** Who deployed: a URL, or user, host and process. */
  readonly compiledBy: string;
  /** The release that was deployed. */
  readonly release: { readonly id: string; readonly commit?: string };
  readonly targets: readonly PlannedTarget[];
  readonly mechanism: PlannedMechanism;
  readonly probe?: ProbeSettings;
  readonly replication?: ReplicationSettings;
  /** What is fenced in a target that was left, once users are served elsewhere; absent: nothing unless somebody asks. */
  readonly fence?: {
    /** Names or ARNs of functions that take no calls, by target. */
    readonly functions: Readonly<Record<string, readonly string[]>>;
  };
  /** Absent: nothing is probed, or the zone of the name was not found. */
  readonly authority?: Authority;
  /**
   * Of whose weights AWS may change some at a later time (`traffic.revert-role`), where the mechanism moves none: what it would
   * do against a failover is taken away. Absent: nothing can be scheduled.
   */
  readonly traffic?: TrafficSettings;
  /** The program that compiled the plan, kept beside every copy; absent: it ran from its sources. */
  readonly bundle?: PlannedBundle;
  /** Recovery time objective, in milliseconds. */
  readonly rtoMs?: number;
  /** Recovery point objective, in milliseconds. */
  readonly rpoMs?: number;
  /** Absent: none are marked. */
  readonly consumers?: PlannedConsumers;
  /** Of a graceful move, by target; absent: there are none. */
  readonly hooks?: Readonly<Record<string, PlannedHooks>>;
}

/** The plan with the SHA-256 of everything else in it, as it is stored. */
export interface StoredPlan extends FailoverPlan {
  readonly sha256: string;
}

/** Where the plan of an environment lies in the bucket of each of its targets. */
export function planKey({ application, name }: { readonly application: string; readonly name: string }): string {
  return `sam-multi-region/failover/${encodeURIComponent(application)}/${encodeURIComponent(name)}/dr-plan.json`;
}
