import { AwsError } from '../aws/ports.ts';
import type { Storage } from '../aws/storage-port.ts';
import { errorText, UserError } from '../errors.ts';
import { newestCopy, type OpenRollout } from '../rollout/open-rollout.ts';
import type { Journal } from '../rollout/ports.ts';
import { settleAll } from '../settle-all.ts';
import { parseRollout } from './rollout-document.ts';

/** The bucket of one target, where a copy of the rollout lies. */
export interface JournalPlace {
  /** Name of the target. */
  readonly target: string;
  readonly region: string;
  readonly storage: Storage;
  bucket(): Promise<string>;
  /** Throws when this process may not write there any more. */
  assertHeld(): Promise<void>;
}

export interface RolloutJournal extends Journal {
  /**
   * What home keeps, or, where home does not answer, the newest copy of all targets that do. Home may have been lost when
   * something was kept: who is about to write asks {@link readAll}.
   * @throws UserError `rollout-newer`
   */
  read(): Promise<OpenRollout | undefined>;
  /**
   * The newest copy of all targets that answer. Only they are written to afterwards.
   * @param again what was read before may be outdated: somebody else was at work meanwhile
   * @throws UserError `rollout-newer`; `rollout-unknown` when no target answers
   */
  readAll(again?: 'again'): Promise<OpenRollout | undefined>;
  /** Whether any target has answered so far. */
  answered(): boolean;
}

/** Nothing known, where that is enough for now: it is asked for once more before anything is written. */
export function unknownAsNone(error: unknown): undefined {
  if (error instanceof UserError && error.code === 'rollout-unknown') return undefined;
  throw error;
}

type Where = Parameters<Journal['save']>[1];
type Known = { readonly etag: string | undefined };

/** A place that did not answer: what lay there before, and what was sent since and may lie there now. */
type Unheard = Known & { readonly sent: readonly string[] };

/**
 * Keeps a rollout in the buckets of its targets by conditional writes. Every step is kept in the first place (home) and
 * in the first one of another region: two regions would have to be lost to lose a step, and then it is done once more.
 * One answer that was not heard is no lost region: where a step would lie in one region only, who was silent is asked again.
 * @param places home first
 */
export function createRolloutJournal(
  key: string,
  places: readonly JournalPlace[],
  note: (text: string, target: string) => void,
): RolloutJournal {
  /** What was read or written last; a place that did not answer has none and is not written to until it answers. */
  const known = new Map<string, Known>();
  const unheard = new Map<string, Unheard>();
  /** Silent when asked again as well. */
  const out = new Set<string>();
  /** What each place said last. */
  const copies = new Map<string, OpenRollout | undefined>();
  /** The newest that was read or kept: what is newer was written by somebody else. */
  let newest: OpenRollout | undefined;
  let wrote = false;
  const second = places.find(({ region }) => region !== places[0]?.region);
  const keepers = places.filter((place, index) => index === 0 || place === second);

  /** Its copy is the one from before where it does not answer. */
  const readOne = async (place: JournalPlace): Promise<OpenRollout | undefined> => {
    try {
      const stored = await place.storage.getText(await place.bucket(), key);
      known.set(place.target, { etag: stored?.etag });
      if (stored === undefined) return undefined;
      const rollout = parseRollout(stored.text, place.target);
      if (rollout === undefined)
        note(`the rollout kept in ${place.target} is damaged: the other copies count`, place.target);
      return rollout;
    } catch (error) {
      if (error instanceof UserError && error.code === 'rollout-newer') throw error;
      // Whether the target can be worked on is found out, and said, where its stacks are.
      return copies.get(place.target);
    }
  };

  const writeOne = async (place: JournalPlace, text: string): Promise<'kept' | 'lost'> => {
    const last = known.get(place.target);
    if (last === undefined) return 'lost';
    try {
      const condition = last.etag === undefined ? ({ ifAbsent: true } as const) : { ifMatch: last.etag };
      const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
      known.set(place.target, { etag });
      unheard.delete(place.target);
      return 'kept';
    } catch (error) {
      if (error instanceof AwsError && error.kind === 'conflict') throw taken(place);
      return notKept(place, error, text);
    }
  };
  const notKept = (place: JournalPlace, error: unknown, text?: string): 'lost' => {
    const { target } = place;
    const before = unheard.get(target);
    // Said once, however often it is tried.
    if (before === undefined) note(`the rollout could not be kept in ${target}: ${errorText(error)}`, target);
    const sent = [...(before?.sent ?? []), ...(text === undefined ? [] : [text])];
    unheard.set(target, { etag: known.get(target)?.etag, sent });
    known.delete(target);
    return 'lost';
  };
  const assertHeld = async (place: JournalPlace): Promise<void> => {
    if (!known.has(place.target)) return;
    try {
      await place.assertHeld();
    } catch (error) {
      // Somebody else holds the target: nothing more is written by this run. A lost region has no say in that.
      if (!(error instanceof AwsError)) throw error;
      notKept(place, error);
    }
  };

  /**
   * Asks a place again that was silent. It may be written to when nobody but this run wrote there since.
   * @throws UserError `rollout-taken`, `rollout-newer`
   */
  const hearAgain = async (place: JournalPlace): Promise<void> => {
    const { target } = place;
    const before = unheard.get(target);
    try {
      await place.assertHeld();
      const stored = await place.storage.getText(await place.bucket(), key);
      const ours = before !== undefined && (stored?.etag === before.etag || before.sent.includes(stored?.text ?? ''));
      const copy = stored === undefined ? undefined : parseRollout(stored.text, target);
      // One that was never read counts like one that is read at the beginning.
      const stale = before === undefined && newestCopy([newest, copy]) === newest;
      if (!ours && !stale) throw taken(place);
      known.set(target, { etag: stored?.etag });
      out.delete(target);
    } catch (error) {
      const isTaken = error instanceof UserError && ['rollout-taken', 'rollout-newer'].includes(error.code);
      // What was never read and cannot be used is told where its stacks are; what was held must be ours still.
      if (isTaken || (before !== undefined && !(error instanceof AwsError))) throw error;
      out.add(target);
    }
  };
  const regionsOf = (those: readonly JournalPlace[]): ReadonlySet<string> => new Set(those.map(({ region }) => region));
  /**
   * Where a step can be kept in fewer regions than it should, the silent places of the others are asked again. A region
   * that is out takes long to say nothing: it is asked at decisions, not at every step.
   */
  const hearSilent = async (there: ReadonlySet<string>, where: Where): Promise<readonly JournalPlace[]> => {
    if (there.size >= keepers.length) return [];
    const silent = places.filter(
      ({ target, region }) => !known.has(target) && !there.has(region) && (where === 'everywhere' || !out.has(target)),
    );
    await settleAll(silent.map(hearAgain));
    return silent;
  };

  /** Asks these, and gives the newest copy of all that answered so far. */
  const ask = async (asked: readonly JournalPlace[]): Promise<OpenRollout | undefined> => {
    const found = await Promise.all(asked.map(async (place) => [place.target, await readOne(place)] as const));
    for (const [target, copy] of found) copies.set(target, copy);
    if (known.size > 0 || places.length === 0) {
      newest = newestCopy(copies.values());
      return newest;
    }
    throw new UserError('rollout-unknown', 'no target answers, so nobody knows whether a rollout is open', {
      fix: ['Check the network and the credentials, then run the same command again.'],
    });
  };

  return {
    async read() {
      const [home, ...others] = places;
      if (home === undefined) return undefined;
      // Where nobody answers at all, that is found out, and said, where the stacks are.
      const copy = await ask([home]).catch(unknownAsNone);
      return known.has(home.target) ? copy : ask(others).catch(unknownAsNone);
    },
    async readAll(again) {
      if (again !== undefined) {
        known.clear();
        unheard.clear();
        out.clear();
      }
      // Who did not answer before may answer now.
      return ask(places.filter(({ target }) => !known.has(target)));
    },
    answered: () => known.size > 0,
    async save(rollout, where) {
      const text = JSON.stringify(rollout);
      // What another run kept where nobody answered is found before anything is written.
      if (!wrote) await hearSilent(regionsOf(places.filter(({ target }) => known.has(target))), where);
      wrote = true;
      // A run that was overtaken learns it before it writes anything, or from the keepers: it leaves the other copies alone.
      await settleAll((where === 'everywhere' ? places : keepers).map(assertHeld));
      const regions = new Set<string>();
      const write = async (place: JournalPlace): Promise<void> => {
        if ((await writeOne(place, text)) === 'kept') regions.add(place.region);
      };
      await settleAll(keepers.map(write));
      if (where === 'everywhere') await settleAll(places.filter((place) => !keepers.includes(place)).map(write));
      // A single copy would be lost with its region: where a keeper is lost, any other region will do.
      const writeUntilEnough = async (others: readonly JournalPlace[]): Promise<void> => {
        for (const place of others) {
          if (regions.size >= keepers.length) break;
          if (regions.has(place.region)) continue;
          await assertHeld(place);
          await write(place);
        }
      };
      if (where === 'keepers') await writeUntilEnough(places.filter((place) => !keepers.includes(place)));
      await writeUntilEnough(await hearSilent(regions, where));
      newest = rollout;
      if (regions.size > 0) return;
      throw new UserError('rollout-not-kept', 'no region could keep how far the rollout is', {
        fix: ['Run the same command again when the regions answer.'],
      });
    },
  };
}

function taken({ target }: JournalPlace): UserError {
  return new UserError('rollout-taken', `somebody else changed the rollout kept in ${target} meanwhile`, {
    fix: [
      'See who is at work: sam-multi-region status.',
      'Where nobody is, run the same command again: it goes on from what is kept there.',
    ],
  });
}
