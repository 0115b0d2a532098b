import { UserError } from '../../errors.ts';
import type { ActiveStates } from '../../records/active-state.ts';
import { type DrillRecord, openDrill } from '../../records/drill-record.ts';

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
  const { drill: kept } = state;
  if (kept?.id === drill.id && openDrill(state) === undefined && begun.ended === undefined) {
    const why = kept.ended?.why ?? 'by somebody else';
    throw new UserError('active-state-taken', `the drill was ended meanwhile, ${why}`);
  }
  await states.save({ ...state, drill });
}
