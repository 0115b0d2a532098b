import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { errorsOf, load } from './helpers.ts';

const config = (failover: string, more = '', targets = '{ eu-west-1: {}, eu-central-1: {} }') =>
  `application: shop\nenvironments:\n  prod:\n    targets: ${targets}\n${more}    failover: { ${failover} }\n`;
const WEIGHTED = '{ eu-west-1: { weight: 1 }, eu-central-1: { weight: 0 } }';
const DRIVERS = {
  route53: '    traffic: { driver: route53, zone: example.com, name: api.example.com }\n',
  'cloudfront-kvs':
    '    traffic: { driver: cloudfront-kvs, store: "arn:aws:cloudfront::111111111111:key-value-store/a" }\n',
  'global-accelerator':
    '    traffic: { driver: global-accelerator, listener: "arn:aws:globalaccelerator::111111111111:accelerator/a/listener/b" }\n',
  none: '',
} as const;
const ARN = 'arn:aws:route53-recovery-control::111111111111:controlpanel/p/routingcontrol';
const MECHANISMS = {
  'stop-switch': 'mechanism: stop-switch, signals: { eu-west-1: { in: eu-central-1, bucket: b, key: k } }',
  'arc-routing-control': `mechanism: arc-routing-control, routing-controls: { eu-west-1: "${ARN}/a", eu-central-1: "${ARN}/b" }, cluster-endpoints: { us-east-1: "https://a.route53-recovery-cluster.us-east-1.amazonaws.com/v1" }`,
  'region-switch':
    'mechanism: region-switch, region-switch: { plan: "arn:aws:arc-region-switch::111111111111:plan/shop:abc123" }',
  weights: 'mechanism: weights',
  command: 'mechanism: command, command: [move]',
} as const;

describe('drivers and mechanisms', () => {
  const good: Readonly<Record<string, readonly string[]>> = {
    route53: ['stop-switch', 'arc-routing-control', 'region-switch', 'weights', 'command'],
    'cloudfront-kvs': ['weights', 'command'],
    'global-accelerator': ['weights', 'command'],
    none: ['stop-switch', 'arc-routing-control', 'region-switch', 'command'],
  };
  const pairs = Object.keys(DRIVERS).flatMap((driver) =>
    Object.keys(MECHANISMS).map((name) => [driver, name] as const),
  );
  test.each(pairs)('%s with %s', async (driver, mechanism) => {
    const text = config(
      MECHANISMS[mechanism as keyof typeof MECHANISMS],
      DRIVERS[driver as keyof typeof DRIVERS],
      ...(driver === 'none' ? [] : [WEIGHTED]),
    );
    const loading = load(text).then((environment) => environment.failover?.mechanism.kind);
    if (good[driver]?.includes(mechanism)) await expect(loading).resolves.toBe(mechanism);
    else {
      const errors = await errorsOf(loading);
      expect(errors.map(({ code }) => code)).toEqual(['failover-mechanism']);
      // Each says what to do instead.
      expect(errors[0]?.fix.join()).toMatch(/Choose the mechanism weights, or command|Add "traffic" with a driver/);
    }
  });

  test('are in the table of the docs as they are accepted', () => {
    const page = readFileSync(new URL('../../../docs/failover-mechanisms.md', import.meta.url), 'utf8');
    const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
    const drivers = rows.find((row) => row.includes('no driver'))?.slice(2, -1) ?? [];
    expect(drivers).toEqual(['route53', 'cloudfront-kvs', 'global-accelerator', 'no driver']);
    for (const mechanism of Object.keys(MECHANISMS)) {
      const cells = rows.find(([, name, cell]) => name === mechanism && /^(yes|no)$/.test(cell ?? ''))?.slice(2, -1);
      const accepted = drivers.map((driver) =>
        good[driver === 'no driver' ? 'none' : driver]?.includes(mechanism) ? 'yes' : 'no',
      );
      expect([mechanism, cells]).toEqual([mechanism, accepted]);
    }
  });
});

describe('a failover is refused', () => {
  test.each([
    ['without its signals', 'mechanism: stop-switch', 'needs the key "signals"'],
    [
      'with a key of another mechanism',
      `${MECHANISMS.command}, signals: { eu-west-1: { in: eu-central-1, bucket: b, key: k } }`,
      'is of the mechanism stop-switch',
    ],
    ['with a signal of nobody', MECHANISMS['stop-switch'].replace('eu-west-1:', 'eu-wset-1:'), 'names eu-wset-1'],
    [
      'with a signal in the region that it stops',
      MECHANISMS['stop-switch'].replace('in: eu-central-1', 'in: eu-west-1'),
      'the region that would be lost',
    ],
    [
      'with a target that has no control',
      MECHANISMS['arc-routing-control'].replace(`, eu-central-1: "${ARN}/b"`, ''),
      'eu-central-1 has no routing control',
    ],
    [
      'with an endpoint of another region',
      MECHANISMS['arc-routing-control'].replace('{ us-east-1: "https', '{ eu-west-1: "https'),
      'is not in eu-west-1',
    ],
    [
      'with a probe of a release',
      `${MECHANISMS.command}, probe: { url: "https://\${release}.example.com" }`,
      'cannot stand here',
    ],
    [
      'with replication that nothing tells of',
      `${MECHANISMS.command}, replication: { max-lag: 5s }`,
      'needs the key "heartbeat"',
    ],
    [
      'with heartbeats of a release',
      `${MECHANISMS.command}, replication: { heartbeat: "\${release}" }`,
      'cannot stand here',
    ],
    [
      'with an endpoint of a release',
      `${MECHANISMS.command}, endpoint: "https://\${release}.example.com"`,
      'cannot stand here',
    ],
    ['with an unknown mechanism', 'mechanism: teleport', 'teleport'],
    [
      'with a plan of Region switch that is none',
      'mechanism: region-switch, region-switch: { plan: shop }',
      'the ARN of a Region switch plan',
    ],
    [
      'with a release in a function that is fenced',
      `${MECHANISMS.command}, fence: { functions: ["f-\${release}"] }`,
      'cannot stand here',
    ],
  ])('%s', async (_, failover, sentence) => {
    const errors = await errorsOf(load(config(failover)));
    expect(errors.map(({ message }) => message).join('\n')).toContain(sentence);
  });

  test('with three regions under Region switch', async () => {
    const three = '{ eu-west-1: {}, eu-central-1: {}, us-east-1: {} }';
    const errors = await errorsOf(load(config(MECHANISMS['region-switch'], '', three)));
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('a Region switch plan has two regions'),
    ]);
  });

  test('of one region', async () => {
    const errors = await errorsOf(load(config(MECHANISMS.command, '', '{ eu-west-1: {} }')));
    expect(errors.map(({ code }) => code)).toEqual(['failover-alone']);
  });
});

test('endpoints are of one target, and name servers have addresses', async () => {
  const endpoint = '${stacks.api.outputs.Url}status';
  const probe = 'probe: { url: "https://api.example.com", name-servers: ["192.0.2.1", "[2001:db8::1]:5353"] }';
  const { failover } = await load(config(`${MECHANISMS.command}, endpoint: "${endpoint}", ${probe}`));
  expect(failover).toMatchObject({
    endpoint,
    probe: {
      nameServers: [
        { host: '192.0.2.1', port: 53 },
        { host: '2001:db8::1', port: 5353 },
      ],
    },
  });
});

test('weights tell where their control plane is', async () => {
  const { notes } = await load(config(MECHANISMS.weights, DRIVERS.route53, WEIGHTED));
  expect(notes.join()).toContain('changes route53 through its control plane in us-east-1');
});

describe('drills', () => {
  test('have what holds where nothing is said, and what is said', async () => {
    const plain = await load(config(MECHANISMS['stop-switch']));
    expect(plain.failover?.drill).toEqual({ holdMs: 60_000, abort: { belowPercent: 90, windowMs: 30_000 } });
    const drill =
      'drill: { every: 90d, hold: 5m, abort: { below: 95 }, revert-role: r, inject: { command: a, revert: [b] } }';
    const told = await load(config(`${MECHANISMS['stop-switch']}, ${drill}`));
    expect(told.failover?.drill).toEqual({
      everyMs: 7_776_000_000,
      holdMs: 300_000,
      abort: { belowPercent: 95, windowMs: 30_000 },
      revertRole: 'r',
      inject: { run: ['sh', '-c', 'a'], revert: ['b'] },
    });
  });

  test('take no role that nothing would act with', async () => {
    const errors = await errorsOf(load(config(`${MECHANISMS.command}, drill: { revert-role: r }`)));
    expect(errors.map(({ code }) => code)).toEqual(['failover-key']);
  });
});
