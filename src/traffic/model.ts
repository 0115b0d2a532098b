/** Weights by name of target, in the unit of the configuration (0 to 255). A target without a record is absent. */
export type Weights = Readonly<Record<string, number>>;

/** What a driver read, and against what the next change is made. */
export interface TrafficState {
  readonly weights: Weights;
  /** Opaque to all but the driver: exact record sets, an ETag … A change against an outdated one is refused. */
  readonly revision: unknown;
}

/** One accepted change, not yet seen by everybody. */
export interface TrafficChange {
  readonly id: string;
  readonly weights: Weights;
}

/** Id of a change that cannot be asked for any more: its answer was lost, or its run is gone. */
export const UNKNOWN_CHANGE = 'unknown';

/** Weights that AWS sets by itself at a later time, without any process of ours. */
export interface LaterWeights {
  /** Where this is scheduled. */
  readonly region: string;
  /** Name of the schedule of a rollout, by its number in the environment, or of something else by a word. */
  nameOf(sequence: number | string): string;
  /**
   * Takes effect only when nobody has changed any weight by then.
   * @param at milliseconds since the epoch
   * @param from weights that are set in between: it takes effect only from those
   */
  schedule(name: string, at: number, weights: Weights, against: TrafficState, from?: Weights): Promise<void>;
  /** Targets that the service would send traffic to without looking whether they answer. */
  unguarded(against: TrafficState): readonly string[];
  /** @returns false when there is none: it has been carried out, or was never made */
  cancel(name: string): Promise<boolean>;
}

/** How traffic is shared between targets. One interface for Route 53, CloudFront KeyValueStore and Global Accelerator. */
export interface TrafficDriver {
  readonly kind: 'route53' | 'cloudfront-kvs' | 'global-accelerator';
  /** Where its control plane lives: a region, or `global` for the KeyValueStore's data API. */
  readonly controlPlane: string;
  /** Smallest share of traffic it can express, 0 to 1. */
  readonly smallestShare: number;
  /** Milliseconds after `waitApplied` until clients have followed: several TTLs, zero where there is no cache. */
  readonly settleMs: number;
  /** It makes what a target lacks that has no weight yet, when it is given one. Absent: everything must be there. */
  readonly joins?: boolean;
  /** Absent: it cannot have weights changed while nobody is there. */
  readonly later?: LaterWeights;
  /** Every weight at once, with what a change must be made against. @throws UserError `traffic-…` for what is not ours or not there */
  read(signal: AbortSignal): Promise<TrafficState>;
  /** Sets all weights in one atomic change against what was read. @throws AwsError kind `conflict` when somebody else changed them since */
  set(weights: Weights, against: TrafficState, signal: AbortSignal): Promise<TrafficChange>;
  /** Resolves when the change is in force everywhere the service answers. */
  waitApplied(change: TrafficChange, signal: AbortSignal): Promise<void>;
}
