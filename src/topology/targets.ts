import type { Context } from './context.ts';
import { type AccessLevel, readAccess } from './credentials.ts';
import type { Group, SettingsLevel } from './groups.ts';
import type { Target } from './model.ts';
import { didYouMean } from './nearest.ts';
import { findRegion, type Partition } from './regions.ts';
import type { ConfigEnvironment, ConfigFile, ConfigTarget } from './schema/file.ts';

/** A target with what its levels say, for the merge of settings. */
export interface TargetEntry {
  readonly target: Target;
  readonly partition: Partition;
  /** Levels that speak of this target only or of its groups, outermost first. */
  readonly levels: readonly SettingsLevel[];
  /** All levels that say whose account and credentials, outermost first. */
  readonly access: readonly AccessLevel[];
}

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value);

interface Raw {
  readonly name: string;
  readonly region: string;
  readonly path: readonly string[];
  /** Where the region was written. */
  readonly regionPath: readonly (string | number)[];
  readonly body: ConfigTarget;
}

/** The targets of an environment in the order in which they were written, checked. */
export async function readTargets(
  file: ConfigFile,
  environment: string,
  config: ConfigEnvironment,
  groups: ReadonlyMap<string, Group>,
  context: Context,
): Promise<readonly TargetEntry[]> {
  const entries: TargetEntry[] = [];
  const seen = new Map<string, Raw>();
  let unread = false;
  for (const raw of rawTargets(environment, config, groups)) {
    const location = context.at(...raw.regionPath);
    if (seen.has(raw.name)) {
      context.findings.add('duplicate-target', `the target ${raw.name} is named twice in ${environment}`, location);
      continue;
    }
    seen.set(raw.name, raw);
    const partition = checkRegion(raw, location, context);
    if (partition === undefined) {
      unread = true;
      continue;
    }
    const own = [...groups.values()].filter(
      ({ members }) => members.includes(raw.name) || members.includes(raw.region),
    );
    const levels: readonly AccessLevel[] = [
      { path: [], access: file },
      { path: ['environments', environment], access: config },
      ...own.map(({ path, body }) => ({ path, access: body })),
      { path: raw.path, access: raw.body },
    ];
    const access = await readAccess(raw.name, partition, levels, context);
    entries.push({
      partition,
      access: levels,
      target: {
        name: raw.name,
        region: raw.region,
        partition: partition.id,
        ...access,
        groups: own.map(({ name }) => name),
        ...(raw.body.weight !== undefined && { weight: raw.body.weight }),
        ...(location && { location }),
      },
      levels: [...own.map(({ path, body }) => ({ path, settings: body })), { path: raw.path, settings: raw.body }],
    });
  }
  checkPlaces(entries, context);
  checkPartitions(entries, environment, context);
  // What names a target that could not be read would be reported as a second error of its own.
  if (unread) context.findings.throwIfAny();
  return entries;
}

function rawTargets(
  environment: string,
  config: ConfigEnvironment,
  groups: ReadonlyMap<string, Group>,
): readonly Raw[] {
  const base = ['environments', environment, 'targets'];
  const targets: readonly string[] | Readonly<Record<string, ConfigTarget>> = config.targets;
  if (isNames(targets)) {
    return targets.flatMap((item, index) =>
      (groups.get(item)?.members ?? [item]).map((region) => ({
        name: region,
        region,
        path: [...base, String(index)],
        regionPath: [...base, index],
        body: {},
      })),
    );
  }
  const raws: Raw[] = [];
  for (const name of Object.keys(targets)) {
    const body = targets[name] ?? {};
    const path = [...base, name];
    const group = body.region === undefined ? groups.get(name) : undefined;
    const regionPath = body.region === undefined ? path : [...path, 'region'];
    if (group) for (const region of group.members) raws.push({ name: region, region, path, regionPath, body });
    else raws.push({ name, region: body.region ?? name, path, regionPath, body });
  }
  return raws;
}

function checkRegion(raw: Raw, location: Target['location'], context: Context): Partition | undefined {
  const found = findRegion(raw.region);
  if (found.kind === 'known') return found.partition;
  const hint = found.nearest ? `Did you mean "${found.nearest}"?` : 'Regions look like eu-west-1.';
  if (found.kind === 'unlisted') {
    const near = found.nearest ? ` (did you mean ${found.nearest}?)` : '';
    context.note(`warning: the region ${raw.region} is not in this version's list${near}`);
    return found.partition;
  }
  const named = raw.name === raw.region ? '' : ` of the target ${raw.name}`;
  const fix = raw.name === raw.region ? [hint, 'A target with a name of its own needs the key "region".'] : [hint];
  context.findings.add('unknown-region', `there is no region "${raw.region}"${named}`, location, ...fix);
  return undefined;
}

/** The stacks have the same names in all targets, so two targets cannot be the same place. */
function checkPlaces(entries: readonly TargetEntry[], context: Context): void {
  const places = new Map<string, Target>();
  for (const { target } of entries) {
    const place = `${target.account ?? ''} ${target.region}`;
    const other = places.get(place);
    if (other) {
      const where = target.account === undefined ? target.region : `${target.account} ${target.region}`;
      const message = `the targets ${other.name} and ${target.name} are the same place: ${where}`;
      context.findings.add(
        'duplicate-target',
        message,
        target.location,
        'Remove one, or give them different accounts.',
      );
    } else places.set(place, target);
  }
}

/** Credentials of one partition are worth nothing in another, and outputs cannot be told apart there. */
function checkPartitions(entries: readonly TargetEntry[], environment: string, context: Context): void {
  const first = entries[0];
  const other = entries.find(({ partition }) => partition.id !== first?.partition.id);
  if (!first || !other) return;
  const message = `${environment} mixes the partitions ${first.partition.id} (${first.target.name}) and ${other.partition.id} (${other.target.name})`;
  context.findings.add('partition', message, other.target.location, 'Make an environment for each partition.');
}

/** Names of targets for names of targets and region groups; unknown ones are findings. */
export function expandNames(
  names: readonly string[],
  targets: readonly Target[],
  groups: ReadonlyMap<string, Group>,
  unknown: (name: string, hint: string) => void,
): readonly string[] {
  return names.flatMap((name) => {
    if (targets.some((target) => target.name === name)) return [name];
    if (groups.has(name)) return targets.filter((target) => target.groups.includes(name)).map((target) => target.name);
    unknown(name, didYouMean(name, [...targets.map((target) => target.name), ...groups.keys()]));
    return [];
  });
}
