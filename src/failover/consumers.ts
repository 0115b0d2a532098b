import type { ActiveState } from '../records/active-state-document.ts';
import { settleAll } from '../settle-all.ts';
import type { ConsumerPlace } from '../topology/failover-model.ts';
import type { Move } from './move.ts';
import type { Guard } from './still-ours.ts';

/** Event source mappings, rules and schedules that are marked, of whole targets: desired state, any number of times. */
export interface Consumers {
  readonly where: ConsumerPlace;
  /**
   * Starts or stops all of a target, and waits until AWS says that they are.
   * @param guard asked right before each of them, as all together may take minutes; absent: it waits for nobody
   * @throws UserError, AwsError: some of them may not be
   */
  set(target: string, running: boolean, signal: AbortSignal, guard?: Guard): Promise<void>;
}

/** Targets whose consumers are to run, and those whose are not. */
export interface ConsumerChange {
  readonly on: readonly string[];
  readonly off: readonly string[];
}

/**
 * Where consumers run: in every target that is active, or in one of them alone, the first in the order of the
 * configuration.
 */
export function runningTargets(
  where: ConsumerPlace,
  names: readonly string[],
  { inactive }: Pick<ActiveState, 'inactive'>,
): readonly string[] {
  const active = names.filter((name) => !inactive.includes(name));
  return where === 'every-active' ? active : active.slice(0, 1);
}

/**
 * What a move that can reach everybody makes of consumers. Stopped are those that ran by what is remembered, and those
 * of whoever is left: a run that was killed may have remembered the new state before it came to stop them.
 */
export function consumerChange(
  where: ConsumerPlace,
  names: readonly string[],
  before: Pick<ActiveState, 'inactive'>,
  { inactive, leaving }: Pick<Move, 'inactive' | 'leaving'>,
): ConsumerChange {
  const on = runningTargets(where, names, { inactive });
  const ran = runningTargets(where, names, before);
  return { on, off: names.filter((name) => !on.includes(name) && (ran.includes(name) || leaving.includes(name))) };
}

/** Never on both sides: nobody's are started before those that have to stop have stopped. @throws UserError, AwsError */
export async function switchConsumers(
  { on, off }: ConsumerChange,
  consumers: Pick<Consumers, 'set'>,
  signal: AbortSignal,
): Promise<void> {
  await settleAll(off.map((target) => consumers.set(target, false, signal)));
  signal.throwIfAborted();
  await settleAll(on.map((target) => consumers.set(target, true, signal)));
}
