import { expect, test } from '@jest/globals';
import { notesOf, type ReleaseFacts, releaseProblems } from '../../../scripts/check-release.ts';

const changelog = `# Changelog

## Unreleased

## 1.2.0 (2026-11-26)

- New: \`init\`.

## 1.1.0

- Old.
`;
const good: ReleaseFacts = { version: '1.2.0', declared: ['1.2.0', '1.2.0'], changelog, tags: ['v1', 'v1.1.0'] };

test('a version whose places agree can be released, with its own part of the changelog', () => {
  expect(releaseProblems(good)).toEqual([]);
  expect(notesOf(changelog, '1.2.0')).toBe('- New: `init`.');
});

test.each<readonly [string, Partial<ReleaseFacts>, RegExp]>([
  ['no version', { version: 'v1.2.0', declared: ['v1.2.0'] }, /is no version/],
  ['another version in the package', { declared: ['1.1.0', '1.2.0'] }, /say 1\.1\.0: change both to 1\.2\.0/],
  ['no part in the changelog', { version: '1.3.0', declared: ['1.3.0', '1.3.0'] }, /has no "## 1\.3\.0"/],
  ['an empty part in the changelog', { changelog: '## 1.2.0\n\n## 1.1.0\n- Old.\n' }, /has no "## 1\.2\.0"/],
  ['a version that is released', { tags: ['v1.2.0'] }, /released already/],
])('%s cannot be released', (_, changes, says) => {
  expect(releaseProblems({ ...good, ...changes })).toContainEqual(expect.stringMatching(says));
});
