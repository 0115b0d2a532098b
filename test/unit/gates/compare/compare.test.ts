import { describe, expect, test } from '@jest/globals';
import type { Functions } from '../../../../src/aws/functions-port.ts';
import type { MetricQuery, Monitoring } from '../../../../src/aws/monitoring-ports.ts';
import type { TargetSession } from '../../../../src/aws/ports.ts';
import type { CheckRequest, GatePorts } from '../../../../src/gates/check.ts';
import { compare } from '../../../../src/gates/compare/compare.ts';
import type { CompareCheck } from '../../../../src/topology/gate-model.ts';
import { target } from '../../../support/topology.ts';
import { createVirtualClock, START } from '../../../support/virtual-clock.ts';

const minute = 60_000;

/** What an arm has in every minute. */
interface Traffic {
  readonly calls: number;
  readonly errors?: number;
  readonly latency?: (minute: number) => number;
}

interface World {
  readonly canary: Traffic;
  readonly baseline: Traffic;
  readonly weights?: Readonly<Record<string, number>>;
  readonly minutes?: number;
  readonly judged?: number;
}

async function ask(
  { canary, baseline, weights = { 2: 0.1 }, minutes = 10, judged = 1 }: World,
  more: Partial<CompareCheck> = {},
) {
  const asked: [string, MetricQuery, number, number][] = [];
  const session = (region: string) => {
    const metricData = async (queries: readonly MetricQuery[], since: number, until: number) =>
      queries.map((query) => {
        asked.push([region, query, since, until]);
        const dimensions = 'dimensions' in query.source ? query.source.dimensions : {};
        const version = dimensions['ExecutedVersion'];
        const traffic = (version === undefined ? region === 'eu-west-1' : version === '2') ? canary : baseline;
        const value = (index: number) =>
          ({
            calls: traffic.calls,
            errors: traffic.errors ?? 0,
            latency: (traffic.latency ?? ((at) => 100 + at))(index),
          })[query.id] ?? 0;
        const count = Math.round((until - since) / minute);
        return {
          id: query.id,
          points: Array.from({ length: count }, (_, index) => ({ at: since + index * minute, value: value(index) })),
        };
      });
    const fake: { monitoring: Partial<Monitoring>; functions: Partial<Functions> } = {
      monitoring: { metricData },
      functions: { alias: async (_, alias) => (alias === 'live' ? { version: '1', weights } : undefined) },
    };
    return fake as unknown as TargetSession;
  };
  const check: CompareCheck = {
    kind: 'compare',
    function: 'orders',
    alias: 'live',
    significance: 0.05,
    errorIncrease: 0.005,
    latencyIncrease: 0.1,
    latencyStatistic: 'p95',
    minSamples: 100,
    minMinutes: 8,
    ...more,
  };
  const request = {
    check,
    moment: 'after',
    target: target('eu-west-1'),
    targets: [target('eu-west-1'), target('eu-central-1')],
    judged,
    from: START - minutes * minute,
    since: START - 20 * minute,
  } as Partial<CheckRequest<CompareCheck>> as CheckRequest<CompareCheck>;
  const ports = { clock: createVirtualClock(), session: ({ region }: { region: string }) => session(region) };
  return { found: await compare(request, ports as Partial<GatePorts> as GatePorts), asked };
}

const good = { calls: 100, errors: 1 };

describe('a canary', () => {
  test('that is no worse passes, with what this traffic could show', async () => {
    const { found, asked } = await ask({ canary: good, baseline: good });
    expect(found).toMatchObject({
      verdict: 'pass',
      evidence: { canary: 'version 2', baseline: 'version 1', canaryCalls: 1000, baselineCalls: 1000, minutes: 10 },
    });
    expect(found.reason).toMatch(
      /^no worse: 1 % of 1000 calls of version 2 failed, 1 % of 1000 of version 1; this traffic shows 2\.\d+ % and more$/,
    );
    const [region, query, since, until] = asked[0] ?? [];
    expect([region, query?.source, since, until]).toEqual([
      'eu-west-1',
      {
        namespace: 'AWS/Lambda',
        metric: 'Invocations',
        dimensions: { FunctionName: 'orders', Resource: 'orders:live', ExecutedVersion: '2' },
        statistic: 'Sum',
      },
      START - 10 * minute,
      START,
    ]);
  });

  test('that fails more often fails the gate', async () => {
    const { found } = await ask({ canary: { calls: 100, errors: 5 }, baseline: good });
    expect(found.verdict).toBe('fail');
    expect(found.reason).toMatch(/^5 % of 1000 calls of version 2 failed, 1 % of 1000 of version 1 \(p [\d.e-]+\)$/);
  });

  test('that is worse by less than what matters passes, however certain that is', async () => {
    const world = { canary: { calls: 1_000_000, errors: 10_400 }, baseline: { calls: 1_000_000, errors: 10_000 } };
    const { found } = await ask(world);
    expect(found).toMatchObject({ verdict: 'pass', evidence: { errorsP: 0 } });
    expect((await ask(world, { errorIncrease: 0.0001 })).found.verdict).toBe('fail');
  });

  test('that is slower in most minutes fails the gate', async () => {
    const { found } = await ask({ canary: { calls: 100, latency: (at) => 150 + at }, baseline: good });
    expect(found.verdict).toBe('fail');
    expect(found.reason).toMatch(
      /^version 2 is slower than version 1 by 47\.\d % \(p95, p [\d.e-]+, higher in 100 % of the pairs\)$/,
    );
  });

  test('that is slower by little, or for too short a time, passes', async () => {
    const little = await ask({ canary: { calls: 100, latency: (at) => 105 + at }, baseline: good });
    expect(little.found.verdict).toBe('pass');
    const short = await ask({ canary: { calls: 100, latency: () => 900 }, baseline: good, minutes: 7 });
    expect(short.found).toMatchObject({
      verdict: 'pass',
      reason: expect.stringContaining('latency not compared: 7 of 8 minutes'),
    });
  });

  test('with too few calls is inconclusive, and says what they could show', async () => {
    const { found } = await ask({ canary: { calls: 9, errors: 9 }, baseline: good });
    expect(found).toMatchObject({ verdict: 'inconclusive', evidence: { canaryCalls: 90 } });
    expect(found.reason).toMatch(
      /^too few calls: 90 of version 2 and 1000 of version 1, 100 are needed each; this traffic shows /,
    );
  });

  test('whose traffic cannot show what it must is inconclusive', async () => {
    const world = { canary: good, baseline: good };
    expect((await ask(world, { detect: 0.05 })).found.verdict).toBe('pass');
    expect((await ask(world, { detect: 0.005 })).found).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringMatching(/^an increase of 0.5 % could not be seen: this traffic shows 2/),
    });
  });

  test('is given the benefit of the doubt where many are judged', async () => {
    const world = { canary: { calls: 100, errors: 2.3 }, baseline: good };
    expect((await ask(world)).found.verdict).toBe('fail');
    expect((await ask({ ...world, judged: 120 })).found.verdict).toBe('pass');
  });
});

describe('versions', () => {
  test('that cannot be told apart are inconclusive', async () => {
    const world = { canary: good, baseline: good };
    const alone = await ask({ ...world, weights: {} });
    expect(alone.found).toMatchObject({
      verdict: 'inconclusive',
      reason: 'all calls of orders:live go to version 1: there is nothing to compare',
    });
    expect((await ask(world, { alias: 'prod' })).found).toMatchObject({
      verdict: 'inconclusive',
      reason: 'orders has no alias prod',
    });
  });

  test('may be named, and then nobody asks for the alias', async () => {
    const { found } = await ask(
      { canary: good, baseline: good, weights: {} },
      { versions: { canary: '2', baseline: '1' } },
    );
    expect(found.verdict).toBe('pass');
  });

  test('are not compared before a minute is over', async () => {
    expect((await ask({ canary: good, baseline: good, minutes: 0 })).found.verdict).toBe('inconclusive');
  });
});

describe('between regions', () => {
  const between = { baselineTarget: { name: 'eu-central-1', function: 'orders-there' } };

  test('the same alias is compared, and no difference proves nothing alone', async () => {
    const { found, asked } = await ask({ canary: good, baseline: good }, between);
    expect(found).toMatchObject({
      verdict: 'pass',
      reason: expect.stringContaining('between regions this alone proves nothing'),
    });
    expect(asked.map(([region, { source }]) => [region, 'dimensions' in source && source.dimensions])).toContainEqual([
      'eu-central-1',
      { FunctionName: 'orders-there', Resource: 'orders-there:live' },
    ]);
  });

  test('a worse region fails', async () => {
    const { found } = await ask({ canary: { calls: 100, errors: 9 }, baseline: good }, between);
    expect(found).toMatchObject({ verdict: 'fail', evidence: { canary: 'eu-west-1', baseline: 'eu-central-1' } });
  });
});
