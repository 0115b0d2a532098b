import { type Context, member } from './context.ts';
import { didYouMean } from './nearest.ts';
import { findRegion, KNOWN_REGIONS } from './regions.ts';
import type { ConfigAccess, ConfigEnvironment, ConfigFile, ConfigGroups, ConfigSettings } from './schema/file.ts';

/** Settings of an environment, a group or a target, with those for single stacks inside. */
export interface SettingsLevel {
  readonly path: readonly string[];
  readonly settings: ConfigSettings & { readonly stacks?: Readonly<Record<string, ConfigSettings>> };
}

/** A region group wherever it was declared. */
export interface Group {
  readonly name: string;
  readonly path: readonly string[];
  /** Regions, or names of targets. */
  readonly members: readonly string[];
  readonly body: SettingsLevel['settings'] & ConfigAccess;
}

/** Groups of the file and of the environment, checked; the environment's win where the names are equal. */
export function readGroups(
  file: ConfigFile,
  environment: string,
  config: ConfigEnvironment,
  context: Context,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const add = (declared: ConfigGroups | undefined, path: readonly string[]) => {
    for (const [name, value] of Object.entries(declared ?? {})) {
      const plain = isList(value);
      const group = { name, path: [...path, name], members: plain ? value : value.regions, body: plain ? {} : value };
      groups.set(name, group);
    }
  };
  add(file['region-groups'], ['region-groups']);
  add(config['region-groups'], ['environments', environment, 'region-groups']);
  const named = new Set(Object.values(file.environments).flatMap(({ targets }) => targetNames(targets)));
  for (const group of groups.values()) checkGroup(group, config, named, context);
  return groups;
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);
const targetNames = (targets: ConfigEnvironment['targets']) => (isList(targets) ? [] : Object.keys(targets));

/** A name must mean one thing in `targets` and `waves`, and a misspelt member would silently lose its settings. */
function checkGroup(
  { name, path, members }: Group,
  { targets }: ConfigEnvironment,
  named: ReadonlySet<string>,
  context: Context,
): void {
  const target = isList(targets) ? undefined : member(targets, name);
  if (findRegion(name).kind === 'known' || target?.region !== undefined) {
    const what = target?.region === undefined ? 'a region' : 'a target';
    const message = `the region group ${name} has the name of ${what}`;
    context.findings.add('group-name', message, context.atKey(...path), 'Give the group another name.');
  }
  for (const [index, region] of members.entries()) {
    if (named.has(region) || findRegion(region).kind !== 'malformed') continue;
    const listed = context.at(...path, index);
    const at = listed === context.at(...path) ? context.at(...path, 'regions', index) : listed;
    const message = `the region group ${name} lists "${region}", which is no region and no target`;
    context.findings.add('unknown-region', message, at, didYouMean(region, [...KNOWN_REGIONS, ...named]));
  }
}
