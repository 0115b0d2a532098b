import { describe, expect, test } from '@jest/globals';
import type { Alarm, AlarmChange, AlarmState, MetricQuery, Monitoring } from '../../../src/aws/monitoring-ports.ts';
import type { TargetSession } from '../../../src/aws/ports.ts';
import { alarm } from '../../../src/gates/alarm.ts';
import type { CheckRequest, GatePorts } from '../../../src/gates/check.ts';
import type { AlarmCheck } from '../../../src/topology/gate-model.ts';
import { target } from '../../support/topology.ts';
import { createVirtualClock, START } from '../../support/virtual-clock.ts';

const minute = 60_000;
/** The deployment began ten minutes ago, its bake five. */
const [since, from] = [START - 10 * minute, START - 5 * minute];

const query: MetricQuery = {
  id: 'm',
  source: { namespace: 'AWS/Lambda', metric: 'Errors', dimensions: {}, statistic: 'Sum' },
  periodSeconds: 60,
  returned: true,
};

interface Given extends Partial<Alarm> {
  /** [minutes ago, from, to] */
  readonly changes?: readonly (readonly [number, AlarmState, AlarmState])[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly points?: number;
}

function monitoringOf(given: Readonly<Record<string, Given>>) {
  const alarms = Object.entries(given).map(([name, more]): Alarm => {
    const { changes: _changes, tags: _tags, points: _points, ...rest } = more;
    return {
      name,
      arn: `arn:${name}`,
      kind: 'metric',
      state: 'OK',
      stateSince: START - 24 * 60 * minute,
      queries: [query],
      ...rest,
    };
  });
  const asked: string[] = [];
  const monitoring: Monitoring = {
    alarms: async (filter) =>
      alarms.filter(({ name }) =>
        'names' in filter ? filter.names.includes(name) : name.startsWith(filter.prefix ?? ''),
      ),
    alarmChanges: async (name, start, end) =>
      (given[name]?.changes ?? [])
        .map(([ago, before, to]): AlarmChange => ({ at: START - ago * minute, from: before, to }))
        .filter(({ at }) => at >= start && at <= end),
    alarmTags: async (arn) => {
      asked.push(arn);
      return given[arn.slice(4)]?.tags ?? {};
    },
    metricData: async () => [
      {
        id: 'm',
        points: Array.from({ length: Object.values(given)[0]?.points ?? 0 }, () => ({ at: START, value: 0 })),
      },
    ],
  };
  return { monitoring, asked };
}

async function ask(
  given: Readonly<Record<string, Given>>,
  more: Partial<AlarmCheck> = {},
  round: Partial<CheckRequest<AlarmCheck>> = {},
) {
  const { monitoring, asked } = monitoringOf(given);
  const check: AlarmCheck = {
    kind: 'alarm',
    names: [],
    prefixes: [],
    tags: {},
    insufficientData: 'inconclusive',
    stale: 'pass',
    ...more,
  };
  const ports = {
    clock: createVirtualClock(),
    session: () => ({ monitoring }) as Partial<TargetSession> as TargetSession,
  };
  const request: CheckRequest<AlarmCheck> = {
    check,
    moment: 'bake',
    target: target('eu-west-1'),
    from,
    since,
    targets: [],
    judged: 1,
    signal: new AbortController().signal,
    note: () => {},
    outputs: { of: async () => undefined },
    about: { application: 'orders', environment: 'prod', release: 'r1', stacks: [] },
    ...round,
  };
  return { ...(await alarm(request, ports as Partial<GatePorts> as GatePorts)), asked };
}

const one = (given: Given, more: Partial<AlarmCheck> = {}, round: Partial<CheckRequest<AlarmCheck>> = {}) =>
  ask({ errors: given }, { names: ['errors'], ...more }, round);

describe('in the bake an alarm', () => {
  test('that is OK and was all the time passes', async () => {
    expect(await one({})).toMatchObject({ verdict: 'pass', reason: 'errors is OK', evidence: { alarms: 1 } });
  });

  test('in ALARM fails with the reason of CloudWatch', async () => {
    const found = await one({ state: 'ALARM', reason: 'Threshold Crossed', stateSince: START - minute });
    expect(found).toMatchObject({ verdict: 'fail', evidence: { failed: 'errors' } });
    expect(found.reason).toBe('errors is in ALARM since 2026-01-05 07:59:00 UTC: Threshold Crossed');
  });

  test('that went into ALARM and is OK again fails by its history', async () => {
    const found = await one({
      changes: [
        [3, 'OK', 'ALARM'],
        [2, 'ALARM', 'OK'],
      ],
    });
    expect(found).toMatchObject({
      verdict: 'fail',
      reason: 'errors went into ALARM at 2026-01-05 07:57:00 UTC; it is OK now',
    });
  });

  test('that was in ALARM when the bake began fails', async () => {
    const found = await one({
      changes: [
        [7, 'OK', 'ALARM'],
        [2, 'ALARM', 'OK'],
      ],
    });
    expect(found).toMatchObject({
      verdict: 'fail',
      reason: 'errors was in ALARM until 2026-01-05 07:58:00 UTC; it is OK now',
    });
  });

  test('that was in ALARM only before the bake passes', async () => {
    expect(
      await one({
        changes: [
          [9, 'OK', 'ALARM'],
          [6, 'ALARM', 'OK'],
        ],
      }),
    ).toMatchObject({ verdict: 'pass' });
  });

  test('that is not there fails', async () => {
    expect(await ask({}, { names: ['errors'] })).toMatchObject({ verdict: 'fail', reason: 'there is no alarm errors' });
    expect(await ask({ errors: {} }, { names: ['errors'], prefixes: ['orders-'] })).toMatchObject({
      verdict: 'fail',
      reason: 'there is no alarm orders-…',
    });
  });

  test.each(['inconclusive', 'pass', 'fail'] as const)(
    'with INSUFFICIENT_DATA is %s if so configured',
    async (insufficientData) => {
      expect(await one({ state: 'INSUFFICIENT_DATA' }, { insufficientData })).toMatchObject({
        verdict: insufficientData,
      });
    },
  );

  test('that had INSUFFICIENT_DATA for a while fails only where that is a failure', async () => {
    const changes = [
      [3, 'OK', 'INSUFFICIENT_DATA'],
      [2, 'INSUFFICIENT_DATA', 'OK'],
    ] as const;
    expect(await one({ changes })).toMatchObject({ verdict: 'pass' });
    expect(await one({ changes }, { insufficientData: 'fail' })).toMatchObject({ verdict: 'fail' });
  });
});

describe('an alarm whose metric had no data since the deployment began', () => {
  test.each(['pass', 'inconclusive', 'fail'] as const)('is %s if so configured', async (stale) => {
    expect(await one({ points: 0 }, { stale })).toMatchObject({ verdict: stale });
    expect(await one({ points: 1 }, { stale })).toMatchObject({ verdict: 'pass' });
  });

  test('is not meant when its state changed since, or when it is a composite one', async () => {
    expect(await one({ points: 0, stateSince: since + 1 }, { stale: 'fail' })).toMatchObject({ verdict: 'pass' });
    expect(await one({ points: 0, kind: 'composite', queries: [] }, { stale: 'fail' })).toMatchObject({
      verdict: 'pass',
    });
  });
});

describe('before the start an alarm', () => {
  const before = { moment: 'before' } as const;

  test('in ALARM refuses, and says how to go on', async () => {
    const found = await one({ state: 'ALARM', reason: 'Threshold Crossed' }, {}, before);
    expect(found.verdict).toBe('fail');
    expect(found.reason).toBe(
      'errors is in ALARM before the start (Threshold Crossed): wait until it is OK, or give override-alarms with a reason',
    );
  });

  test('in ALARM passes with a reason, which is told', async () => {
    const found = await one({ state: 'ALARM' }, {}, { ...before, overrideAlarms: 'this is the fix' });
    expect(found).toMatchObject({ verdict: 'pass', reason: 'errors is in ALARM, overridden: this is the fix' });
  });

  test('without data, or not there yet, is no obstacle', async () => {
    expect(await one({ state: 'INSUFFICIENT_DATA' }, { insufficientData: 'fail' }, before)).toMatchObject({
      verdict: 'pass',
    });
    const absent = await ask({}, { names: ['errors'] }, before);
    expect(absent).toMatchObject({ verdict: 'pass', evidence: { missing: 'errors' } });
  });
});

describe('an alarm that was in ALARM before the deployment, overridden with a reason', () => {
  const round = { overrideAlarms: 'this is the fix' };

  test('does not fail the bake while it recovers', async () => {
    expect(await one({ state: 'ALARM' }, {}, round)).toMatchObject({
      verdict: 'pass',
      reason: 'errors was in ALARM before and still is, overridden: this is the fix',
    });
    expect(await one({ changes: [[2, 'ALARM', 'OK']] }, {}, round)).toMatchObject({ verdict: 'pass' });
  });

  test('fails it when it goes into ALARM again', async () => {
    const found = await one(
      {
        state: 'ALARM',
        changes: [
          [8, 'ALARM', 'OK'],
          [2, 'OK', 'ALARM'],
        ],
      },
      {},
      round,
    );
    expect(found).toMatchObject({
      verdict: 'fail',
      reason: 'errors was OK again and went into ALARM at 2026-01-05 07:58:00 UTC',
    });
  });

  test('does not excuse another one', async () => {
    expect(
      await one(
        {
          changes: [
            [3, 'OK', 'ALARM'],
            [2, 'ALARM', 'OK'],
          ],
        },
        {},
        round,
      ),
    ).toMatchObject({ verdict: 'fail' });
    expect(await one({ state: 'ALARM', changes: [[3, 'OK', 'ALARM']] }, {}, round)).toMatchObject({ verdict: 'fail' });
  });
});

describe('several alarms', () => {
  test('are found by the beginning of their names, each once', async () => {
    const given = { 'orders-a': {}, 'orders-b': { state: 'ALARM' as const }, other: { state: 'ALARM' as const } };
    const found = await ask(given, { names: ['orders-a'], prefixes: ['orders-'] });
    expect(found).toMatchObject({ verdict: 'fail', evidence: { alarms: 2, failed: 'orders-b' } });
  });

  test('are found by all their tags, among those that are named or among all', async () => {
    const given = {
      a: { tags: { team: 'x', stage: 'prod' } },
      b: { tags: { team: 'x' }, state: 'ALARM' as const },
      c: { tags: { team: 'x', stage: 'prod' }, state: 'ALARM' as const },
    };
    const tags = { team: 'x', stage: 'prod' };
    expect(await ask(given, { tags })).toMatchObject({ verdict: 'fail', evidence: { alarms: 2, failed: 'c' } });
    const named = await ask(given, { tags, names: ['a', 'b'] });
    expect(named).toMatchObject({ verdict: 'pass', evidence: { alarms: 1 }, asked: ['arn:a', 'arn:b'] });
    expect(await ask(given, { tags: { team: 'y' } })).toMatchObject({
      verdict: 'fail',
      reason: 'there is no alarm with team=y',
    });
  });

  test('are judged by the worst of them', async () => {
    const found = await ask(
      { a: {}, b: { state: 'INSUFFICIENT_DATA' }, c: { state: 'ALARM' } },
      { prefixes: [''], names: ['a', 'b', 'c'] },
    );
    expect(found).toMatchObject({ verdict: 'fail', evidence: { failed: 'c', unclear: 'b' } });
    expect(await ask({ a: {}, b: { state: 'INSUFFICIENT_DATA' } }, { names: ['a', 'b'] })).toMatchObject({
      verdict: 'inconclusive',
    });
  });
});
