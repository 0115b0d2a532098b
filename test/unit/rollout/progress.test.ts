import { expect, test } from '@jest/globals';
import { openRollout } from '../../../src/rollout/open-rollout.ts';
import { createProgress } from '../../../src/rollout/progress.ts';

test('the revision of a step that nobody said to be kept is not used again: it may lie somewhere all the same', async () => {
  const sent: number[] = [];
  const progress = createProgress(openRollout({ id: 'r1' }, { run: '1', who: 'test' }, undefined, 0), {
    save: async ({ revision }) => {
      sent.push(revision);
      if (sent.length === 2) throw new Error('not heard');
    },
  });
  const failure = { phase: 'wave-1', reason: 'held up' };
  await progress.mark('wave-1', { stage: 'started', startedAt: new Date(0).toISOString() });
  await expect(progress.decide({ weightsBefore: { a: 100 } })).rejects.toThrow('not heard');
  await progress.decide({ course: 'failed', failure });
  expect(sent).toEqual([1, 2, 3]);
  expect(progress.current).toMatchObject({ revision: 3, course: 'failed' });
  expect(progress.current.weightsBefore).toBeUndefined();
});
