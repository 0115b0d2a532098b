import { AwsError } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { patienceOf } from '../failover/patience.ts';
import type { ActiveState } from './active-state-document.ts';
import type { StateCopies } from './state-copies.ts';

/** What copies say now. */
export interface Looked {
  /** Whether anybody answered. */
  readonly heard: boolean;
  readonly copies: readonly ActiveState[];
}

/** Milliseconds that somebody may take to answer a look. */
const AT_ONCE_MS = 2_000;

/**
 * Asks these targets. Where one is silent, the others are asked once more when that is known, so that no answer is old.
 * What is known for the next write stays.
 * @throws UserError `active-state-newer`
 */
export async function lookAt(
  targets: readonly string[],
  copies: Pick<StateCopies, 'peek'>,
  clock: Clock,
): Promise<Looked> {
  const first = await peekAll(targets, copies, clock);
  const { answers } = first.silent ? await peekAll([...first.answers.keys()], copies, clock) : first;
  return { heard: answers.size > 0, copies: [...answers.values()].filter((copy) => copy !== undefined) };
}

/** Those that answered, and what they hold; and whether anybody was waited for in vain. */
async function peekAll(
  asked: readonly string[],
  { peek }: Pick<StateCopies, 'peek'>,
  clock: Clock,
): Promise<{ readonly answers: ReadonlyMap<string, ActiveState | undefined>; readonly silent: boolean }> {
  const patience = patienceOf(clock, AT_ONCE_MS);
  // Not by the clock: a timer of the machine may fire a millisecond before its time.
  let silent = false;
  const answers = await Promise.all(
    asked.map((target) =>
      patience(peek(target).then((copy) => [target, copy] as const)).then(
        (answer) => {
          if (answer === undefined) silent = true;
          return answer;
        },
        (error: unknown) => {
          if (error instanceof AwsError) return undefined;
          throw error;
        },
      ),
    ),
  );
  return { answers: new Map(answers.filter((answer) => answer !== undefined)), silent };
}
