import { UserError } from '../../errors.ts';
import type { ActiveStates, KnownStates } from '../../records/active-state.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import type { DrillRecord } from '../../records/drill-record.ts';
import { sameNames } from '../../same-names.ts';

/**
 * Keeps a drill in every region, and changes nothing else that is remembered.
 * @param begun the drill as this run found or made it
 * @throws UserError `active-state-taken` when somebody ended it meanwhile, moved traffic before it was kept first, or wrote between reading and writing
 */
export async function keepDrill(
  drill: DrillRecord,
  begun: DrillRecord,
  states: Pick<ActiveStates, 'read' | 'save'>,
): Promise<void> {
  const now = await states.read();
  if (begun.ended === undefined) refuseEnded(now, begun);
  if (now.drill?.id !== begun.id) refuseChanged(now, begun);
  const { version: _, serial: __, ...state } = now;
  await states.save({ ...state, drill });
}

/**
 * Right before something is broken: where keeping the drill took long, a failover may have begun since, and may send users
 * to what would be broken.
 * @throws UserError `active-state-taken`
 */
export async function assertOpen(begun: DrillRecord, states: Pick<KnownStates, 'look'>): Promise<void> {
  const { copies } = await states.look();
  for (const copy of copies) refuseEnded(copy, begun);
}

/** Nothing is kept of it yet: whoever moved traffic since it was decided on does not know of it. */
function refuseChanged({ failover, inactive }: ActiveState, { inactiveBefore }: DrillRecord): void {
  if (failover?.done !== false && sameNames(inactive, inactiveBefore)) return;
  const who = failover?.who ?? 'somebody else';
  throw new UserError('active-state-taken', `${who} moved traffic while the drill was about to begin`);
}

/** Whether somebody else has ended it, as far as any region tells. Never throws. */
export async function isEnded({ id }: DrillRecord, { read }: Pick<ActiveStates, 'read'>): Promise<boolean> {
  const now = await read().catch(() => undefined);
  return now?.drill?.id === id && now.drill.ended !== undefined;
}

/**
 * A failover that took over has ended the drill: what the drill moved is no longer its own to move back. Leases are looked
 * at only every few seconds.
 * @throws UserError `active-state-taken`
 */
export function refuseEnded(state: Pick<ActiveState, 'drill'>, { id }: Pick<DrillRecord, 'id'>): void {
  const { drill } = state;
  if (drill?.id !== id || drill.ended === undefined) return;
  const why = drill.ended.why ?? 'by somebody else';
  throw new UserError('active-state-taken', `the drill was ended meanwhile, ${why}`);
}
