import { describe, expect, test } from '@jest/globals';
import type { Proof } from '../../../src/records/proof.ts';
import { type ReleaseRecord, recordId } from '../../../src/records/release-record.ts';
import { lastRollout, rollbackTarget } from '../../../src/rollout/rollback-target.ts';

/** A record written in this minute of the hour. */
function record(
  release: string,
  minute: number,
  more: Partial<ReleaseRecord['asked']> = {},
  run = 'run',
): ReleaseRecord {
  const asked = {
    release,
    template: { sha256: release },
    parameters: { Minute: { value: String(minute) } },
    tags: {},
    capabilities: [],
    notificationArns: [],
    artifacts: [],
    taken: {},
    ...more,
  };
  return { asked, ended: { state: 'succeeded', at: at(minute), run, outputs: {} }, also: [] };
}

const at = (minute: number): string => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
const current = (...records: readonly ReleaseRecord[]): Proof => ({ kind: 'current', records, key: '' });
const leave = (release: string, minute: number) => ({ leave: { release, openedAt: at(minute) } });
const previous = (release: string, minute: number) => ({ previous: { release, openedAt: at(minute) } });

describe('the record that a stack returns to when a rollout is left', () => {
  const [v1, v2] = [record('v1', 1, { created: true }), record('v2', 2)];

  test('is the one before', () => {
    expect(rollbackTarget(current(v1, v2), leave('v2', 2))).toEqual({ kind: 'target', record: v1 });
  });

  test('is none where the rollout never came, or nothing changed', () => {
    expect(rollbackTarget(current(v1), leave('v2', 2))).toMatchObject({
      kind: 'stays',
      there: expect.objectContaining({ asked: expect.anything() }),
    });
  });

  test('is none where the stack was made by it: it is not deleted', () => {
    const step = rollbackTarget(current(v1), leave('v1', 1));
    expect(step).toMatchObject({ kind: 'stays', reason: expect.stringContaining('deletes no stack') });
    expect(step).not.toHaveProperty('there');
  });

  test('is none once it has returned', () => {
    const back = record('v1', 3, { restores: recordId(v1.asked) });
    expect(rollbackTarget(current(v1, v2, back), leave('v2', 2))).toMatchObject({
      kind: 'stays',
      there: expect.objectContaining({ asked: expect.anything() }),
    });
  });

  test('is none once it has returned, also to the same release with its earlier parameters', () => {
    const [early, late] = [record('v1', 1), record('v1', 9)];
    const back = record('v1', 10, { restores: recordId(early.asked) });
    expect(rollbackTarget(current(early, late, back), leave('v1', 8))).toMatchObject({
      kind: 'stays',
      there: expect.objectContaining({ asked: expect.anything() }),
    });
  });

  test('is the same release with its earlier parameters, where the rollout changed only those', () => {
    const [early, late] = [record('v1', 1), record('v1', 9)];
    expect(rollbackTarget(current(early, late), leave('v1', 8))).toEqual({ kind: 'target', record: early });
  });

  test('is the newest one where the change did not come to its end', () => {
    const halfway: Proof = { kind: 'halfway', records: [v1], key: '' };
    expect(rollbackTarget(halfway, leave('v2', 2))).toEqual({ kind: 'target', record: v1 });
  });

  test('is the newest one where the record of the rollout itself was lost, and not of another', () => {
    const behind: Proof = { kind: 'behind', records: [v1], key: '', lost: { id: 'x', release: 'v2' } };
    expect(rollbackTarget(behind, leave('v2', 2))).toEqual({ kind: 'target', record: v1 });
    expect(rollbackTarget(behind, leave('v3', 3))).toMatchObject({ kind: 'refused' });
  });

  test('is refused where the one before is not proven', () => {
    expect(rollbackTarget(current(record('v2', 2)), leave('v2', 2))).toMatchObject({ kind: 'refused' });
    expect(rollbackTarget({ kind: 'none', reason: 'somebody else changed it' }, leave('v2', 2))).toEqual({
      kind: 'refused',
      reason: 'somebody else changed it',
    });
  });
});

describe('the previous release', () => {
  const [v1, v2, v3] = [record('v1', 1), record('v2', 2), record('v3', 3)];

  test('after a rollback is the one before that to which it returned', () => {
    const back = record('v2', 4, { restores: recordId(v2.asked) });
    expect(rollbackTarget(current(v1, v2, v3, back), previous('v2', 4))).toEqual({ kind: 'target', record: v1 });
  });

  test('is that of the last rollout, whatever stacks it changed', () => {
    const rollout = lastRollout([{ record: v2, before: v1 }, { record: v1 }]);
    expect(rollout).toEqual({ release: 'v2', openedAt: at(2) });
    expect(rollbackTarget(current(v1), { previous: rollout ?? { release: '', openedAt: '' } })).toMatchObject({
      there: v1,
    });
  });

  test('is not that of an earlier rollout of the same release with other parameters', () => {
    const [early, late] = [record('v1', 1, {}, 'first run'), record('v1', 9, {}, 'second run')];
    expect(
      lastRollout([
        { record: late, before: early },
        { record: early, before: record('v1', 0) },
      ]),
    ).toEqual({
      release: 'v1',
      openedAt: at(9),
    });
  });
});

describe('a release by its id', () => {
  const [v1, v2, v3] = [record('v1', 1), record('v2', 2), record('v3', 3)];
  const also = { ...v1, also: [{ release: 'v1b', at: at(1) }] };

  test('is found also where it changed nothing', () => {
    expect(rollbackTarget(current(also, v2, v3), { to: 'v1b' })).toEqual({ kind: 'target', record: also });
  });

  test('is no change where the stack has it', () => {
    expect(rollbackTarget(current(v1, v2), { to: 'v2' })).toMatchObject({
      kind: 'stays',
      there: expect.objectContaining({ asked: expect.anything() }),
    });
    expect(rollbackTarget(current(also), { to: 'v1' })).toMatchObject({
      kind: 'stays',
      there: expect.objectContaining({ asked: expect.anything() }),
    });
  });

  test('is refused where there is no record of it, with those there are', () => {
    expect(rollbackTarget(current(v1, v2), { to: 'v9' })).toEqual({
      kind: 'refused',
      reason: 'it has no record of release v9, only of v1, v2',
    });
  });
});
