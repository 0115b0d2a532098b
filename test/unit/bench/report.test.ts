import { expect, test } from '@jest/globals';
import { unmeasured } from '../../../bench/comparison.ts';
import { ratioFigures } from '../../../bench/figures.ts';
import type { BenchResult, Run } from '../../../bench/model.ts';
import { markdown } from '../../../bench/report.ts';

const contenders = [
  { name: 'ours', text: 'this project', sequential: false, command: async () => ({ args: [], env: {} }) },
  { name: 'sequential', text: 'a loop', sequential: true, command: async () => ({ args: [], env: {} }) },
];

function run(contender: string, wallSeconds: number, more: Partial<Run> = {}): Run {
  return {
    contender,
    kind: 'change',
    speed: 'instant',
    regions: 8,
    wallSeconds,
    cpuSeconds: wallSeconds / 2,
    treePeakBytes: 200 * 2 ** 20,
    ownPeakBytes: 0,
    calls: { s3: 10, cloudformation: 20 },
    callsByRegion: {},
    exitCode: 0,
    ...more,
  };
}

const runs = [
  run('ours', 2),
  run('ours', 4, { calls: { s3: 12, cloudformation: 20 } }),
  run('ours', 3),
  run('sequential', 50),
  run('sequential', 90),
  run('sequential', 60),
  run('sequential', 1, { exitCode: 1 }),
];

const result: BenchResult = {
  schema: 1,
  startedAt: '2026-01-05T08:00:00.000Z',
  endedAt: '2026-01-05T09:00:00.000Z',
  finished: true,
  machine: {
    cpu: 'Abacus 9',
    cores: 2,
    memoryGiB: 24,
    platform: 'linux x64',
    node: '24.1.0',
    sam: '1.170.0',
    commit: 'abc',
  },
  repeats: 3,
  runs,
  figures: ratioFigures(runs),
  notes: ['a gap'],
};

test('the page shows the machine, medians with their spread, and ratios of medians of the runs that succeeded', () => {
  const page = markdown(result, contenders);
  expect(page).toContain('Abacus 9, 2 cores, 24 GiB');
  expect(page).toContain(
    '| 8 | ours | 3 | 3.00 s (2.00 to 4.00) | 1.00 | 1.50 s (1.00 to 2.00) | 1.00 | 200 MB | cloudformation 20, s3 10 |',
  );
  expect(page).toContain('| 8 | sequential | 3 | 60.00 s (50.00 to 90.00) | 20.00 |');
  expect(page).toContain('| ≥ 20 x | 20.00 x | yes | 60.00 s ÷ 3.00 s |');
  expect(page).toContain('- a gap');
});

test('what was asked for and not measured is named, and what is left out on purpose is explained', () => {
  const options = {
    regions: [8, 16],
    speeds: ['instant', 'slow'],
    kinds: ['change'],
    repeats: 1,
    slowSequentialRegions: 8,
  } as const;
  const application = { folder: '', template: '', change: async () => 1, use: async () => {} };
  expect(unmeasured({ contenders, application, options, deadline: 0 }, runs)).toEqual([
    'One region after the other over stacks of 20 s (sequential) is not run for 16 regions: it only adds up.',
    'Not measured: ours, instant stacks, 16 regions, change.',
    'Not measured: sequential, instant stacks, 16 regions, change.',
    'Not measured: ours, slow stacks, 8 regions, change.',
    'Not measured: sequential, slow stacks, 8 regions, change.',
    'Not measured: ours, slow stacks, 16 regions, change.',
  ]);
});
