import type { Clock } from '../clock.ts';
import { errorText } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import { openDrill } from '../records/drill-record.ts';
import { sameNames } from '../same-names.ts';
import type { Move } from './move.ts';
import type { Mechanism } from './run.ts';
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

interface OnceMore {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly mechanism: Pick<Mechanism, 'apply'>;
  readonly deviate: (text: string) => void;
  /** Consumers and writes. */
  takeOver(): Promise<TakenOver>;
}

/** Tells traffic once more where it belongs when whoever was at work has stopped. Never throws. */
export async function tellOnceMore(move: Move, { clock, signal, mechanism, deviate }: OnceMore): Promise<void> {
  try {
    await clock.sleep(STOPPED_MS, signal);
    await mechanism.apply(move, signal);
  } catch (error) {
    deviate(`traffic could not be told once more, though somebody else was at work: ${errorText(error)}`);
  }
}

/** Consumers and writes too, of which the last word counts. */
export async function takeOverTwice(told: Promise<void>, { takeOver }: Pick<OnceMore, 'takeOver'>): Promise<TakenOver> {
  const first = await takeOver();
  await told;
  const last = await takeOver();
  const quiesced = last.quiesced ?? first.quiesced;
  const consuming = first.consuming ?? last.consuming;
  return { ...last, ...(consuming !== undefined && { consuming }), ...(quiesced !== undefined && { quiesced }) };
}
