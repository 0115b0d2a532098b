import { describe, expect, test } from '@jest/globals';
import type { RecordSet } from '../../../src/aws/traffic-ports.ts';
import type { Route53Settings } from '../../../src/topology/traffic-model.ts';
import { createRoute53Driver } from '../../../src/traffic/route53.ts';
import { createFakeRoute53, type FakeRoute53Options, weighted } from '../../support/fake-route53.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { driverFor, SETTINGS, signal } from './route53-driver.ts';

const BOTH = [weighted('ireland', 100), weighted('frankfurt', 0)];

describe('weighted record sets of Route 53', () => {
  test('are read as weights by target', async () => {
    const { driver } = driverFor({ sets: BOTH });
    expect((await driver.read(signal)).weights).toEqual({ 'eu-west-1': 100, 'eu-central-1': 0 });
  });

  test('change in one batch of exact deletions and creations, everything else of them kept', async () => {
    const alias = { zoneId: 'Z9', name: 'd-1.execute-api.eu-west-1.amazonaws.com.', evaluateTargetHealth: true };
    const { ttl: _ttl, values: _values, ...rest } = weighted('ireland', 100, { type: 'A', healthCheckId: 'h1' });
    const first: RecordSet = { ...rest, alias };
    const second = weighted('frankfurt', 0, { type: 'A' });
    const { driver, route53 } = driverFor({ sets: [first, second] });
    const before = await driver.read(signal);
    await driver.set({ 'eu-west-1': 10, 'eu-central-1': 90 }, before, signal);
    expect(route53.batches).toEqual([
      [
        { action: 'DELETE', set: first },
        { action: 'CREATE', set: { ...first, weight: 10 } },
        { action: 'DELETE', set: second },
        { action: 'CREATE', set: { ...second, weight: 90 } },
      ],
    ]);
  });

  test('of several types change together', async () => {
    const sets = [...BOTH, ...BOTH.map((set) => ({ ...set, type: 'AAAA' }))];
    const { driver, route53 } = driverFor({ sets });
    await driver.set({ 'eu-west-1': 10, 'eu-central-1': 90 }, await driver.read(signal), signal);
    expect(route53.batches).toHaveLength(1);
    expect(route53.sets.map(({ type, weight }) => `${type} ${weight}`)).toEqual([
      'CNAME 10',
      'CNAME 90',
      'AAAA 10',
      'AAAA 90',
    ]);
  });

  test('that somebody else changed since are not overwritten, even where ours keeps its weight', async () => {
    const { driver, route53 } = driverFor({ sets: BOTH });
    const before = await driver.read(signal);
    const theirs = [weighted('ireland', 100), weighted('frankfurt', 7)];
    route53.replace(theirs);
    await expect(driver.set({ 'eu-west-1': 50, 'eu-central-1': 0 }, before, signal)).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(route53.sets).toEqual(theirs);
  });

  test('count as changed when the answer was lost and the repetition found its own work', async () => {
    const { driver, route53, clock } = driverFor({ sets: BOTH });
    const before = await driver.read(signal);
    route53.loseNextAnswer();
    const change = await driver.set({ 'eu-west-1': 10, 'eu-central-1': 90 }, before, signal);
    expect(change.weights).toEqual({ 'eu-west-1': 10, 'eu-central-1': 90 });
    const began = clock.now();
    await driver.waitApplied(change, signal);
    // Its id is not known: the time that Route 53 promises is waited for.
    expect(clock.now() - began).toBe(60_000);
  });

  test('are applied when Route 53 says INSYNC', async () => {
    const { driver, clock } = driverFor({ sets: BOTH, pendings: 4 });
    const change = await driver.set({ 'eu-west-1': 10, 'eu-central-1': 90 }, await driver.read(signal), signal);
    const began = clock.now();
    await driver.waitApplied(change, signal);
    expect(clock.now() - began).toBe(4 * 2_000);
  });

  test('that never come in force are given up with a sentence', async () => {
    const { driver } = driverFor({ sets: BOTH, pendings: 1_000_000 });
    const change = await driver.set({ 'eu-west-1': 10, 'eu-central-1': 90 }, await driver.read(signal), signal);
    await expect(driver.waitApplied(change, signal)).rejects.toMatchObject({ code: 'traffic-not-applied' });
  });

  test('settle in three of their TTLs, an alias in three times 60 s, or as configured', async () => {
    const plain = driverFor({ sets: BOTH }).driver;
    await plain.read(signal);
    expect(plain.settleMs).toBe(90_000);
    const { ttl: _ttl, values: _values, ...rest } = weighted('ireland', 1);
    const alias = { zoneId: 'Z9', name: 'x.', evaluateTargetHealth: false };
    const aliased = driverFor({ sets: [{ ...rest, alias }, weighted('frankfurt', 0)] }).driver;
    await aliased.read(signal);
    expect(aliased.settleMs).toBe(180_000);
    expect(driverFor({ sets: BOTH }, {}, 5_000).driver.settleMs).toBe(5_000);
  });
});

describe('record sets that are not as they should be are refused:', () => {
  const simple: RecordSet = { name: 'api.example.com', type: 'CNAME', routing: 'simple', ttl: 60, values: ['x'] };
  test.each<[string, readonly RecordSet[], Partial<Route53Settings>, string, string]>([
    ['none', [], {}, 'traffic-record-missing', 'there are no weighted record sets under api.example.com'],
    ['none of the type', BOTH, { types: ['A'] }, 'traffic-record-missing', 'no A record sets'],
    ['a simple record', [simple], { types: ['CNAME'] }, 'traffic-record-policy', 'is simple, not weighted'],
    [
      'one of a traffic policy',
      [weighted('ireland', 1, { trafficPolicyInstanceId: 'tp' })],
      {},
      'traffic-record-policy',
      'made by a traffic policy',
    ],
    [
      'one of nobody',
      [...BOTH, weighted('old', 5)],
      {},
      'traffic-record-foreign',
      'a CNAME record set old, which is of no target',
    ],
    [
      'a missing one',
      [weighted('ireland', 1)],
      {},
      'traffic-record-missing',
      'has no record set CNAME frankfurt (eu-central-1)',
    ],
    [
      'different weights by type',
      [...BOTH, weighted('ireland', 3, { type: 'AAAA' }), weighted('frankfurt', 0, { type: 'AAAA' })],
      {},
      'traffic-weights-differ',
      'different weights by type: 100 and 3',
    ],
  ])('%s', async (_, sets, settings, code, message) => {
    const { driver } = driverFor({ sets }, settings);
    await expect(driver.read(signal)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test('a TXT record of the same name is nobody’s business', async () => {
    const txt: RecordSet = { ...simple, type: 'TXT' };
    const { driver } = driverFor({ sets: [...BOTH, txt] });
    expect((await driver.read(signal)).weights).toEqual({ 'eu-west-1': 100, 'eu-central-1': 0 });
  });
});

describe('a target without a record set', () => {
  const record = { kind: 'value', type: 'CNAME', value: '${stacks.api.outputs.Host}', ttlSeconds: 60 } as const;
  const joining = (sets: readonly RecordSet[], settings: Partial<Route53Settings>, known = true) => {
    const route53 = createFakeRoute53({ sets });
    const driver = createRoute53Driver({
      settings: { ...SETTINGS, ...settings },
      configured: {},
      route53,
      clock: createVirtualClock(),
      who: 'test',
      recordOf: async (target) =>
        known
          ? settings.record?.kind === 'alias'
            ? { kind: 'alias', name: `${target}.aws`, zone: 'Z9' }
            : { ...record, value: `${target}.aws` }
          : undefined,
    });
    return { driver, route53 };
  };

  test('gets one in the same batch, with the weight that it is given', async () => {
    const { driver, route53 } = joining([weighted('ireland', 100)], { record });
    const before = await driver.read(signal);
    expect(before.weights).toEqual({ 'eu-west-1': 100 });
    await driver.set({ 'eu-west-1': 100, 'eu-central-1': 0 }, before, signal);
    expect(route53.batches[0]?.at(-1)).toEqual({
      action: 'CREATE',
      set: weighted('frankfurt', 0, { ttl: 60, values: ['eu-central-1.aws'] }),
    });
  });

  test('gets an alias for every type that the others have, and A where there are none', async () => {
    const alias = { record: { kind: 'alias', name: 'n', zone: 'z' } } as const;
    const both = joining([weighted('ireland', 1, { type: 'A' }), weighted('ireland', 1, { type: 'AAAA' })], alias);
    await both.driver.set({ 'eu-west-1': 1, 'eu-central-1': 0 }, await both.driver.read(signal), signal);
    const made = both.route53.batches[0]?.slice(4).map(({ set }) => [set.type, set.alias?.name, set.weight]);
    expect(made).toEqual([
      ['A', 'eu-central-1.aws', 0],
      ['AAAA', 'eu-central-1.aws', 0],
    ]);
    const none = joining([], alias);
    await none.driver.set({ 'eu-west-1': 100, 'eu-central-1': 0 }, await none.driver.read(signal), signal);
    expect(none.route53.sets.map(({ type, weight }) => [type, weight])).toEqual([
      ['A', 100],
      ['A', 0],
    ]);
  });

  test('is refused while its outputs are not known', async () => {
    const { driver, route53 } = joining([weighted('ireland', 100)], { record }, false);
    const before = await driver.read(signal);
    await expect(driver.set({ 'eu-west-1': 100, 'eu-central-1': 0 }, before, signal)).rejects.toMatchObject({
      code: 'traffic-record-unknown',
    });
    expect(route53.batches).toEqual([]);
  });
});

describe('the hosted zone', () => {
  const open = { id: 'Z1', name: 'example.com', private: false };
  test.each<[string, string, FakeRoute53Options['zones'], string]>([
    ['of a name that is not there', 'example.com', [], 'traffic-zone-missing'],
    ['of an id that is not there', 'Z2', [open], 'traffic-zone-missing'],
    ['of a name that is there twice', 'example.com', [open, { ...open, id: 'Z2' }], 'traffic-zone'],
    ['of an id, with another name', 'Z3', [{ id: 'Z3', name: 'example.org', private: false }], 'traffic-zone'],
  ])('%s is refused', async (_, zone, zones = [], code) => {
    const { driver } = driverFor({ sets: BOTH, zones }, { zone });
    await expect(driver.read(signal)).rejects.toMatchObject({ code });
  });

  test('is the public one where a private one has the same name, and may be given by its id', async () => {
    const zones = [{ ...open, id: 'Z0', private: true }, open];
    await expect(driverFor({ sets: BOTH, zones }).driver.read(signal)).resolves.toMatchObject({
      revision: { zone: open },
    });
    await expect(driverFor({ sets: BOTH, zones }, { zone: 'Z1' }).driver.read(signal)).resolves.toBeDefined();
  });
});
