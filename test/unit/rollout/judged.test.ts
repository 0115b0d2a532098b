import { describe, expect, test } from '@jest/globals';
import type { GateVerdict, Verdict } from '../../../src/gates/model.ts';
import { type OpenRollout, openRollout } from '../../../src/rollout/open-rollout.ts';
import type { Environment } from '../../../src/topology/model.ts';
import { simulate, statesOf } from '../../support/rollout-world.ts';
import { environment } from '../../support/topology.ts';

const baking = (onFailure: Environment['onFailure'] = 'stop'): Environment => ({
  ...environment([
    { name: 'wave-1', targets: ['eu-west-1'], bakeMs: 30_000 },
    { name: 'wave-2', targets: ['eu-central-1', 'us-west-2'], bakeMs: 30_000 },
  ]),
  onFailure,
});

function verdict(says: Verdict, reason = 'answered 500'): GateVerdict {
  return { gate: 'health', target: 'eu-west-1', moment: 'bake', verdict: says, reason, evidence: {}, at: '' };
}

const last = (kept: readonly { rollout: OpenRollout }[]): OpenRollout | undefined => kept.at(-1)?.rollout;

describe('a phase that bakes', () => {
  test('is asked before, all through, and once more at the end, and only then the next one starts', async () => {
    const { steps, kept } = await simulate(baking());
    const first = steps.slice(3, steps.indexOf('ask before of wave-2'));
    expect(first).toEqual([
      'ask before of wave-1',
      'keep forward everywhere',
      'execute app@eu-west-1',
      'keep forward keepers',
      'ask bake of wave-1',
      'wait 10 s',
      'ask bake of wave-1',
      'wait 10 s',
      'ask bake of wave-1',
      'wait 4 s',
      'ask bake of wave-1',
      'ask after of wave-1',
      'keep forward keepers',
    ]);
    expect(last(kept)).toMatchObject({
      course: 'closed',
      phases: { 'wave-1': { stage: 'passed' }, 'wave-2': { stage: 'passed' } },
    });
  });

  test('stops the rollout at the first failing verdict, with what was seen', async () => {
    const world = await simulate(baking(), {}, undefined, {
      verdicts: ({ moment }, round) => (moment === 'bake' && round === 3 ? [verdict('fail')] : []),
    });
    expect(world.failure).toBe('wave-1 was judged bad: health in eu-west-1: answered 500');
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'succeeded',
      'app@eu-central-1': 'skipped',
      'app@us-west-2': 'skipped',
    });
    expect(last(world.kept)).toMatchObject({ course: 'failed', phases: { 'wave-1': { stage: 'failed' } } });
    expect(world.leftBehind).toEqual([]);
  });

  test('holds while a gate cannot tell, and fails when it never can', async () => {
    const unclear = await simulate(baking(), {}, undefined, { verdicts: () => [verdict('inconclusive', 'no data')] });
    expect(unclear.failure).toBe('wave-1 may not start: no clear answer: health in eu-west-1: no data');
    expect(unclear.log.filter((line) => line.startsWith('execute'))).toEqual([]);
    expect(unclear.kept).toEqual([]);

    const later = await simulate(baking(), {}, undefined, {
      verdicts: (_request, round) => (round < 4 ? [verdict('inconclusive', 'no data')] : [verdict('pass')]),
    });
    expect(later.failure).toBeUndefined();
  });

  test('a gate that fails before the first phase changes and keeps nothing', async () => {
    const world = await simulate(baking('rollback-all'), {}, undefined, {
      verdicts: () => [verdict('fail', 'firing')],
    });
    expect(world.failure).toBe('wave-1 may not start: health in eu-west-1: firing');
    expect(world.steps.filter((step) => /^(execute|return|keep)/.test(step))).toEqual([]);
  });

  test('nothing is judged where nothing changed', async () => {
    const same = { plan: 'no-change' } as const;
    const { steps } = await simulate(baking(), {
      'app@eu-west-1': same,
      'app@eu-central-1': same,
      'app@us-west-2': same,
    });
    expect(steps.filter((step) => !step.startsWith('prepare'))).toEqual([]);
  });

  test('a cancel in the bake leaves the rollout where it is, for this release or a newer one', async () => {
    const world = await simulate(baking('rollback-all'), {}, 'ask bake of wave-1');
    expect(world.failure).toBeUndefined();
    expect(statesOf(world)).toMatchObject({ 'app@eu-west-1': 'succeeded', 'app@us-west-2': 'cancelled' });
    expect(last(world.kept)).toMatchObject({ course: 'failed', phases: { 'wave-1': { stage: 'deployed' } } });
    expect(world.log.filter((line) => line.startsWith('return'))).toEqual([]);
  });
});

describe('on-failure', () => {
  const failsInSecondWave = {
    verdicts: ({ phase, moment }: { phase: string; moment: string }) =>
      phase === 'wave-2' && moment === 'after' ? [verdict('fail')] : [],
  };

  test('rollback-all returns every phase that was reached, newest first, and closes the rollout', async () => {
    const world = await simulate(baking('rollback-all'), {}, undefined, failsInSecondWave);
    expect(world.log.filter((line) => line.startsWith('return'))).toEqual([
      'return app@eu-central-1',
      'return app@us-west-2',
      'return app@eu-west-1',
    ]);
    expect(new Set(Object.values(statesOf(world)))).toEqual(new Set(['rolled-back']));
    expect(world.failure).toMatch(/^wave-2 was judged bad/);
    const decided = world.kept.find(({ rollout }) => rollout.course === 'rolling-back');
    expect([decided?.where, world.kept.at(-1)?.where]).toEqual(['everywhere', 'everywhere']);
    expect(last(world.kept)?.course).toBe('closed');
  });

  test('rollback-wave returns the wave that failed and leaves the others', async () => {
    const world = await simulate(baking('rollback-wave'), {}, undefined, failsInSecondWave);
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'succeeded',
      'app@eu-central-1': 'rolled-back',
      'app@us-west-2': 'rolled-back',
    });
  });

  test('a stack that fails brings the others back as well', async () => {
    const world = await simulate(baking('rollback-all'), { 'app@us-west-2': { end: 'failed' } });
    expect(statesOf(world)['app@eu-west-1']).toBe('rolled-back');
    expect(world.failure).toBe('us-west-2 did not succeed in wave-2');
  });

  test('a target that cannot come back does not stop the others, and keeps the rollout open', async () => {
    const world = await simulate(baking('rollback-all'), {}, undefined, {
      ...failsInSecondWave,
      returns: { 'app@eu-central-1': 'unreachable', 'app@us-west-2': 'skipped' },
    });
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'rolled-back',
      'app@eu-central-1': 'unreachable',
      'app@us-west-2': 'succeeded',
    });
    expect(world.results.find(({ instance }) => instance === 'app@us-west-2')?.rollback).toEqual({
      state: 'kept',
      reason: 'because',
    });
    expect(last(world.kept)?.course).toBe('rolling-back');
  });

  test('a stack that somebody else changes meanwhile is worked out anew, once', async () => {
    const back = (times: number) =>
      simulate(baking('rollback-all'), {}, undefined, {
        ...failsInSecondWave,
        movedReturns: { 'app@us-west-2': times },
      });
    const once = await back(1);
    expect(once.log.filter((line) => line === 'return app@us-west-2')).toHaveLength(2);
    expect(statesOf(once)['app@us-west-2']).toBe('rolled-back');
    expect(last(once.kept)?.course).toBe('closed');
    const twice = await back(2);
    expect(statesOf(twice)['app@us-west-2']).toBe('failed');
    expect(last(twice.kept)?.course).toBe('rolling-back');
  });
});

describe('a rollout that goes on', () => {
  const begun = openRollout({ id: 'release-2' }, { run: '1', who: 'test' }, undefined, Date.UTC(2026, 0, 1));
  const startedAt = '2025-12-31T23:59:00.000Z';
  const same = { plan: 'no-change', deployed: 'new' } as const;

  test('does not judge again what was judged good', async () => {
    const rollout = { ...begun, revision: 3, phases: { 'wave-1': { stage: 'passed', startedAt } } } as const;
    const { steps } = await simulate(baking(), { 'app@eu-west-1': same }, undefined, { rollout });
    expect(steps.filter((step) => step.endsWith('of wave-1'))).toEqual([]);
    expect(steps.filter((step) => step.startsWith('execute'))).toHaveLength(2);
  });

  test('carries a bake on from where it was', async () => {
    const phases = { 'wave-1': { stage: 'deployed', startedAt, bakeSince: '2025-12-31T23:59:45.000Z' } } as const;
    const rollout = { ...begun, revision: 3, phases };
    const { steps } = await simulate(baking(), { 'app@eu-west-1': same }, undefined, { rollout });
    const waited = steps.slice(0, steps.indexOf('ask before of wave-2')).filter((step) => step.startsWith('wait'));
    // 30 s of which 18 had passed when it was planned and asked.
    expect(waited).toEqual(['wait 10 s']);
    expect(steps.filter((step) => step === 'ask before of wave-1')).toEqual([]);
  });

  test('begins the bake anew where the stack was changed meanwhile', async () => {
    const phases = { 'wave-1': { stage: 'deployed', startedAt, bakeSince: startedAt } } as const;
    const { steps } = await simulate(baking(), {}, undefined, { rollout: { ...begun, revision: 3, phases } });
    expect(steps.filter((step) => step === 'execute app@eu-west-1')).toHaveLength(1);
    expect(steps.filter((step) => step.startsWith('wait')).length).toBeGreaterThan(3);
  });

  test('finishes a rollback that was begun, whatever was asked for', async () => {
    const phases = { 'wave-1': { stage: 'failed', startedAt } } as const;
    const failure = { phase: 'wave-1', reason: 'wave-1 was judged bad' };
    const rollout = { ...begun, revision: 3, course: 'rolling-back', phases, failure } as const;
    const world = await simulate(baking('rollback-all'), { 'app@eu-west-1': same }, undefined, { rollout });
    expect(world.log.filter((line) => /^(execute|return)/.test(line))).toEqual(['return app@eu-west-1']);
    expect(world.failure).toBe('this release is being rolled back: wave-1 was judged bad');
    expect(last(world.kept)?.course).toBe('closed');
    expect(world.leftBehind).toEqual([]);
  });

  test('remembers who stays on the release that is left, also when it does not answer this time', async () => {
    const phases = {
      'wave-1': { stage: 'passed', startedAt },
      'wave-2': { stage: 'failed', startedAt, kept: ['us-west-2'] },
    } as const;
    const failure = { phase: 'wave-2', reason: 'wave-2 was judged bad' };
    const rollout = { ...begun, revision: 3, course: 'rolling-back', phases, failure } as const;
    const returns = { 'app@us-west-2': 'unreachable' } as const;
    const world = await simulate(baking('rollback-all'), {}, undefined, { rollout, returns });
    expect(last(world.kept)?.phases).toMatchObject({
      'wave-1': { stage: 'returned' },
      'wave-2': { kept: ['us-west-2'] },
    });
  });

  test('executes nothing when it cannot be kept that it begins', async () => {
    const world = await simulate(baking(), {}, undefined, { journalFails: () => true });
    expect(world.log.filter((line) => line.startsWith('execute'))).toEqual([]);
    expect(world.failure).toBe('the rollout could not go on: no region answers');
    expect(new Set(Object.values(statesOf(world)))).toEqual(new Set(['skipped']));
  });
});

test('whom a wave missed, because its failure was tolerated, is kept by name', async () => {
  const tolerant = environment([{ name: 'all', targets: ['a', 'b'], failureTolerance: { count: 1 }, bakeMs: 10_000 }]);
  const { kept } = await simulate(tolerant, { 'app@b': { end: 'failed' } });
  expect(last(kept)?.phases['all']).toMatchObject({ stage: 'incomplete', missed: ['b'] });
});
