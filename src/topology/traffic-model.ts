import type { Target } from './model.ts';

/** Weighted record sets of one name, one set identifier a target. */
export interface Route53Settings {
  readonly driver: 'route53';
  /** Id (`Z…`) or name of the hosted zone. */
  readonly zone: string;
  /** Name of the record sets, in lower case and without the last dot. */
  readonly name: string;
  /** Record types whose sets are changed together; absent: every type that has weighted sets there. */
  readonly types?: readonly string[];
  /** Set identifier by target. */
  readonly setIdentifiers: Readonly<Record<string, string>>;
  /** Region by target: whose latency record is its own. */
  readonly regions: Readonly<Record<string, string>>;
  /** Role, by name or ARN, with which EventBridge Scheduler takes back the weights of a rollout that nobody promotes. */
  readonly revertRole?: string;
  /** What a target's record set says, to make it when it is not there; texts may hold references to outputs. */
  readonly record?: RecordTemplate;
}

/** How a missing record set is made. */
export type RecordTemplate =
  | { readonly kind: 'alias'; readonly name: string; readonly zone: string }
  | { readonly kind: 'value'; readonly type: string; readonly value: string; readonly ttlSeconds: number };

/** Weights in a CloudFront KeyValueStore, read by the CloudFront Function that is shipped in `templates/`. */
export interface KeyValueStoreSettings {
  readonly driver: 'cloudfront-kvs';
  /** ARN of the store. */
  readonly store: string;
  readonly key: string;
  /** Names of the targets, which are the ids of the origins too. */
  readonly targets: readonly string[];
  /** URL where the CloudFront Function answers with the weights that it has. */
  readonly probe?: string;
}

/** Dials of the endpoint groups of a listener, and weights of endpoints where targets share a region. */
export interface GlobalAcceleratorSettings {
  readonly driver: 'global-accelerator';
  /** ARN of the listener. */
  readonly listener: string;
  /** Region by target. */
  readonly regions: Readonly<Record<string, string>>;
  /** ARN of the endpoint by target; needed only where several targets are in one region. */
  readonly endpoints: Readonly<Record<string, string>>;
}

export type DriverSettings = Route53Settings | KeyValueStoreSettings | GlobalAcceleratorSettings;

/** How traffic is shared between the targets of an environment, and how it is moved. */
export interface TrafficSettings {
  readonly driver: DriverSettings;
  /** Account and credentials that the control plane of the driver is called with; its region is that of STS. */
  readonly access: Target;
  /** Weights of the configuration, by target: not all zero. */
  readonly weights: Readonly<Record<string, number>>;
  /** Percentages of a target's own weight, ascending, ending at 100. */
  readonly steps: readonly number[];
  /** Milliseconds after each change until clients have followed; absent: the driver knows (several TTLs). */
  readonly settleMs?: number;
  /** Percentage of its own weight to which a target is lowered before it is deployed; absent: it is not. */
  readonly drainPercent?: number;
  /** The least part of the capacity that must be left, percent; 0: no floor. */
  readonly floorPercent: number;
}
