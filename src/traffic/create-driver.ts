import type { TrafficControls } from '../aws/traffic-ports.ts';
import type { Clock } from '../clock.ts';
import type { TrafficSettings } from '../topology/traffic-model.ts';
import type { Probe } from './cloudfront-kvs.ts';
import type { TrafficDriver } from './model.ts';
import type { RecordContent } from './route53-records.ts';

export interface DriverParts {
  /** Of the account and credentials that {@link TrafficSettings.access} names. */
  readonly controls: TrafficControls;
  readonly clock: Clock;
  /** What the record set of a target says. */
  readonly recordOf?: (target: string) => Promise<RecordContent | undefined>;
  readonly probe: Probe;
  /** Application and environment, for the names of what is made. */
  readonly label: string;
  /** Who changes weights, where the service keeps a comment. */
  readonly who: string;
}

/** The driver that the configuration names. Contacts nobody. */
export async function createTrafficDriver(settings: TrafficSettings, parts: DriverParts): Promise<TrafficDriver> {
  const { driver, settleMs } = settings;
  const { controls, clock, who, label, recordOf, probe } = parts;
  const common = { clock, ...(settleMs !== undefined && { settleMs }) };
  switch (driver.driver) {
    case 'route53': {
      const { createRoute53Driver } = await import('./route53.ts');
      return createRoute53Driver({
        ...common,
        settings: driver,
        configured: settings.weights,
        route53: controls.route53,
        who,
        ...(driver.revertRole !== undefined && {
          later: { schedules: controls.schedules, role: driver.revertRole, label },
        }),
        ...(recordOf !== undefined && { recordOf }),
      });
    }
    case 'cloudfront-kvs': {
      const { createKeyValueStoreDriver } = await import('./cloudfront-kvs.ts');
      return createKeyValueStoreDriver({ ...common, settings: driver, store: controls.keyValueStore, probe });
    }
    case 'global-accelerator': {
      const { createGlobalAcceleratorDriver } = await import('./global-accelerator.ts');
      const { weights: configured } = settings;
      const accelerator = controls.globalAccelerator;
      return createGlobalAcceleratorDriver({ ...common, settings: driver, configured, accelerator });
    }
  }
}
