import { findPartition } from '../topology/regions.ts';
import type { Caller, ClientFactory } from './client-factory.ts';
import { createGlobalAccelerator } from './global-accelerator.ts';
import { createKeyValueStore } from './key-value-store.ts';
import { createRoute53 } from './route53.ts';
import { createSchedules } from './schedules.ts';
import type { TrafficControls } from './traffic-ports.ts';

/** Where the partition `aws` has the control planes of its global services. */
const GLOBAL_REGION = 'us-east-1';

/** Region of Route 53's control plane in a partition. */
export function globalRegion(partition: string): string {
  return findPartition(partition)?.edgeRegion ?? GLOBAL_REGION;
}

/**
 * The control planes of traffic drivers for one caller. Each is asked where it is, whatever the caller's region.
 * @param checked hands out no client before the account of the caller was checked
 */
export function createTrafficControls(
  clients: ClientFactory,
  caller: Caller,
  partition: string,
  checked: <T>(make: () => Promise<T>) => () => Promise<T>,
  account: () => Promise<string>,
): TrafficControls {
  const region = globalRegion(partition);
  return {
    route53: createRoute53(checked(() => clients.route53(region, caller))),
    keyValueStore: createKeyValueStore(checked(() => clients.keyValueStore(region, caller))),
    schedules: createSchedules({
      client: checked(() => clients.scheduler(region, caller)),
      region,
      partition,
      account,
    }),
    globalAccelerator: createGlobalAccelerator(checked(() => clients.globalAccelerator(caller))),
  };
}
