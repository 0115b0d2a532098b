import { describe, expect, test } from '@jest/globals';
import { covers } from '../../../../src/aws/other-certificates.ts';
import { certificateChecks } from '../../../../src/failover/readiness/certificate.ts';
import { type Concurrency, concurrencyCheck } from '../../../../src/failover/readiness/concurrency.ts';
import { API_GATEWAY, limitsCheck } from '../../../../src/failover/readiness/limits.ts';

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

  test('must have room for functions without a reservation, beside what is reserved here', () => {
    const own = { ...lambda('central', 1000, 10, 900), usedUnreserved: 10 };
    const other = { ...lambda('west', 1000, 300), usedUnreserved: 300 };
    expect(concurrencyCheck(own, [other])).toMatchObject({
      verdict: 'missing',
      text: expect.stringContaining('leaves 100 for the others, and those ran 310 at once'),
      fix: [expect.stringMatching(/--desired-value 1210$/)],
    });
  });

  test('is not known to be enough where no metric tells and it is lower than elsewhere', () => {
    expect(concurrencyCheck(lambda('central', 10), [lambda('west', 1000, 1)]).verdict).toBe('unknown');
    expect(concurrencyCheck(lambda('central', 1000), [lambda('west', 1000)]).verdict).toBe('ready');
  });
});

describe('a certificate', () => {
  const now = Date.UTC(2026, 0, 1);
  const used = (status: string, notAfter?: number) => ({
    by: 'API Gateway',
    certificate: { arn: 'arn:c', status, names: [], ...(notAfter !== undefined && { notAfter }) },
  });
  const inDays = (days: number, status = 'ISSUED') =>
    certificateChecks('api.example.com', [used(status, now + days * 86_400_000)], now);

  test.each([
    ['is good for a year', inDays(365), 'ready'],
    ['should have been renewed', inDays(29), 'missing'],
    ['has expired', inDays(-1, 'EXPIRED'), 'missing'],
    ['was never issued', certificateChecks('a', [used('PENDING_VALIDATION')], now), 'missing'],
    ['is not there', certificateChecks('a', [], now), 'not-looked-at'],
  ])('that %s', (_, checks, verdict) => {
    expect(checks.map((check) => check.verdict)).toEqual([verdict]);
  });

  test('of each place that ends TLS is looked at', () => {
    const bad = { ...used('ISSUED', now), by: 'the distribution E1' };
    const told = certificateChecks('a', [used('ISSUED', now * 2), bad], now);
    expect(told.map(({ verdict, text }) => [verdict, text])).toEqual([
      ['ready', expect.stringContaining('at API Gateway')],
      ['missing', expect.stringContaining('at the distribution E1')],
    ]);
  });

  test.each([
    ['api.example.com', true],
    ['*.example.com', true],
    ['*.com', false],
    ['example.com', false],
  ])('for %s', (pattern, proves) => {
    expect(covers(pattern, 'api.example.com')).toBe(proves);
  });
});

describe('quotas of other services', () => {
  const check = (rate: number, elsewhere: number) =>
    limitsCheck(
      API_GATEWAY,
      { 'requests a second': rate },
      { region: 'af-south-1', others: [['west', { 'requests a second': elsewhere }]] },
    );

  test('are good where they are as high as elsewhere', () => {
    expect(check(10_000, 10_000)).toMatchObject({ verdict: 'ready', text: expect.stringContaining('10000 requests') });
  });

  test('may not be enough where they are lower', () => {
    expect(check(2_500, 10_000)).toMatchObject({
      verdict: 'unknown',
      text: expect.stringContaining('of 2500 requests a second here and of 10000 in west'),
      fix: [expect.stringMatching(/L-8A5B8E43 --region af-south-1 --desired-value 10000$/)],
    });
  });
});
