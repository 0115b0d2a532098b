import { errorText, UserError } from '../errors.ts';
import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';
import { sameNames } from '../same-names.ts';
import type { Move } from './move.ts';
import type { Overriding } from './overridden-drill.ts';
import type { FailoverPorts, FailoverRequest } from './run.ts';
import { isUnderWay } from './under-way.ts';

/** One after the other, in the order in which they came. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Once traffic was told to move, every region that survives is told what is meant: before, only as many were as two
 * failovers need to meet. One that is silent holds up nobody.
 * @returns why it is not done: a region that was not asked before knew of somebody else's move, or that a target which
 * stays was left
 * @throws UserError `active-state-taken` when somebody else writes at the same time
 */
export async function keepEverywhere(
  move: Move,
  record: FailoverRecord,
  { request, force }: Pick<FailoverRequest, 'request' | 'force'>,
  inTurn: InTurn,
  deviate: (text: string) => void,
  {
    state,
    clock,
    drills,
  }: Pick<FailoverPorts, 'state' | 'clock'> & { readonly drills: Pick<Overriding, 'late' | 'end'> },
): Promise<string | undefined> {
  try {
    const later = await inTurn(async () => state.spread?.());
    if (later === undefined) return undefined;
    const other = otherMove(later, record, force, clock.now());
    if (other !== undefined) return `${other}. See who is at work with status, then run the same command again`;
    // Who is named takes over, whatever was remembered; who stays because it was active, was not.
    const gone = 'from' in request ? move.active.filter((name) => later.inactive.includes(name)) : [];
    const active = move.active.filter((name) => !gone.includes(name));
    const nobody = active.length === 0;
    const next = nobody
      ? { inactive: move.inactive, failover: record }
      : { inactive: [...move.inactive, ...gone], failover: { ...record, to: active } };
    const drill = drills.late(later);
    if (drill !== undefined)
      deviate(
        `a drill was under way, of ${drill.who} since ${drill.at}, as a region told that was not asked until traffic had moved: it ends here`,
      );
    await inTurn(() => state.save(next));
    for (const text of drill === undefined ? [] : await drills.end()) deviate(text);
    const stopped = active.filter((name) => later.quiesced?.includes(name));
    if (gone.length === 0 && stopped.length > 0)
      return `writes of ${stopped.join(', ')} may still be stopped, as a region told that was not asked until traffic had moved. Run the same command again`;
    if (gone.length === 0) return undefined;
    // Users are sent there already, and there is nobody else: that is what is remembered, until somebody is named.
    if (nobody)
      return `${gone.join(', ')} was left before, as a region knew that was not asked until traffic had moved, and nobody else is active. Traffic is sent there now: run the same command again to see whether users are served, or name who takes over with failover --to`;
    return `${gone.join(', ')} was left before, as a region knew that was not asked until traffic had moved. Run the same command again`;
  } catch (error) {
    if (error instanceof UserError && error.code === 'active-state-taken') throw error;
    deviate(`which targets are active could not be kept everywhere: ${errorText(error)}`);
    return undefined;
  }
}

/** Of two that could not know of each other the one that began later counts, and neither writes over one that is at work. */
function otherMove({ failover }: ActiveState, record: FailoverRecord, force: boolean, now: number): string | undefined {
  if (failover === undefined || failover.id === record.id || failover.drill !== undefined) return undefined;
  if (sameNames(failover.to, record.to)) return undefined;
  const { who, at, to } = failover;
  const began = Date.parse(at) > Date.parse(record.at);
  if (!began && (force || !isUnderWay(failover, now))) return undefined;
  return `${who} is moving traffic to ${to.join(', ')} since ${at}, which was not known when this moved it`;
}
