import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFailure, worstState } from '../../../src/rollout/state.ts';
import type { ResourceChange } from '../../../src/stack/model.ts';
import { concurrencyOf, toleranceOf } from '../../../src/topology/amount.ts';
import { type Behaviour, simulate, statesOf } from '../../support/rollout-world.ts';
import { environment } from '../../support/topology.ts';

const twoWaves = environment([
  { name: 'wave-1', targets: ['eu-west-1'] },
  { name: 'wave-2', targets: ['eu-central-1', 'us-west-2'] },
]);

describe('waves', () => {
  test('every change set is made before the first one is executed', async () => {
    const { log } = await simulate(twoWaves);
    expect(log.slice(0, 3).every((line) => line.startsWith('prepare'))).toBe(true);
    expect(log[3]).toBe('execute app@eu-west-1');
  });

  test('a failed wave stops the later ones and their change sets are discarded', async () => {
    const world = await simulate(twoWaves, { 'app@eu-west-1': { end: 'failed' } });
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'failed',
      'app@eu-central-1': 'skipped',
      'app@us-west-2': 'skipped',
    });
    expect(world.log.filter((line) => line.startsWith('discard'))).toHaveLength(2);
    expect(world.leftBehind).toEqual([]);
    expect(world.results[1]?.reason).toBe('eu-west-1 did not succeed in wave-1');
  });

  test('a plan that fails anywhere executes nothing', async () => {
    const world = await simulate(twoWaves, { 'app@us-west-2': { plan: 'failed' } });
    expect(world.log.filter((line) => line.startsWith('execute'))).toEqual([]);
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'skipped',
      'app@eu-central-1': 'skipped',
      'app@us-west-2': 'failed',
    });
    expect(world.leftBehind).toEqual([]);
  });

  test('a tolerated failure lets the next wave start', async () => {
    const tolerant = environment([
      { name: 'wave-1', targets: ['a', 'b', 'c'], failureTolerance: { percent: 34 } },
      { name: 'wave-2', targets: ['d'] },
    ]);
    expect(statesOf(await simulate(tolerant, { 'app@b': { end: 'failed' } }))).toEqual({
      'app@a': 'succeeded',
      'app@b': 'failed',
      'app@c': 'succeeded',
      'app@d': 'succeeded',
    });
  });

  test('no further target of the wave starts once more failed than tolerated', async () => {
    const one = environment([{ name: 'wave-1', targets: ['a', 'b', 'c'], maxConcurrency: { count: 1 } }]);
    const world = await simulate(one, { 'app@a': { end: 'stuck' } });
    expect(statesOf(world)).toEqual({ 'app@a': 'stuck', 'app@b': 'skipped', 'app@c': 'skipped' });
  });

  test('what a port throws ends that stack as failed and no other', async () => {
    const one = environment([{ name: 'wave-1', targets: ['a', 'b'], failureTolerance: { count: 1 } }]);
    const world = await simulate(one, { 'app@a': { throws: 'boom' } });
    expect(statesOf(world)).toEqual({ 'app@a': 'failed', 'app@b': 'succeeded' });
    expect(world.results[0]?.reason).toBe('boom');
  });
});

describe('a stack that somebody else changed after the plan', () => {
  test('is planned and executed again, once', async () => {
    const world = await simulate(twoWaves, { 'app@eu-west-1': { movedTimes: 1 } });
    expect(world.log.filter((line) => line.endsWith('app@eu-west-1'))).toEqual([
      'prepare app@eu-west-1',
      'execute app@eu-west-1',
      'discard app@eu-west-1',
      'prepare app@eu-west-1',
      'execute app@eu-west-1',
    ]);
    expect(statesOf(world)).toMatchObject({ 'app@eu-west-1': 'succeeded' });
    const twice = await simulate(twoWaves, { 'app@eu-west-1': { movedTimes: 2 } });
    expect(statesOf(twice)).toMatchObject({ 'app@eu-west-1': 'failed', 'app@us-west-2': 'skipped' });
  });
});

describe('cancelling', () => {
  test('what runs is waited for, what did not start is cancelled and leaves nothing behind', async () => {
    const world = await simulate(twoWaves, {}, 'execute app@eu-west-1');
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'succeeded',
      'app@eu-central-1': 'cancelled',
      'app@us-west-2': 'cancelled',
    });
    expect(world.leftBehind).toEqual([]);
  });
});

describe('a part of the environment', () => {
  test('a stack whose dependency is not part of the run is deployed with what is there', async () => {
    const part = environment([{ name: 'wave-1', targets: ['a'] }]);
    const world = await simulate(part, { 'app@a': { takes: ['data@home'] }, 'data@home': { deployed: 'T1' } });
    expect(statesOf(world)).toEqual({ 'app@a': 'succeeded' });
  });

  test('inputs that cannot be resolved end their own target as it is, and nothing is left behind', async () => {
    const world = await simulate(twoWaves, { 'app@us-west-2': { inputsFail: true } });
    expect(statesOf(world)).toEqual({
      'app@eu-west-1': 'skipped',
      'app@eu-central-1': 'skipped',
      'app@us-west-2': 'unreachable',
    });
    expect(world.leftBehind).toEqual([]);
  });
});

describe('outputs across stacks', () => {
  const stacks = environment([
    { name: 'before', targets: ['home'], stacks: ['data'] },
    { name: 'wave-1', targets: ['a'] },
  ]);
  const takes = ['data@home'];

  test('a stack that needs an output nobody has yet is predicted and made when it is there', async () => {
    const world = await simulate(stacks, { 'app@a': { takes } });
    expect(world.log).toEqual(['prepare data@home', 'execute data@home', 'prepare app@a', 'execute app@a']);
  });

  test('the reviewed change set is executed when the output stays what it was', async () => {
    const world = await simulate(stacks, { 'data@home': { deployed: 'T1', output: 'T1' }, 'app@a': { takes } });
    expect(world.log).toEqual(['prepare data@home', 'prepare app@a', 'execute data@home', 'execute app@a']);
  });

  test('a new output replaces the reviewed change set', async () => {
    const world = await simulate(stacks, { 'data@home': { deployed: 'T1', output: 'T2' }, 'app@a': { takes } });
    expect(world.log.slice(3)).toEqual(['discard app@a', 'prepare app@a', 'execute app@a']);
  });

  test('a late change set that would delete what was not shown stops the rollout', async () => {
    const removal: ResourceChange = {
      logicalId: 'Table',
      path: 'Table',
      resourceType: 'AWS::DynamoDB::Table',
      action: 'Remove',
      scope: [],
      properties: [],
      dataLoss: true,
    };
    const world = await simulate(stacks, { 'app@a': { takes, changes: [removal] } });
    expect(statesOf(world)).toEqual({ 'data@home': 'succeeded', 'app@a': 'failed' });
    expect(world.results[1]?.reason).toBe('would replace or delete what the plan did not show: Table');
    expect(world.leftBehind).toEqual([]);
  });

  test('a stack whose dependency failed in the same target is skipped', async () => {
    const one = environment([{ name: 'wave-1', targets: ['a'], stacks: ['data', 'app'] }]);
    const world = await simulate(one, { 'data@a': { end: 'failed' }, 'app@a': { takes: ['data@a'] } });
    expect(statesOf(world)).toEqual({ 'data@a': 'failed', 'app@a': 'skipped' });
  });
});

test('any rollout: one honest state each, tolerance and concurrency kept, no change set left behind', async () => {
  const behaviour: fc.Arbitrary<Behaviour> = fc.record(
    {
      plan: fc.constantFrom('change', 'change', 'no-change', 'failed'),
      end: fc.constantFrom('succeeded', 'succeeded', 'succeeded', 'failed', 'stuck', 'timed-out'),
    },
    { requiredKeys: [] },
  );
  const phase = fc.record({
    size: fc.integer({ min: 1, max: 6 }),
    concurrency: fc.integer({ min: 1, max: 6 }),
    tolerance: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(phase, { minLength: 1, maxLength: 4 }),
      fc.infiniteStream(behaviour),
      fc.option(fc.nat(12)),
      async (sizes, stream, abortAt) => {
        const env = environment(
          sizes.map(({ size, concurrency, tolerance }, index) => ({
            name: `wave-${index}`,
            targets: Array.from({ length: size }, (_, n) => `w${index}t${n}`),
            maxConcurrency: { count: concurrency },
            failureTolerance: { count: tolerance },
          })),
        );
        const behaviours = Object.fromEntries(env.instances.map(({ id }) => [id, stream.next().value as Behaviour]));
        const abortAfter =
          abortAt === null ? undefined : `execute ${env.instances[abortAt % env.instances.length]?.id}`;
        const world = await simulate(env, behaviours, abortAfter);
        expect(world.results.map(({ instance }) => instance)).toEqual(env.instances.map(({ id }) => id));
        expect(world.leftBehind).toEqual([]);
        expect(world.mostAtOnce).toBeLessThanOrEqual(
          Math.max(...env.phases.map((p) => concurrencyOf(p.maxConcurrency, p.targets.length))),
        );
        const executed = new Set(world.log.filter((line) => line.startsWith('execute')).map((line) => line.slice(8)));
        for (const [index, p] of env.phases.entries()) {
          const failures = p.targets.filter((name) =>
            isFailure(worstState(world.results.filter((r) => r.target === name).map((r) => r.state))),
          );
          if (failures.length <= toleranceOf(p.failureTolerance, p.targets.length)) continue;
          const later = env.phases.slice(index + 1).flatMap(({ instances }) => instances.map(({ id }) => id));
          expect(later.filter((id) => executed.has(id))).toEqual([]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
