import { describe, expect, test } from '@jest/globals';
import { admit } from '../../../src/rollout/admission.ts';
import { type Course, newestCopy, type OpenRollout, openRollout } from '../../../src/rollout/open-rollout.ts';

const now = Date.UTC(2026, 0, 1);
const owner = { run: '7', who: 'https://github.com/o/r/actions/runs/7' };
const wave = { stage: 'failed', startedAt: '2026-01-01T00:00:00.000Z', bakeSince: '2026-01-01T00:01:00.000Z' } as const;

function kept(course: Course, release = 'old'): OpenRollout {
  const opened = openRollout({ id: release, commit: 'abc' }, { run: '6', who: 'run 6' }, undefined, now - 60_000);
  return { ...opened, revision: 4, course, phases: { 'wave-1': wave }, failure: { phase: 'wave-1', reason: 'bad' } };
}

const ask = (last: OpenRollout | undefined, supersede = false, release = 'new') =>
  admit(last, { release: { id: release }, owner, supersede, now });

describe('a deployment', () => {
  test.each([undefined, kept('closed'), kept('failed')])('opens a rollout where none is open', (last) => {
    expect(ask(last)).toMatchObject({
      release: { id: 'new' },
      owner,
      course: 'forward',
      revision: 0,
      sequence: (last?.sequence ?? 0) + 1,
      phases: {},
    });
  });

  test.each(['forward', 'rolling-back'] as const)('of another release is kept out while one is %s', (course) => {
    expect(() => ask(kept(course))).toThrow(
      /release old \(commit abc\) is .* since 2025-12-31T23:59:00.000Z, by run 6/,
    );
    expect(ask(kept(course), true)).toMatchObject({ release: { id: 'new' }, sequence: 2, revision: 0 });
  });

  test('of the same release goes on where the other one was', () => {
    expect(ask(kept('forward', 'new'))).toEqual({ ...kept('forward', 'new'), owner });
    expect(ask(kept('rolling-back', 'new'))).toMatchObject({ course: 'rolling-back', revision: 4 });
  });

  test('tries a phase again that was judged bad, and bakes it anew', () => {
    const again = ask(kept('failed', 'new'));
    expect(again.phases).toEqual({ 'wave-1': { stage: 'started', startedAt: wave.startedAt } });
    expect(again).toMatchObject({ course: 'forward', revision: 4, sequence: 1 });
    expect(again.failure).toBeUndefined();
  });
});

test('of several copies the latest rollout counts, then its latest write, whatever the clocks said', () => {
  const stale = { ...kept('forward'), sequence: 2, revision: 40, openedAt: '2030-01-01T00:00:00.000Z' };
  const closed = { ...kept('closed', 'new'), sequence: 3, revision: 5 };
  expect(newestCopy([stale, undefined, { ...closed, revision: 4, course: 'forward' }, closed])).toBe(closed);
  expect(newestCopy([undefined])).toBeUndefined();
});
