import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { errorText, UserError } from '../errors.ts';
import { settleAll } from '../settle-all.ts';
import { type ActiveState, ALL_ACTIVE, parseActiveState } from './active-state-document.ts';
import type { JournalPlace } from './rollout-journal.ts';

/** The copies of one state, one a target. Who reads and writes which is decided elsewhere. */
export interface StateCopies {
  readonly targets: readonly string[];
  /**
   * Asks one target. Undefined: it does not answer in time, which is noted; a late answer is known to the next write.
   * @throws UserError `active-state-newer`
   */
  ask(target: string): Promise<{ readonly state: ActiveState | undefined } | undefined>;
  /** What lies in one target now. Undefined: nothing, or it does not answer. What is known for the next write stays. */
  peek(target: string): Promise<ActiveState | undefined>;
  /** Whether a target answered, so that its copy can be written. */
  answered(target: string): boolean;
  /** From now on this is what was known last; an older one changes nothing. */
  learn(state: ActiveState): void;
  /** The newest that was ever heard or written. */
  newest(): ActiveState;
  /**
   * A new state with the next serial, and what stays remembered unless it says otherwise.
   * @param asOf milliseconds since the epoch at which it became so; absent: now
   */
  following(state: NewState, asOf?: number): ActiveState;
  /**
   * Writes it to those of the targets that answered, on condition that nobody else wrote there since. Those that do not
   * answer now are noted.
   * @throws UserError `active-state-taken` when somebody else wrote; `active-state-not-kept` when nobody kept it
   */
  write(state: ActiveState, targets: readonly string[]): Promise<void>;
}

export type NewState = Omit<ActiveState, 'version' | 'serial'>;

/** @param patience undefined for a place that is late: the others count, and its late answer is known to the next write */
export function createStateCopies(
  key: string,
  places: readonly JournalPlace[],
  note: (text: string, target: string) => void,
  clock: Pick<Clock, 'now'>,
  patience: <T>(work: Promise<T>) => Promise<T | undefined>,
): StateCopies {
  /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
  const etags = new Map<string, string | undefined>();
  /** How often each target was written: what was asked before tells nothing of what lies there since. */
  const writes = new Map<string, number>();
  let newest = ALL_ACTIVE;

  /** Never back: a late answer, or a reader that saw fewer copies, must not make an older state the newest. */
  const learn = (state: ActiveState): void => {
    if (state.serial >= newest.serial) newest = state;
  };

  const askPlace = async (place: JournalPlace): Promise<{ readonly state: ActiveState | undefined } | undefined> => {
    const before = writes.get(place.target);
    try {
      const stored = await place.storage.getText(await place.bucket(), key);
      const state = stored && parseActiveState(stored.text, place.target);
      if (writes.get(place.target) === before) etags.set(place.target, stored?.etag);
      if (state !== undefined) learn(state);
      else if (stored !== undefined)
        note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
      return { state };
    } catch (error) {
      if (error instanceof UserError) throw error;
      note(`which targets are active cannot be read in ${place.target}: ${errorText(error)}`, place.target);
      return undefined;
    }
  };

  const writePlace = async (place: JournalPlace, text: string): Promise<boolean> => {
    if (!etags.has(place.target)) return false;
    const known = etags.get(place.target);
    try {
      await place.assertHeld();
      const condition = known === undefined ? ({ ifAbsent: true } as const) : { ifMatch: known };
      const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
      writes.set(place.target, (writes.get(place.target) ?? 0) + 1);
      etags.set(place.target, etag);
      return true;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      if (error.kind === 'conflict') {
        throw new UserError(
          'active-state-taken',
          `somebody else changed which targets are active, in ${place.target}`,
          {
            fix: ['See who is at work with status, then run the same command again.'],
          },
        );
      }
      note(`which targets are active could not be kept in ${place.target}: ${errorText(error)}`, place.target);
      etags.delete(place.target);
      return false;
    }
  };

  return {
    targets: places.map(({ target }) => target),
    answered: (target) => etags.has(target),
    learn,
    async ask(target) {
      const place = places.find((one) => one.target === target);
      if (place === undefined) return undefined;
      const answer = await patience(askPlace(place).then((found) => ({ found })));
      if (answer === undefined)
        note(`which targets are active was not told in time by ${target}: the other copies count`, target);
      return answer?.found;
    },
    async peek(target) {
      const place = places.find((one) => one.target === target);
      const stored = await place?.storage.getText(await place.bucket(), key);
      return stored && parseActiveState(stored.text, target);
    },
    newest: () => newest,
    following(state, asOf = clock.now()) {
      const { failover, quiesced, drill } = newest;
      return {
        version: 1,
        // Regions that know nothing of each other, because one of them counts as lost, would count alike: time does not.
        serial: Math.max(newest.serial + 1, asOf),
        ...(failover !== undefined && { failover }),
        ...(quiesced !== undefined && { quiesced }),
        ...(drill !== undefined && { drill }),
        ...state,
      };
    },
    async write(state, targets) {
      const chosen = places.filter(({ target }) => targets.includes(target));
      const kept = await settleAll(chosen.map((place) => writePlace(place, JSON.stringify(state))));
      if (!kept.includes(true)) {
        throw new UserError('active-state-not-kept', 'no target could keep which targets are active', {
          fix: ['Run the same command again when the regions answer.'],
        });
      }
      learn(state);
    },
  };
}

/** Nobody answers, and so nobody knows. */
export function nobodyAnswers(): UserError {
  return new UserError('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
    fix: ['Check the network and the credentials, then run the same command again.'],
  });
}
