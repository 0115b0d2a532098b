import { describe, expect, test } from '@jest/globals';
import { AwsError } from '../../../src/aws/ports.ts';
import type { KeyValueStore } from '../../../src/aws/traffic-ports.ts';
import type { KeyValueStoreSettings } from '../../../src/topology/traffic-model.ts';
import { createKeyValueStoreDriver } from '../../../src/traffic/cloudfront-kvs.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const STORE = 'arn:aws:cloudfront::111111111111:key-value-store/abc';
const PROBE = 'https://www.example.com/.sam-multi-region/weights';
const signal = new AbortController().signal;

interface World {
  /** Text under the key; absent: there is no such key. */
  text?: string;
  etag: number;
  missing?: boolean;
  losing?: boolean;
}

function error(kind: 'not-found' | 'conflict', attempts = 1): AwsError {
  return new AwsError({ kind, code: kind, message: kind, service: 'kvs', action: 'x', region: 'global', attempts });
}

function driverFor(
  world: World,
  more: Partial<KeyValueStoreSettings> = {},
  answers: readonly (string | undefined)[] = [],
) {
  const clock = createVirtualClock();
  const asked: string[] = [];
  const store: KeyValueStore = {
    async etag() {
      if (world.missing) throw error('not-found');
      return String(world.etag);
    },
    get: async () => world.text,
    async put(_store, _key, value, ifMatch) {
      if (ifMatch !== String(world.etag)) throw error('conflict');
      world.text = value;
      world.etag += 1;
      if (world.losing) throw error('conflict', 2);
      return { etag: String(world.etag) };
    },
  };
  const driver = createKeyValueStoreDriver({
    settings: { driver: 'cloudfront-kvs', store: STORE, key: 'weights', targets: ['a', 'b'], ...more },
    store,
    probe: async (url) => {
      asked.push(url);
      return answers[Math.min(asked.length, answers.length) - 1];
    },
    clock,
  });
  return { driver, clock, asked };
}

describe('weights in a key-value store', () => {
  test('are read by target, none where the key is not there yet', async () => {
    expect((await driverFor({ text: '{"a":100,"b":0}', etag: 1 }).driver.read(signal)).weights).toEqual({
      a: 100,
      b: 0,
    });
    expect((await driverFor({ etag: 1 }).driver.read(signal)).weights).toEqual({});
  });

  test('are written as one value against the store as it was read', async () => {
    const world: World = { text: '{"a":100}', etag: 1 };
    const { driver } = driverFor(world);
    await driver.set({ b: 10, a: 90 }, await driver.read(signal), signal);
    expect(world).toMatchObject({ text: '{"a":90,"b":10}', etag: 2 });
  });

  test('are not written over what somebody else wrote since', async () => {
    const world: World = { text: '{"a":100}', etag: 1 };
    const { driver } = driverFor(world);
    const before = await driver.read(signal);
    Object.assign(world, { text: '{"a":1}', etag: 2 });
    await expect(driver.set({ a: 90, b: 10 }, before, signal)).rejects.toMatchObject({ kind: 'conflict' });
    expect(world.text).toBe('{"a":1}');
  });

  test('count as written when the answer was lost and the repetition found its own work', async () => {
    const { driver } = driverFor({ text: '{"a":100}', etag: 1, losing: true });
    const change = await driver.set({ a: 90, b: 10 }, await driver.read(signal), signal);
    expect(change).toEqual({ id: '2', weights: { a: 90, b: 10 } });
  });

  test.each([
    ['no JSON', 'weights', 'traffic-store-damaged'],
    ['no object', '[1]', 'traffic-store-damaged'],
    ['no weight', '{"a":"much"}', 'traffic-store-damaged'],
    ['a weight of 256', '{"a":256}', 'traffic-store-damaged'],
    ['a target of somebody else', '{"a":1,"old":5}', 'traffic-record-foreign'],
  ])('are refused: %s', async (_, text, code) => {
    await expect(driverFor({ text, etag: 1 }).driver.read(signal)).rejects.toMatchObject({ code });
  });

  test('are refused when there is no such store, or when they are longer than a value may be', async () => {
    await expect(driverFor({ etag: 1, missing: true }).driver.read(signal)).rejects.toMatchObject({
      code: 'traffic-store-missing',
    });
    const { driver } = driverFor({ etag: 1 });
    const many = Object.fromEntries(Array.from({ length: 60 }, (__, index) => [`target-number-${index}`, 255]));
    await expect(driver.set(many, await driver.read(signal), signal)).rejects.toMatchObject({
      code: 'traffic-value-too-long',
    });
  });
});

describe('a change is applied', () => {
  const change = { id: '2', weights: { a: 90, b: 10 } };
  const [old, now] = ['{"a":100,"b":0}', '{ "b": 10, "a": 90 }'];

  test('when the probe saw the new weights five times in a row', async () => {
    const { driver, clock, asked } = driverFor({ etag: 1 }, { probe: PROBE }, [old, now, now, undefined, now]);
    await driver.waitApplied(change, signal);
    expect(asked).toEqual(Array.from({ length: 9 }, () => PROBE));
    expect(clock.sleeps).toEqual(Array.from({ length: 8 }, () => 1_000));
  });

  test('after 30 seconds where there is no probe', async () => {
    const { driver, clock } = driverFor({ etag: 1 });
    await driver.waitApplied(change, signal);
    expect(clock.sleeps).toEqual([30_000]);
  });

  test('never, when the probe does not see it: said after five minutes', async () => {
    const { driver, clock } = driverFor({ etag: 1 }, { probe: PROBE }, [old]);
    const began = clock.now();
    await expect(driver.waitApplied(change, signal)).rejects.toMatchObject({ code: 'traffic-not-applied' });
    expect(clock.now() - began).toBe(300_000);
  });
});
