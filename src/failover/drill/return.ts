import type { Clock } from '../../clock.ts';
import type { KnownStates } from '../../records/active-state.ts';
import type { ActiveState } from '../../records/active-state-document.ts';
import type { DrillRecord } from '../../records/drill-record.ts';
import { type Consumers, runningTargets, switchConsumers } from '../consumers.ts';
import { isBack, returnOf } from '../failback.ts';
import type { Move } from '../move.ts';
import type { FailoverEnd } from '../run.ts';
import { createGuard, type Guard, guardedPorts, isOpen } from '../still-ours.ts';
import { refuseEnded } from './keep.ts';
import type { DrillMove, DrillRequest } from './ports.ts';

export interface ReturnPorts {
  readonly clock: Clock;
  readonly state: Pick<KnownStates, 'read' | 'look'>;
  /** @throws UserError `lease-lost` */
  assertHeld(): Promise<void>;
  /** Brings one target back, as a failback does. */
  failback(returning: string, before: ActiveState, move: Move): Promise<FailoverEnd>;
  /** Leaves a target that was active for the time of the drill only, as a failover does. */
  leave(target: string): Promise<FailoverEnd>;
  /** A failback ends at the configured weights: those before the drill may have been others. */
  restoreWeights(guard: Guard): Promise<void>;
}

/**
 * Makes active who was before the drill, and nobody else. Can be repeated from any point.
 * @throws UserError `active-state-taken` when a failover ended the drill meanwhile
 */
export async function bringAllBack(
  record: DrillRecord,
  targets: DrillRequest['targets'],
  ports: ReturnPorts,
): Promise<DrillMove> {
  const { state, failback, leave } = ports;
  const ours = async (): Promise<ActiveState> => {
    const now = await state.read();
    refuseEnded(now, record);
    return now;
  };
  let last: FailoverEnd | undefined;
  for (const returning of record.from) {
    const before = await ours();
    const move = returnOf({ returning, targets, before });
    if (isBack(returning, before, move)) continue;
    last = await failback(returning, before, move);
    if (last.outcome === 'failed') return { end: last, missed: [] };
  }
  for (const name of record.to.filter((target) => record.inactiveBefore.includes(target))) {
    await ours();
    last = await leave(name);
  }
  await ports.restoreWeights(drillGuard(record, await ours(), ports));
  const { inactiveBefore: inactive } = record;
  const active = targets.map(({ name }) => name).filter((name) => !inactive.includes(name));
  const nothing: FailoverEnd = {
    outcome: 'already-active',
    move: { active, inactive, leaving: [] },
    marks: {},
    deviations: [],
  };
  return { end: last ?? nothing, missed: [] };
}

/** What a drill writes counts as long as no copy says that it was ended, or tells of a move that is not its own. */
function drillGuard(
  { id }: DrillRecord,
  { serial }: ActiveState,
  { clock, state, assertHeld }: Pick<ReturnPorts, 'clock' | 'state' | 'assertHeld'>,
): Guard {
  return createGuard(serial, (copy) => isOpen(copy, id), { clock, look: () => state.look(), assertHeld });
}

/** Traffic at the targets of a drill. */
export function awayMove({ to, from }: DrillRecord, targets: DrillRequest['targets']): Move {
  const names = targets.map(({ name }) => name);
  return { active: to, inactive: names.filter((name) => !to.includes(name)), leaving: from };
}

export interface StayPorts extends Pick<ReturnPorts, 'clock' | 'assertHeld'> {
  /** Absent: none are marked. */
  readonly consumers?: Consumers;
  readonly state: Pick<KnownStates, 'read' | 'save' | 'look'>;
}

/**
 * Remembers that the targets of the drill are active from now on, and tells traffic so once more: nothing that was
 * scheduled may move it later. A return that was given up may have stopped their consumers, which start again. Until all of
 * that is done, the move is not, and its repetition by a failover does the rest.
 * @throws UserError `active-state-taken` when a failover ended the drill meanwhile
 */
export async function stayAway(
  record: DrillRecord,
  targets: DrillRequest['targets'],
  ports: StayPorts,
  apply: (move: Move, guard: Guard) => Promise<void>,
): Promise<void> {
  const { state } = ports;
  const now = await state.read();
  refuseEnded(now, record);
  const { failover } = now;
  const move = awayMove(record, targets);
  const guard = drillGuard(record, now, ports);
  const told = failover && { ...failover, to: record.to, from: record.from };
  const save = (done: boolean) => state.save({ inactive: move.inactive, ...(told && { failover: { ...told, done } }) });
  await save(false);
  await apply(move, guard);
  const { consumers } = guardedPorts(ports, guard);
  if (consumers !== undefined) {
    const names = targets.map(({ name }) => name);
    const on = runningTargets(consumers.where, names, move);
    await switchConsumers({ on, off: [] }, consumers, new AbortController().signal);
  }
  await save(true);
}

/**
 * Tells traffic once more who is active: a schedule of a drill that has ended may have given it to somebody else. Where
 * a failover is not done, its repetition does that.
 */
export async function settleTraffic(
  { from }: DrillRecord,
  targets: DrillRequest['targets'],
  { clock, state, assertHeld }: Pick<ReturnPorts, 'clock' | 'state' | 'assertHeld'>,
  apply: (move: Move, guard: Guard) => Promise<void>,
): Promise<void> {
  const { inactive, failover, serial } = await state.read();
  if (failover?.done === false) return;
  const active = targets.map(({ name }) => name).filter((name) => !inactive.includes(name));
  const guard = createGuard(serial, () => false, { clock, look: () => state.look(), assertHeld });
  await apply({ active, inactive, leaving: from.filter((name) => inactive.includes(name)) }, guard);
}
