import type { Clock } from '../clock.ts';
import { type ActiveState, newestState } from './active-state-document.ts';
import { type Looked, lookAt } from './look.ts';
import type { JournalPlace } from './rollout-journal.ts';
import { createStateCopies, type NewState, nobodyAnswers } from './state-copies.ts';

/** The state of an environment's traffic in the buckets of its targets. */
export interface ActiveStates {
  /**
   * The newest copy of all targets that answer in time, or that answered before; everybody active where nothing was ever
   * kept.
   * @throws UserError `active-state-newer`; `active-state-unknown` when no target answers
   */
  read(): Promise<ActiveState>;
  /**
   * Keeps a new state, with the next serial, in every target that answered to `read`. Targets that do not answer now
   * are noted: whoever reads takes the newest copy, and the next write makes all equal. The latest failover
   * and drill, and whose writes are stopped, stay remembered unless the new state says otherwise.
   * @param asOf milliseconds since the epoch at which it became so; absent: now
   * @throws UserError `active-state-taken` when somebody else wrote meanwhile; `active-state-not-kept` when nobody kept it
   */
  save(state: NewState, asOf?: number): Promise<ActiveState>;
}

/** The same with what is known besides: of who wrote through another of these, and who answered. */
export interface KnownStates extends ActiveStates {
  /** The newest that was ever read or written here. */
  known(): ActiveState;
  /** This is newer than what is known; an older one changes nothing. */
  learn(state: ActiveState): void;
  /** Targets that answered the last `read`. */
  heard(): ReadonlySet<string>;
  /**
   * What lies there now, of all targets that answer at once: where one is silent, the others are asked once more, so that
   * no answer is old. Changes nothing that is known. Never throws for who does not answer.
   * @throws UserError `active-state-newer`
   */
  look(): Promise<Looked>;
}

/**
 * Conditional writes in every place; `save` only after `read`.
 * @param patience undefined for a place that is late: the others count, and its late answer is known to the next write
 */
export function createActiveStates(
  key: string,
  places: readonly JournalPlace[],
  note: (text: string, target: string) => void,
  clock: Clock,
  patience: <T>(work: Promise<T>) => Promise<T | undefined> = (work) => work,
): KnownStates {
  const copies = createStateCopies(key, places, note, clock, patience);
  const { targets } = copies;
  let heard: ReadonlySet<string> = new Set();
  return {
    known: () => copies.newest(),
    learn: (state) => copies.learn(state),
    heard: () => heard,
    look: () => lookAt(targets, copies, clock),
    async read() {
      const answers = await Promise.all(targets.map((target) => copies.ask(target)));
      heard = new Set(targets.filter((_, index) => answers[index] !== undefined));
      if (!targets.some((target) => copies.answered(target))) throw nobodyAnswers();
      copies.learn(newestState(answers.map((answer) => answer?.state)));
      // Where the newest copy was not heard this time, it counts all the same.
      return copies.newest();
    },
    async save(state, asOf) {
      const next = copies.following(state, asOf);
      await copies.write(next, targets);
      return next;
    },
  };
}
