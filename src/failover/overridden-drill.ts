import type { ActiveState } from '../records/active-state-document.ts';
import { type DrillRecord, openDrill } from '../records/drill-record.ts';
import type { FailoverPorts, FailoverRequest } from './run.ts';

/** What comes of a drill that a failover ends. */
export interface EndedDrill {
  /** Nothing of it can move traffic any more. */
  readonly gone: boolean;
  /** What is left of it. */
  readonly said: readonly string[];
}

/** A drill that a failover takes over from, or that one before it took over from, if there is one. */
export interface Overriding {
  /** Absent: none was open. */
  readonly drill?: DrillRecord;
  /** AWS may have moved traffic for it since its process died, or may do so until its schedule is gone. */
  readonly scheduled: boolean;
  /** As the port does, with the end of the drill. */
  readonly save: FailoverPorts['state']['save'];
  /** Takes away what the drill had AWS do later. @returns what is left. Never throws */
  end(): Promise<readonly string[]>;
  /** The same for a drill that only a copy tells of which was not asked before: undefined where it tells of no other. */
  late(copy: ActiveState): DrillRecord | undefined;
}

/**
 * Nothing that is decided here may be taken back by the end of that drill: it is over from the first that is kept. What it
 * had scheduled stays remembered until it is known to be gone: somebody has to take it away.
 * @param now milliseconds since the epoch
 */
export function overriding(
  before: ActiveState | undefined,
  request: FailoverRequest,
  now: number,
  { state, endDrill }: Pick<FailoverPorts, 'state' | 'endDrill'>,
): Overriding {
  const overridden = overriddenDrill(before, request, now);
  let drill = overridden ?? scheduledBy(before, request);
  return {
    ...(overridden !== undefined && { drill: overridden }),
    scheduled: drill !== undefined && drill.returns.length > 0,
    save: (next, asOf) => state.save({ ...next, ...(drill && { drill }) }, asOf),
    async end() {
      const ending = drill;
      const ended = ending && (await endDrill?.(ending));
      if (ending !== undefined && ended?.gone) drill = { ...ending, returns: [] };
      return ended?.said ?? [];
    },
    late(copy) {
      const other = overriddenDrill(copy, request, now);
      if (other === undefined || other.id === drill?.id) return undefined;
      drill = other;
      return other;
    },
  };
}

/** The drill that is open and that this is no move of, as it is kept from now on. */
function overriddenDrill(
  state: ActiveState | undefined,
  { id, drill }: FailoverRequest,
  now: number,
): DrillRecord | undefined {
  const open = state && openDrill(state);
  if (open === undefined || open.id === drill) return undefined;
  const ended = { at: new Date(now).toISOString(), outcome: 'overridden', why: `by the failover ${id}` } as const;
  return { ...open, ended };
}

/** A drill that has ended and left a schedule: who ended it may have been killed before it took that away. */
function scheduledBy(state: ActiveState | undefined, { drill: own }: FailoverRequest): DrillRecord | undefined {
  const drill = state?.drill;
  return drill?.ended !== undefined && drill.id !== own && drill.returns.length > 0 ? drill : undefined;
}
