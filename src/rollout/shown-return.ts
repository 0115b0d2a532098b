import type { PlannedPhase } from '../report/plan-report.ts';
import { plannedReturn, type ReturnFacts, type ReturningPhase } from './return-weights.ts';

/** Traffic of a rollback that is about to begin. */
export interface ShownTraffic extends ReturnFacts {
  /** Milliseconds that clients have to follow a change. */
  readonly settleMs: number;
}

/**
 * The phases of a rollback as its plan shows them, with how their traffic moves.
 * @param phases in the order in which they return
 * @param traffic absent: none is moved, or it cannot be read
 */
export function shownReturn(
  phases: readonly ReturningPhase[],
  traffic: ShownTraffic | undefined,
): readonly PlannedPhase[] {
  const planned = traffic && plannedReturn(phases, traffic);
  return phases.map(({ phase: { name, targets } }) => {
    const own = planned?.get(name);
    const moves = own === undefined || traffic === undefined ? {} : { traffic: { settleMs: traffic.settleMs, ...own } };
    return { name, targets, ...moves };
  });
}
