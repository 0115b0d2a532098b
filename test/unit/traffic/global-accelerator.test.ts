import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AwsError } from '../../../src/aws/ports.ts';
import type { EndpointGroup, GlobalAccelerator } from '../../../src/aws/traffic-ports.ts';
import type { GlobalAcceleratorSettings } from '../../../src/topology/traffic-model.ts';
import { createGlobalAcceleratorDriver } from '../../../src/traffic/global-accelerator.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const signal = new AbortController().signal;
const SETTINGS: GlobalAcceleratorSettings = {
  driver: 'global-accelerator',
  listener: 'arn:listener',
  regions: { west: 'eu-west-1', central: 'eu-central-1' },
  endpoints: {},
};
const group = (region: string, dialPercent: number, endpoints: EndpointGroup['endpoints'] = []): EndpointGroup => ({
  arn: `arn:group/${region}`,
  region,
  dialPercent,
  endpoints,
});

function driverFor(
  first: readonly EndpointGroup[],
  configured: Readonly<Record<string, number>> = { west: 100, central: 50 },
  more: Partial<GlobalAcceleratorSettings> = {},
) {
  let groups = [...first];
  let busy = 0;
  const calls: string[] = [];
  const change = (arn: string, next: Partial<EndpointGroup>): void => {
    groups = groups.map((known) => (known.arn === arn ? { ...known, ...next } : known));
    busy = 2;
  };
  const accelerator: GlobalAccelerator = {
    endpointGroups: async () => groups,
    async setDial(arn, dialPercent) {
      calls.push(`${arn.slice(10)} ${dialPercent}`);
      change(arn, { dialPercent });
    },
    async setEndpoints(arn, dialPercent, endpoints) {
      calls.push(`${arn.slice(10)} ${dialPercent} ${endpoints.map(({ id, weight }) => `${id}=${weight}`).join()}`);
      change(arn, { dialPercent, endpoints });
    },
    async deployed() {
      busy -= 1;
      return busy < 0;
    },
  };
  const clock = createVirtualClock();
  const driver = createGlobalAcceleratorDriver({ settings: { ...SETTINGS, ...more }, configured, accelerator, clock });
  return {
    driver,
    calls,
    clock,
    replace: (next: readonly EndpointGroup[]) => {
      groups = [...next];
    },
  };
}

describe('dials of endpoint groups', () => {
  test('are percentages of the own weight: at its configured weight a region has 100', async () => {
    const { driver } = driverFor([group('eu-west-1', 100), group('eu-central-1', 10)]);
    expect((await driver.read(signal)).weights).toEqual({ west: 100, central: 5 });
  });

  test('change only where they differ, and whoever takes more changes first', async () => {
    const { driver, calls } = driverFor([group('eu-west-1', 100), group('eu-central-1', 0)]);
    await driver.set({ west: 10, central: 50 }, await driver.read(signal), signal);
    expect(calls).toEqual(['eu-central-1 100', 'eu-west-1 10']);
    await driver.set({ west: 10, central: 25 }, await driver.read(signal), signal);
    expect(calls.slice(2)).toEqual(['eu-central-1 50']);
  });

  test('give back every weight that was set', async () => {
    const configured = { west: 255, central: 7 };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 7 }), async (west, central) => {
        const { driver } = driverFor([group('eu-west-1', 100), group('eu-central-1', 100)], configured);
        await driver.set({ west, central }, await driver.read(signal), signal);
        expect((await driver.read(signal)).weights).toEqual({ west, central });
      }),
    );
  });

  test('of targets in one region are shared by endpoint weights, and other endpoints of the group stay', async () => {
    const endpoints = [
      { id: 'one', weight: 60, clientIpPreservation: true },
      { id: 'two', weight: 40 },
    ];
    const { driver, calls } = driverFor(
      [group('eu-west-1', 100, endpoints)],
      { a: 60, b: 40 },
      {
        regions: { a: 'eu-west-1', b: 'eu-west-1' },
        endpoints: { a: 'one', b: 'two' },
      },
    );
    const before = await driver.read(signal);
    expect(before.weights).toEqual({ a: 60, b: 40 });
    await driver.set({ a: 10, b: 40 }, before, signal);
    expect(calls).toEqual(['eu-west-1 50 one=10,two=40']);
    expect((await driver.read(signal)).weights).toEqual({ a: 10, b: 40 });
  });

  test('that somebody else changed since are not changed', async () => {
    const { driver, calls, replace } = driverFor([group('eu-west-1', 100), group('eu-central-1', 0)]);
    const before = await driver.read(signal);
    replace([group('eu-west-1', 100), group('eu-central-1', 1)]);
    await expect(driver.set({ west: 10, central: 50 }, before, signal)).rejects.toMatchObject({ kind: 'conflict' });
    expect(calls).toEqual([]);
  });

  test('cannot say more than the configured weight', async () => {
    const { driver, calls } = driverFor([group('eu-west-1', 100), group('eu-central-1', 100)]);
    await expect(driver.set({ west: 50, central: 60 }, await driver.read(signal), signal)).rejects.toMatchObject({
      code: 'traffic-not-expressible',
    });
    expect(calls).toEqual([]);
  });

  test('are applied when the accelerator is deployed', async () => {
    const { driver, clock } = driverFor([group('eu-west-1', 100), group('eu-central-1', 0)]);
    const change = await driver.set({ west: 10, central: 50 }, await driver.read(signal), signal);
    await driver.waitApplied(change, signal);
    expect(clock.sleeps).toEqual([5_000, 5_000]);
  });

  test.each([
    ['a region without a group', [group('eu-west-1', 1)], {}, 'traffic-record-missing'],
    ['a group without a target', [group('eu-west-1', 1), group('us-east-1', 1)], {}, 'traffic-record-foreign'],
    [
      'an endpoint that is not there',
      [group('eu-west-1', 1)],
      { regions: { a: 'eu-west-1', b: 'eu-west-1' }, endpoints: { a: 'one', b: 'two' } },
      'traffic-record-missing',
    ],
  ])('are refused with %s', async (_, groups, more, code) => {
    await expect(driverFor(groups, {}, more).driver.read(signal)).rejects.toMatchObject({ code });
  });
});

test('a listener that is not there is refused with a sentence', async () => {
  const gone = new AwsError({
    kind: 'not-found',
    code: 'ListenerNotFoundException',
    message: 'gone',
    service: 'GlobalAccelerator',
    action: 'ListEndpointGroups',
    region: 'us-west-2',
  });
  const accelerator = { endpointGroups: () => Promise.reject(gone) } as unknown as GlobalAccelerator;
  const driver = createGlobalAcceleratorDriver({
    settings: SETTINGS,
    configured: {},
    accelerator,
    clock: createVirtualClock(),
  });
  await expect(driver.read(signal)).rejects.toMatchObject({ code: 'traffic-listener-missing' });
});
