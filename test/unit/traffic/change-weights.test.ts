import { expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import type { WeightFacts } from '../../../src/rollout/weight-guard.ts';
import { changeWeights, finishChange } from '../../../src/traffic/change-weights.ts';
import type { TrafficDriver, Weights } from '../../../src/traffic/model.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const BEFORE = { a: 100, b: 0 };
const facts: WeightFacts = {
  configured: { a: 50, b: 50 },
  good: new Set(['a', 'b']),
  active: new Set(['a', 'b']),
  floorPercent: 0,
};

function world(set?: TrafficDriver['set']) {
  const order: string[] = [];
  const events: RunEvent[] = [];
  const clock = createVirtualClock();
  const driver: TrafficDriver = {
    kind: 'route53',
    controlPlane: 'us-east-1',
    smallestShare: 0,
    settleMs: 90_000,
    read: async () => ({ weights: BEFORE, revision: undefined }),
    set:
      set ??
      (async (weights) => {
        order.push('set');
        return { id: 'c1', weights };
      }),
    waitApplied: async () => void order.push('applied'),
  };
  const remember = async (before: Weights, after: Weights) =>
    void order.push(`remember ${JSON.stringify(before)} ${JSON.stringify(after)}`);
  const report = (event: RunEvent) => void events.push(event);
  const signal = new AbortController().signal;
  return { order, events, clock, ports: { driver, clock, report, signal, remember } };
}

test('the old weights are kept before the change, which is over when clients have followed', async () => {
  const { order, events, clock, ports } = world();
  expect(await changeWeights({ a: 90, b: 10 }, { weights: BEFORE, revision: 1 }, facts, ports)).toBe(true);
  expect(order).toEqual(['remember {"a":100,"b":0} {"a":90,"b":10}', 'set', 'applied']);
  expect(clock.sleeps).toEqual([90_000]);
  expect(events.map(({ type }) => type)).toEqual([
    'weight.changed',
    'step.started',
    'step.finished',
    'step.started',
    'step.finished',
  ]);
});

test('a change whose run is gone is waited for like one of our own', async () => {
  const { order, clock, ports } = world();
  await finishChange(BEFORE, ports);
  expect([order, clock.sleeps]).toEqual([['applied'], [90_000]]);
});

test('nothing is done, and nothing asked of anybody, when the weights are so already', async () => {
  const { order, ports } = world();
  expect(await changeWeights({ b: 0, a: 100 }, { weights: BEFORE, revision: 1 }, facts, ports)).toBe(false);
  expect(order).toEqual([]);
});

test('what the guard refuses is not even remembered', async () => {
  const { order, ports } = world();
  const bad = { ...facts, good: new Set(['a']) };
  await expect(changeWeights({ a: 90, b: 10 }, { weights: BEFORE, revision: 1 }, bad, ports)).rejects.toMatchObject({
    code: 'weights-refused',
  });
  expect(order).toEqual([]);
});

test('a change that lost against somebody else says so', async () => {
  const { ports } = world(() =>
    Promise.reject(
      new AwsError({
        kind: 'conflict',
        code: 'InvalidChangeBatch',
        message: 'but it was not found',
        service: 'Route53',
        action: 'ChangeResourceRecordSets',
        region: 'us-east-1',
      }),
    ),
  );
  await expect(changeWeights({ a: 90, b: 10 }, { weights: BEFORE, revision: 1 }, facts, ports)).rejects.toMatchObject({
    code: 'weights-changed',
  });
});
