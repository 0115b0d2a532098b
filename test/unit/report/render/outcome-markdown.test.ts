import { describe, expect, test } from '@jest/globals';
import { byteLength } from '../../../../src/report/markdown.ts';
import { deploymentComment, outcomeMarkdown } from '../../../../src/report/render/outcome-markdown.ts';
import { failedRollout, failure, instance, result } from '../samples.ts';

describe('what a step leaves for the comment', () => {
  test('is its verdict, why, and the stacks that are not well', () => {
    const text = outcomeMarkdown(failedRollout());
    expect(text).toContain('### ❌ deploy orders to prod: ');
    expect(text).toContain('Subscriber limit exceeded');
    expect(text).toContain('| us-east-1 | api | ❌ failed |');
    expect(text).not.toContain('| eu-west-1 |');
  });

  test('of 1,000 targets fits, four of them make a comment that GitHub takes, and what failed is in it', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      instance('api', `target-${index}`, {
        state: 'failed',
        reason: `${index} ${'r'.repeat(500)}`,
        failures: [failure(`R${index}`, { reason: 'w'.repeat(2_000) })],
      }),
    );
    const part = outcomeMarkdown(result(many, { status: 'failed', failure: 'the gate smoke failed' }));
    expect(byteLength(part)).toBeLessThanOrEqual(15_000);
    expect(part).toContain('1000 stacks failed');
    expect(part).toContain('the gate smoke failed');
    expect(part).toContain('**api in target-0**');
    const full = `### ❌ deploy\n\n${'x'.repeat(14_900)}`;
    const parts = [...Array(5).fill(full), '### the last'];
    const text = deploymentComment({ environment: 'prod', jobResult: 'failure', parts });
    expect(byteLength(text)).toBeLessThanOrEqual(64_000);
    expect([text.split('### ❌ deploy').length - 1, text.includes('### the last')]).toEqual([4, true]);
  });
});
