import { describe, expect, test } from '@jest/globals';
import { chooseAim } from '../../../src/commands/rollback/choose-aim.ts';
import type { ReleaseRecord } from '../../../src/records/release-record.ts';

function record(release: string, commit: string, minute: number): ReleaseRecord {
  const asked = {
    release,
    commit,
    template: { sha256: '' },
    parameters: {},
    tags: {},
    capabilities: [],
    notificationArns: [],
    artifacts: [],
    taken: {},
  };
  const at = `2026-01-01T00:0${minute}:00.000Z`;
  return { asked, ended: { state: 'succeeded', at, run: 'run', outputs: {} }, also: [] };
}

describe('the release that a person names', () => {
  const [one, two] = [record('1111', 'aaaaaaaaaaaa', 1), record('2222', 'bbbbbbbbbbbb', 2)];
  const chains = [[one, two], [one]];

  test.each([
    ['its id', '1111'],
    ['its commit', 'aaaaaaaaaaaa'],
    ['the beginning of its commit', 'aaaaaaa'],
  ])('may be %s', (_what, to) => {
    expect(chooseAim(to, chains)).toEqual({ to: '1111' });
  });

  test('previous is what was there before the last rollout', () => {
    expect(chooseAim('previous', chains)).toEqual({
      previous: { release: '2222', openedAt: '2026-01-01T00:02:00.000Z' },
    });
  });

  test('that nobody recorded is refused with those that are', () => {
    expect(() => chooseAim('3333', chains)).toThrow(
      expect.objectContaining({
        code: 'release-unknown',
        fix: [expect.stringContaining('1111 of commit aaaaaaaaaaaa')],
      }),
    );
    expect(() => chooseAim('aaaaaa', chains)).toThrow(expect.objectContaining({ code: 'release-unknown' }));
  });

  test('of which there are several is refused', () => {
    const twin = record('3333', 'aaaaaaaaaaaa', 3);
    expect(() => chooseAim('aaaaaaa', [[one, twin]])).toThrow(expect.objectContaining({ code: 'release-ambiguous' }));
  });

  test('previous is refused where nothing is recorded', () => {
    expect(() => chooseAim('previous', [[], []])).toThrow(expect.objectContaining({ code: 'nothing-recorded' }));
  });
});
