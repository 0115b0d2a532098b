import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';
import { sameNames } from '../same-names.ts';
import type { Move } from './move.ts';
import type { FailoverRequest } from './run.ts';

/** What is remembered of a move; one that goes on keeps when it began. */
export function recordOf(
  move: Move,
  state: ActiveState | undefined,
  { id, who, reason, incident, drill }: FailoverRequest,
  mechanism: string,
  now: number,
): Omit<FailoverRecord, 'done'> {
  const known = state?.failover;
  const same = known?.done === false && known.drill === drill && sameNames(known.to, move.active);
  const at = same ? known.at : new Date(now).toISOString();
  const from = move.leaving.length > 0 ? move.leaving : (known?.from ?? move.inactive);
  const more = { ...(incident !== undefined && { incident }), ...(drill !== undefined && { drill }) };
  return { id, from, to: move.active, mechanism, at, who, reason, ...more };
}
