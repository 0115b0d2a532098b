import { errorText } from '../../../errors.ts';
import { hasMoved, mendEnded, refuseUnknown } from '../../../failover/drill/finish.ts';
import type { DrillRequest } from '../../../failover/drill/ports.ts';
import { endDrill } from '../../../failover/drill/run.ts';
import type { Options } from '../../../options/values.ts';
import type { KnownStates } from '../../../records/active-state.ts';
import type { ActiveState } from '../../../records/active-state-document.ts';
import type { DrillRecord } from '../../../records/drill-record.ts';
import type { RunResult } from '../../../report/run-result.ts';
import { runResult } from '../../result.ts';
import { startProbes } from '../probing.ts';
import { type DrillFacts, requestOfRecord, uncancelled } from './facts.ts';
import { portsOf } from './ports.ts';
import { endOf } from './telling.ts';

export interface LeftOver {
  readonly startedAt: number;
  readonly facts: DrillFacts;
  readonly states: KnownStates;
  readonly state: ActiveState;
  readonly options: Options;
  /** Somebody asked for a drill of their own, and finds this one. */
  readonly asOther: boolean;
}

/** Longest that the targets which traffic comes back to are waited for. */
const PATIENCE_MS = 60_000;

/** Ends a drill whose process died: its leases are free, so it is at work no more. */
export async function endLeftOver(
  found: DrillRecord | undefined,
  { startedAt, facts, states, state, options, asOther }: LeftOver,
): Promise<RunResult> {
  const { environment, plan, context, settings } = facts;
  const common = { command: 'drill', startedAt, instances: [], release: plan.release };
  if (found === undefined) {
    const notes = ['no drill is left over'];
    return runResult(environment, { ...common, status: 'no-change', notes }, context);
  }
  if (found.ended === undefined) refuseUnknown(found, states.heard());
  const { from, to, returns, id } = found;
  const about = { startedAt, from, to, returns, readiness: [] };
  const own = { ...facts, kind: found.kind, id, reason: found.reason };
  const early = `it was left over: begun at ${found.at} by ${found.who}${asOther ? '; run it again for a new one' : ''}`;
  if (options['dry-run'] === true)
    return endOf({ ...about, outcome: 'rehearsed', why: early, moves: [], deviations: [] }, own, options);
  const probes = plan.probe && startProbes(plan.probe, uncancelled(context));
  try {
    const since = context.clock.now();
    const way = { returns, arrange: async () => {} };
    const request = requestOfRecord(found);
    const parts = portsOf({ request, since, record: found, states, way, ...(probes && { probes }) }, own);
    if (found.ended !== undefined) {
      await mendEnded(found, parts.ports);
      return runResult(environment, { ...common, status: 'succeeded', notes: clearedNotes(found, state) }, context);
    }
    const { abort, holdMs } = settings.drill;
    const drill: DrillRequest = {
      record: found,
      targets: plan.targets,
      holdMs,
      patienceMs: PATIENCE_MS,
      abort: { share: abort.belowPercent / 100, windowMs: abort.windowMs },
    };
    const { outcome, why, deviations } = await endDrill(drill, hasMoved(found, state), early, parts.ports);
    await probes?.stop(true);
    const told = { ...about, outcome, ...(why !== undefined && { why }), deviations, moves: parts.moves.reports };
    return await endOf({ ...told, ...(probes && { probes }) }, own, options);
  } catch (error) {
    context.report({ type: 'note', level: 'warning', text: `${leftText(found)}: ${errorText(error)}` });
    throw error;
  } finally {
    await probes?.stop(false);
  }
}

/** What was taken away of a drill that has ended. */
export function clearedNotes(
  { at, injected, returns }: Pick<DrillRecord, 'at' | 'injected' | 'returns'>,
  { failover }: Pick<ActiveState, 'failover'>,
): readonly string[] {
  const told =
    failover?.done === false
      ? `traffic was not told who is active: the move to ${failover.to.join(', ')} is not finished, and its repetition does that`
      : 'traffic was told once more who is active';
  return [
    ...(injected ? [`what the drill of ${at} had injected is taken back`] : []),
    ...(returns.length > 0 ? [`what the drill of ${at} had scheduled is taken away, and ${told}`] : []),
  ];
}

/** What is so when a drill could not be ended, or cleared away. */
export function leftText({ at, ended }: Pick<DrillRecord, 'at' | 'ended'>): string {
  return ended === undefined
    ? `the drill of ${at} is still open`
    : `the drill of ${at} has ended, and something of it may still be left`;
}
