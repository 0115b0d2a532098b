import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { patienceOf } from '../failover/patience.ts';
import { type ActiveState, newestState } from './active-state-document.ts';
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

export interface Looked {
  /** Whether anybody answered. */
  readonly heard: boolean;
  readonly copies: readonly ActiveState[];
}

/** Milliseconds that somebody may take to answer a look. */
const AT_ONCE_MS = 2_000;

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
  const atOnce = patienceOf(clock, AT_ONCE_MS);

  /** Those that answered, and what they hold. */
  const peekAll = async (asked: readonly string[]): Promise<ReadonlyMap<string, ActiveState | undefined>> => {
    const answers = await Promise.all(
      asked.map(async (target) => {
        const peeked = copies.peek(target).then((copy) => [target, copy] as const);
        return atOnce(peeked).catch((error: unknown) => {
          if (error instanceof AwsError) return undefined;
          throw error;
        });
      }),
    );
    return new Map(answers.filter((answer) => answer !== undefined));
  };

  return {
    known: () => copies.newest(),
    learn: (state) => copies.learn(state),
    heard: () => heard,
    async look() {
      const began = clock.now();
      const first = await peekAll(targets);
      const waited = clock.now() - began >= AT_ONCE_MS;
      const answers = waited ? await peekAll([...first.keys()]) : first;
      const found = [...answers.values()].filter((copy) => copy !== undefined);
      return { heard: answers.size > 0, copies: found };
    },
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
