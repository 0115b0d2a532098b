import type { Context } from './context.ts';
import { programOf } from './drill.ts';
import type { MechanismSettings } from './failover-model.ts';
import type { Target } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type { TrafficSettings } from './traffic-model.ts';

type ConfigFailover = NonNullable<ConfigEnvironment['failover']>;
type MechanismName = ConfigFailover['mechanism'];
type DriverName = TrafficSettings['driver']['driver'];

/** Keys that one mechanism needs and no other may have: on another they would be silently ignored. */
const KEYS: Readonly<Record<MechanismName, readonly (keyof ConfigFailover)[]>> = {
  'stop-switch': ['signals'],
  'arc-routing-control': ['cluster-endpoints', 'routing-controls'],
  'region-switch': ['region-switch'],
  weights: [],
  command: ['command'],
};

/**
 * Why a driver and a mechanism do not go together; pairs that are not named do. A health check of Route 53 decides
 * about records of Route 53 only: CloudFront and Global Accelerator never look at it.
 */
const BY_HEALTH_CHECK: Readonly<Partial<Record<DriverName, string>>> = {
  'cloudfront-kvs': 'CloudFront does not look at health checks of Route 53',
  'global-accelerator': 'Global Accelerator does not look at health checks of Route 53',
};
const NOT_TOGETHER: Readonly<Partial<Record<MechanismName, Readonly<Partial<Record<DriverName, string>>>>>> = {
  'stop-switch': BY_HEALTH_CHECK,
  'arc-routing-control': BY_HEALTH_CHECK,
  'region-switch': BY_HEALTH_CHECK,
};

/** Whether the mechanism has the keys it needs and no others, and goes with the traffic driver. */
export function checkMechanism(
  failover: ConfigFailover,
  traffic: TrafficSettings | undefined,
  path: readonly string[],
  context: Context,
): void {
  checkKeys(failover, path, context);
  checkPair(failover.mechanism, traffic, path, context);
}

function checkKeys(failover: ConfigFailover, path: readonly string[], context: Context): void {
  for (const [mechanism, keys] of Object.entries(KEYS)) {
    for (const key of keys) {
      const own = mechanism === failover.mechanism;
      if (!own && failover[key] !== undefined) {
        const message = `failover.${key} is of the mechanism ${mechanism}, but the mechanism is ${failover.mechanism}`;
        context.findings.add('failover-key', message, context.atKey(...path, key), `Remove "${key}".`);
      }
      if (own && failover[key] === undefined)
        context.findings.add(
          'missing-key',
          `the mechanism ${mechanism} needs the key "${key}" in failover`,
          context.at(...path),
        );
    }
  }
}

function checkPair(
  mechanism: MechanismName,
  traffic: TrafficSettings | undefined,
  path: readonly string[],
  context: Context,
): void {
  const at = context.at(...path, 'mechanism');
  if (mechanism === 'weights' && traffic === undefined) {
    const fix = 'Add "traffic" with a driver to the environment, or choose another mechanism.';
    context.findings.add('failover-mechanism', 'the mechanism weights needs a traffic driver', at, fix);
  }
  if (traffic === undefined) return;
  const { driver } = traffic.driver;
  const why = NOT_TOGETHER[mechanism]?.[driver];
  if (why !== undefined) {
    const message = `the mechanism ${mechanism} does not work with the driver ${driver}: ${why}`;
    context.findings.add('failover-mechanism', message, at, 'Choose the mechanism weights, or command.');
  }
  if (mechanism === 'weights' && driver !== 'cloudfront-kvs') {
    const region = driver === 'route53' ? 'us-east-1' : 'us-west-2';
    context.note(
      `warning: the mechanism weights changes ${driver} through its control plane in ${region}: it cannot leave a region while ${region} is impaired. Use it for planned moves, and stop-switch for outages`,
    );
  }
}

/** The mechanism with what it needs, checked against the targets. */
export function readMechanism(
  { mechanism, signals = {}, command = [], ...cluster }: ConfigFailover,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): MechanismSettings {
  switch (mechanism) {
    case 'stop-switch':
      for (const [name, signal] of Object.entries(signals)) checkSignal(name, signal.in, targets, path, context);
      return { kind: 'stop-switch', signals };
    case 'arc-routing-control': {
      const { 'cluster-endpoints': endpoints = {}, 'routing-controls': controls = {} } = cluster;
      checkControls(controls, targets, path, context);
      checkEndpoints(endpoints, path, context);
      return {
        kind: mechanism,
        controls,
        endpoints: Object.entries(endpoints).map(([region, url]) => ({ region, url })),
      };
    }
    case 'region-switch': {
      checkRegions(targets, path, context);
      const { plan = '', approach = 'active-passive' } = cluster['region-switch'] ?? {};
      return { kind: mechanism, plan, approach };
    }
    case 'weights':
      return { kind: 'weights' };
    case 'command':
      return { kind: 'command', run: programOf(command) };
  }
}

/** API Reference, CreatePlan, regions: exactly two. */
function checkRegions(targets: readonly Target[], path: readonly string[], context: Context): void {
  const regions = new Set(targets.map(({ region }) => region));
  if (regions.size < 3) return;
  const message = `a Region switch plan has two regions, the targets are in ${[...regions].join(', ')}`;
  const fix = 'Choose another mechanism: arc-routing-control, stop-switch, or command for plans of your own.';
  context.findings.add('failover-mechanism', message, context.at(...path, 'mechanism'), fix);
}

/** Every target is switched on or off in one call: one without a control would be left as it is. */
function checkControls(
  controls: Readonly<Record<string, string>>,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): void {
  const names = targets.map(({ name }) => name);
  const at = context.at(...path, 'routing-controls');
  for (const name of Object.keys(controls).filter((key) => !names.includes(key))) {
    const message = `failover.routing-controls names ${name}, which is no target`;
    context.findings.add('unknown-target', message, at, didYouMean(name, names));
  }
  for (const name of names.filter((key) => controls[key] === undefined)) {
    const fix = 'Give every target its routing control.';
    context.findings.add('failover-control', `the target ${name} has no routing control`, at, fix);
  }
}

/** The region that a call is signed for must be that of the endpoint. */
function checkEndpoints(endpoints: Readonly<Record<string, string>>, path: readonly string[], context: Context): void {
  for (const [region, url] of Object.entries(endpoints)) {
    if (new URL(url).hostname.split('.').includes(region)) continue;
    const at = context.at(...path, 'cluster-endpoints', region);
    const fix = 'Copy regions and endpoints from `aws route53-recovery-control-config describe-cluster`.';
    context.findings.add('failover-endpoint', `the endpoint ${url} is not in ${region}`, at, fix);
  }
}

/** A signal in the region that it stops would be lost with it. */
function checkSignal(
  name: string,
  place: string,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): void {
  const names = targets.map((target) => target.name);
  const at = context.at(...path, 'signals', name);
  for (const wanted of [name, place]) {
    if (names.includes(wanted)) continue;
    const message = `failover.signals names ${wanted}, which is no target`;
    context.findings.add('unknown-target', message, at, didYouMean(wanted, names));
  }
  const [stopped, kept] = [name, place].map((wanted) => targets.find((target) => target.name === wanted)?.region);
  if (stopped === undefined || stopped !== kept) return;
  const message = `the stop signal of ${name} lies in ${kept}, the region that would be lost`;
  context.findings.add('failover-signal', message, at, 'Keep it in a region that traffic can move to.');
}
