import { describe, expect, test } from '@jest/globals';
import { certificateCheck } from '../../../../src/failover/readiness/certificate.ts';
import { type Concurrency, concurrencyCheck } from '../../../../src/failover/readiness/concurrency.ts';

const lambda = (target: string, limit: number, used?: number, reserved = 0): Concurrency => ({
  target,
  region: target,
  limit,
  reserved,
  ...(used !== undefined && { used }),
});

describe("Lambda's quota", () => {
  test('is enough for what all targets run together', () => {
    expect(concurrencyCheck(lambda('central', 1000, 100), [lambda('west', 5000, 800)])).toMatchObject({
      verdict: 'ready',
      text: expect.stringContaining('may run 1000 at once; all targets together ran at most 900'),
    });
  });

  test('is not enough where it is less, and says how much to ask for', () => {
    const check = concurrencyCheck(lambda('central', 1000, 300), [lambda('west', 5000, 800)]);
    expect([check.verdict, check.fix.join()]).toEqual([
      'missing',
      expect.stringMatching(/--region central --desired-value 1100$/),
    ]);
  });

  test('must have room for what is reserved elsewhere', () => {
    expect(concurrencyCheck(lambda('central', 100, 0), [lambda('west', 1000, 0, 200)]).verdict).toBe('missing');
  });

  test('is not known to be enough where no metric tells and it is lower than elsewhere', () => {
    expect(concurrencyCheck(lambda('central', 10), [lambda('west', 1000, 1)]).verdict).toBe('unknown');
    expect(concurrencyCheck(lambda('central', 1000), [lambda('west', 1000)]).verdict).toBe('ready');
  });
});

describe('a certificate', () => {
  const now = Date.UTC(2026, 0, 1);
  const inDays = (days: number, status = 'ISSUED') =>
    certificateCheck('api.example.com', { arn: 'arn:c', status, notAfter: now + days * 86_400_000 }, now);

  test.each([
    ['is good for a year', inDays(365), 'ready'],
    ['should have been renewed', inDays(29), 'missing'],
    ['has expired', inDays(-1, 'EXPIRED'), 'missing'],
    ['was never issued', certificateCheck('a', { arn: 'arn:c', status: 'PENDING_VALIDATION' }, now), 'missing'],
    ['is not there', certificateCheck('a', undefined, now), 'not-looked-at'],
  ])('that %s', (_, check, verdict) => {
    expect(check.verdict).toBe(verdict);
  });
});
