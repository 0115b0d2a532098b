import type { RunContext } from '../../context.ts';
import { errorText, UserError } from '../../errors.ts';
import type { GitHub } from '../../github/model.ts';
import type { PullState } from '../../preview/decide.ts';

export interface KnownState {
  readonly state: PullState;
  /** Where it is unknown: why. */
  readonly why: string;
}

/** Asks GitHub for the state of each pull request once. Where it does not say, the state is unknown: nothing follows from that. */
export async function pullStates(
  numbers: ReadonlySet<number>,
  gitHub: GitHub | undefined,
  why: string,
  context: Pick<RunContext, 'signal'>,
): Promise<ReadonlyMap<number, KnownState>> {
  const states = new Map<number, KnownState>();
  let silent: string | undefined = gitHub === undefined ? why : undefined;
  for (const number of numbers) {
    context.signal.throwIfAborted();
    if (gitHub === undefined || silent !== undefined) {
      states.set(number, { state: 'unknown', why: silent ?? why });
      continue;
    }
    try {
      const pull = await gitHub.pullRequest(number);
      // Where the token may not see pull requests GitHub says that there is none.
      states.set(number, pull === undefined ? { state: 'unknown', why: UNSEEN } : { state: pull.state, why: '' });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const reason = errorText(error);
      states.set(number, { state: 'unknown', why: reason });
      // Who gave no answer to one question is not asked a hundred more.
      if (GONE.has(error.code)) silent = reason;
    }
  }
  return states;
}

const UNSEEN = 'GitHub shows no such pull request to this token';
const GONE: ReadonlySet<string> = new Set([
  'github-unreachable',
  'github-unavailable',
  'github-token-refused',
  'github-forbidden',
  'github-rate-limited',
]);
