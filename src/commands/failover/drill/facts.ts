import type { RunContext } from '../../../context.ts';
import type { Request } from '../../../failover/move.ts';
import type { StoredPlan } from '../../../failover/plan.ts';
import type { DrillKind, DrillRecord } from '../../../records/drill-record.ts';
import type { FailoverSettings } from '../../../topology/failover-model.ts';
import type { Environment } from '../../../topology/model.ts';
import type { TargetWork } from '../../deploy/target-work.ts';
import { planOfEnvironment } from '../load-plan.ts';
import type { DrillAsked } from './drill.ts';

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

/** @throws UserError when no plan of a failover was kept */
export async function factsOf(
  { environment, settings, options, context }: DrillAsked,
  kind: DrillKind,
  { works, reachable }: Pick<DrillFacts, 'works' | 'reachable'>,
): Promise<DrillFacts> {
  const answering = reachable.map(({ target }) => target.name);
  const { runId: id, who } = context.origin;
  return {
    environment,
    settings,
    plan: await planOfEnvironment(environment, answering, context),
    kind,
    id,
    who,
    reason: options.reason ?? 'drill',
    works,
    reachable,
    context,
    ...(options.incident !== undefined && { incident: options.incident }),
  };
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
