import { describe, expect, test } from '@jest/globals';
import { decide } from '../../../src/preview/decide.ts';
import { whyNotOf } from '../../../src/preview/owner.ts';
import { type Ownership, ownershipOf } from '../../../src/preview/tags.ts';

const NOW = Date.parse('2026-11-26T06:00:00Z');
const own = (expiresAt?: number): Extract<Ownership, { kind: 'own' }> => ({
  kind: 'own',
  number: 12,
  application: 'shop',
  ...(expiresAt !== undefined && { expiresAt }),
});
const FUTURE = NOW + 1;

describe('a stack that was found', () => {
  test.each([
    ['closed', FUTURE, 'delete', /closed/],
    ['closed', undefined, 'delete', /closed/],
    ['closed', NOW, 'delete', /closed/],
    ['open', FUTURE, 'keep', /open; it expires on 2026-11-26/],
    ['open', undefined, 'keep', /do not say when it expires/],
    ['open', NOW, 'delete', /expired on 2026-11-26 06:00 UTC; pull request 12 is open/],
    ['unknown', FUTURE, 'keep', /not known: GitHub is down/],
    ['unknown', undefined, 'keep', /not known: GitHub is down/],
    ['unknown', NOW, 'delete', /expired/],
  ] as const)('of a pull request that is %s, expiring at %s: %s', (state, expiresAt, decision, reason) => {
    const decided = decide(own(expiresAt), state, 'GitHub is down', NOW);
    expect(decided).toEqual({ decision, reason: expect.stringMatching(reason) });
  });

  test('of another application stays: its own role deletes it', () => {
    expect(decide(own(NOW), 'closed', '', NOW, 'shop').decision).toBe('delete');
    expect(decide(own(NOW), 'closed', '', NOW, 'other')).toEqual({
      decision: 'keep',
      reason: expect.stringMatching(/shop/),
    });
  });

  test.each(['open', 'closed', 'unknown'] as const)('whose tags do not say of what stays, %s or not', (state) =>
    expect(decide({ kind: 'unclear', reason: 'no number' }, state, '', NOW)).toEqual({
      decision: 'keep',
      reason: 'no number',
    }),
  );
});

describe('a stack of the name of a preview', () => {
  const owner = { repository: { name: 'acme/shop', id: '42' }, application: 'shop', number: 12 };
  const tags = {
    'sam-multi-region:repository': 'acme/shop',
    'sam-multi-region:repository-id': '42',
    'sam-multi-region:application': 'shop',
    'sam-multi-region:pull-request': '12',
  };
  const stack = { stackName: 'shop-pr-12-api-1', status: 'UPDATE_COMPLETE', tags };

  test('is ours with our tags, or before it ever had a resource', () => {
    expect(ownershipOf(tags, owner.repository).kind).toBe('own');
    expect(whyNotOf(stack, owner)).toBeUndefined();
    expect(whyNotOf({ ...stack, status: 'REVIEW_IN_PROGRESS', tags: {} }, owner)).toBeUndefined();
  });

  test.each([
    [{}, /has no tags that say so/],
    [
      { ...tags, 'sam-multi-region:repository': 'eve/shop', 'sam-multi-region:repository-id': '7' },
      /belongs to eve\/shop/,
    ],
    [{ ...tags, 'sam-multi-region:pull-request': '13' }, /of pull request 13 of shop/],
    [{ ...tags, 'sam-multi-region:application': 'other' }, /of pull request 12 of other/],
    [{ ...tags, 'sam-multi-region:pull-request': 'x' }, /left alone/],
  ])('is not ours with %j', (foreign, why) => {
    expect(whyNotOf({ ...stack, tags: foreign }, owner)).toMatch(why);
    // Also one under review, once it has the tags of somebody.
    if (Object.keys(foreign).length > 0)
      expect(whyNotOf({ ...stack, status: 'REVIEW_IN_PROGRESS', tags: foreign }, owner)).toMatch(why);
  });
});
