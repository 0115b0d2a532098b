import { describe, expect, test } from '@jest/globals';
import { concurrencyOf, formatAmount, parseAmount, toleranceOf } from '../../../src/topology/amount.ts';
import { formatDuration, parseDuration } from '../../../src/topology/duration.ts';

describe('an amount rounds as StackSets do', () => {
  test.each([
    // amount, targets, concurrency, tolerance
    ['1', 5, 1, 1],
    ['3', 2, 3, 3],
    ['100%', 7, 7, 7],
    ['50%', 5, 2, 2],
    ['10%', 5, 1, 0],
    ['99%', 1, 1, 0],
    ['0%', 5, 1, 0],
    ['0', 5, 1, 0],
    ['29%', 100, 29, 29],
    ['100%', 0, 1, 0],
  ])('%s of %i targets: %i at once, %i may fail', (text, targets, concurrency, tolerance) => {
    const amount = parseAmount(text);
    expect(amount && formatAmount(amount)).toBe(text);
    expect(amount && concurrencyOf(amount, targets)).toBe(concurrency);
    expect(amount && toleranceOf(amount, targets)).toBe(tolerance);
  });

  test.each(['', '-1', '1.5', '101%', 'half', '5 %', '1e3', '%'])('"%s" is none', (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });
});

describe('a duration', () => {
  test.each([
    ['90s', 90_000, '1m30s'],
    ['5m', 300_000, '5m'],
    ['1h30m', 5_400_000, '1h30m'],
    ['1d', 86_400_000, '1d'],
    ['0s', 0, '0s'],
    [' 2h ', 7_200_000, '2h'],
  ])('%s is %i ms', (text, ms, shortest) => {
    expect(parseDuration(text)).toBe(ms);
    expect(formatDuration(ms)).toBe(shortest);
  });

  test.each(['', '5', '1.5h', '5 m', '30m1h', '1h 30m', 'h', '-5m', '5min'])('"%s" is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
