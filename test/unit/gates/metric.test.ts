import { describe, expect, test } from '@jest/globals';
import type { MetricQuery, MetricSeries, Monitoring } from '../../../src/aws/monitoring-ports.ts';
import type { TargetSession } from '../../../src/aws/ports.ts';
import type { CheckRequest, GatePorts } from '../../../src/gates/check.ts';
import { metric } from '../../../src/gates/metric.ts';
import type { MetricCheck } from '../../../src/topology/gate-model.ts';
import { target } from '../../support/topology.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';

const minute = 60_000;
const source = { namespace: 'AWS/Lambda', metric: 'Errors', dimensions: { FunctionName: 'f' }, statistic: 'Sum' };

interface Given {
  readonly values?: readonly number[];
  readonly samples?: readonly number[];
  readonly problem?: string;
}

async function ask(given: Given, more: Partial<MetricCheck> = {}, round: Partial<CheckRequest<MetricCheck>> = {}) {
  const asked: { queries: readonly MetricQuery[]; since: number; until: number }[] = [];
  const seriesOf = (id: string, values: readonly number[] = []): MetricSeries => ({
    id,
    points: values.map((value, index) => ({ at: START - (values.length - index) * minute, value })),
    ...(given.problem !== undefined && { problem: given.problem }),
  });
  const monitoring = {
    metricData: async (queries: readonly MetricQuery[], since: number, until: number) => {
      asked.push({ queries, since, until });
      return [seriesOf('smr_result', given.values), ...(given.samples ? [seriesOf('smr_samples', given.samples)] : [])];
    },
  } as Partial<Monitoring> as Monitoring;
  const check: MetricCheck = {
    kind: 'metric',
    metrics: [{ id: 'errors', ...source }],
    comparison: 'at-most',
    threshold: 1,
    periodMs: minute,
    datapointsToFail: 1,
    minDatapoints: 1,
    samplesOf: 'errors',
    missingData: 'inconclusive',
    ...more,
  };
  const ports = {
    clock: createVirtualClock(),
    session: () => ({ monitoring }) as Partial<TargetSession> as TargetSession,
  };
  const request: CheckRequest<MetricCheck> = {
    check,
    moment: 'bake',
    target: target('eu-west-1'),
    from: START - 5 * minute - 1,
    since: START - 9 * minute,
    targets: [],
    judged: 1,
    signal: new AbortController().signal,
    note: () => {},
    outputs: { of: async () => undefined },
    about: { application: 'orders', environment: 'prod', release: 'r1', stacks: [] },
    ...round,
  };
  return { found: await metric(request, ports as Partial<GatePorts> as GatePorts), asked };
}

describe('a metric', () => {
  test.each([
    ['at-most', [1, 0], 'pass'],
    ['at-most', [1, 2], 'fail'],
    ['below', [0.9], 'pass'],
    ['below', [1], 'fail'],
    ['at-least', [1, 5], 'pass'],
    ['at-least', [0.5, 5], 'fail'],
    ['above', [1.1], 'pass'],
    ['above', [1], 'fail'],
  ] as const)('that must be %s 1 and is %j: %s', async (comparison, values, verdict) => {
    expect((await ask({ values }, { comparison })).found.verdict).toBe(verdict);
  });

  test('says what it saw', async () => {
    const { found } = await ask({ values: [0, 3, 2] });
    expect(found).toEqual({
      verdict: 'fail',
      reason: 'Sum of Errors was 3 at 07:58 UTC, and must be at most 1; 2 of 3 datapoints',
      evidence: { comparison: 'at-most', threshold: 1, datapoints: 3, worst: 3 },
    });
    expect((await ask({ values: [0, 1 / 3] })).found.reason).toBe(
      'Sum of Errors is at most 1: at worst 0.333333 in 2 datapoints',
    );
  });

  test('is asked for whole periods since the bake began, or as far back as configured', async () => {
    const bake = await ask({ values: [0] });
    expect(bake.asked).toEqual([
      {
        queries: [{ id: 'smr_result', source, periodSeconds: 60, returned: true }],
        since: START - 5 * minute,
        until: START,
      },
    ]);
    expect((await ask({ values: [0] }, { windowMs: 3 * minute })).asked[0]?.since).toBe(START - 3 * minute);
    expect((await ask({ values: [0] }, {}, { moment: 'before' })).asked[0]?.since).toBe(START - 15 * minute);
  });

  test('may break the threshold as often as configured', async () => {
    expect((await ask({ values: [2, 2, 0] }, { datapointsToFail: 3 })).found.verdict).toBe('pass');
    expect((await ask({ values: [2, 2, 2] }, { datapointsToFail: 3 })).found.verdict).toBe('fail');
  });

  test('of metric math is asked with its parts, which are not returned', async () => {
    const metrics = [
      { id: 'errors', ...source },
      { id: 'requests', ...source, metric: 'Invocations' },
    ];
    const { asked, found } = await ask({ values: [0] }, { metrics, expression: '100 * errors / requests' });
    expect(asked[0]?.queries.map(({ id, returned, source: from }) => [id, returned, 'expression' in from])).toEqual([
      ['errors', false, false],
      ['requests', false, false],
      ['smr_result', true, true],
    ]);
    expect(found.reason).toContain('100 * errors / requests is at most 1');
  });
});

describe('too little data', () => {
  test.each(['inconclusive', 'pass', 'fail'] as const)('is %s if so configured', async (missingData) => {
    expect((await ask({}, { missingData })).found.verdict).toBe(missingData);
  });

  test('is fewer datapoints than configured, but a broken threshold counts at once', async () => {
    const few = await ask({ values: [0, 0] }, { minDatapoints: 3 });
    expect(few.found).toMatchObject({ verdict: 'inconclusive', reason: 'too little data: 2 of 3 datapoints so far' });
    expect((await ask({ values: [5] }, { minDatapoints: 3 })).found.verdict).toBe('fail');
  });

  test('is fewer samples than configured, whatever the datapoints say', async () => {
    const given = { values: [100], samples: [3, 4] };
    const few = await ask(given, { minSamples: 100 });
    expect(few.found).toMatchObject({
      verdict: 'inconclusive',
      reason: 'too little data: 7 of 100 samples so far',
      evidence: { samples: 7 },
    });
    expect(few.asked[0]?.queries.at(-1)).toEqual({
      id: 'smr_samples',
      source: { ...source, statistic: 'SampleCount' },
      periodSeconds: 60,
      returned: true,
    });
    expect((await ask(given, { minSamples: 7 })).found.verdict).toBe('fail');
  });

  test('is a bake that began in this very period', async () => {
    const { found, asked } = await ask({ values: [9] }, {}, { from: START - 1 });
    expect([found.verdict, asked.length]).toEqual(['inconclusive', 0]);
  });
});

test('what CloudWatch cannot evaluate is inconclusive', async () => {
  expect((await ask({ problem: 'Forbidden' })).found).toMatchObject({
    verdict: 'inconclusive',
    reason: 'CloudWatch cannot tell: Forbidden',
  });
});
