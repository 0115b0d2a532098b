import { expect, test } from '@jest/globals';
import { notesOf, type ReleaseFacts, releaseProblems, tagsOf } from '../../../scripts/check-release.ts';

const changelog = `# Changelog

## Unreleased

## 1.2.0 (2026-11-26)

- New: \`init\`.

## 1.1.0

- Old.
`;
const good: ReleaseFacts = {
  version: '1.2.0',
  declared: ['1.2.0', '1.2.0'],
  changelog,
  commit: 'c2',
  tags: tagsOf('c1\trefs/tags/v1\nc1\trefs/tags/v1.1.0'),
};

test('a version whose places agree can be released, with its own part of the changelog', () => {
  expect(releaseProblems(good)).toEqual([]);
  expect(notesOf(changelog, '1.2.0')).toBe('- New: `init`.');
});

test.each<readonly [string, Partial<ReleaseFacts>, RegExp]>([
  ['no version', { version: 'v1.2.0', declared: ['v1.2.0'] }, /is no version/],
  ['another version in the package', { declared: ['1.1.0', '1.2.0'] }, /say 1\.1\.0: change both to 1\.2\.0/],
  ['no part in the changelog', { version: '1.3.0', declared: ['1.3.0', '1.3.0'] }, /has no "## 1\.3\.0"/],
  ['an empty part in the changelog', { changelog: '## 1.2.0\n\n## 1.1.0\n- Old.\n' }, /has no "## 1\.2\.0"/],
  ['a version that is released', { tags: tagsOf('c1\trefs/tags/v1.2.0') }, /released already, from c1/],
])('%s cannot be released', (_, changes, says) => {
  expect(releaseProblems({ ...good, ...changes })).toContainEqual(expect.stringMatching(says));
});

test('a release that failed after its tag was made is gone on with, from the same commit', () => {
  expect(releaseProblems({ ...good, tags: tagsOf('c2\trefs/tags/v1.2.0') })).toEqual([]);
});
