import { UserError } from '../../errors.ts';
import type { ActiveStates } from '../../records/active-state.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import type { DrillRecord } from '../../records/drill-record.ts';

/**
 * Keeps a drill in every region, and changes nothing else that is remembered.
 * @param begun the drill as this run found or made it
 * @throws UserError `active-state-taken` when somebody ended it meanwhile, or wrote between reading and writing
 */
export async function keepDrill(
  drill: DrillRecord,
  begun: DrillRecord,
  states: Pick<ActiveStates, 'read' | 'save'>,
): Promise<void> {
  const { version: _, serial: __, ...state } = await states.read();
  if (begun.ended === undefined) refuseEnded(state, begun);
  await states.save({ ...state, drill });
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
