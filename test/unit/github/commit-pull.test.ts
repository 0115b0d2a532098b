import { expect, test } from '@jest/globals';
import { pullOfCommit } from '../../../src/github/commit-pull.ts';
import type { CommitPull } from '../../../src/github/model.ts';

const merged = (number: number, mergeCommit: string): CommitPull => ({
  number,
  open: false,
  merged: true,
  mergeCommit,
});
const open = (number: number): CommitPull => ({ number, open: true, merged: false });
const closed = (number: number): CommitPull => ({ number, open: false, merged: false });

test.each([
  ['the one whose merge made the commit', [merged(3, 'a'), merged(9, 'b'), open(11)], 3],
  ['a merged one that has it, of several the newest', [merged(3, 'c'), merged(9, 'b'), open(11)], 9],
  ['an open one, of several the newest', [open(4), closed(12), open(11)], 11],
  ['none that was closed without a merge', [closed(12)], undefined],
  ['none', [], undefined],
] as const)('a commit is told in %s', (_, pulls, number) => {
  expect(pullOfCommit(pulls, 'a')).toBe(number);
});
