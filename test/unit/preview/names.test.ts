import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { previewStackName, previewStackPattern } from '../../../src/preview/names.ts';
import { STACK_NAME } from '../../../src/topology/schema/patterns.ts';
import { matches } from '../../../src/topology/schema/read.ts';

const preview = { application: 'shop', repository: { name: 'acme/shop' }, number: 12 };

describe('the name of a stack in a preview', () => {
  test('tells the application, the pull request and the stack, and is the same each time', () => {
    const name = previewStackName('api', preview);
    expect(name).toMatch(/^shop-pr-12-api-[0-9a-f]{8}$/);
    expect(previewStackName('api', preview)).toBe(name);
    expect(previewStackName('api', { ...preview, repository: { name: 'Acme/Shop' } })).toBe(name);
  });

  test('is never that of another repository, application, stack or pull request, and fits the pattern of policies', () => {
    const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
    const application = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,99}$/);
    const one = fc.record({
      key: fc.oneof(
        key,
        key.map((text) => text.padEnd(64, 'x')),
      ),
      application: fc.oneof(
        fc.constantFrom('shop', 'shop-pr-1', 'shop-pr-1-api', 'y'.repeat(100), 'y'.repeat(128)),
        application.map((text) => text.padEnd(100, 'x')),
      ),
      repository: fc.record({ name: fc.constantFrom('acme/shop', 'acme/shop2', 'evil/shop') }),
      number: fc.oneof(fc.integer({ min: 1, max: 9_999_999_999 }), fc.constantFrom(1, 11, 12)),
    });
    fc.assert(
      fc.property(one, one, (a, b) => {
        const [first, second] = [previewStackName(a.key, a), previewStackName(b.key, b)];
        expect(matches(STACK_NAME, first)).toBe(true);
        expect(first === second).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(first.startsWith(previewStackPattern(a.application).slice(0, -1))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('differs where all that tells two stacks apart is cut off', () => {
    const long = { ...preview, application: 'y'.repeat(100) };
    const [a, b] = ['a', 'b'].map((end) => previewStackName(`${'x'.repeat(63)}${end}`, long));
    expect(a).not.toBe(b);
    expect(a?.length).toBe(128);
  });
});
