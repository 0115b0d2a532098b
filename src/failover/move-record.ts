import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';
import { type DrillRecord, openDrill } from '../records/drill-record.ts';
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

/** The drill that is open and that this is no move of, as it is kept from now on. */
export function overriddenDrill(
  state: ActiveState | undefined,
  { id, drill }: FailoverRequest,
  now: number,
): DrillRecord | undefined {
  const open = state && openDrill(state);
  if (open === undefined || open.id === drill) return undefined;
  const ended = { at: new Date(now).toISOString(), outcome: 'overridden', why: `by the failover ${id}` } as const;
  return { ...open, ended };
}
