import type { CommandCheck, GateCheck, LambdaCheck } from './gate-model.ts';

/** The object whose presence stops a target: a health check of Route 53 looks for it. */
export interface StopSignal {
  /** Target whose region and credentials it is of. */
  readonly in: string;
  /** May hold references to outputs. */
  readonly bucket: string;
  readonly key: string;
}

/** Where an answer says something of itself. */
export interface ProbeField {
  readonly from: 'json' | 'header';
  readonly name: string;
}

/** Address and port of a DNS server. */
export interface NameServer {
  readonly host: string;
  readonly port: number;
}

/** What is asked once a second, by the public name, from before a failover until after it. */
export interface ProbeSettings {
  /** May hold references to outputs. */
  readonly url: string;
  readonly region?: ProbeField;
  readonly release?: ProbeField;
  /** Name server to ask; absent: the machine's. */
  readonly resolver?: NameServer;
  /** Authoritative name servers of the public name; absent: those that its zone is delegated to. */
  readonly nameServers?: readonly NameServer[];
  /** Milliseconds for which 99% of the probes must be good. */
  readonly stableMs: number;
  /** Milliseconds that are waited for that. */
  readonly timeoutMs: number;
}

export type MechanismSettings =
  | { readonly kind: 'stop-switch'; readonly signals: Readonly<Record<string, StopSignal>> }
  | {
      readonly kind: 'arc-routing-control';
      /** Endpoints of the cluster, one a region. */
      readonly endpoints: readonly { readonly region: string; readonly url: string }[];
      /** ARN of the routing control, by target. */
      readonly controls: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'region-switch';
      /** ARN of the Region switch plan. */
      readonly plan: string;
      readonly approach: 'active-passive' | 'active-active';
    }
  | { readonly kind: 'weights' }
  | { readonly kind: 'command'; readonly run: readonly string[] };

/** Where marked consumers run: in every target that is active, or in the first of them alone. */
export type ConsumerPlace = 'every-active' | 'one-active';

/** Which event source mappings, rules and schedules run only where a target is active. */
export interface ConsumerSettings {
  readonly where: ConsumerPlace;
  /** Marks a resource that has it, or whose function has it. Absent value: any. */
  readonly tag?: { readonly key: string; readonly value?: string };
  /** Logical ids by key of the stack, after transforms; `Nested/Id` inside a nested stack; `*` stands for anything. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
}

/** What the application does for a graceful move, not yet resolved: texts may hold `${…}` references. */
export interface GracefulSettings {
  readonly quiesce?: HookSettings;
  readonly resume?: HookSettings;
  /** `intervalMs` between two looks; `timeoutMs` for all of them. */
  readonly caughtUp?: {
    readonly check: GateCheck;
    readonly intervalMs: number;
    readonly timeoutMs: number;
  };
}

export interface HookSettings {
  readonly check: CommandCheck | LambdaCheck;
  readonly timeoutMs: number;
}

/** What tells how far replication between the regions is. */
export interface ReplicationSettings {
  /** Name of the global table that the heartbeats are in; may hold references to outputs. */
  readonly heartbeat?: string;
  /** Global tables of the application, whose metric is read where there is no heartbeat; may hold references to outputs. */
  readonly tables: readonly string[];
  /** Milliseconds that replication may be behind when a region returns. */
  readonly maxLagMs: number;
}

/** How empty queues and streams must be before traffic returns to a region. */
export interface BacklogSettings {
  /** Queues besides those that functions of the stacks read: names, URLs or ARNs; may hold references, of each target. */
  readonly queues: readonly string[];
  /** Messages that one queue may have. */
  readonly maxMessages: number;
  /** Milliseconds that the last record of a stream may be old when it is read. */
  readonly maxAgeMs: number;
  /** Milliseconds that are waited for it. */
  readonly waitMs: number;
}

/** How the failover is tried out. */
export interface DrillSettings {
  /** Milliseconds between two drills that move traffic; absent: nobody is reminded. */
  readonly everyMs?: number;
  /** Milliseconds that traffic stays away. */
  readonly holdMs: number;
  /** The drill ends early when fewer than this percentage of the probes of this time (milliseconds) are good. */
  readonly abort: { readonly belowPercent: number; readonly windowMs: number };
  /** Role, by name or ARN, with which EventBridge Scheduler takes stop signals away. */
  readonly revertRole?: string;
  /** Programs that break the targets which are left, and mend them. */
  readonly inject?: { readonly run: readonly string[]; readonly revert: readonly string[] };
}

/** Where the configuration says nothing of drills. */
export const DEFAULT_DRILL: DrillSettings = { holdMs: 60_000, abort: { belowPercent: 90, windowMs: 30_000 } };

/** How traffic leaves a lost region, as the configuration says. */
export interface FailoverSettings {
  readonly mechanism: MechanismSettings;
  readonly probe?: ProbeSettings;
  readonly replication?: ReplicationSettings;
  /** Absent: as `readBacklog` has it without any. */
  readonly backlog?: BacklogSettings;
  /** What is fenced in a target that was left, once users are served elsewhere. */
  readonly fence?: { readonly functions: readonly string[] };
  /** URL of one target itself. May hold references, which are those of the target. */
  readonly endpoint?: string;
  readonly rtoMs?: number;
  readonly rpoMs?: number;
  /** Absent: none are marked. */
  readonly consumers?: ConsumerSettings;
  readonly graceful?: GracefulSettings;
  /** Absent: as {@link DEFAULT_DRILL} says. */
  readonly drill?: DrillSettings;
}
