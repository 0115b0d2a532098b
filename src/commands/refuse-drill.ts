import { UserError } from '../errors.ts';
import type { ActiveState } from '../records/active-state-document.ts';
import { openDrill } from '../records/drill-record.ts';

/**
 * While a drill is at work its leases keep everybody out. One that died has left traffic where it was, and the record of
 * it open: nothing else moves traffic before it is ended. A failover does not ask.
 * @throws UserError `drill-open`
 */
export function refuseOpenDrill(state: Pick<ActiveState, 'drill'>): void {
  const drill = openDrill(state);
  if (drill === undefined) return;
  const { kind, to, at, who } = drill;
  throw new UserError('drill-open', `a drill (${kind}, to ${to.join(', ')}) of ${who}, begun at ${at}, has not ended`, {
    fix: ['End it: drill --end. Traffic then goes where it is good.'],
  });
}
