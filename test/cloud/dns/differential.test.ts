import { Resolver } from 'node:dns/promises';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { describe, expect, test } from '@jest/globals';
import { answer } from './answer.ts';
import type { Asker } from './choose.ts';
import { type DeployedCheck, startHealthChecks } from './health-checks.ts';
import { createRandom } from './resolver.ts';
import { startDnsServer } from './server.ts';

/**
 * What Route 53 answers before, during and after the loss of a region, for each record type: a table written by hand from
 * the Developer Guide ("Choosing a routing policy", "How Amazon Route 53 chooses records when health checking is
 * configured", "How health checks work in complex Amazon Route 53 configurations") and the API Reference
 * (ResourceRecordSet, HealthCheckConfig), asked over the wire.
 */
const NAME = 'api.example.com.';
const WEST = '192.0.2.1';
const CENTRAL = '192.0.2.2';
const US = '192.0.2.3';
const GATEWAY: Readonly<Record<string, string>> = {
  'd-west.execute-api.eu-west-1.amazonaws.com': WEST,
  'd-central.execute-api.eu-central-1.amazonaws.com': CENTRAL,
};

/** What is wrong in a phase. */
interface World {
  /** Endpoints that answer 503; an object that is not there answers so too. */
  readonly down?: readonly string[];
  /** Values of the metric in the last two periods, the current one last; undefined: no data. */
  readonly metric?: readonly (number | undefined)[];
  readonly off?: readonly string[];
}

interface Row {
  readonly rule: string;
  readonly sets: readonly ResourceRecordSet[];
  readonly asker?: Asker;
  /** Every address that is ever answered, phase by phase; none: there is no data. */
  readonly phases: readonly (readonly [World, readonly string[]])[];
}

const set = (value: string, more: Partial<ResourceRecordSet>): ResourceRecordSet => ({
  Name: NAME,
  Type: 'A',
  SetIdentifier: value,
  TTL: 30,
  ResourceRecords: [{ Value: value }],
  ...more,
});
const alias = (target: string, more: Partial<ResourceRecordSet>, EvaluateTargetHealth = true): ResourceRecordSet => ({
  Name: NAME,
  Type: 'A',
  SetIdentifier: target,
  AliasTarget: { HostedZoneId: 'Z', DNSName: `${target}.`, EvaluateTargetHealth },
  ...more,
});
const [WEST_API = '', CENTRAL_API = ''] = Object.keys(GATEWAY);
const west = { HealthCheckId: 'west' };
const central = { HealthCheckId: 'central' };
const us = { HealthCheckId: 'us' };

const endpoint = (host: string, more: Partial<DeployedCheck> = {}): DeployedCheck => ({
  Type: 'HTTPS',
  FullyQualifiedDomainName: host,
  FailureThreshold: 1,
  ...more,
});
const metric = (InsufficientDataHealthStatus: DeployedCheck['InsufficientDataHealthStatus']): DeployedCheck => ({
  Type: 'CLOUDWATCH_METRIC',
  InsufficientDataHealthStatus,
  alarm: {
    region: 'eu-central-1',
    namespace: 'Stop',
    metric: 'Stopped',
    dimensions: [],
    statistic: 'Maximum',
    periodSeconds: 60,
    evaluationPeriods: 1,
    threshold: 1,
    comparison: 'GreaterThanOrEqualToThreshold',
  },
});
const calculated = (children: string[], HealthThreshold: number): DeployedCheck => ({
  Type: 'CALCULATED',
  ChildHealthChecks: children,
  HealthThreshold,
});

const CHECKS: Readonly<Record<string, DeployedCheck>> = {
  west: endpoint('west'),
  central: endpoint('central'),
  us: endpoint('us'),
  'not stopped': endpoint('signal', { Inverted: true }),
  'endpoint and not stopped': calculated(['west', 'not stopped'], 2),
  'one of two': calculated(['west', 'central'], 1),
  disabled: endpoint('west', { Disabled: true }),
  'metric, last known': metric('LastKnownStatus'),
  'metric, healthy': metric('Healthy'),
  'metric, unhealthy': metric('Unhealthy'),
  control: { Type: 'RECOVERY_CONTROL', RoutingControlArn: 'control-west' },
};

const GOOD: World = { down: ['signal'] };
const LOST: World = { down: ['signal', 'west'] };
const ALL_LOST: World = { down: ['signal', 'west', 'central', 'us'] };
const STOPPED: World = { down: [] };
const pair = (primary: Partial<ResourceRecordSet>, secondary: Partial<ResourceRecordSet> = {}) => [
  set(WEST, { Failover: 'PRIMARY', ...primary }),
  set(CENTRAL, { Failover: 'SECONDARY', ...secondary }),
];
const weights = (one: number, other: number, checks: readonly [object, object] = [west, central]) => [
  set(WEST, { Weight: one, ...checks[0] }),
  set(CENTRAL, { Weight: other, ...checks[1] }),
];

const TABLE: readonly Row[] = [
  {
    rule: 'simple: there is nothing else to answer with',
    sets: [set(WEST, { SetIdentifier: undefined })],
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: the healthy ones',
    sets: weights(90, 10),
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
  {
    rule: 'weighted: all when none is healthy',
    sets: weights(90, 10),
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [ALL_LOST, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
    ],
  },
  {
    rule: 'weighted: weight zero only when every other one is unhealthy',
    sets: weights(100, 0),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: with all unhealthy, weight zero stays zero',
    sets: weights(100, 0),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: one without a check is always healthy, also with weight zero',
    sets: weights(100, 0, [west, {}]),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: what has no check is not noticed',
    sets: weights(100, 0, [{}, central]),
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'weighted: all zero is equal shares of the healthy',
    sets: weights(0, 0),
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
  {
    rule: 'failover: the secondary while the primary is unhealthy; it returns by itself',
    sets: pair(west),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: the primary when both are unhealthy',
    sets: pair(west, central),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [WEST]],
      [LOST, [CENTRAL]],
    ],
  },
  {
    rule: 'failover: a secondary without a check is the last resort',
    sets: pair(west),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: the health of the secondary does not matter while the primary is healthy',
    sets: pair(west, central),
    phases: [
      [GOOD, [WEST]],
      [{ down: ['signal', 'central'] }, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover: a primary without a check never fails over',
    sets: pair({}),
    phases: [
      [GOOD, [WEST]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover alias to API Gateway: EvaluateTargetHealth tells nothing',
    sets: [alias(WEST_API, { Failover: 'PRIMARY' }), alias(CENTRAL_API, { Failover: 'SECONDARY' })],
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'failover alias with a check on the record',
    sets: [alias(WEST_API, { Failover: 'PRIMARY', ...west }), alias(CENTRAL_API, { Failover: 'SECONDARY' })],
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'endpoint AND NOT stop: stopped stays stopped when the endpoint is good again, until the signal is gone',
    sets: pair({ HealthCheckId: 'endpoint and not stopped' }),
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [{ down: ['west'] }, [CENTRAL]],
      [STOPPED, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'endpoint AND NOT stop: a signal that cannot be read stops nobody',
    sets: pair({ HealthCheckId: 'endpoint and not stopped' }),
    phases: [
      [STOPPED, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'calculated: healthy with as many children as its threshold',
    sets: pair({ HealthCheckId: 'one of two' }),
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [ALL_LOST, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'disabled: always healthy',
    sets: pair({ HealthCheckId: 'disabled' }),
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'routing control: Off is unhealthy',
    sets: pair({ HealthCheckId: 'control' }),
    phases: [
      [GOOD, [WEST]],
      [{ ...GOOD, off: ['control-west'] }, [CENTRAL]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'metric: a new check without data is healthy; LastKnownStatus keeps what data said last',
    sets: pair({ HealthCheckId: 'metric, last known' }),
    phases: [
      [{ metric: [] }, [WEST]],
      [{ metric: [0, 0] }, [WEST]],
      [{ metric: [0, 1] }, [CENTRAL]],
      [{ metric: [1, undefined] }, [CENTRAL]],
      [{ metric: [] }, [CENTRAL]],
      [{ metric: [1, 0] }, [WEST]],
    ],
  },
  {
    rule: 'metric: Healthy returns when the data ages',
    sets: pair({ HealthCheckId: 'metric, healthy' }),
    phases: [
      [{ metric: [0, 1] }, [CENTRAL]],
      [{ metric: [] }, [WEST]],
      [{ metric: [0, 1] }, [CENTRAL]],
    ],
  },
  {
    rule: 'metric: Unhealthy leaves a primary that nobody stopped',
    sets: pair({ HealthCheckId: 'metric, unhealthy' }),
    phases: [
      [{ metric: [] }, [CENTRAL]],
      [{ metric: [0, undefined] }, [WEST]],
      [{ metric: [0, 0] }, [WEST]],
      [{ metric: [] }, [CENTRAL]],
    ],
  },
  {
    rule: 'latency: the nearest healthy one',
    sets: [set(WEST, { Region: 'eu-west-1', ...west }), set(CENTRAL, { Region: 'eu-central-1', ...central })],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'latency alias to weighted sets: with EvaluateTargetHealth a branch is healthy while any set of it is',
    sets: [
      alias('west.example.com', { Region: 'eu-west-1' }),
      alias('us.example.com', { Region: 'us-east-1' }),
      set(WEST, { Name: 'west.example.com.', Weight: 1, ...west }),
      set(CENTRAL, { Name: 'west.example.com.', Weight: 1, ...central }),
      set(US, { Name: 'us.example.com.', Weight: 1, ...us }),
    ],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST, CENTRAL]],
      [LOST, [CENTRAL]],
      [{ down: ['signal', 'west', 'central'] }, [US]],
      [ALL_LOST, [WEST, CENTRAL]],
      [GOOD, [WEST, CENTRAL]],
    ],
  },
  {
    rule: 'latency alias to weighted sets: without it the branch is healthy always',
    sets: [
      alias('west.example.com', { Region: 'eu-west-1' }, false),
      alias('us.example.com', { Region: 'us-east-1' }, false),
      set(WEST, { Name: 'west.example.com.', Weight: 1, ...west }),
      set(US, { Name: 'us.example.com.', Weight: 1, ...us }),
    ],
    asker: { region: 'eu-west-1' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'alias with a check and EvaluateTargetHealth: both have to be healthy',
    sets: [
      alias('west.example.com', { Failover: 'PRIMARY', HealthCheckId: 'control' }),
      set(US, { Failover: 'SECONDARY' }),
      set(WEST, { Name: 'west.example.com.', Weight: 1, ...west }),
    ],
    phases: [
      [GOOD, [WEST]],
      [LOST, [US]],
      [{ ...GOOD, off: ['control-west'] }, [US]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'geolocation: the next larger place that is healthy',
    sets: [
      set(WEST, { GeoLocation: { CountryCode: 'DE' }, ...west }),
      set(CENTRAL, { GeoLocation: { ContinentCode: 'EU' }, ...central }),
      set(US, { GeoLocation: { CountryCode: '*' }, ...us }),
    ],
    asker: { country: 'DE', continent: 'EU' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [CENTRAL]],
      [{ down: ['signal', 'west', 'central'] }, [US]],
      [ALL_LOST, [WEST]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'geolocation: the part of a country before the country',
    sets: [
      set(WEST, { GeoLocation: { CountryCode: 'US', SubdivisionCode: 'WA' }, ...west }),
      set(US, { GeoLocation: { CountryCode: 'US' }, ...us }),
    ],
    asker: { country: 'US', subdivision: 'WA', continent: 'NA' },
    phases: [
      [GOOD, [WEST]],
      [LOST, [US]],
      [GOOD, [WEST]],
    ],
  },
  {
    rule: 'geolocation: no data for a place that nobody covers, whatever is healthy',
    sets: [set(WEST, { GeoLocation: { CountryCode: 'DE' }, ...west })],
    asker: { country: 'US', continent: 'NA' },
    phases: [
      [GOOD, []],
      [LOST, []],
      [GOOD, []],
    ],
  },
  {
    rule: 'multivalue: all healthy ones; all when none is',
    sets: [
      set(WEST, { MultiValueAnswer: true, ...west }),
      set(CENTRAL, { MultiValueAnswer: true, ...central }),
      set(US, { MultiValueAnswer: true, ...us }),
    ],
    phases: [
      [GOOD, [WEST, CENTRAL, US]],
      [LOST, [CENTRAL, US]],
      [ALL_LOST, [WEST, CENTRAL, US]],
      [GOOD, [WEST, CENTRAL, US]],
    ],
  },
];

/** Enough that a share of one in ten is seen, for any seed that is not cursed. */
const QUESTIONS = 80;

describe('the answers of Route 53 before, during and after a loss', () => {
  test.each(TABLE.map((row) => [row.rule, row] as const))('%s', async (_, { sets, asker = {}, phases }) => {
    let world: World = GOOD;
    const checks = startHealthChecks({
      checks: () => new Map(Object.entries(CHECKS)),
      intervalMs: 3_600_000,
      fetch: async (url) => new Response('', { status: world.down?.includes(new URL(url).hostname) ? 503 : 200 }),
      control: (arn) => (world.off?.includes(arn) ? 'Off' : 'On'),
      metric: async () => periods(world.metric ?? []),
    });
    const random = createRandom(11);
    await using server = await startDnsServer({
      answer: (name, type) => answer(sets, name, type, { asker, random, healthy: checks.healthy }),
      addressOf: (host) => GATEWAY[host],
    });
    const resolver = new Resolver({ timeout: 5_000 });
    resolver.setServers([`${server.host}:${server.port}`]);
    const seen: string[][] = [];
    for (const [next] of phases) {
      world = next;
      await checks.round();
      const answers = await Promise.all(Array.from({ length: QUESTIONS }, () => ask(resolver)));
      seen.push([...new Set(answers.flat())].sort());
    }
    await checks.stop();
    expect(seen).toEqual(phases.map(([, addresses]) => [...addresses].sort()));
  });
});

async function ask(resolver: Resolver): Promise<readonly string[]> {
  try {
    return await resolver.resolve4(NAME);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENODATA') return [];
    throw error;
  }
}

/** The last of the values is of the period that has begun. */
function periods(values: readonly (number | undefined)[]): ReadonlyMap<number, number> {
  const current = Math.floor(Date.now() / 60_000) * 60_000;
  return new Map(
    values.flatMap((value, index): [number, number][] =>
      value === undefined ? [] : [[current - (values.length - 1 - index) * 60_000, value]],
    ),
  );
}
