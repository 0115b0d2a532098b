import type { Route53Settings } from '../../../src/topology/traffic-model.ts';
import { createRoute53Driver } from '../../../src/traffic/route53.ts';
import { createFakeRoute53, type FakeRoute53Options } from '../../support/fake-route53.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

/** Two targets whose set identifiers are not their names. */
export const SETTINGS: Route53Settings = {
  driver: 'route53',
  zone: 'example.com',
  name: 'api.example.com',
  setIdentifiers: { 'eu-west-1': 'ireland', 'eu-central-1': 'frankfurt' },
  regions: { 'eu-west-1': 'eu-west-1', 'eu-central-1': 'eu-central-1' },
};
export const signal = new AbortController().signal;

/** The driver against Route 53 in memory, on a clock that jumps. */
export function driverFor(options: FakeRoute53Options, settings: Partial<Route53Settings> = {}, settleMs?: number) {
  const route53 = createFakeRoute53(options);
  const clock = createVirtualClock();
  const driver = createRoute53Driver({
    settings: { ...SETTINGS, ...settings },
    configured: { 'eu-west-1': 100, 'eu-central-1': 100 },
    route53,
    clock,
    who: 'test',
    ...(settleMs !== undefined && { settleMs }),
  });
  return { driver, route53, clock };
}
