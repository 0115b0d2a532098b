import { expect, test } from '@jest/globals';
import { ableTargets } from '../../../src/commands/deploy/able-targets.ts';
import type { FoundStack } from '../../../src/commands/shift/facts.ts';

/** Stacks by target and key: a status and the hour of its last change, in an hour of its creation where that is another. */
type Described = readonly [status: string, changed: number, created?: number] | 'absent' | 'unknown';

function able(targets: Readonly<Record<string, Readonly<Record<string, Described>>>>): readonly string[] {
  const at = (hour: number): string => new Date(hour * 3_600_000).toISOString();
  const found = Object.entries(targets).map(([name, own]) => {
    const stacks = Object.entries(own).map(([key, described]): FoundStack => {
      if (described === 'absent') return { key, stack: undefined };
      if (described === 'unknown') return { key, stack: described };
      const [status, changed, created = changed] = described;
      return { key, stack: { status, createdAt: at(created), updatedAt: at(changed) } };
    });
    return [name, stacks] as const;
  });
  return [...ableTargets(new Map(found))];
}

const old: Described = ['UPDATE_COMPLETE', 20, 1];

test('who lacks only a stack that nobody has can serve', () => {
  expect(able({ a: { api: old, jobs: 'absent' }, b: { api: old, jobs: ['REVIEW_IN_PROGRESS', 30] } })).toEqual([
    'a',
    'b',
  ]);
  expect(able({ a: { api: 'absent', jobs: 'absent' } })).toEqual([]);
});

test('also once others got it in this rollout, or failed to', () => {
  const a = { api: ['UPDATE_COMPLETE', 30, 1], jobs: ['CREATE_COMPLETE', 31] } as const;
  expect(able({ a, b: { api: old, jobs: 'absent' }, c: { api: old, jobs: ['ROLLBACK_COMPLETE', 31] } })).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('who was changed since others have the stack cannot: its own deployment did not come to its end', () => {
  const a = { api: ['UPDATE_COMPLETE', 30, 1], jobs: ['CREATE_COMPLETE', 31] } as const;
  expect(able({ a, b: { api: ['UPDATE_COMPLETE', 32, 1], jobs: 'absent' } })).toEqual(['a']);
  // A new target whose first deployment was killed: its data is there, and what serves is not.
  const whole = { data: ['CREATE_COMPLETE', 1], api: old } as const;
  expect(able({ a: whole, b: { data: ['CREATE_COMPLETE', 40], api: 'absent' } })).toEqual(['a']);
});

test('nor can who has a stack that is not good, is being created, or cannot be seen', () => {
  const states: readonly Described[] = ['unknown', ['CREATE_IN_PROGRESS', 31], ['DELETE_IN_PROGRESS', 31, 1]];
  for (const jobs of states) expect(able({ a: { api: old, jobs } })).toEqual([]);
  expect(able({ a: { api: ['UPDATE_FAILED', 20, 1], jobs: 'absent' } })).toEqual([]);
  // Whether the copy that does not answer is an old one is not known.
  expect(able({ a: { api: old, jobs: 'absent' }, b: { api: old, jobs: 'unknown' } })).toEqual([]);
});
