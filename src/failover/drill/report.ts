import type { DrillKind, DrillOutcome, ScheduledReturn } from '../../records/drill-record.ts';
import type { FailoverReport } from '../report.ts';

/** Whether one target could take over. */
export interface TargetReadiness {
  readonly target: string;
  /** What stands against it; empty: it is ready. */
  readonly problems: readonly string[];
}

/** The documented, versioned report of a drill. Times are ISO 8601, in UTC. */
export interface DrillReport {
  readonly schema: 1;
  readonly id: string;
  readonly kind: DrillKind;
  /** `rehearsed`: nothing was moved. */
  readonly outcome: DrillOutcome | 'rehearsed';
  /** Why it did not pass. */
  readonly why?: string;
  readonly application: string;
  readonly environment: string;
  readonly mechanism: string;
  /** Targets that traffic left. */
  readonly from: readonly string[];
  /** Targets that were active meanwhile, or were looked at. */
  readonly to: readonly string[];
  readonly who: string;
  readonly reason: string;
  readonly incident?: string;
  readonly version: string;
  readonly plan: FailoverReport['plan'];
  readonly startedAt: string;
  readonly endedAt: string;
  /** When a failure was injected; absent: none was. */
  readonly injectedAt?: string;
  readonly readiness: readonly TargetReadiness[];
  /** What would have brought traffic back without this process. */
  readonly returns: readonly ScheduledReturn[];
  /** Each with its times and what was measured, in their order. */
  readonly moves: readonly FailoverReport[];
  /** Over the whole drill. */
  readonly probes: FailoverReport['probes'];
  readonly deviations: readonly string[];
}

/** Measured recovery time of the move away; undefined: not measured. */
export function recoverySeconds({ moves }: Pick<DrillReport, 'moves'>): number | undefined {
  const seconds = moves[0]?.rto.seconds;
  return typeof seconds === 'number' ? seconds : undefined;
}
