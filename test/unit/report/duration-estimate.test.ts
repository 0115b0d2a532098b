import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { estimateProgress, median } from '../../../src/report/duration-estimate.ts';

const none = { total: 0, done: 0, elapsedMs: 5_000, earlierMs: [] };

describe('estimateProgress', () => {
  test('says nothing when nothing is known', () => {
    expect(estimateProgress(none)).toEqual({});
  });

  test('counts resources when there were no earlier deployments', () => {
    expect(estimateProgress({ ...none, total: 10, done: 5, elapsedMs: 30_000 })).toEqual({
      progress: 0.5,
      remainingMs: 30_000,
    });
  });

  test('does not foretell from the first of many resources', () => {
    expect(estimateProgress({ ...none, total: 20, done: 1 })).toEqual({ progress: 0.05 });
  });

  test('goes by the usual time when resources are not known', () => {
    const estimate = estimateProgress({ ...none, elapsedMs: 30_000, earlierMs: [60_000, 50_000, 70_000] });
    expect(estimate.progress).toBeCloseTo(0.45);
    expect(estimate.remainingMs).toBe(30_000);
  });

  test('creeps on without a promise once it takes longer than it used to', () => {
    const estimate = estimateProgress({ ...none, elapsedMs: 120_000, earlierMs: [60_000] });
    expect(estimate.progress).toBeCloseTo(0.95);
    expect(estimate.remainingMs).toBeUndefined();
  });

  test('trusts the count more, the more resources there are', () => {
    const few = estimateProgress({ total: 1, done: 0, elapsedMs: 30_000, earlierMs: [60_000] }).progress ?? 0;
    const many = estimateProgress({ total: 100, done: 0, elapsedMs: 30_000, earlierMs: [60_000] }).progress ?? 0;
    expect(few).toBeGreaterThan(0.3);
    expect(many).toBeLessThan(0.05);
  });

  test('stays within 0 and 0.99 and never falls as time passes and resources get done', () => {
    const ms = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.nat(500),
        fc.nat(50),
        ms,
        ms,
        fc.array(ms, { maxLength: 8 }),
        (total, done, more, elapsedMs, later, earlierMs) => {
          const before = estimateProgress({ total, done, elapsedMs, earlierMs }).progress ?? 0;
          const after =
            estimateProgress({ total, done: done + more, elapsedMs: elapsedMs + later, earlierMs }).progress ?? 0;
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(0.99);
          expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        },
      ),
    );
  });
});

test('median is the middle, of two middles their mean, and of nothing nothing', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, undefined]);
});
