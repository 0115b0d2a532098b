import { UserError } from '../errors.ts';
import { type OpenRollout, openRollout, type RolloutOwner } from './open-rollout.ts';

export interface Applicant {
  readonly release: OpenRollout['release'];
  readonly owner: RolloutOwner;
  /** A person takes the place of whatever is open. */
  readonly supersede: boolean;
  /** Why this release is older than the one of the last rollout, where it is and nobody allowed that. */
  readonly older?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The rollout that a deployment works on: one of the same release is continued, also by another process; one that is
 * over gives way to a new one. An open one of another release keeps everybody else out (issue 4, 4).
 * @param last the newest copy that was found
 * @throws UserError `rollout-open`, `older-release`
 */
export function admit(last: OpenRollout | undefined, applicant: Applicant): OpenRollout {
  const { release, owner, supersede, now } = applicant;
  const same = last?.release.id === release.id;
  if (applicant.older !== undefined && !same) {
    throw new UserError('older-release', `release ${release.id} is older than what is deployed: ${applicant.older}`, {
      fix: ['To return to it on purpose: rollback --to.', 'Or deploy it all the same with --allow-older.'],
    });
  }
  if (last === undefined || last.course === 'closed') return openRollout(release, owner, last, now);
  if (same && !(supersede && last.course === 'rolling-back')) return continued(last, owner);
  if (last.course === 'failed' || supersede) return openRollout(release, owner, last, now);
  const what =
    last.course === 'rolling-back'
      ? 'being rolled back'
      : last.paused === undefined
        ? 'under way'
        : `waiting after ${last.paused.after} to be promoted`;
  throw new UserError(
    'rollout-open',
    `release ${last.release.id}${last.release.commit === undefined ? '' : ` (commit ${last.release.commit.slice(0, 12)})`} is ${what} since ${last.openedAt}, by ${last.owner.who}`,
    {
      fix: [
        last.paused === undefined
          ? `Let that run end, or continue it: deploy --release ${last.release.id}.`
          : 'Promote it, or give it up: promote, abort.',
        'Or take its place with --supersede: stacks that have its release get this one.',
      ],
    },
  );
}

/** What ended as failed is tried again from where it failed. */
function continued({ paused: _paused, ...last }: OpenRollout, owner: RolloutOwner): OpenRollout {
  if (last.course !== 'failed') return { ...last, owner };
  const { failure: _, ...rest } = last;
  const phases = Object.fromEntries(
    Object.entries(last.phases).map(([name, progress]) => {
      const { bakeSince: __, ...begun } = progress;
      return [name, progress.stage === 'failed' ? { ...begun, stage: 'started' as const } : progress];
    }),
  );
  return { ...rest, owner, course: 'forward', phases };
}
