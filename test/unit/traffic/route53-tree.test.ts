import { describe, expect, test } from '@jest/globals';
import type { RecordSet } from '../../../src/aws/traffic-ports.ts';
import { weighted } from '../../support/fake-route53.ts';
import { driverFor, signal } from './route53-driver.ts';

describe('a tree', () => {
  const above = (name: string, more: Partial<RecordSet>): RecordSet => ({
    name: 'api.example.com',
    type: 'CNAME',
    routing: 'latency',
    setIdentifier: name,
    alias: { zoneId: 'Z1', name: `${name}.example.com.`, evaluateTargetHealth: false },
    ...more,
  });
  const below = (name: string, identifier: string, weight: number) =>
    weighted(identifier, weight, { name: `${name}.example.com` });
  const inBranch = (sets: readonly RecordSet[], name: string) =>
    Object.fromEntries(
      sets.filter((set) => set.name === `${name}.example.com`).map((set) => [set.setIdentifier, set.weight]),
    );
  const byRegion = [
    above('west', { region: 'eu-west-1' }),
    above('central', { region: 'eu-central-1' }),
    below('west', 'ireland', 100),
    below('west', 'frankfurt', 0),
    below('central', 'frankfurt', 100),
    below('central', 'ireland', 0),
  ];

  test('of latency records: what a region does not carry of its own users the others take over, in one batch', async () => {
    const { driver, route53 } = driverFor({ sets: byRegion });
    const before = await driver.read(signal);
    expect(before.weights).toEqual({ 'eu-west-1': 100, 'eu-central-1': 100 });
    await driver.set({ 'eu-west-1': 10, 'eu-central-1': 100 }, before, signal);
    expect(route53.batches).toHaveLength(1);
    expect(inBranch(route53.sets, 'west')).toEqual({ ireland: 10, frankfurt: 90 });
    expect(inBranch(route53.sets, 'central')).toEqual({ frankfurt: 100, ireland: 0 });
    const drained = await driver.read(signal);
    expect(drained.weights).toEqual({ 'eu-west-1': 10, 'eu-central-1': 100 });
    await driver.set({ 'eu-west-1': 0, 'eu-central-1': 100 }, drained, signal);
    expect(inBranch(route53.sets, 'west')).toEqual({ ireland: 0, frankfurt: 90 + 10 });
  });

  test('of places, or of several targets in a branch: each target has one weight everywhere', async () => {
    const sets = [
      above('eu', { routing: 'geolocation' }),
      above('rest', { routing: 'geolocation' }),
      below('eu', 'ireland', 70),
      below('eu', 'frankfurt', 30),
      below('rest', 'ireland', 70),
    ];
    const { driver, route53 } = driverFor({ sets });
    const before = await driver.read(signal);
    expect(before.weights).toEqual({ 'eu-west-1': 70, 'eu-central-1': 30 });
    await driver.set({ 'eu-west-1': 50, 'eu-central-1': 50 }, before, signal);
    expect([inBranch(route53.sets, 'eu'), inBranch(route53.sets, 'rest')]).toEqual([
      { ireland: 50, frankfurt: 50 },
      { ireland: 50 },
    ]);
    await expect(
      driver.set({ 'eu-west-1': 0, 'eu-central-1': 50 }, await driver.read(signal), signal),
    ).rejects.toMatchObject({ code: 'traffic-branch-empty', message: expect.stringContaining('rest.example.com') });
  });

  test('is refused when weights differ, a target is nowhere, or a branch holds what is not ours', async () => {
    const place = above('eu', { routing: 'geolocation' });
    const other = above('rest', { routing: 'geolocation' });
    const rows: readonly (readonly [string, readonly RecordSet[]])[] = [
      ['traffic-weights-differ', [below('eu', 'ireland', 1), below('rest', 'ireland', 2), below('eu', 'frankfurt', 1)]],
      ['traffic-record-missing', [below('eu', 'ireland', 1), below('rest', 'ireland', 1)]],
      ['traffic-record-foreign', [below('eu', 'ireland', 1), below('rest', 'old', 1)]],
    ];
    for (const [code, sets] of rows) {
      await expect(driverFor({ sets: [place, other, ...sets] }).driver.read(signal)).rejects.toMatchObject({ code });
    }
  });
});
