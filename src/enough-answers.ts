import type { Clock } from './clock.ts';

export interface Enough {
  /** So many answers are wanted. */
  readonly enough: number;
  /** So many are asked at once; absent: as many as are wanted. */
  readonly atOnce?: number;
  /** Milliseconds after which the next is asked in place of one that is silent, whose answer still counts. */
  readonly silentMs: number;
  readonly clock: Clock;
}

/**
 * Asks in the order given, and not more than are needed: who fails (undefined) or is silent is replaced by the next. What is
 * still under way at the end goes on by itself.
 * @returns the answers as they came, at most a few more than enough; fewer when everybody was asked and no more came
 * @throws what the first of them throws
 */
export function enoughAnswers<T>(
  asks: readonly (() => Promise<T | undefined>)[],
  { enough, atOnce = enough, silentMs, clock }: Enough,
): Promise<readonly T[]> {
  const answers: T[] = [];
  const over = new AbortController();
  const waiting = asks.values();
  let open = 0;
  return new Promise<readonly T[]>((resolve, reject) => {
    const next = (): void => {
      const ask = waiting.next().value;
      if (ask === undefined || over.signal.aborted) return;
      open += 1;
      let replaced = false;
      const replace = (): void => {
        if (!replaced) next();
        replaced = true;
      };
      const answered = new AbortController();
      clock.sleep(silentMs, AbortSignal.any([answered.signal, over.signal])).then(replace, () => undefined);
      ask()
        .then((answer) => {
          open -= 1;
          if (answer === undefined) replace();
          else answers.push(answer);
          answered.abort();
          if (answers.length >= enough || open === 0) resolve(answers);
        })
        .catch(reject);
    };
    for (let first = 0; first < atOnce; first += 1) next();
    if (open === 0) resolve(answers);
  }).finally(() => over.abort());
}
