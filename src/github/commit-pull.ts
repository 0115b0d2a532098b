import type { CommitPull } from './model.ts';

/**
 * The pull request that a commit on a branch is told in: the one whose merge made the commit; else a merged one that has
 * it (of a merge by rebase only the last commit is that of the merge); else an open one, as for a branch that is deployed
 * before it is merged. Of several the newest.
 */
export function pullOfCommit(pulls: readonly CommitPull[], commit: string): number | undefined {
  const merged = pulls.filter((pull) => pull.merged);
  const made = merged.filter(({ mergeCommit }) => mergeCommit === commit);
  const open = pulls.filter((pull) => pull.open);
  const [first = []] = [made, merged, open].filter((some) => some.length > 0);
  return first.length === 0 ? undefined : Math.max(...first.map(({ number }) => number));
}
