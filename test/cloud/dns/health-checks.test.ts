import type { HealthCheckConfig } from '@aws-sdk/client-route-53';
import { expect, test } from '@jest/globals';
import { startHealthChecks } from './health-checks.ts';

const endpoint = (host: string, more: Partial<HealthCheckConfig> = {}): HealthCheckConfig => ({
  Type: 'HTTPS',
  FullyQualifiedDomainName: host,
  ResourcePath: '/status',
  FailureThreshold: 2,
  ...more,
});

/** Checkers whose endpoints answer with the status that a test gives them. */
function room(configs: Readonly<Record<string, HealthCheckConfig>>) {
  const statuses: Record<string, number> = {};
  const checks = startHealthChecks({
    checks: () => new Map(Object.entries(configs)),
    intervalMs: 3_600_000,
    fetch: async (url) => new Response('region eu-west-1', { status: statuses[new URL(url).hostname] ?? 200 }),
  });
  return { statuses, checks };
}

test('an endpoint changes its state after as many answers in a row as its threshold', async () => {
  const { checks, statuses } = room({ a: endpoint('a.example.net') });
  expect(checks.healthy('a')).toBe(true);
  statuses['a.example.net'] = 503;
  await checks.round();
  expect(checks.healthy('a')).toBe(true);
  await checks.round();
  expect(checks.healthy('a')).toBe(false);
  statuses['a.example.net'] = 200;
  await checks.round();
  await checks.round();
  expect(checks.healthy('a')).toBe(true);
  await checks.stop();
});

test('calculated, inverted, disabled and searching checks follow the Route 53 guide', async () => {
  const children = ['good', 'bad'];
  const { checks, statuses } = room({
    good: endpoint('good.example.net'),
    bad: endpoint('bad.example.net', { FailureThreshold: 1 }),
    turned: endpoint('bad.example.net', { FailureThreshold: 1, Inverted: true }),
    off: endpoint('bad.example.net', { FailureThreshold: 1, Disabled: true }),
    found: endpoint('good.example.net', { Type: 'HTTPS_STR_MATCH', SearchString: 'eu-west-1' }),
    missing: endpoint('good.example.net', { Type: 'HTTPS_STR_MATCH', SearchString: 'us-east-1', FailureThreshold: 1 }),
    both: { Type: 'CALCULATED', ChildHealthChecks: children, HealthThreshold: 2 },
    one: { Type: 'CALCULATED', ChildHealthChecks: children, HealthThreshold: 1 },
    always: { Type: 'CALCULATED', ChildHealthChecks: children, HealthThreshold: 0 },
    never: { Type: 'CALCULATED', ChildHealthChecks: children, HealthThreshold: 3 },
  });
  statuses['bad.example.net'] = 500;
  await checks.round();
  const states = ['good', 'bad', 'turned', 'off', 'found', 'missing', 'both', 'one', 'always', 'never', 'unknown'];
  expect(states.map((id) => [id, checks.healthy(id)])).toEqual([
    ['good', true],
    ['bad', false],
    ['turned', true],
    ['off', true],
    ['found', true],
    ['missing', false],
    ['both', false],
    ['one', true],
    ['always', true],
    ['never', false],
    ['unknown', true],
  ]);
  await checks.stop();
});
