import { expect, test } from '@jest/globals';
import { releaseIn } from '../../../../src/commands/rollback/keep-plan.ts';
import type { PreparedRollback } from '../../../../src/commands/rollback/rollback-work.ts';

type Prepared = Pick<PreparedRollback, 'instance' | 'step'>;
const item = (id: string, target: string, step: object): Prepared =>
  ({ instance: { id, target: { name: target } }, step }) as unknown as Prepared;
const prepared = [
  item('data@west', 'west', { has: { id: 'old' } }),
  item('api@west', 'west', { to: { id: 'old' } }),
  item('api@central', 'central', { to: { id: 'old' }, from: { id: 'new' } }),
];
const state = (instance: string, to: string) => ({ instance, state: to }) as { instance: string; state: 'rolled-back' };

test('a target has the release that all of its stacks returned to, or had before', () => {
  const results = [state('data@west', 'no-change'), state('api@west', 'rolled-back')];
  expect(releaseIn('west', prepared, results)).toBe('old');
});

test('a target whose stacks did not all return, or that was not asked, is not known to have a release', () => {
  const results = [state('data@west', 'no-change'), state('api@west', 'failed'), state('api@central', 'unreachable')];
  expect(['west', 'central', 'us'].map((name) => releaseIn(name, prepared, results))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
