import { expect, test } from '@jest/globals';
import { eventLines } from '../../../../src/report/render/event-lines.ts';
import { summaryMarkdown } from '../../../../src/report/render/github-summary.ts';
import { weightMarkdown } from '../../../../src/report/render/weight-text.ts';
import type { WeightReport } from '../../../../src/report/status-report.ts';
import { createStyle } from '../../../../src/report/style.ts';
import { result, timed } from '../samples.ts';

const weights: WeightReport = {
  driver: 'route53',
  of: 'api.example.com',
  targets: [
    {
      target: 'eu-west-1',
      weightBefore: 100,
      weightAfter: 255,
      shareBefore: 1,
      shareAfter: 0.9961,
      configured: 100,
      active: true,
    },
    {
      target: 'eu-central-1',
      weightBefore: 0,
      weightAfter: 1,
      shareBefore: 0,
      shareAfter: 0.0039,
      configured: 0,
      active: false,
    },
  ],
};
const style = createStyle({ color: false, unicode: true });

test('a change of weights is a table that shows small shares and who is not active', () => {
  expect(eventLines(timed({ type: 'weight.planned', weights }), { style })).toEqual([
    'route53 api.example.com:',
    'TARGET        WEIGHT     SHARE         CONFIGURED  NOTE',
    'eu-west-1     100 → 255  100% → 99.6%  100',
    'eu-central-1  0 → 1      0% → 0.4%     0           not active',
  ]);
  expect(weightMarkdown(weights)).toContain('| eu-central-1 | 0 → 1 | 0% → 0.4% | 0 | not active |');
});

test('the job summary shows the weights of a result', () => {
  expect(summaryMarkdown(result([], { command: 'shift', weights }))).toContain(weightMarkdown(weights));
});

test('what was accepted is one line', () => {
  const event = timed({ type: 'weight.changed', driver: 'route53', before: { a: 1, b: 2 }, after: { a: 3, b: 0 } });
  expect(eventLines(event, { style })).toEqual(['weights changed: a 1, b 2 → a 3, b 0']);
});
