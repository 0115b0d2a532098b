import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ganttChart } from '../../../../src/report/render/gantt.ts';
import { failedRollout, instance } from '../samples.ts';

describe('ganttChart', () => {
  test('has a section for each phase and a bar for each stack that was started, coloured by how it ended', () => {
    expect(ganttChart(failedRollout().instances)).toBe(`gantt
  dateFormat x
  axisFormat %H:%M:%S
  section before
  ▫ eu-west-1 data (41s) :done, 1795514400000, 1795514441000
  section wave 1
  ✔ eu-west-1 api (41s) :done, 1795514400000, 1795514441000
  section wave 2
  ✖ us-east-1 api (22s) :crit, 1795514441000, 1795514463000`);
  });

  test('is absent when nothing was started', () => {
    expect(ganttChart(failedRollout().instances.filter((one) => one.state === 'skipped'))).toBe('');
  });

  test('draws hundreds of stacks as one bar for each phase and state, and failures still one by one', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      instance('api', `t${index}`, {
        phase: index < 10 ? 'wave 1' : 'wave 2',
        state: index === 77 ? 'failed' : 'succeeded',
      }),
    );
    expect(ganttChart(many).split('\n').slice(3)).toEqual([
      '  section wave 1',
      '  ✔ 10 stacks succeeded (41s) :done, 1795514400000, 1795514441000',
      '  section wave 2',
      '  ✔ 489 stacks succeeded (41s) :done, 1795514400000, 1795514441000',
      '  ✖ t77 api (41s) :crit, 1795514400000, 1795514441000',
    ]);
  });

  test('a bar is never of no length, which Mermaid draws as nothing', () => {
    const short = instance('api', 'a', { endedAt: '2026-11-24T10:00:00.000Z' });
    expect(ganttChart([short])).toContain(', 1795514400000, 1795514400001');
  });

  test('no name adds a line, a colon or a keyword', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('section x', 'title', 'click a call', 'a:b', 'a\nb', 'x;y', '%% c', '2026-01-01 x'),
        (random, name) => {
          const lines = ganttChart([instance(name, random, { phase: name + random })]).split('\n');
          expect(lines).toHaveLength(5);
          expect(lines[3]).toMatch(/^ {2}section [^:;#%]*$/);
          expect(lines[4]).toMatch(/^ {2}✔ [^:;#%]* :done, \d+, \d+$/);
        },
      ),
    );
  });
});
