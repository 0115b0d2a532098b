import { describe, expect, test } from '@jest/globals';
import type { GateVerdict } from '../../../../src/gates/model.ts';
import { gateLines, gateMarkdown, gateTally } from '../../../../src/report/render/gate-text.ts';
import { gateAnnotations } from '../../../../src/report/render/github-annotations.ts';
import { plainStyle } from '../../../../src/report/style.ts';

const verdict = (more: Partial<GateVerdict>): GateVerdict => ({
  gate: 'health',
  target: 'eu-west-1',
  moment: 'bake',
  verdict: 'pass',
  reason: 'answered 200',
  evidence: {},
  at: '2026-01-05T08:00:00.000Z',
  ...more,
});

const verdicts = [
  verdict({}),
  verdict({ gate: 'alarm', moment: 'before', verdict: 'inconclusive', reason: 'not\nyours' }),
  verdict({ target: 'eu-central-1', verdict: 'fail', reason: 'answered | 500' }),
  verdict({ target: 'us-west-2', verdict: 'fail', reason: 'answered 500' }),
  (({ target: _, ...rest }) => rest)(verdict({ gate: 'all' })),
];

describe('verdicts', () => {
  test('are a table with what needs somebody first', () => {
    expect(gateLines(verdicts, plainStyle).map((line) => line.trimEnd())).toEqual([
      'TARGET        GATE    WHEN    VERDICT       REASON',
      'eu-central-1  health  bake    fail          answered | 500',
      'us-west-2     health  bake    fail          answered 500',
      'eu-west-1     alarm   before  inconclusive  not yours',
      'eu-west-1     health  bake    pass          answered 200',
      'all           all     bake    pass          answered 200',
      '',
    ]);
    expect(gateLines([], plainStyle)).toEqual([]);
  });

  test('are one phrase', () => {
    expect(gateTally(verdicts)).toBe('2 fail, 1 inconclusive, 2 pass');
    expect(gateTally([])).toBe('no gates');
  });

  test('are a table of the job summary in which no text breaks a row', () => {
    const rows = gateMarkdown(verdicts)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(2 + verdicts.length);
    expect(rows.every((row) => row.replaceAll('\\|', '').split('|').length === 7)).toBe(true);
    expect(gateMarkdown([])).toBe('');
  });

  test('are one annotation for each gate, whatever the number of targets', () => {
    expect(gateAnnotations({ gates: verdicts })).toEqual([
      { level: 'warning', title: 'gate alarm inconclusive', message: 'eu-west-1: not yours' },
      { level: 'error', title: 'gate health failed', message: 'eu-central-1: answered | 500\nus-west-2: answered 500' },
    ]);
    expect(gateAnnotations({})).toEqual([]);
  });
});
