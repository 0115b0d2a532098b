import type { WeightReport } from '../../report/status-report.ts';
import { shareOf, weightOf } from '../../rollout/weights.ts';
import type { DriverSettings, TrafficSettings } from '../../topology/traffic-model.ts';
import type { Weights } from '../../traffic/model.ts';

/** A change of weights as it is shown, and as it stands in the result. */
export function weightReport(
  settings: TrafficSettings,
  before: Weights,
  after: Weights,
  active: ReadonlySet<string>,
): WeightReport {
  return {
    driver: settings.driver.driver,
    of: subjectOf(settings.driver),
    targets: Object.keys({ ...settings.weights, ...after }).map((target) => ({
      target,
      weightBefore: weightOf(before, target),
      weightAfter: weightOf(after, target),
      shareBefore: shareOf(before, target),
      shareAfter: shareOf(after, target),
      configured: weightOf(settings.weights, target),
      active: active.has(target),
    })),
  };
}

function subjectOf(driver: DriverSettings): string {
  switch (driver.driver) {
    case 'route53':
      return driver.name;
    case 'cloudfront-kvs':
      return `${driver.key} in ${driver.store}`;
    case 'global-accelerator':
      return driver.listener;
  }
}
