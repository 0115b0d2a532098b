import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { describe, expect, test } from '@jest/globals';
import { answer } from './answer.ts';
import type { Choice } from './choose.ts';
import { createRandom, createResolver } from './resolver.ts';

const NAME = 'api.example.com.';
const set = (SetIdentifier: string, Weight: number, more: Partial<ResourceRecordSet> = {}): ResourceRecordSet => ({
  Name: NAME,
  Type: 'CNAME',
  SetIdentifier,
  Weight,
  TTL: 30,
  ResourceRecords: [{ Value: `${SetIdentifier}.example.net.` }],
  ...more,
});
const choice = (more: Partial<Choice> = {}): Choice => ({
  asker: {},
  random: createRandom(7),
  healthy: () => true,
  ...more,
});

/** How many of 10,000 questions each value answers, in percent, rounded. */
function shares(sets: readonly ResourceRecordSet[], more: Partial<Choice> = {}, type = 'CNAME') {
  const asked = choice(more);
  const counts: Record<string, number> = {};
  for (let index = 0; index < 10_000; index += 1) {
    const value = answer(sets, NAME, type, asked).records.at(-1)?.value ?? 'none';
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).map(([value, count]) => [value, Math.round(count / 100)]));
}

describe('weighted records are answered', () => {
  test('in proportion to their weights', () => {
    expect(shares([set('a', 90), set('b', 10)])).toEqual({ 'a.example.net': 90, 'b.example.net': 10 });
  });

  test('never with weight zero while another has a weight', () => {
    expect(shares([set('a', 1), set('b', 0)])).toEqual({ 'a.example.net': 100 });
  });

  test('equally often when all weights are zero', () => {
    expect(shares([set('a', 0), set('b', 0)])).toEqual({ 'a.example.net': 50, 'b.example.net': 50 });
  });

  test('by the healthy ones; zero weights only when no weighted one is healthy; all when none is', () => {
    const sets = [set('a', 90, { HealthCheckId: 'ha' }), set('b', 0, { HealthCheckId: 'hb' })];
    expect(shares(sets, { healthy: (id) => id !== 'hb' })).toEqual({ 'a.example.net': 100 });
    expect(shares(sets, { healthy: (id) => id !== 'ha' })).toEqual({ 'b.example.net': 100 });
    expect(shares(sets, { healthy: () => false })).toEqual({ 'a.example.net': 100 });
  });
});

describe('other policies', () => {
  const alias = (target: string, more: Partial<ResourceRecordSet> = {}): ResourceRecordSet => ({
    Name: NAME,
    Type: 'A',
    AliasTarget: { HostedZoneId: 'Z', DNSName: target, EvaluateTargetHealth: false },
    ...more,
  });

  test('a tree: the nearest region, then the weights below it', () => {
    const sets = [
      alias('eu.example.com.', { SetIdentifier: 'eu', Region: 'eu-west-1' }),
      alias('us.example.com.', { SetIdentifier: 'us', Region: 'us-east-1' }),
      alias('one.example.net.', { Name: 'eu.example.com.', SetIdentifier: 'one', Weight: 75 }),
      alias('two.example.net.', { Name: 'eu.example.com.', SetIdentifier: 'two', Weight: 25 }),
      alias('far.example.net.', { Name: 'us.example.com.', SetIdentifier: 'far', Weight: 1 }),
    ];
    const near = shares(sets, { asker: { region: 'eu-west-1' } }, 'A');
    expect(near['one.example.net']).toBeGreaterThan(73);
    expect(near['one.example.net']).toBeLessThan(77);
    expect(shares(sets, { asker: { region: 'us-east-1' } }, 'A')).toEqual({ 'far.example.net': 100 });
  });

  test('an alias answers under its own name, one to an AWS resource with 60 s', () => {
    expect(answer([alias('d-1.execute-api.eu-west-1.amazonaws.com.')], 'API.example.com', 'A', choice())).toEqual({
      kind: 'answer',
      records: [
        {
          name: 'api.example.com',
          type: 'A',
          ttl: 60,
          value: 'd-1.execute-api.eu-west-1.amazonaws.com',
          resource: true,
        },
      ],
    });
  });

  test('failover answers with the secondary only while it alone is healthy', () => {
    const pair = [
      alias('p.example.net.', { SetIdentifier: 'p', Failover: 'PRIMARY', HealthCheckId: 'hp' }),
      alias('s.example.net.', { SetIdentifier: 's', Failover: 'SECONDARY', HealthCheckId: 'hs' }),
    ];
    const answered = (healthy: (id: string) => boolean) =>
      answer(pair, NAME, 'A', choice({ healthy })).records[0]?.value;
    expect(answered(() => true)).toBe('p.example.net');
    expect(answered((id) => id === 'hs')).toBe('s.example.net');
    expect(answered(() => false)).toBe('p.example.net');
  });

  test('geolocation takes the country, then the continent, then the default', () => {
    const at = (value: string, GeoLocation: ResourceRecordSet['GeoLocation']) =>
      alias(`${value}.example.net.`, { SetIdentifier: value, GeoLocation });
    const sets = [at('rest', { CountryCode: '*' }), at('eu', { ContinentCode: 'EU' }), at('de', { CountryCode: 'DE' })];
    const answered = (asker: Choice['asker']) => answer(sets, NAME, 'A', choice({ asker })).records[0]?.value;
    expect(answered({ country: 'DE', continent: 'EU' })).toBe('de.example.net');
    expect(answered({ country: 'FR', continent: 'EU' })).toBe('eu.example.net');
    expect(answered({ country: 'US', continent: 'NA' })).toBe('rest.example.net');
  });

  test('a name without that type has no data, and an unknown one is no name', () => {
    expect(answer([alias('x.')], NAME, 'AAAA', choice()).kind).toBe('no-data');
    expect(answer([alias('x.')], 'other.example.com', 'A', choice()).kind).toBe('no-name');
  });
});

test('a resolver keeps an answer for its TTL, and follows its seed', async () => {
  const sets = [set('a', 50), set('b', 50)];
  let now = 0;
  const make = (seed: number) => createResolver({ records: async () => sets, seed, now: () => now });
  const [one, same] = [make(3), make(3)];
  const hosts: string[] = [];
  const others: string[] = [];
  for (; now < 300_000; now += 10_000) {
    hosts.push(await one.host(NAME, 'A'));
    others.push(await same.host(NAME, 'A'));
  }
  expect(hosts).toEqual(others);
  expect(new Set(hosts).size).toBe(2);
  expect(one.asked).toBe(10);
});
