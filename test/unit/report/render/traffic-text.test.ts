import { describe, expect, test } from '@jest/globals';
import type { PlannedPhase } from '../../../../src/report/plan-report.ts';
import { planMarkdown } from '../../../../src/report/render/plan-markdown.ts';
import { trafficLines, trafficMarkdown } from '../../../../src/report/render/traffic-text.ts';
import { plainStyle } from '../../../../src/report/style.ts';
import { plan } from '../samples.ts';

const before = { one: 57, two: 57 };
const phases: readonly PlannedPhase[] = [
  { name: 'before', targets: ['one'] },
  {
    name: 'canary',
    targets: ['one'],
    bakeMs: 300_000,
    traffic: {
      settleMs: 180_000,
      moves: [
        { kind: 'drain', percent: 0, before, after: { one: 0, two: 57 } },
        { kind: 'step', percent: 16, before: { one: 0, two: 57 }, after: { one: 9, two: 57 } },
        { kind: 'final', percent: 100, before: { one: 9, two: 57 }, after: before },
      ],
    },
  },
  { name: 'rest', targets: ['two'], bakeMs: 60_000 },
];

describe('the weight steps of a plan', () => {
  test('are told wave by wave in the order in which they happen', () => {
    expect(trafficLines({ phases }, plainStyle)).toEqual([
      '  canary: drain one 57 → 0 (0%), deploy, one 0 → 9 (13.6%), bake 5m, one 9 → 57 (50%), bake 5m',
      '  rest: deploy, bake 1m',
      '  clients have 3m to follow each change of weights',
    ]);
  });

  test('stand in the summary as a table', () => {
    expect(trafficMarkdown({ phases })).toBe(`| wave | steps |
| --- | --- |
| canary | drain one 57 → 0 (0%)<br>deploy<br>one 0 → 9 (13.6%)<br>bake 5m<br>one 9 → 57 (50%)<br>bake 5m |
| rest | deploy<br>bake 1m |

<sub>Clients have 3m to follow each change of weights.</sub>`);
    expect(planMarkdown(plan([], { phases }))).toContain('| canary | drain one 57 → 0 (0%)<br>');
  });

  test('are nothing where no traffic is moved and nothing bakes', () => {
    expect(trafficLines({ phases: phases.slice(0, 1) }, plainStyle)).toEqual([]);
    expect(trafficMarkdown({ phases: phases.slice(0, 1) })).toBe('');
  });

  test('of a rollback are told with what happens to the stacks between them', () => {
    const settleMs = 60_000;
    const aside = { one: 0, two: 57 };
    const back: readonly PlannedPhase[] = [
      {
        name: 'rest',
        targets: ['two'],
        traffic: { settleMs, moves: [{ kind: 'return', before, after: { one: 57, two: 5 } }], keeping: ['two'] },
      },
      {
        name: 'canary',
        targets: ['one'],
        traffic: {
          settleMs,
          moves: [
            { kind: 'leave', before, after: aside },
            { kind: 'return', before: aside, after: before },
          ],
          keeping: [],
        },
      },
      { name: 'still', targets: ['one'], traffic: { settleMs, moves: [], keeping: [] } },
    ];
    expect(trafficLines({ phases: back }, plainStyle)).toEqual([
      '  rest: roll back while two serves, two 57 → 5 (8.06%)',
      '  canary: one 57 → 0 (0%), roll back, one 0 → 57 (50%)',
      '  clients have 1m to follow each change of weights',
    ]);
  });
});
