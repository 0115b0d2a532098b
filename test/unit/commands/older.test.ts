import { describe, expect, test } from '@jest/globals';
import { whyOlder } from '../../../src/commands/deploy/older.ts';
import { admit } from '../../../src/rollout/admission.ts';
import { openRollout } from '../../../src/rollout/open-rollout.ts';

const [old, young] = ['a'.repeat(40), 'b'.repeat(40)];
const last = (run: string, commit = young) =>
  openRollout({ id: 'theirs', commit }, { run, who: `run ${run}` }, undefined, 0);

/** Git in which `old` is an ancestor of `young`, and nothing else is known. */
function context(run?: string) {
  const asked: string[][] = [];
  return {
    asked,
    cwd: '/',
    env: run === undefined ? {} : { GITHUB_RUN_ID: run },
    spawn: async (_command: string, args: readonly string[]) => {
      asked.push([...args]);
      return { exitCode: args.at(-2) === old && args.at(-1) === young ? 0 : 1, tail: [], aborted: false };
    },
  };
}

describe('a release is older', () => {
  test('when its workflow run began before the one that deployed last', async () => {
    expect(await whyOlder({ id: 'mine' }, last('200'), context('100'))).toMatch(/run \(100\) began before .* \(200\)/);
    expect(await whyOlder({ id: 'mine' }, last('100'), context('200'))).toBeUndefined();
    expect(await whyOlder({ id: 'mine' }, last('run-abc'), context('100'))).toBeUndefined();
  });

  test('when its commit is an ancestor of the deployed one', async () => {
    expect(await whyOlder({ id: 'mine', commit: old }, last('run-x'), context())).toMatch(/is an ancestor/);
    expect(await whyOlder({ id: 'mine', commit: young }, last('run-x', old), context())).toBeUndefined();
  });

  test('never when it is the same release, or nothing was deployed', async () => {
    const git = context('100');
    expect(await whyOlder({ id: 'theirs', commit: old }, last('200'), git)).toBeUndefined();
    expect(await whyOlder({ id: 'mine', commit: old }, undefined, git)).toBeUndefined();
    expect(git.asked).toEqual([]);
  });

  test('and then it is refused, whatever became of the newer one', () => {
    const applicant = { release: { id: 'mine' }, owner: { run: '1', who: 'me' }, supersede: true, older: 'so', now: 0 };
    for (const course of ['closed', 'failed', 'forward'] as const)
      expect(() => admit({ ...last('2'), course }, applicant)).toThrow(/older than what is deployed: so/);
    expect(admit({ ...last('2'), release: { id: 'mine' } }, applicant).sequence).toBe(1);
  });
});
