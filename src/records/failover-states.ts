import type { Clock } from '../clock.ts';
import { enoughAnswers } from '../enough-answers.ts';
import type { ActiveStates } from './active-state.ts';
import { type ActiveState, newestState } from './active-state-document.ts';
import { type Looked, lookAt } from './look.ts';
import { type NewState, nobodyAnswers, type StateCopies } from './state-copies.ts';

/**
 * The same state as a failover reads and keeps it: few copies before traffic moves, so that twenty targets take no longer
 * than two, and all of them afterwards (docs/decisions/0015-few-copies-first.md).
 */
export interface FailoverStates extends ActiveStates {
  /** From now on these are the targets that may be asked. @returns the newest, after asking those that are still needed */
  among(targets: readonly string[]): Promise<ActiveState>;
  /**
   * Keeps what was saved last in all other targets too, as each save does from now on. Those that are silent are noted.
   * @returns what one of them knew that is later than what was decided on; nothing is written then
   * @throws as `save`
   */
  spread(): Promise<ActiveState | undefined>;
  /** What all that may be asked say now. What is known for the next write stays. */
  look(): Promise<Looked>;
}

export interface FewFirst {
  /** Targets that are there for certain. */
  readonly among: readonly string[];
  /** Who is to take over, or is left. */
  readonly request: { readonly to: string } | { readonly from: string };
  readonly clock: Clock;
}

/** Who takes over is asked first, and what is wanted follows from nobody's memory: the others show who else is at work. */
const ENOUGH_TO = 3;
/** So many copies that agree are believed where who stays active follows from them. */
const ENOUGH_FROM = 5;
/** So many copies are kept before traffic moves. */
const KEPT_FIRST = 3;
/** Milliseconds after which another target is asked in place of one that is silent. */
const SILENT_MS = 1_000;

/**
 * Two failovers that begin at once must meet in a copy before either moves traffic. Both keep theirs in the first two
 * targets of the same order at least, so they miss each other only where two regions answer one of them and not the other.
 */
export function createFailoverStates(copies: StateCopies, { among, request, clock }: FewFirst): FailoverStates {
  const [first, enough] = 'to' in request ? [request.to, ENOUGH_TO] : [undefined, ENOUGH_FROM];
  let allowed = inOrder(among);
  /** What each target answered last, or was told. */
  let heard = new Map<string, ActiveState | undefined>();
  const asking = new Map<string, Promise<true | undefined>>();
  /** What was decided on. */
  let base = 0;
  let saved: ActiveState | undefined;
  let everywhere = false;

  function inOrder(targets: readonly string[]): readonly string[] {
    const ordered = copies.targets.filter((target) => targets.includes(target));
    return [...ordered.filter((target) => target === first), ...ordered.filter((target) => target !== first)];
  }

  const ask = (target: string): Promise<true | undefined> => {
    const known = asking.get(target);
    if (known !== undefined) return known;
    const asked = copies.ask(target).then((answer) => {
      if (answer === undefined) return undefined;
      heard.set(target, answer.state);
      return true as const;
    });
    asking.set(target, asked);
    asked.catch(() => undefined).then(() => asking.delete(target));
    return asked;
  };
  const unheard = (): readonly string[] => allowed.filter((target) => !heard.has(target));

  /** Copies that differ are no reason to believe the newest of a few: then everybody is asked. */
  const readEnough = async (): Promise<ActiveState> => {
    const wanted = Math.min(enough, allowed.length) - (allowed.length - unheard().length);
    const askedNow = new Set<string>();
    const askNow = (target: string) => {
      askedNow.add(target);
      return ask(target);
    };
    if (wanted > 0)
      await enoughAnswers(
        unheard().map((target) => () => askNow(target)),
        { enough: wanted, silentMs: SILENT_MS, clock },
      );
    const serials = new Set(
      allowed.filter((target) => heard.has(target)).map((target) => heard.get(target)?.serial ?? 0),
    );
    // Who was silent just now is not waited for a second time: that alone could take longer than a decision may.
    const others = unheard().filter((target) => !askedNow.has(target) || asking.has(target));
    if (serials.size > 1) await Promise.all(others.map(ask));
    if (!allowed.some((target) => heard.has(target))) throw nobodyAnswers();
    // What was heard before and is not heard now counts all the same.
    const found = copies.newest();
    // A read that ends late must not take what was kept meanwhile for what was decided on.
    if (saved === undefined) base = found.serial;
    return found;
  };

  const write = async (state: ActiveState, targets: readonly string[]): Promise<void> => {
    await copies.write(state, targets);
    for (const target of targets) {
      if (copies.answered(target)) heard.set(target, state);
      // Once only may it have been silent: the next write to everybody asks it again.
      else heard.delete(target);
    }
  };

  return {
    look: () => lookAt(allowed, copies, clock),
    async read() {
      heard = new Map();
      return readEnough();
    },
    async among(targets) {
      allowed = inOrder(targets);
      return readEnough();
    },
    async save(state: NewState, asOf?: number) {
      if (everywhere) await Promise.all(unheard().map(ask));
      const next = copies.following(state, asOf);
      const answering = allowed.filter((target) => copies.answered(target));
      saved = next;
      await write(next, everywhere ? answering : answering.slice(0, KEPT_FIRST));
      return next;
    },
    async spread() {
      everywhere = true;
      await Promise.all(unheard().map(ask));
      const behind = allowed.filter((target) => copies.answered(target) && heard.get(target)?.serial !== saved?.serial);
      const others = behind.map((target) => heard.get(target));
      const later = newestState(others);
      if (later.serial > base) return later;
      if (saved !== undefined && behind.length > 0) await write(saved, behind);
      return undefined;
    },
  };
}
