import { describe, expect, test } from '@jest/globals';
import { chooseAim } from '../../../src/commands/rollback/choose-aim.ts';
import { type ReleaseRecord, recordId } from '../../../src/records/release-record.ts';
import { rollbackTarget } from '../../../src/rollout/rollback-target.ts';

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

describe('previous, when a rollback is run again', () => {
  const [zero, one, two] = [record('0000', 'c0', 0), record('1111', 'c1', 1), record('2222', 'c2', 2)];
  const restored = record('1111', 'c1', 3);
  const back: ReleaseRecord = { ...restored, asked: { ...restored.asked, restores: recordId(one.asked) } };
  const [west, central] = [
    [zero, one, two, back],
    [zero, one, two],
  ];
  const returnsTo = (records: readonly ReleaseRecord[], ...given: Parameters<typeof chooseAim>): string => {
    const found = rollbackTarget({ kind: 'current', records, key: '' }, chooseAim(...given));
    return found.kind === 'target' ? found.record.asked.release : found.kind;
  };

  test('goes on with one that did not come to its end: who is back stays, and who is not returns', () => {
    const chains = [west, central];
    expect([returnsTo(west, 'previous', chains), returnsTo(central, 'previous', chains)]).toEqual(['stays', '1111']);
    // Who does not answer may not be back.
    expect(returnsTo(west, 'previous', [west], { silent: true })).toBe('stays');
    expect(returnsTo(central, 'previous', [central], { silent: true })).toBe('1111');
    // What was left may have been returned to itself.
    const twice: ReleaseRecord = { ...two, asked: { ...two.asked, restores: recordId(two.asked) } };
    expect(
      chooseAim('previous', [
        [...west.slice(0, 3), twice, back],
        [...central, twice],
      ]),
    ).toEqual({ to: '1111' });
  });

  test('is one release more where all are back, or only those are not that stay in every rollback', () => {
    expect(returnsTo(west, 'previous', [west, west])).toBe('0000');
    expect(returnsTo(west, 'previous', [west, central], { returning: [west] })).toBe('0000');
    const made = { ...two, asked: { ...two.asked, created: true } } as const;
    expect(returnsTo(west, 'previous', [west, [made]])).toBe('0000');
    const other = { ...two, asked: { ...two.asked, release: '1111' } };
    const all = [
      [zero, one, other, back],
      [zero, one, other, back],
    ];
    expect(chooseAim('previous', all)).toMatchObject({ previous: { release: '1111' } });
    // Release 2222 had changed nothing in the other one.
    const same = { ...one, also: [{ release: '2222', at: two.ended.at }] };
    expect(returnsTo(west, 'previous', [west, [zero, same]])).toBe('0000');
  });

  test('leaves the release that came since, also where that changed nothing in who is back', () => {
    const three = record('3333', 'c3', 4);
    expect(chooseAim('previous', [[...west, three], central])).toMatchObject({ previous: { release: '3333' } });
    const since = { ...back, also: [{ release: '3333', at: three.ended.at }] };
    expect(chooseAim('previous', [[zero, one, two, since], central])).toMatchObject({ previous: { release: '1111' } });
  });
});
