import { describe, expect, test } from '@jest/globals';
import { createStillBad } from '../../../src/rollout/still-bad.ts';

const wave = { kind: 'wave' } as const;

describe('who may not gain in a rollback', () => {
  test('is who leaves, who was judged bad in any wave, and who stayed behind in one that had its turn', () => {
    const still = createStillBad([
      { ...wave, targets: ['d', 'e'], judged: 'bad' },
      { ...wave, targets: ['c'], judged: 'good' },
      { ...wave, targets: ['a'], judged: 'good' },
    ]);
    expect([...still.whenLeaving(['c'])]).toEqual(['d', 'e', 'c']);
    still.begin(['d', 'e']);
    still.cameBack('d');
    expect([...still.whenLeaving(['a'])]).toEqual(['e', 'a']);
    still.begin(['c']);
    expect([...still.whenLeaving(['a'])]).toEqual(['e', 'c', 'a']);
  });

  test('are all that have not come back when weights are restored, which may wait until the last one had its turn', () => {
    const still = createStillBad([
      { ...wave, targets: ['b'], judged: 'bad' },
      { ...wave, targets: ['a'], judged: 'good' },
    ]);
    expect([...still.whenRestoring()]).toEqual(['b', 'a']);
    still.begin(['b']);
    still.cameBack('b');
    expect([[...still.whenRestoring()], still.isOver()]).toEqual([['a'], false]);
    still.begin(['a']);
    expect([[...still.whenRestoring()], still.isOver()]).toEqual([['a'], true]);
  });

  test('is of what an earlier run took back only what it could not', () => {
    const still = createStillBad([
      { ...wave, targets: ['b', 'c'], judged: 'returned', kept: ['c'] },
      { kind: 'before', targets: ['home'], judged: 'bad' },
    ]);
    expect([[...still.whenLeaving([])], [...still.whenRestoring()], still.isOver()]).toEqual([['c'], ['c'], true]);
  });
});
