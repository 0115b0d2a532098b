import { expect, test } from '@jest/globals';
import { findOrigin, isDeadRun } from '../../src/origin.ts';

const machine = '0123456789abcdef01234567';
const own = { runId: 'run-01234567-20-abcdef', process: { machine, id: 20 } };
const job = { runId: 'gh-7-3-abcdef' };
const gone = (id: number): boolean => id === 10;

test.each([
  ['a process of this machine that is gone', 'run-01234567-10-aaaaaa', own, true],
  ['one that had our own number', 'run-01234567-20-aaaaaa', own, true],
  ['this run', own.runId, own, false],
  ['a process that lives', 'run-01234567-30-aaaaaa', own, false],
  ['a process of another machine', 'run-89abcdef-10-aaaaaa', own, false],
  ['a machine that is not told', 'run-aaaaaa', own, false],
  ['a process, asked in CI', 'run-01234567-10-aaaaaa', job, false],
  ['an earlier attempt', 'gh-7-2-aaaaaa', job, true],
  ['this attempt', 'gh-7-3-aaaaaa', job, false],
  ['a later attempt', 'gh-7-10-aaaaaa', job, false],
  ['another run', 'gh-6-1-aaaaaa', job, false],
  ['a job, asked on a laptop', 'gh-7-2-aaaaaa', own, false],
])('the id of %s tells whether it is over', (_, runId, by, dead) => {
  expect(isDeadRun(runId, by, gone)).toBe(dead);
});

test('an id of a run is what change sets and sessions take', async () => {
  const origin = await findOrigin({
    env: {},
    cwd: '/',
    spawn: async () => ({ exitCode: 1, tail: [], aborted: false }),
    random: () => 0.5,
    pid: 4_194_304,
    platform: process.platform,
  });
  expect(origin.runId).toMatch(/^run-[a-z0-9-]{6,24}$/);
  expect(isDeadRun(origin.runId, origin, () => true)).toBe(false);
});
