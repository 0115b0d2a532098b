import type { SourceLocation } from '../errors.ts';
import type { DrillReport } from '../failover/drill/report.ts';
import type { FailoverReadiness } from '../failover/readiness/model.ts';
import type { FailoverReport } from '../failover/report.ts';
import type { GateVerdict } from '../gates/model.ts';
import type { EndState, ResourceFailure } from '../stack/model.ts';
import type { ActivityReport } from './activity-report.ts';
import type { Plan } from './plan-report.ts';
import type { PreviewReport, PreviewUrls } from './preview-report.ts';
import type { RolloutReport, StackReport, WeightReport } from './status-report.ts';

/** How one stack in one target ended. */
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
