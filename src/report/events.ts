import type { SourceLocation } from '../errors.ts';
import type { FailoverReadiness } from '../failover/readiness/model.ts';
import type { GateVerdict } from '../gates/model.ts';
import type { InstanceRollback } from '../rollout/rollback-ports.ts';
import type { EndState } from '../stack/model.ts';
import type { OnFailure } from '../topology/model.ts';
import type { Weights } from '../traffic/model.ts';
import type { ActivityReport } from './activity-report.ts';
import type { Plan, PlannedPhase } from './plan-report.ts';
import type { PreviewReport } from './preview-report.ts';
import type { InstanceResult, Refusal, RunResult } from './run-result.ts';
import type { RolloutReport, StackReport, WeightReport } from './status-report.ts';

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

/** Core code's only way to say something. */
export type Report = (event: RunEvent) => void;
