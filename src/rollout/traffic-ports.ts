import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { TrafficDriver, Weights } from '../traffic/model.ts';

/** Effects of a rollout on traffic. */
export interface TrafficPorts {
  readonly settings: Pick<TrafficSettings, 'weights' | 'steps' | 'drainPercent' | 'floorPercent'>;
  readonly driver: TrafficDriver;
  /** Targets that this run leaves out: nothing is known of them, so they get no more traffic than they have. */
  readonly leftOut: ReadonlySet<string>;
  /** Names of the targets that are active. */
  active(): Promise<ReadonlySet<string>>;
  /** Names of targets whose stacks are not in a good state right now, or cannot be looked at. */
  unfit(): Promise<ReadonlySet<string>>;
  /** Keeps the old weights where a crash cannot lose them. */
  remember(before: Weights, after: Weights): Promise<void>;
  /** Whether a process before this one made the change to these weights and did not see its end, as `active` has read. */
  isUnfinished(weights: Weights): boolean;
  /** The last change is in force, and clients have followed. */
  settled(): void;
}
