import { UserError } from '../errors.ts';
import type { ActiveState, FailoverRecord } from '../records/active-state-document.ts';
import { createGraceful, type Graceful, inactiveBefore, isShifting } from './graceful.ts';
import type { Move } from './move.ts';
import type { Overriding } from './overridden-drill.ts';
import type { FailoverPorts, FailoverRequest } from './run.ts';
import type { Guard } from './still-ours.ts';

/** Undefined: what is left is lost, or traffic was told to move already. @throws UserError `failover-not-graceful` */
export function gracefulOf(
  { graceful, targets }: FailoverRequest,
  move: Move,
  state: ActiveState | undefined,
  record: Omit<FailoverRecord, 'done'>,
  { scheduled }: Pick<Overriding, 'scheduled'>,
  deviate: (text: string) => void,
  ports: FailoverPorts & { readonly guard: Guard },
): Graceful | undefined {
  if (graceful !== true || (state !== undefined && isShifting(state, move))) return undefined;
  if (state === undefined) {
    throw new UserError('failover-not-graceful', 'nobody knows which targets are active: nothing was moved', {
      fix: ['Run it again when the regions answer, or without graceful: then nothing is asked of what is left.'],
    });
  }
  const before = inactiveBefore(state);
  const names = targets.map(({ name }) => name);
  // A move that was not seen to end is not done because this one was undone: its repetition has to move traffic.
  const { failover: known } = state;
  const unfinished =
    known?.done === false && known.graceful?.shifting !== false ? { ...known, id: record.id } : undefined;
  return createGraceful(
    {
      move,
      names,
      state,
      tellTraffic: scheduled,
      deviate,
      async save(inactive, quiesced, stage) {
        const undone = (): FailoverRecord =>
          unfinished ?? { ...record, from: [], to: names.filter((name) => !before.includes(name)), done: true };
        const failover: FailoverRecord =
          stage === 'undone'
            ? undone()
            : { ...record, done: false, graceful: { inactiveBefore: before, shifting: stage === 'shifting' } };
        await ports.state.save({ inactive, quiesced, failover });
      },
    },
    ports,
  );
}
