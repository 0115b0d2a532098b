import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { previewStackName, previewStackPattern } from '../../../src/preview/names.ts';
import { STACK_NAME } from '../../../src/topology/schema/patterns.ts';
import { matches } from '../../../src/topology/schema/read.ts';

const preview = { application: 'shop', repository: { name: 'acme/shop' }, number: 12 };

describe('the name of a stack in a preview', () => {
  test('tells the application and the pull request, and is the same each time', () => {
    const name = previewStackName('shop-api', preview);
    expect(name).toMatch(/^shop-api-pr-12-[0-9a-f]{8}$/);
    expect(previewStackName('shop-api', preview)).toBe(name);
    expect(previewStackName('shop-api', { ...preview, repository: { name: 'Acme/Shop' } })).toBe(name);
  });

  test('is never that of another repository, application, stack or pull request, however long they are', () => {
    const base = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,127}$/);
    const number = fc.integer({ min: 1, max: 9_999_999_999 });
    const one = fc.record({
      base: fc.oneof(
        base,
        base.map((text) => text.padEnd(128, 'x')),
      ),
      application: fc.constantFrom('shop', 'other', 'shop-pr-1'),
      repository: fc.record({ name: fc.constantFrom('acme/shop', 'acme/shop2', 'evil/shop') }),
      number: fc.oneof(number, fc.constantFrom(1, 11, 12)),
    });
    fc.assert(
      fc.property(one, one, (a, b) => {
        const [first, second] = [previewStackName(a.base, a), previewStackName(b.base, b)];
        expect(matches(STACK_NAME, first)).toBe(true);
        expect(first === second).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 500 },
    );
  });

  test('fits the pattern that policies are written with', () => {
    for (const base of ['a', 'shop-api', 'x'.repeat(108), 'x'.repeat(128)]) {
      const pattern = previewStackPattern(base);
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
      expect(previewStackName(base, { ...preview, number: 9_999_999_999 })).toMatch(expression);
      expect(previewStackName(base, preview)).toMatch(expression);
    }
  });
});
