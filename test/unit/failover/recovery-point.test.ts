import { describe, expect, test } from '@jest/globals';
import { acceptedUntil, type Reading, recoveryPoint } from '../../../src/failover/recovery-point.ts';

const pair = { from: 'eu-west-1', to: 'eu-central-1' };
const beat = (at: number, skewMs = 0): Reading => ({ ...pair, kind: 'heartbeat', table: 'beats', at, skewMs });

describe('the recovery point', () => {
  test('is at most what was accepted since the newest heartbeat that arrived, by the clock of who wrote it', () => {
    const point = recoveryPoint([beat(100_000, 2_000)], 110_000);
    expect(point).toMatchObject({ boundMs: 8_000, skewMs: 2_000, problems: [] });
    expect(point.method).toContain('newest heartbeat in beats');
    expect(point.heartbeats).toEqual([{ ...pair, at: '1970-01-01T00:01:40.000Z' }]);
  });

  test('is nothing at all where a heartbeat arrived that is later than the last that can have been accepted', () => {
    expect(recoveryPoint([beat(100_000)], 90_000).boundMs).toBe(0);
  });

  test('is that of the pair of regions that is furthest behind', () => {
    expect(recoveryPoint([beat(100_000), beat(40_000)], 110_000).boundMs).toBe(70_000);
  });

  test('is by the metric an indication, and says so', () => {
    const point = recoveryPoint([{ ...pair, kind: 'latency', table: 'orders', ms: 900 }], 110_000);
    expect([point.boundMs, point.method]).toEqual([900, expect.stringContaining('an indication and no bound')]);
  });

  test('is not measured when nothing is known of one pair of regions', () => {
    const point = recoveryPoint([beat(100_000), { ...pair, kind: 'unknown', why: 'no heartbeat arrived' }], 110_000);
    expect([point.boundMs, point.method]).toEqual([undefined, undefined]);
    expect(point.problems).toEqual(['the recovery point was not measured: no heartbeat arrived']);
    expect(recoveryPoint([], 1).boundMs).toBeUndefined();
  });
});

test('what was left can have accepted something as long as it answers', () => {
  const left = new Set(['eu-west-1']);
  const probe = (at: number, region?: string) => ({ at, durationMs: 5, ...(region && { status: 200, region }) });
  expect(acceptedUntil(10, [probe(5, 'eu-west-1'), probe(20)], left)).toBe(10);
  expect(acceptedUntil(10, [probe(30, 'eu-west-1'), probe(40, 'eu-central-1')], left)).toBe(35);
});
