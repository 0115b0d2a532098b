import { UserError } from '../../errors.ts';
import { type ReleaseRecord, releasesOf } from '../../records/release-record.ts';
import type { RollbackAim } from '../../rollout/rollback-ports.ts';
import { lastRollout } from '../../rollout/rollback-target.ts';

/** The word for what was there before the last rollout. */
const PREVIOUS = 'previous';
/** Shorter parts of a commit are not unique for long. */
const SHORTEST_COMMIT = 7;

/** Proven records of one stack, oldest first. */
type Chain = readonly ReleaseRecord[];

interface SeenChains {
  readonly returning?: readonly Chain[];
  readonly silent?: boolean;
}

/**
 * What a person means by a release: its id, its commit (or the beginning of it), or `previous`.
 * @param chains of all stacks
 * @param seen `returning`: those of stacks that a rollback takes back at all; `silent`: a target does not answer
 * @throws UserError `release-unknown`, `release-ambiguous`, `nothing-recorded`
 */
export function chooseAim(to: string, chains: readonly Chain[], seen: SeenChains = {}): RollbackAim {
  if (to === PREVIOUS) return unfinishedAim(seen.returning ?? chains, seen.silent === true) ?? previousAim(chains);
  const known = new Map(chains.flat().flatMap(namesOf));
  const matching = [...known].filter(([id, commit]) => id === to || isCommit(to, commit)).map(([id]) => id);
  const [only, ...others] = [...new Set(matching)];
  if (only === undefined) {
    const list = [...known].map(([id, commit]) => (commit === undefined ? id : `${id} of commit ${commit}`));
    throw new UserError('release-unknown', `no target has a record of release ${to}`, {
      fix: [
        list.length === 0
          ? 'Nothing is recorded yet: a deployment records its release.'
          : `Recorded are ${list.join(', ')}.`,
      ],
    });
  }
  if (others.length > 0) {
    throw new UserError('release-ambiguous', `${to} means several releases: ${[only, ...others].join(', ')}`, {
      fix: ['Name the release by its id.'],
    });
  }
  return { to: only };
}

/**
 * Where some stacks are back and others still have what those have left, a rollback did not come to its end: the same again
 * goes on with it, and takes nobody back one release more. Nobody knows what a silent target has: it may not be back.
 */
function unfinishedAim(chains: readonly Chain[], silent: boolean): RollbackAim | undefined {
  const last = chains.toSorted((a, b) => ((a.at(-1)?.ended.at ?? '') < (b.at(-1)?.ended.at ?? '') ? -1 : 1)).at(-1);
  const [record, left] = [last?.at(-1), last?.at(-2)];
  // A release that came since, also one that changed nothing there, was another rollout.
  if (record?.asked.restores === undefined || left === undefined || record.also.length > 0) return undefined;
  // The same release with other parameters: its id tells nobody apart.
  if (left.asked.release === record.asked.release) return undefined;
  const isMissed = (newest: ReleaseRecord | undefined): boolean =>
    newest?.asked.release === left.asked.release && !newest.asked.created;
  return silent || chains.some((chain) => isMissed(chain.at(-1))) ? { to: record.asked.release } : undefined;
}

function previousAim(chains: readonly Chain[]): RollbackAim {
  const newest = chains.flatMap((chain) => {
    const [record, before] = [chain.at(-1), chain.at(-2)];
    return record === undefined ? [] : [{ record, ...(before !== undefined && { before }) }];
  });
  const previous = lastRollout(newest);
  if (previous === undefined) {
    throw new UserError('nothing-recorded', 'no release is recorded that the stacks vouch for', {
      fix: ['Deploy once with this version: every target records its releases from then on.'],
    });
  }
  return { previous };
}

function namesOf(record: ReleaseRecord): readonly (readonly [string, string | undefined])[] {
  const { asked, also } = record;
  const all = [{ release: asked.release, commit: asked.commit }, ...also];
  return all
    .filter(({ release }) => releasesOf(record).includes(release))
    .map(({ release, commit }) => [release, commit]);
}

function isCommit(to: string, commit: string | undefined): boolean {
  return to.length >= SHORTEST_COMMIT && commit !== undefined && commit.startsWith(to);
}
