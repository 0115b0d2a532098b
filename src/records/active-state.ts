import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { errorText, UserError } from '../errors.ts';
import { settleAll } from '../settle-all.ts';
import { type ActiveState, ALL_ACTIVE, newestState, parseActiveState } from './active-state-document.ts';
import type { JournalPlace } from './rollout-journal.ts';

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
   * @throws UserError `active-state-taken` when somebody else wrote meanwhile; `active-state-not-kept` when nobody kept it
   */
  save(state: Omit<ActiveState, 'version' | 'serial'>): Promise<ActiveState>;
}

/**
 * Conditional writes in every place; `save` only after `read`.
 * @param patience undefined for a place that is late: the others count, and its late answer is known to the next write
 */
export function createActiveStates(
  key: string,
  places: readonly JournalPlace[],
  note: (text: string, target: string) => void,
  clock: Pick<Clock, 'now'>,
  patience: <T>(work: Promise<T>) => Promise<T | undefined> = (work) => work,
): ActiveStates {
  /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
  const etags = new Map<string, string | undefined>();
  let known = ALL_ACTIVE;

  /** Never back: a late answer, or a reader that saw fewer copies, must not make an older state the newest. */
  const learn = (state: ActiveState): void => {
    if (state.serial >= known.serial) known = state;
  };

  const ask = async (place: JournalPlace): Promise<ActiveState | undefined> => {
    try {
      const stored = await place.storage.getText(await place.bucket(), key);
      const state = stored && parseActiveState(stored.text, place.target);
      etags.set(place.target, stored?.etag);
      if (state !== undefined) learn(state);
      else if (stored !== undefined)
        note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
      return state;
    } catch (error) {
      if (error instanceof UserError) throw error;
      note(`which targets are active cannot be read in ${place.target}: ${errorText(error)}`, place.target);
      return undefined;
    }
  };

  const readOne = async (place: JournalPlace): Promise<ActiveState | undefined> => {
    const answer = await patience(ask(place).then((state) => ({ state })));
    if (answer === undefined)
      note(`which targets are active was not told in time by ${place.target}: the other copies count`, place.target);
    return answer?.state;
  };

  const writeOne = async (place: JournalPlace, text: string): Promise<boolean> => {
    if (!etags.has(place.target)) return false;
    const known = etags.get(place.target);
    try {
      await place.assertHeld();
      const condition = known === undefined ? ({ ifAbsent: true } as const) : { ifMatch: known };
      const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
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
    async read() {
      const copies = await Promise.all(places.map(readOne));
      if (etags.size === 0) {
        throw new UserError('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
          fix: ['Check the network and the credentials, then run the same command again.'],
        });
      }
      learn(newestState(copies));
      // Where the newest copy was not heard this time, it counts all the same.
      return known;
    },
    async save(state) {
      const { failover, quiesced, drill } = known;
      const next: ActiveState = {
        version: 1,
        // Regions that know nothing of each other, because one of them counts as lost, would count alike: time does not.
        serial: Math.max(known.serial + 1, clock.now()),
        ...(failover !== undefined && { failover }),
        ...(quiesced !== undefined && { quiesced }),
        ...(drill !== undefined && { drill }),
        ...state,
      };
      const kept = await settleAll(places.map((place) => writeOne(place, JSON.stringify(next))));
      if (!kept.includes(true)) {
        throw new UserError('active-state-not-kept', 'no target could keep which targets are active', {
          fix: ['Run the same command again when the regions answer.'],
        });
      }
      learn(next);
      return next;
    },
  };
}
