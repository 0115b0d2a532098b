import type { SourceLocation } from '../errors.ts';
import type { DrillReport } from '../failover/drill/report.ts';
import type { FailoverReadiness } from '../failover/readiness/model.ts';
import type { FailoverReport } from '../failover/report.ts';
import type { GateVerdict } from '../gates/model.ts';
import type { Course, PhaseProgress } from '../rollout/open-rollout.ts';
import type { InstanceRollback } from '../rollout/rollback-ports.ts';
import type { WeightMove } from '../rollout/wave-weights.ts';
import type { EndState, ResourceChange, ResourceFailure } from '../stack/model.ts';
import type { ParameterChange } from '../stack/parameter-changes.ts';
import type { OnFailure } from '../topology/model.ts';
import type { Weights } from '../traffic/model.ts';
import type { ActivityReport } from './activity-report.ts';
import type { PreviewReport, PreviewUrls } from './preview-report.ts';

/**
 * Everything that a run says, declared once. Core code emits these; renderers decide how they look.
 * Only types and data are stable; sentences in `text`, `reason` and `notes` may change.
 */
export type RunEvent =
  | {
      readonly type: 'run.started';
      readonly command: string;
      readonly version: string;
      readonly application: string;
      readonly environment: string;
      readonly targets: readonly string[];
      readonly dryRun: boolean;
    }
  | {
      readonly type: 'note';
      readonly level: 'info' | 'warning';
      readonly text: string;
      readonly target?: string;
      readonly location?: SourceLocation;
    }
  | { readonly type: 'step.started'; readonly step: string; readonly text: string }
  | { readonly type: 'step.finished'; readonly step: string; readonly text: string; readonly durationMs: number }
  | { readonly type: 'tool.output'; readonly tool: string; readonly line: string }
  | {
      readonly type: 'release.ready';
      readonly release: string;
      readonly commit?: string;
      readonly artifacts: number;
      readonly bytes: number;
      readonly reused: boolean;
    }
  | {
      readonly type: 'artifact.copied';
      readonly target: string;
      readonly key: string;
      readonly bytes: number;
      readonly skipped: boolean;
    }
  | { readonly type: 'plan.ready'; readonly plan: Plan }
  | { readonly type: 'phase.started'; readonly phase: string; readonly targets: readonly string[] }
  | {
      readonly type: 'phase.finished';
      readonly phase: string;
      readonly verdict: 'passed' | 'failed' | 'cancelled';
      readonly reason?: string;
    }
  /** What a gate said, where it differs from what it said before. */
  | { readonly type: 'gate.verdict'; readonly verdict: GateVerdict }
  /** Everything of the phase is deployed; its gates are asked until `bakeMs` milliseconds after `since` (ISO 8601). */
  | { readonly type: 'bake.started'; readonly phase: string; readonly since: string; readonly bakeMs: number }
  | {
      readonly type: 'rollback.started';
      readonly scope: OnFailure;
      readonly reason: string;
      readonly instances: readonly InstanceRollback[];
      /** In the order in which they return, with how their traffic moves. */
      readonly phases: readonly PlannedPhase[];
    }
  /** One stack in one target moves on. `progress` is 0..1 when it is known. */
  | {
      readonly type: 'instance.state';
      readonly instance: string;
      readonly target: string;
      readonly stack: string;
      readonly state: LiveState;
      readonly text?: string;
      readonly progress?: number;
    }
  | {
      readonly type: 'stack.event';
      readonly instance: string;
      readonly target: string;
      readonly path: string;
      readonly resourceType?: string;
      readonly status: string;
      readonly reason?: string;
      readonly at: string;
    }
  /** CodeDeploy moves the traffic of a Lambda alias while its stack is updated. */
  | {
      readonly type: 'alias.shift';
      readonly instance: string;
      readonly target: string;
      /** The alias in its template. */
      readonly path: string;
      /** CodeDeploy's id: `d-ABC123XYZ`. */
      readonly deployment: string;
      readonly functionName: string;
      readonly alias: string;
      /** The version that gets the traffic. */
      readonly version: string;
      /** `Canary10Percent5Minutes`, or the name of somebody's own configuration. */
      readonly config: string;
      /** Of the calls, on that version: 0 to 100. */
      readonly percent: number;
      readonly status: 'running' | 'succeeded' | 'failed';
      /** `BeforeAllowTraffic` and the like, with CodeDeploy's status of each. */
      readonly lifecycle: readonly { readonly event: string; readonly status: string }[];
    }
  | { readonly type: 'instance.finished'; readonly result: InstanceResult }
  /** What a change of weights would make of the traffic, before it is made. */
  | { readonly type: 'weight.planned'; readonly weights: WeightReport }
  /** A change of weights was accepted; clients follow. */
  | { readonly type: 'weight.changed'; readonly driver: string; readonly before: Weights; readonly after: Weights }
  | {
      readonly type: 'status.ready';
      readonly stacks: readonly StackReport[];
      /** As they are: nothing changes. */
      readonly weights?: WeightReport;
      readonly rollout?: RolloutReport;
      readonly activity?: ActivityReport;
    }
  /** Whether each target could take over, as `plan --failover` finds it. */
  | { readonly type: 'readiness.ready'; readonly readiness: FailoverReadiness }
  /** Every stack that `cleanup` found, and what it makes of it. */
  | { readonly type: 'previews.found'; readonly previews: readonly PreviewReport[] }
  | { readonly type: 'cancel.requested'; readonly signal: string }
  /** The run ends before it changed anything: bad input, bad configuration, or a plan that no longer holds. */
  | { readonly type: 'run.refused'; readonly refusal: Refusal }
  | { readonly type: 'run.finished'; readonly result: RunResult };

/** An event with its time (ISO 8601), as renderers and `--output json` get it. */
export type TimedEvent = RunEvent & { readonly at: string };

/** What a stack in a target is doing right now. */
export type LiveState = 'waiting' | 'planning' | 'planned' | 'executing' | 'rolling-back' | EndState;

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

export interface InstanceResult {
  readonly instance: string;
  readonly target: string;
  readonly stack: string;
  readonly stackName: string;
  readonly region: string;
  readonly account?: string;
  readonly phase: string;
  readonly state: EndState;
  readonly reason?: string;
  readonly failures: readonly ResourceFailure[];
  readonly fix: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly changes: {
    readonly add: number;
    readonly modify: number;
    readonly remove: number;
    readonly replace: number;
  };
  /** ISO 8601; absent when it never started. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly stackId?: string;
  /** What became of it when the rollout failed. `kept`: it stays as it is, and why. */
  readonly rollback?: { readonly state: EndState | 'kept'; readonly to?: string; readonly reason?: string };
}

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

/** The documented, versioned result: `--output json`, the action's `result` output. */
export interface RunResult {
  readonly schema: 1;
  readonly command: string;
  readonly application: string;
  readonly environment: string;
  readonly status: 'succeeded' | 'no-change' | 'failed' | 'inconclusive' | 'cancelled' | 'planned' | 'paused';
  readonly release?: { readonly id: string; readonly commit?: string };
  readonly startedAt: string;
  readonly endedAt: string;
  readonly instances: readonly InstanceResult[];
  readonly plan?: Plan;
  /** Of `status`. */
  readonly stacks?: readonly StackReport[];
  /** Of `cleanup`: what was found, and why it goes or stays. */
  readonly previews?: readonly PreviewReport[];
  /** Of `preview`. */
  readonly preview?: PreviewUrls;
  /** The last word of each gate on each target. */
  readonly gates?: readonly GateVerdict[];
  /** Why the rollout as a whole failed, where no stack says it: a gate, a state that could not be kept. */
  readonly failure?: string;
  /** The rollout as it is kept now; absent where none was ever opened. */
  readonly rollout?: RolloutReport;
  /** Of `shift`, and of `status` as they are. */
  readonly weights?: WeightReport;
  /** Of `failover`: what was done and measured. */
  readonly failover?: FailoverReport;
  /** Of `plan` with `failover`: whether each target could take over, and what is missing. */
  readonly readiness?: FailoverReadiness;
  /** Of `drill`: what was done and measured. */
  readonly drill?: DrillReport;
  /** Of `status`: who is active, the latest failover and drill, and when the next drill is due. */
  readonly activity?: ActivityReport;
  /** Worst state over the target's stacks. */
  readonly targets: Readonly<
    Record<
      string,
      {
        readonly state: EndState;
        readonly region: string;
        readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
      }
    >
  >;
  /** Calls by service and region, from the ledger. */
  readonly calls: readonly {
    readonly service: string;
    readonly region: string;
    readonly endpoint: string;
    readonly calls: number;
    readonly errors: number;
    readonly retries: number;
  }[];
  readonly notes: readonly string[];
  readonly exitCode: number;
}

/** One thing to put right, as data. */
export interface Problem {
  /** Stable kebab-case code. */
  readonly code: string;
  readonly message: string;
  readonly fix: readonly string[];
  readonly location?: SourceLocation;
}

/** What `--output json` prints instead of a result when a run was refused. */
export interface Refusal {
  readonly schema: 1;
  readonly command: string;
  readonly status: 'refused';
  readonly problems: readonly Problem[];
  readonly exitCode: number;
}

/** Core code's only way to say something. */
export type Report = (event: RunEvent) => void;
