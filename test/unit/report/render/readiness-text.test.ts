import { describe, expect, test } from '@jest/globals';
import type { FailoverReadiness } from '../../../../src/failover/readiness/model.ts';
import { planComment } from '../../../../src/report/render/plan-comment.ts';
import { readinessLines, readinessMarkdown, readinessTally } from '../../../../src/report/render/readiness-text.ts';
import type { RunResult } from '../../../../src/report/run-result.ts';
import { plainStyle } from '../../../../src/report/style.ts';

const readiness: FailoverReadiness = {
  mechanism: 'stop-switch',
  plan: { sha256: 'abc', compiledAt: '2026-01-01T00:00:00.000Z', release: 'r1' },
  targets: [
    {
      target: 'central',
      region: 'eu-central-1',
      active: false,
      verdict: 'not-ready',
      checks: [
        { subject: 'plan', verdict: 'ready', text: 'compiled', fix: [] },
        { subject: 'release', verdict: 'missing', text: 'has <b>r0</b>', fix: ['Deploy the same.'] },
        { subject: 'certificate', verdict: 'not-looked-at', text: 'none', fix: [] },
      ],
    },
  ],
  commands: { central: ['aws s3 cp s3://b/k dr-plan.json'] },
};

describe('whether targets could take over', () => {
  test('is told on a terminal with what to do', () => {
    const lines = readinessLines(readiness, plainStyle);
    expect(lines[0]).toBe('central (not active): NOT READY to take over');
    expect(lines.find((line) => line.includes('release'))).toContain('→ Deploy the same.');
    expect(readinessLines({ ...readiness, targets: [] }, plainStyle)).toEqual([expect.stringContaining('no target')]);
    expect(readinessTally(readiness)).toBe('0 of 1 target ready to take over');
  });

  test('is told in summaries with how to get plan and program, and what others wrote is no markup there', () => {
    const text = readinessMarkdown(readiness);
    expect(text).toContain('aws s3 cp s3://b/k dr-plan.json');
    expect(text).not.toContain('<b>');
    expect(readinessMarkdown(undefined)).toBe('');
  });

  test('is a comment of its own on a pull request', () => {
    const result = { application: 'shop', environment: 'prod', status: 'failed', instances: [], readiness };
    const comment = planComment(result as unknown as RunResult);
    expect(comment).toContain('Failover of shop in prod: 0 of 1 target ready to take over');
    expect(comment).toContain('Nothing was moved');
  });
});
