import type { SourceLocation } from '../errors.ts';
import { type Context, defined } from './context.ts';
import type { Target } from './model.ts';
import { didYouMean } from './nearest.ts';
import { parseReferences } from './references.ts';
import type { ConfigEnvironment } from './schema/file.ts';
import type {
  DriverSettings,
  GlobalAcceleratorSettings,
  KeyValueStoreSettings,
  RecordTemplate,
  Route53Settings,
} from './traffic-model.ts';

export type ConfigTraffic = NonNullable<ConfigEnvironment['traffic']>;

/** Keys that mean something to one driver only; on another they would be silently ignored. */
const KEYS: Readonly<Record<ConfigTraffic['driver'], readonly (keyof ConfigTraffic)[]>> = {
  route53: ['zone', 'name', 'types', 'set-identifiers', 'record', 'revert-role'],
  'cloudfront-kvs': ['store', 'key', 'probe'],
  'global-accelerator': ['listener', 'endpoints'],
};
const NEEDED: readonly (keyof ConfigTraffic)[] = ['zone', 'name', 'store', 'listener'];

/** The settings of the driver alone; findings for keys that it lacks, and for those of another one. */
export function readDriver(
  traffic: ConfigTraffic,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): DriverSettings | undefined {
  const before = context.findings.count;
  checkKeys(traffic, path, context);
  if (context.findings.count > before) return undefined;
  switch (traffic.driver) {
    case 'route53':
      return readRoute53(traffic, targets, path, context);
    case 'cloudfront-kvs':
      return readStore(traffic, targets, path, context);
    case 'global-accelerator':
      return readAccelerator(traffic, targets, path, context);
  }
}

function checkKeys(traffic: ConfigTraffic, path: readonly string[], context: Context): void {
  for (const [driver, keys] of Object.entries(KEYS)) {
    for (const key of keys) {
      if (driver !== traffic.driver && traffic[key] !== undefined) {
        const message = `traffic.${key} is of the driver ${driver}, but the driver is ${traffic.driver}`;
        context.findings.add('traffic-key', message, context.atKey(...path, key), `Remove "${key}".`);
      }
      if (driver === traffic.driver && NEEDED.includes(key) && traffic[key] === undefined) {
        const message = `the driver ${driver} needs the key "${key}" in traffic`;
        context.findings.add('missing-key', message, context.at(...path));
      }
    }
  }
}

function readRoute53(
  traffic: ConfigTraffic,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): Route53Settings {
  const own = traffic['set-identifiers'] ?? {};
  const at = [...path, 'set-identifiers'];
  checkTargetNames(Object.keys(own), targets, at, context);
  const setIdentifiers = Object.fromEntries(targets.map(({ name }) => [name, own[name] ?? name]));
  const owners = new Map<string, string>();
  for (const [target, identifier] of Object.entries(setIdentifiers)) {
    const other = owners.get(identifier);
    if (other !== undefined) {
      const message = `the targets ${other} and ${target} have the same set identifier ${identifier}`;
      const place = context.at(...at, own[target] === undefined ? other : target);
      context.findings.add('duplicate-set-identifier', message, place, 'Give each target its own.');
    }
    owners.set(identifier, target);
  }
  const name = (traffic.name ?? '').toLowerCase().replace(/\.$/, '');
  const zone = traffic.zone ?? '';
  checkInZone(name, zone, path, context);
  return {
    driver: 'route53',
    zone,
    name,
    setIdentifiers,
    regions: regionsOf(targets),
    ...defined({
      types: traffic.types,
      record: readRecord(traffic, path, context),
      revertRole: traffic['revert-role'],
    }),
  };
}

const regionsOf = (targets: readonly Target[]): Readonly<Record<string, string>> =>
  Object.fromEntries(targets.map(({ name, region }) => [name, region]));

function checkInZone(name: string, zone: string, path: readonly string[], context: Context): void {
  const parent = zone.toLowerCase().replace(/\.$/, '');
  if (!parent.includes('.') || name === parent || name.endsWith(`.${parent}`)) return;
  const fix = `Write a name that ends with .${parent}, or another zone.`;
  context.findings.add('traffic-zone', `${name} is not in the zone ${parent}`, context.at(...path, 'name'), fix);
}

function readRecord(traffic: ConfigTraffic, path: readonly string[], context: Context): RecordTemplate | undefined {
  const { record } = traffic;
  if (record === undefined) return undefined;
  const at = context.at(...path, 'record');
  for (const key of ['alias', 'alias-zone', 'value'] as const) {
    const text = record[key];
    if (text !== undefined) checkReferences(text, context.at(...path, 'record', key), context);
  }
  const { alias, value } = record;
  const zone = record['alias-zone'];
  if (alias !== undefined && zone !== undefined && value === undefined) {
    if (record.ttl === undefined) return { kind: 'alias', name: alias, zone };
    const fix = 'Remove "ttl": the TTL of what the alias points at counts.';
    context.findings.add('traffic-record', 'traffic.record: an alias has no TTL of its own', at, fix);
  } else if (value !== undefined && alias === undefined && zone === undefined) {
    const [type] = traffic.types ?? [];
    if (type !== undefined && traffic.types?.length === 1) {
      return { kind: 'value', type, value, ttlSeconds: Math.round((record.ttl ?? 60_000) / 1000) };
    }
    const fix = 'Write types with one type, such as [CNAME].';
    context.findings.add('traffic-record', 'traffic.record: a value needs the one record type it is of', at, fix);
  } else {
    const fix = 'Write "alias" and "alias-zone", or "value".';
    context.findings.add('traffic-record', 'traffic.record is neither an alias with its zone nor a value', at, fix);
  }
  return undefined;
}

/** What a record set says must be the same in every release, and known without one. */
function checkReferences(text: string, at: SourceLocation | undefined, context: Context): void {
  const { parts, problems } = parseReferences(text);
  for (const { message, fix } of problems) context.findings.add('reference', `traffic.record: ${message}`, at, fix);
  for (const part of parts) {
    if (part.kind !== 'reference' || !['release', 'commit', 'ssm'].includes(part.reference.kind)) continue;
    const message = `traffic.record: ${part.source} is not known to a record set, which outlives a release`;
    context.findings.add('reference', message, at, 'Use an output of a stack.');
  }
}

function readStore(
  traffic: ConfigTraffic,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): KeyValueStoreSettings | undefined {
  const { store = '', key = 'weights' } = traffic;
  if (/^arn:aws[a-z-]*:cloudfront::\d{12}:key-value-store\/[\w-]{1,64}$/.test(store)) {
    const names = targets.map(({ name }) => name);
    return { driver: 'cloudfront-kvs', store, key, targets: names, ...defined({ probe: traffic.probe }) };
  }
  const fix = 'It looks like arn:aws:cloudfront::111111111111:key-value-store/ID.';
  context.findings.add(
    'bad-value',
    `traffic.store is no ARN of a key-value store: "${store}"`,
    context.at(...path, 'store'),
    fix,
  );
  return undefined;
}

function readAccelerator(
  traffic: ConfigTraffic,
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): GlobalAcceleratorSettings | undefined {
  const { listener = '', endpoints = {} } = traffic;
  checkTargetNames(Object.keys(endpoints), targets, [...path, 'endpoints'], context);
  const before = context.findings.count;
  if (!/^arn:aws[a-z-]*:globalaccelerator::\d{12}:accelerator\/[\w-]+\/listener\/\w+$/.test(listener)) {
    const fix = 'It looks like arn:aws:globalaccelerator::111111111111:accelerator/ID/listener/ID.';
    const message = `traffic.listener is no ARN of a listener: "${listener}"`;
    context.findings.add('bad-value', message, context.at(...path, 'listener'), fix);
  }
  for (const { name, region } of targets) {
    if (endpoints[name] !== undefined || !targets.some((other) => other.name !== name && other.region === region))
      continue;
    const message = `${name} shares the region ${region}, and so an endpoint group, with another target`;
    context.findings.add(
      'missing-key',
      message,
      context.at(...path),
      `Name its endpoint: endpoints: { ${name}: ARN }.`,
    );
  }
  return context.findings.count > before
    ? undefined
    : { driver: 'global-accelerator', listener, endpoints, regions: regionsOf(targets) };
}

/** Names of targets as keys, each checked. */
function checkTargetNames(
  names: readonly string[],
  targets: readonly Target[],
  path: readonly string[],
  context: Context,
): void {
  const known = targets.map(({ name }) => name);
  for (const name of names.filter((other) => !known.includes(other))) {
    const message = `${path.slice(2).join('.')} names "${name}", which is no target`;
    context.findings.add('unknown-target', message, context.atKey(...path, name), didYouMean(name, known));
  }
}
