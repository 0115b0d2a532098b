import { errorText } from '../errors.ts';
import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';
import { openDrill } from '../records/drill-record.ts';
import { sameNames } from '../same-names.ts';
import type { Move } from './move.ts';
import type { FailoverPorts } from './run.ts';
import { createGuard, type Guard, type LookPorts, UNGUARDED } from './still-ours.ts';
import type { TakenOver } from './take-over.ts';
import { isUnderWay, UNDER_WAY_MS } from './under-way.ts';

/**
 * Whoever waits for others looks whether somebody else counts right before it writes (still-ours.ts), and its write may be
 * on its way by then: this long after it was remembered what a failover means, nothing more of that comes.
 */
const STOPPED_MS = 10_000;

/**
 * Whether somebody may be at work who wants something else: a drill, a deployment in the middle of its weights, or a
 * failover or failback that this one was forced over.
 */
export function mayWriteLate(
  state: ActiveState | undefined,
  id: string,
  { active }: Pick<Move, 'active'>,
  now: number,
): boolean {
  if (state === undefined) return false;
  const { failover, lastChange } = state;
  const drill = openDrill(state);
  if (drill !== undefined && drill.id !== id) return true;
  const lately = lastChange?.done === false && now - Date.parse(lastChange.at) <= UNDER_WAY_MS;
  return lately || (isUnderWay(failover, now) && failover.id !== id && !sameNames(failover.to, active));
}

/** Before the last word: whoever moved traffic later than this counts. Drills and what was known give way. */
export function lastWord(
  { id, at }: Pick<FailoverRecord, 'id' | 'at'>,
  decidedOn: Pick<ActiveState, 'serial'> | undefined,
  { clock, state: { look } }: LookPorts,
): Guard {
  if (look === undefined) return UNGUARDED;
  const isOurs = ({ failover }: ActiveState): boolean =>
    failover === undefined ||
    failover.id === id ||
    failover.drill !== undefined ||
    Date.parse(failover.at) <= Date.parse(at);
  return createGuard(decidedOn?.serial ?? 0, isOurs, { clock, look });
}

/** @param taken why what this failover did could not be kept, where somebody else's counts: then it has no last word */
export function unlessTaken(taken: () => unknown, guard: Guard): Guard {
  return async () => {
    const why = taken();
    if (why !== undefined) throw why;
    await guard();
  };
}

/**
 * Tells traffic once more where it belongs when whoever was at work has stopped. Never throws.
 * @returns false: it was not told
 */
export async function tellOnceMore(
  move: Move,
  guard: Guard,
  deviate: (text: string) => void,
  { clock, signal, mechanism }: Pick<FailoverPorts, 'clock' | 'signal' | 'mechanism'>,
): Promise<boolean> {
  try {
    await clock.sleep(STOPPED_MS, signal);
    await mechanism.apply(move, signal, guard);
    return true;
  } catch (error) {
    deviate(`traffic was not told once more where it belongs, though somebody else was at work: ${errorText(error)}`);
    return false;
  }
}

/** Consumers and writes too, of which the last word counts. */
export async function takeOverTwice(
  told: Promise<boolean>,
  takeOver: () => Promise<TakenOver>,
  again: () => Promise<TakenOver>,
): Promise<TakenOver> {
  const first = await takeOver();
  if (!(await told)) return first;
  const last = await again();
  const quiesced = last.quiesced ?? first.quiesced;
  const consuming = first.consuming ?? last.consuming;
  return { ...last, ...(consuming !== undefined && { consuming }), ...(quiesced !== undefined && { quiesced }) };
}
