import { UserError } from '../errors.ts';
import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';

/** How long a failover may be silent before it counts as dead. */
export const UNDER_WAY_MS = 15 * 60_000;

/** Whether it was begun so lately that whoever runs it may be at work. A failback leaves nobody. */
export function isUnderWay(failover: FailoverRecord | undefined, now: number): failover is FailoverRecord {
  return failover !== undefined && !failover.done && now - Date.parse(failover.at) <= UNDER_WAY_MS;
}

/**
 * Nothing returns while traffic is being moved away. What a drill moved does return: one that lives keeps its leases, so
 * that nobody gets here, and one that died in the middle of its move is ended by bringing traffic back.
 * @throws UserError `failover-under-way`
 */
export function refuseUnderWay({ failover }: Pick<ActiveState, 'failover'>, now: number): void {
  if (!isUnderWay(failover, now) || failover.from.length === 0 || failover.drill !== undefined) return;
  const { who, at, to } = failover;
  throw new UserError('failover-under-way', `${who} is moving traffic to ${to.join(', ')} since ${at}`, {
    fix: ['Let it end, or repeat that one.'],
  });
}
