import type { Ownership } from './tags.ts';

/** What GitHub says of a pull request. `unknown` is no evidence of anything. */
export type PullState = 'open' | 'closed' | 'unknown';

export interface Decision {
  readonly decision: 'delete' | 'keep';
  readonly reason: string;
}

/**
 * Whether a stack that carries the tags of this repository may go: when its pull request is closed, or when its time is
 * over. What is not certain stays.
 * @param why what GitHub answered where the state is unknown
 * @param now milliseconds since the epoch
 * @param only the application whose previews these may be; absent: any
 */
export function decide(
  owner: Exclude<Ownership, { kind: 'foreign' }>,
  state: PullState,
  why: string,
  now: number,
  only?: string,
): Decision {
  if (owner.kind === 'unclear') return keep(owner.reason);
  const { number, expiresAt, application } = owner;
  // Its deletion is for the role of that application.
  if (only !== undefined && only !== application) return keep(`it belongs to ${application}: clean up there`);
  if (state === 'closed') return { decision: 'delete', reason: `pull request ${number} is closed` };
  const said =
    state === 'open'
      ? `pull request ${number} is open`
      : `whether pull request ${number} is closed is not known: ${why}`;
  if (expiresAt === undefined) return keep(`${said}; its tags do not say when it expires`);
  const day = new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ');
  if (expiresAt <= now) return { decision: 'delete', reason: `it expired on ${day} UTC; ${said}` };
  return keep(`${said}; it expires on ${day} UTC`);
}

function keep(reason: string): Decision {
  return { decision: 'keep', reason };
}
