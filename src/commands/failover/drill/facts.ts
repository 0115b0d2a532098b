import type { RunContext } from '../../../context.ts';
import type { Request } from '../../../failover/move.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { DrillKind, DrillRecord } from '../../../records/drill-record.ts';
import type { FailoverSettings } from '../../../topology/failover-model.ts';
import type { Environment } from '../../../topology/model.ts';
import type { TargetWork } from '../../deploy/target-work.ts';

/** With what holds where nothing is said of drills. */
export type DrillableSettings = FailoverSettings & Required<Pick<FailoverSettings, 'drill'>>;

/** What every part of a drill needs to know. */
export interface DrillFacts {
  readonly environment: Environment;
  readonly settings: DrillableSettings;
  readonly plan: StoredPlan;
  readonly kind: DrillKind;
  readonly id: string;
  readonly who: string;
  readonly reason: string;
  readonly incident?: string;
  readonly works: ReadonlyMap<string, TargetWork>;
  /** Targets that answered when the run began. */
  readonly reachable: readonly TargetWork[];
  readonly context: RunContext;
}

/** The same run, which nobody can cancel any more: traffic goes back also then. */
export function uncancelled(context: RunContext): RunContext {
  return { ...context, signal: new AbortController().signal };
}

/** The request that a drill which is kept was made from, as far as its moves go. */
export function requestOfRecord({ to, from }: DrillRecord): Request {
  const [only, ...others] = to;
  return only !== undefined && others.length === 0 ? { to: only } : { from: from[0] ?? '' };
}
