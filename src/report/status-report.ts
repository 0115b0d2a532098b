import type { Course, PhaseProgress } from '../rollout/open-rollout.ts';

/** A change of weights: what each target has and gets. */
export interface WeightReport {
  /** `route53`, `cloudfront-kvs`, `global-accelerator`. */
  readonly driver: string;
  /** What the weights are of: the name of the record sets, the key and the store, the listener. */
  readonly of: string;
  readonly targets: readonly {
    readonly target: string;
    readonly weightBefore: number;
    readonly weightAfter: number;
    /** Share of all traffic, 0 to 1. */
    readonly shareBefore: number;
    readonly shareAfter: number;
    /** Weight of the configuration. */
    readonly configured: number;
    /** Once the change is made. */
    readonly active: boolean;
  }[];
}

/** One stack as `status` finds it. */
export interface StackReport {
  readonly instance: string;
  readonly target: string;
  readonly region: string;
  readonly account?: string;
  readonly stackName: string;
  /**
   * `orphan`: deployed once, and no longer in the configuration. `absent`: configured, and not there. `refused`: AWS or
   * the credentials did not let it be read.
   */
  readonly kind: 'deployed' | 'absent' | 'orphan' | 'unreachable' | 'refused';
  /** CloudFormation's status. */
  readonly status?: string;
  /** The status lets a deployment go on. */
  readonly good: boolean;
  /** ISO 8601. */
  readonly changedAt?: string;
  /** What it has, as its records tell and the stack vouches for. */
  readonly release?: { readonly id: string; readonly commit?: string };
  /** How it differs from what should be there: from the other targets, or from what this program left. */
  readonly difference?: string;
  /** Who holds the target's lease, since when. */
  readonly heldBy?: string;
  readonly reason?: string;
  /** What to do where it could not be read. */
  readonly fix?: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** The latest rollout of an environment, as it is kept in the regions of its targets. */
export interface RolloutReport {
  readonly release: { readonly id: string; readonly commit?: string };
  /** `forward` and `rolling-back` keep deployments of other releases out. */
  readonly course: Course;
  /** ISO 8601. */
  readonly openedAt: string;
  /** Whose it is: a URL, or user, host and process. */
  readonly who: string;
  /** It waits to be promoted: after which phase, and since when (ISO 8601). */
  readonly paused?: { readonly after: string; readonly at: string };
  /** What AWS does when nobody promotes it: at what time (ISO 8601) traffic leaves which targets, and the schedule. */
  readonly revert?: {
    readonly at: string;
    readonly targets: readonly string[];
    readonly schedule: string;
    readonly region: string;
  };
  /** How far each phase is. */
  readonly phases: Readonly<Record<string, PhaseProgress['stage']>>;
  readonly reason?: string;
}
