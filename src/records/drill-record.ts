import { jsonObject } from '../json.ts';
import type { Weights } from '../traffic/model.ts';

/** What a drill does: nothing but look; measure; move traffic there and back; the same after a failure was injected. */
export const DRILL_KINDS = ['readiness', 'probe', 'switchover', 'outage'] as const;
export type DrillKind = (typeof DRILL_KINDS)[number];

/**
 * How a drill ended. `passed`: as it should. `not-measured`: it went there and back, and nobody saw what users saw.
 * `failed`: traffic is where it was, and something was not as it should be. `aborted`: it ended early, traffic is where
 * it was. `left`: traffic stays where it was moved, because it is not good where it was. `overridden`: a failover took
 * over.
 */
export const DRILL_OUTCOMES = ['passed', 'not-measured', 'failed', 'aborted', 'left', 'overridden'] as const;
export type DrillOutcome = (typeof DRILL_OUTCOMES)[number];

/** A call that AWS makes by itself at a time, and that brings traffic back when nobody else does. */
export interface ScheduledReturn {
  /** Of the schedule. */
  readonly name: string;
  readonly region: string;
  /** Target whose account and credentials it is of. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The latest drill that moves traffic, kept before anything is moved: whoever finds it open can end it. */
export interface DrillRecord {
  readonly id: string;
  readonly kind: DrillKind;
  /** Targets that traffic leaves for the time of the drill. */
  readonly from: readonly string[];
  /** Targets that are active meanwhile. */
  readonly to: readonly string[];
  /** Targets that were not active before, and are not afterwards. */
  readonly inactiveBefore: readonly string[];
  /** ISO 8601: when it began. */
  readonly at: string;
  /** A URL or "user@host, process 123". */
  readonly who: string;
  readonly reason: string;
  /** Empty: nothing brings traffic back unless somebody ends the drill; or, once it has ended, it is known to be taken away. */
  readonly returns: readonly ScheduledReturn[];
  /** A failure was about to be injected, and it is not known that it was taken back. */
  readonly injected: boolean;
  /** Weights before it, where it moves weights. */
  readonly weightsBefore?: Weights;
  /** Absent: it is open. */
  readonly ended?: { readonly at: string; readonly outcome: DrillOutcome; readonly why?: string };
}

/** Whether a drill was begun and not ended: by its process, which is at work, or which is dead. */
export function openDrill({ drill }: { readonly drill?: DrillRecord }): DrillRecord | undefined {
  return drill === undefined || drill.ended !== undefined ? undefined : drill;
}

/** A drill that somebody has to end: it is open, or has ended and left something broken, or a schedule that may move traffic. */
export function leftOverDrill(state: { readonly drill?: DrillRecord }): DrillRecord | undefined {
  const { drill } = state;
  if (drill === undefined) return undefined;
  return drill.ended === undefined || drill.injected || drill.returns.length > 0 ? drill : undefined;
}

/** Undefined for what is no record of a drill. */
export function parseDrill(value: Readonly<Record<string, unknown>> | undefined): DrillRecord | undefined {
  if (value === undefined) return undefined;
  const { id, kind, from, to, inactiveBefore, at, who, reason, injected, returns } = value;
  const ended = endOf(value['ended']);
  const weightsBefore = jsonObject(value['weightsBefore']);
  if (!Object.values(weightsBefore ?? {}).every(Number.isInteger)) return undefined;
  if (![id, at, who, reason].every(isText) || ![from, to, inactiveBefore].every(isNames)) return undefined;
  if (!isKind(kind) || typeof injected !== 'boolean' || ended === null) return undefined;
  if (!Array.isArray(returns) || !returns.every(isReturn)) return undefined;
  return {
    id: String(id),
    kind,
    from: from as readonly string[],
    to: to as readonly string[],
    inactiveBefore: inactiveBefore as readonly string[],
    at: String(at),
    who: String(who),
    reason: String(reason),
    returns,
    injected,
    ...(weightsBefore !== undefined && { weightsBefore: weightsBefore as Weights }),
    ...(ended !== undefined && { ended }),
  };
}

/** Null for what is damaged. */
function endOf(value: unknown): DrillRecord['ended'] | null {
  if (value === undefined) return undefined;
  const { at, outcome, why } = jsonObject(value) ?? {};
  if (typeof at !== 'string' || !isOutcome(outcome)) return null;
  return { at, outcome, ...(typeof why === 'string' && { why }) };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNames = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
export const isKind = (value: unknown): value is DrillKind => (DRILL_KINDS as readonly unknown[]).includes(value);
export const isOutcome = (value: unknown): value is DrillOutcome =>
  (DRILL_OUTCOMES as readonly unknown[]).includes(value);

function isReturn(value: unknown): value is ScheduledReturn {
  const { name, region, by, at } = jsonObject(value) ?? {};
  return [name, region, by, at].every(isText);
}
