import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expiryOf, ownershipOf, tagValue, toTags } from '../../../src/preview/tags.ts';

const own = { name: 'acme/shop', id: '42' };
const given = { repository: own, application: 'shop', number: 12, expiresAt: Date.parse('2026-12-03T00:00:00Z') };

describe('tags of a preview', () => {
  test('tell whose it is, of which pull request and commit, and until when', () => {
    expect(toTags({ ...given, commit: 'abc', branch: 'feature/x' })).toEqual({
      'sam-multi-region:repository': 'acme/shop',
      'sam-multi-region:repository-id': '42',
      'sam-multi-region:application': 'shop',
      'sam-multi-region:pull-request': '12',
      'sam-multi-region:commit': 'abc',
      'sam-multi-region:branch': 'feature/x',
      'sam-multi-region:expires': '2026-12-03T00:00:00.000Z',
    });
  });

  test.each([
    ['`rm -rf $(x)`; ${{ github.token }}', '-rm -rf --x--- --- github.token --'],
    ['a\nb\u202Ec', 'a-b-c'],
    ['AWS:evil', 'aws-evil'],
    ['größe/ämter', 'größe/ämter'],
  ])('a branch %j is %j', (branch, value) => expect(tagValue(branch)).toBe(value));

  test('whatever a branch is called, its tag is one that AWS takes and holds no reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const value = tagValue(text);
        expect([...value].length).toBeLessThanOrEqual(256);
        expect(value).toMatch(/^[\p{L}\p{N} _.:/=+\-@]*$/u);
      }),
    );
  });

  test('expire at the end of a day, so that two runs of a day say the same', () => {
    const [morning, evening] = [Date.parse('2026-11-26T06:00:00Z'), Date.parse('2026-11-26T22:00:00Z')];
    expect(new Date(expiryOf(morning, 7 * 86_400_000)).toISOString()).toBe('2026-12-04T00:00:00.000Z');
    expect(expiryOf(evening, 7 * 86_400_000)).toBe(expiryOf(morning, 7 * 86_400_000));
  });
});

describe('whose a stack is', () => {
  const tags = toTags(given);

  test('is read back from its tags', () =>
    expect(ownershipOf(tags, own)).toEqual({
      kind: 'own',
      number: 12,
      application: 'shop',
      expiresAt: given.expiresAt,
    }));

  test.each([
    ['without tags', {}],
    [
      'of another repository',
      { ...tags, 'sam-multi-region:repository': 'acme/other', 'sam-multi-region:repository-id': '43' },
    ],
    ['of a repository that has its name now', { ...tags, 'sam-multi-region:repository-id': '43' }],
    ['with the tags of some other tool', { 'pull-request': '12', repository: 'acme/shop' }],
  ])('%s is foreign', (_, foreign) => expect(ownershipOf(foreign, own).kind).toBe('foreign'));

  test('with our id under an old name is ours; without one the name decides', () => {
    expect(ownershipOf(tags, { name: 'acme/renamed', id: '42' }).kind).toBe('own');
    expect(ownershipOf(tags, { name: 'ACME/shop' }).kind).toBe('own');
    expect(ownershipOf(tags, { name: 'acme/renamed' }).kind).toBe('foreign');
  });

  test.each(['', '0', '-1', '1e3', '12abc', ' 12', '١٢', '99999999999'])('with the number %j is unclear', (number) =>
    expect(ownershipOf({ ...tags, 'sam-multi-region:pull-request': number }, own).kind).toBe('unclear'),
  );

  test('with half of its tags is unclear', () => {
    const { 'sam-multi-region:application': _, ...half } = tags;
    expect(ownershipOf(half, own)).toEqual({ kind: 'unclear', reason: expect.stringContaining('application') });
  });

  test.each(['', 'never', '2026-12-03', '0', '2026-13-45T00:00:00Z', '1764547200000'])(
    'with the expiry %j has none',
    (expires) =>
      expect(ownershipOf({ ...tags, 'sam-multi-region:expires': expires }, own)).not.toHaveProperty('expiresAt'),
  );
});
