import { describe, expect, test } from '@jest/globals';
import { returnParts, stepWeights, weightParts } from '../../../../src/commands/failover/failback-steps.ts';
import type { RunContext } from '../../../../src/context.ts';
import type { Move } from '../../../../src/failover/move.ts';
import type { StoredPlan } from '../../../../src/failover/plan.ts';
import type { TrafficDriver, Weights } from '../../../../src/traffic/model.ts';

const signal = new AbortController().signal;

const move: Move = { active: ['a', 'b'], inactive: ['c'], leaving: [] };
const before: Move = { active: ['b'], inactive: ['a', 'c'], leaving: [] };

function driverOf(first: Weights) {
  let weights = first;
  const driver: TrafficDriver = {
    kind: 'route53',
    controlPlane: 'us-east-1',
    smallestShare: 0,
    settleMs: 0,
    read: async () => ({ weights, revision: undefined }),
    set: async (next) => {
      weights = next;
      return { id: 'c', weights };
    },
    waitApplied: async () => {},
  };
  return { driver, now: () => weights };
}

/** Nobody else is at work. */
const alone = async () => {};

describe('weights of a failback', () => {
  test('stay with who serves when nobody who is active is configured to carry anything', () => {
    const configured = { a: 100, b: 0, c: 0 };
    const next = stepWeights({ a: 0, b: 100, c: 0 }, configured, 'c', 100, { active: ['b', 'c'] });
    expect(next).toEqual({ a: 0, b: 100, c: 0 });
  });

  test('are not given to another target that was active without any', () => {
    const configured = { a: 100, b: 100, c: 100 };
    const next = stepWeights({ a: 0, b: 200, c: 0 }, configured, 'a', 100, { active: ['a', 'b', 'c'] });
    expect(next).toEqual({ a: 100, b: 100, c: 0 });
  });

  test('are taken from who is not active, where a failover could not', () => {
    const configured = { a: 100, b: 100, c: 50 };
    const first = { a: 0, b: 100, c: 50 };
    expect(stepWeights(first, configured, 'a', 10, { active: ['a', 'b'] })).toEqual({ a: 10, b: 100, c: 50 });
    expect(stepWeights(first, configured, 'a', 100, { active: ['a', 'b'] })).toEqual({ a: 100, b: 100, c: 0 });
    // Never all of them: then nobody would be served.
    const nobody = { a: 0, b: 0, c: 50 };
    expect(stepWeights(nobody, { ...configured, a: 0 }, 'a', 100, { active: ['a', 'b'] })).toEqual({
      a: 0,
      b: 100,
      c: 0,
    });
    expect(stepWeights(nobody, { c: 50 }, 'a', 100, { active: ['a', 'b'] })).toEqual({ a: 100, b: 100, c: 0 });
  });

  test('are refused, and nothing is changed, where a target whose stacks are not good would gain', async () => {
    const { driver, now } = driverOf({ a: 0, b: 200 });
    const traffic = { steps: [10, 100], weights: { a: 100, b: 100 } };
    const request = { driver, traffic, good: new Set(['b']), returning: 'a', move, before };
    const { steps } = await weightParts(request, signal);
    await expect(steps[0]?.apply(signal, alone)).rejects.toMatchObject({ code: 'weights-refused' });
    expect(now()).toEqual({ a: 0, b: 200 });
  });

  test('are not written once somebody else counts, who may have changed them right after they were read', async () => {
    const { driver, now } = driverOf({ a: 0, b: 200 });
    const order: string[] = [];
    const told: TrafficDriver = {
      ...driver,
      read(stop) {
        order.push('read');
        return driver.read(stop);
      },
    };
    const traffic = { steps: [100], weights: { a: 100, b: 100 } };
    const request = { driver: told, traffic, good: new Set(['a', 'b']), returning: 'a', move, before };
    const { steps, undo } = await weightParts(request, signal);
    const guard = async () => {
      order.push('look');
      throw new Error('somebody else moves traffic');
    };
    order.length = 0;
    await expect(steps[0]?.apply(signal, guard)).rejects.toThrow('somebody else');
    await expect(undo(guard)).rejects.toThrow('somebody else');
    expect([order, now()]).toEqual([['read', 'look', 'read', 'look'], { a: 0, b: 200 }]);
  });

  test('come back one target after the other, also where one carries more than its part meanwhile', async () => {
    const { driver, now } = driverOf({ a: 0, b: 100, c: 0 });
    const traffic = { steps: [10, 100], weights: { a: 100, b: 100, c: 100 } };
    const request = { driver, traffic, good: new Set(['a', 'b']), returning: 'a', move, before };
    const { steps, undo } = await weightParts(request, signal);
    for (const step of steps) await step.apply(signal, alone);
    expect(now()).toEqual({ a: 100, b: 100, c: 0 });
    await undo();
    expect(now()).toEqual({ a: 0, b: 100, c: 0 });
  });

  test('are taken away again also where a run that was killed had given the target some', async () => {
    const { driver, now } = driverOf({ a: 50, b: 100, c: 0 });
    const traffic = { steps: [10, 100], weights: { a: 100, b: 100, c: 100 } };
    const request = { driver, traffic, good: new Set(['a', 'b']), returning: 'a', move, before };
    await (await weightParts(request, signal)).undo();
    expect(now()).toEqual({ a: 0, b: 100, c: 0 });
  });
});

describe('what a target carries when it returns', () => {
  const target = (name: string, region: string) => ({ name, region, partition: 'aws', credentials: {} });
  const signal = { in: 'central', bucket: 'b', key: 'k' };
  const context = { aws: { session: () => ({}) }, origin: { runId: 'r' } } as unknown as RunContext;
  const carries = async (mechanism: object, returning: string) => {
    const targets = [target('west', 'eu-west-1'), target('central', 'eu-central-1')];
    const plan = { targets, mechanism } as unknown as StoredPlan;
    const both = { active: ['west', 'central'], inactive: [], leaving: [], returning };
    const parts = await returnParts(plan, returning, both, both, new Set(), 'over', context);
    return [parts.carries, await parts.ask()];
  };

  test('is nothing for the secondary of a failover pair, which has no stop signal', async () => {
    const mechanism = { kind: 'stop-switch', signals: { west: signal } };
    expect(await carries(mechanism, 'west')).toEqual([true, undefined]);
    expect(await carries(mechanism, 'central')).toEqual([false, undefined]);
  });

  test('is not known where every target has a signal or a control: a pair, or sets that share the traffic', async () => {
    const signals = { west: signal, central: { ...signal, in: 'west' } };
    expect(await carries({ kind: 'stop-switch', signals }, 'central')).toEqual(['unknown', undefined]);
    const controls = { west: 'a', central: 'b' };
    const mechanism = { kind: 'arc-routing-control', controls, endpoints: [] };
    expect(await carries(mechanism, 'central')).toEqual(['unknown', undefined]);
  });
});
