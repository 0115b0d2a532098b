/** How Route 53 chooses among the record sets of one name and type. */
export type RoutingPolicy =
  | 'simple'
  | 'weighted'
  | 'latency'
  | 'geolocation'
  | 'geoproximity'
  | 'failover'
  | 'multivalue'
  | 'cidr';

/** A record set as Route 53 has it, everything that a weighted one can hold. Names have no last dot. */
export interface RecordSet {
  readonly name: string;
  readonly type: string;
  readonly routing: RoutingPolicy;
  readonly setIdentifier?: string;
  readonly weight?: number;
  /** Region of a latency record. */
  readonly region?: string;
  /** Seconds; not with `alias`. */
  readonly ttl?: number;
  readonly values?: readonly string[];
  readonly alias?: { readonly zoneId: string; readonly name: string; readonly evaluateTargetHealth: boolean };
  readonly healthCheckId?: string;
  /** Made by a traffic policy: only Route 53 itself may change it. */
  readonly trafficPolicyInstanceId?: string;
}

export interface RecordChange {
  readonly action: 'CREATE' | 'DELETE';
  readonly set: RecordSet;
}

export interface HostedZone {
  /** Without `/hostedzone/`. */
  readonly id: string;
  /** Without the last dot. */
  readonly name: string;
  readonly private: boolean;
}

/** Route 53 of one account. It is one for the whole partition: calls go to its only endpoint, whatever the region. */
export interface Route53 {
  /** Undefined when there is no such zone. */
  zone(id: string): Promise<HostedZone | undefined>;
  /** Zones of exactly this name: there may be several, public and private. */
  zonesByName(name: string): Promise<readonly HostedZone[]>;
  /** All record sets of exactly this name, of every type. */
  recordSets(zoneId: string, name: string): Promise<readonly RecordSet[]>;
  /**
   * All changes or none. A DELETE must give the set exactly as it is.
   * @throws AwsError kind `conflict` when a set is not as given (deleted or changed by somebody else) or exists already
   */
  change(zoneId: string, changes: readonly RecordChange[], comment: string): Promise<{ readonly id: string }>;
  /** `INSYNC`: all authoritative servers answer with it. Undefined when the change is not known (any more). */
  changeStatus(id: string): Promise<'PENDING' | 'INSYNC' | undefined>;
}

/** The data of a CloudFront KeyValueStore. Its API is global: every call is signed for all regions. */
export interface KeyValueStore {
  /** Undefined when there is no such key; throws kind `not-found` when there is no such store. */
  get(store: string, key: string): Promise<string | undefined>;
  /** Changes with every write to the store. */
  etag(store: string): Promise<string>;
  /** @throws AwsError kind `conflict` when the store is not at this ETag any more */
  put(store: string, key: string, value: string, ifMatch: string): Promise<{ readonly etag: string }>;
}

export interface EndpointGroup {
  readonly arn: string;
  readonly region: string;
  /** Percent, 0 to 100, of the traffic that is meant for this group. */
  readonly dialPercent: number;
  readonly endpoints: readonly {
    readonly id: string;
    /** 0 to 255. */
    readonly weight: number;
    readonly clientIpPreservation?: boolean;
  }[];
}

/** Global Accelerator; its control plane is in us-west-2 alone. */
export interface GlobalAccelerator {
  /** Throws kind `not-found` when there is no such listener. */
  endpointGroups(listener: string): Promise<readonly EndpointGroup[]>;
  setDial(group: string, percent: number): Promise<void>;
  /** Replaces the list of endpoints: all of them must be given. */
  setEndpoints(group: string, percent: number, endpoints: EndpointGroup['endpoints']): Promise<void>;
  /** Whether the accelerator of the listener has all changes in force. */
  deployed(listener: string): Promise<boolean>;
}

/** A call that AWS makes by itself, once, and then forgets. */
export interface ScheduledCall {
  /** Unique in the account and region. */
  readonly name: string;
  /** Milliseconds since the epoch; kept to the minute. */
  readonly at: number;
  /** Role that the call is made with: a name or an ARN. */
  readonly role: string;
  /** As in the ARN of a universal target: `route53`. */
  readonly service: string;
  readonly action: string;
  /** The request as JSON. */
  readonly input: string;
  readonly description: string;
}

/** For so long after its time a scheduled call that was refused is tried again. Milliseconds. */
export const SCHEDULE_RETRIES_MS = 300_000;

/** EventBridge Scheduler, best in the region that the calls are for: a second one could be lost besides. */
export interface Schedules {
  readonly region: string;
  /** One of the same name is replaced. */
  create(call: ScheduledCall): Promise<void>;
  /** @returns false when there is none: it was made, or never scheduled */
  delete(name: string): Promise<boolean>;
}

/** Control planes of traffic drivers, reached with the account and credentials of one target. */
export interface TrafficControls {
  readonly route53: Route53;
  readonly keyValueStore: KeyValueStore;
  readonly globalAccelerator: GlobalAccelerator;
  readonly schedules: Schedules;
}
