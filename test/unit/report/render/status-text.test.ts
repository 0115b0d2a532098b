import { describe, expect, test } from '@jest/globals';
import { summaryMarkdown } from '../../../../src/report/render/github-summary.ts';
import { createLinesRenderer } from '../../../../src/report/render/lines.ts';
import type { StackReport } from '../../../../src/report/status-report.ts';
import { instance, result, timed } from '../samples.ts';

const report = (target: string, more: Partial<StackReport> = {}): StackReport => ({
  instance: `api@${target}`,
  target,
  region: target,
  account: '111111111111',
  stackName: 'orders-api',
  kind: 'deployed',
  status: 'UPDATE_COMPLETE',
  good: true,
  changedAt: '2026-11-24T10:00:59.000Z',
  outputs: {},
  ...more,
});
const NEWEST = { id: '41ba127b62f83fd9', commit: '4f2d9c1a0b3c5d6e7f' };
const stacks = [
  report('eu-west-1', { outputs: { Url: 'https://x.example/', Arn: 'arn:aws:x' }, heldBy: 'run 12', release: NEWEST }),
  report('us-east-1', { status: 'UPDATE_ROLLBACK_FAILED', good: false, reason: 'a|b', difference: 'moved' }),
  { ...report('ap-south-1'), kind: 'orphan' as const, good: false },
  {
    instance: 'api@x',
    target: 'x',
    region: 'x',
    stackName: 'orders-api',
    kind: 'absent',
    good: false,
    outputs: {},
  } as const,
];

describe('the status of an environment', () => {
  test('is a line for each stack, the URLs, and a count', () => {
    let text = '';
    const renderer = createLinesRenderer({ write: (more) => (text += more) });
    renderer.event(timed({ type: 'status.ready', stacks }));
    renderer.event(
      timed({
        type: 'run.finished',
        result: result([], { command: 'status', status: 'no-change', stacks, exitCode: 1 }),
      }),
    );
    expect(
      text,
    ).toBe(`TARGET      STACK       REGION      ACCOUNT       STATUS                   RELEASE                          CHANGED               NOTE
eu-west-1   orders-api  eu-west-1   111111111111  UPDATE_COMPLETE          41ba127b62f83fd9 (4f2d9c1a0b3c)  2026-11-24 10:00 UTC  held by run 12
us-east-1   orders-api  us-east-1   111111111111  UPDATE_ROLLBACK_FAILED                                    2026-11-24 10:00 UTC  moved; a|b
ap-south-1  orders-api  ap-south-1  111111111111  orphan, UPDATE_COMPLETE                                   2026-11-24 10:00 UTC  no longer configured (remove --targets takes it out)
x           orders-api  x                         absent

eu-west-1  Url  https://x.example/


✖ status of orders in prod: 1 orphan, 1 absent, 2 deployed in 1m 03s, release 0123456789abcdef (commit 1234567)
`);
  });

  test('is a table in the job summary', () => {
    const text = summaryMarkdown(result([], { command: 'status', status: 'no-change', stacks, exitCode: 1 }));
    expect(text).toContain('## ❌ status orders in prod: 1 orphan, 1 absent, 2 deployed\n');
    expect(text).toContain(
      '| eu-west-1 | <code>orders-api</code> | ✅ UPDATE_COMPLETE | 41ba127b62f83fd9 (4f2d9c1a0b3c) | 2026-11-24 10:00 UTC | [Url](<https://x.example/>) | held by run 12 |',
    );
    expect(text).toContain(
      '| us-east-1 | <code>orders-api</code> | ❌ UPDATE_ROLLBACK_FAILED |  | 2026-11-24 10:00 UTC |  | moved; a&#124;b |',
    );
  });

  test('a dry run without a plan still lists its stacks', () => {
    const text = summaryMarkdown(
      result([instance('api', 'a', { state: 'skipped', reason: 'would be removed' })], {
        status: 'planned',
        command: 'remove',
      }),
    );
    expect(text).toContain('| would be removed |');
  });
});
