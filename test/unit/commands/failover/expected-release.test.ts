import { expect, test } from '@jest/globals';
import { expectedRelease, returnedTargets } from '../../../../src/commands/failover/expected-release.ts';
import type { FailoverPlan } from '../../../../src/failover/plan.ts';
import type { InstanceResult } from '../../../../src/report/run-result.ts';
import type { Environment } from '../../../../src/topology/model.ts';
import { instance } from '../../report/samples.ts';

const fresh = { id: 'new', commit: 'c2' };
const before = {
  release: { id: 'old', commit: 'c1' },
  targets: ['west', 'central', 'north'].map((name) => ({ name, release: 'old' })),
} as unknown as FailoverPlan;
const none: Partial<InstanceResult> = { state: 'no-change' };
const good: Partial<InstanceResult> = { state: 'succeeded' };
const bad: Partial<InstanceResult> = { state: 'failed' };
const skipped: Partial<InstanceResult> = { state: 'skipped' };
const back: Partial<InstanceResult> = { state: 'rolled-back', rollback: { state: 'rolled-back' } };
const restored: Partial<InstanceResult> = { state: 'failed', rollback: { state: 'no-change' } };
const kept: Partial<InstanceResult> = { state: 'succeeded', rollback: { state: 'kept' } };

type Row = readonly [
  what: string,
  onFailure: Environment['onFailure'],
  west: Partial<InstanceResult>,
  central: Partial<InstanceResult>,
  expected: readonly [string, string, string],
];

test.each<Row>([
  ['all have it', 'rollback-all', good, good, ['new', 'new', 'new']],
  ['it changed nothing', 'rollback-all', none, none, ['new', 'new', 'new']],
  ['the first half has it', 'rollback-all', good, skipped, ['new', 'new', 'old']],
  ['the first half had it from a run that was killed', 'rollback-all', none, skipped, ['new', 'new', 'old']],
  ['it failed and stays where it is', 'stop', good, bad, ['new', 'new', 'old']],
  ['nobody got it', 'stop', bad, skipped, ['old', 'old', 'old']],
  ['it was taken back', 'rollback-all', back, restored, ['old', 'old', 'old']],
  ['it was taken back where it changed anything', 'rollback-all', none, back, ['old', 'old', 'old']],
  ['it was taken back, and one has to stay', 'rollback-all', kept, back, ['old', 'new', 'old']],
  ['one wave was taken back', 'rollback-wave', good, back, ['new', 'new', 'old']],
  ['one wave was taken back by the next run', 'rollback-wave', none, back, ['new', 'new', 'old']],
  ['the only wave was taken back', 'rollback-wave', back, back, ['old', 'old', 'old']],
])('%s (%s)', (_, onFailure, west, central, expected) => {
  const results = [instance('api', 'west', west), instance('api', 'central', central)];
  const { release, has } = expectedRelease(fresh, results, before, onFailure);
  expect([release.id, has('west'), has('central')]).toEqual(expected);
  expect(release.commit).toBe(release.id === 'new' ? 'c2' : 'c1');
  // One that this deployment had nothing to do with.
  expect(has('north')).toBe('old');
});

test('a target has the release when all of its stacks have', () => {
  const results = [instance('data', 'west', none), instance('api', 'west', bad), instance('api', 'central', good)];
  const { has } = expectedRelease(fresh, results, undefined, 'stop');
  expect([has('west'), has('central')]).toEqual([undefined, 'new']);
});

test('without an earlier plan the release that was deployed is all that is known', () => {
  const { release, has } = expectedRelease(fresh, [instance('api', 'west', back)], undefined, 'rollback-all');
  expect([release.id, has('west')]).toEqual(['new', undefined]);
});

test('what was taken back from a rollout that waited to be promoted is what the records say, not what the plan expected meanwhile', () => {
  const paused = { release: fresh, targets: [{ name: 'west', release: 'new' }] } as unknown as FailoverPlan;
  const results = [instance('api', 'west', back), instance('api', 'central', restored)];
  const recorded = new Map([['west', { id: 'old', commit: 'c1' }]]);
  const { release, has } = expectedRelease(fresh, results, paused, 'rollback-all', recorded);
  expect([release, has('west'), has('central')]).toEqual([{ id: 'old', commit: 'c1' }, 'old', undefined]);
  expect([...returnedTargets(results)]).toEqual(['west', 'central']);
  expect([...returnedTargets([instance('api', 'west', kept), instance('api', 'central', good)])]).toEqual([]);
});
