import type { WeightMove } from '../rollout/wave-weights.ts';
import type { ResourceChange, ResourceFailure } from '../stack/model.ts';
import type { ParameterChange } from '../stack/parameter-changes.ts';

/** What a rollout would do: of the event `plan.ready` and of results. */
export interface Plan {
  readonly environment: string;
  readonly release: string;
  readonly commit?: string;
  readonly instances: readonly PlannedInstance[];
  readonly phases: readonly PlannedPhase[];
}

export interface PlannedPhase {
  readonly name: string;
  readonly targets: readonly string[];
  /** Milliseconds that it is watched under its gates, after each step of its traffic. */
  readonly bakeMs?: number;
  /** Absent where no traffic is moved, or its weights could not be read. */
  readonly traffic?: PlannedTraffic;
}

/** How the traffic of one phase moves, step by step. */
export interface PlannedTraffic {
  /** Milliseconds that are waited after each change until clients have followed. */
  readonly settleMs: number;
  readonly moves: readonly WeightMove[];
  /** Of a rollback: targets that serve while their stacks return. */
  readonly keeping?: readonly string[];
}

export interface PlannedInstance {
  readonly instance: string;
  readonly target: string;
  readonly stack: string;
  readonly stackName: string;
  readonly region: string;
  readonly account?: string;
  readonly phase: string;
  /** `predicted`: waits for an output that is not there yet ("known after data"). */
  readonly kind: 'create' | 'update' | 'no-change' | 'predicted' | 'failed';
  readonly waitsFor?: readonly string[];
  readonly changes: readonly ResourceChange[];
  /** Parameters of a deployed stack that get another value; those that cannot be read (NoEcho) are not known. */
  readonly parameters?: readonly ParameterChange[];
  /** Functions invoked by events (no alias in front): they switch to the new code at once. */
  readonly switchesAtOnce: readonly string[];
  /** Functions that CodeDeploy moves because `in-region` says so; it was added to the template. */
  readonly inRegion?: { readonly type: string; readonly functions: readonly string[] };
  readonly changeSetId?: string;
  /** Milliseconds that earlier successful deployments of this stack took, newest first: for progress only. */
  readonly earlierMs?: readonly number[];
  readonly reason?: string;
  readonly failures: readonly ResourceFailure[];
  readonly fix: readonly string[];
  readonly notes: readonly string[];
}
