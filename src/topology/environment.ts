import { InternalError } from '../errors.ts';
import { type Context, member } from './context.ts';
import { dropUndeclared } from './declared.ts';
import { readFailover } from './failover.ts';
import { readFailoverWork } from './failover-work.ts';
import { withGates } from './gates.ts';
import { readGroups, type SettingsLevel } from './groups.ts';
import { refusePauseWithSam } from './in-region.ts';
import { type Layer, mergeLayers, readLayer } from './layers.ts';
import type { Environment, StackDefinition, StackInstance } from './model.ts';
import { completeNeeds, inOrder } from './needs.ts';
import { toPhases } from './phases.ts';
import { edgeTarget, readHome, targetsOf } from './places.ts';
import { type PreviewRequest, previewLayer } from './preview.ts';
import { samConfigLayer } from './samconfig-layer.ts';
import type { ConfigEnvironment, ConfigFile, ConfigSettings } from './schema/file.ts';
import { checkOverrides, readStacks, type StackEntry } from './stacks.ts';
import { finishSettings } from './static-values.ts';
import { readTargets, type TargetEntry } from './targets.ts';
import { readTraffic } from './traffic.ts';
import { allAtOnce, readWaves } from './waves.ts';

export interface BuildOptions {
  readonly requireTemplates: boolean;
  /** Settings of the inputs by stack key; they win over everything. */
  readonly overrides?: ReadonlyMap<string, readonly Layer[]>;
  /** The environment is this preview. */
  readonly preview?: PreviewRequest;
}

/**
 * The environment that a configuration describes. Settings are merged in this order, later ones win: the top of the
 * file, samconfig, the stack, the environment, the stack there, region groups, the stack there, the target, the stack
 * there, the inputs. Throws `UserErrors` with everything that is wrong.
 */
export async function buildEnvironment(
  file: ConfigFile,
  name: string,
  options: BuildOptions,
  context: Context,
): Promise<Environment> {
  const config = member(file.environments, name);
  if (config === undefined) throw new InternalError(`there is no environment ${name}`);
  const groups = readGroups(file, name, config, context);
  const { preview } = options;
  const stacks = await readStacks(file, name, config, options, context);
  const entries = await readTargets(file, name, config, groups, context);
  const targets = entries.map(({ target }) => target);
  const home = readHome(name, config, entries, context);
  if (home === undefined) {
    context.findings.throwIfAny();
    throw new InternalError('an environment without a home target was accepted');
  }
  const traffic = await readTraffic(name, config, home, entries, context);
  const waves = preview === undefined ? readWaves(name, config, targets, groups, context) : allAtOnce(targets);
  const mechanism = readFailover(name, config, targets, traffic, context);
  const edge = await edgeTarget(name, config, home, entries, context);
  const layers = await readLayers(file, name, config, stacks, [...entries, edge], context);

  const all: StackInstance[] = [];
  for (const stack of stacks) {
    const { key, scope } = stack.definition;
    for (const entry of targetsOf(scope, entries, home, edge)) {
      const { target } = entry;
      const samConfig = stack.samConfig && samConfigLayer(stack.samConfig, target, targets.length, context);
      const merged = mergeLayers([
        ...layers(stack, entry, samConfig),
        ...(options.overrides?.get(key) ?? []),
        ...(preview === undefined ? [] : [previewLayer(preview, file.application, file.preview)]),
      ]);
      const subject = { application: file.application, environment: name, stack: key, target };
      const settings = finishSettings(merged, subject, context);
      all.push({ id: `${key}@${target.name}`, stack: stack.definition, target, settings });
    }
  }
  refusePauseWithSam(name, config, all, context);
  const instances = await dropUndeclared(all, context);
  const definitions = stacks.map(({ definition }) => definition);
  const needs = completeNeeds(
    definitions,
    instances,
    targets.map((target) => target.name),
    waves,
    context,
  );
  const complete = definitions.map(
    (stack): StackDefinition => ({ ...stack, needs: needs.get(stack.key) ?? stack.needs }),
  );
  const ordered = inOrder(complete, context);
  const byKey = new Map(ordered.map((stack) => [stack.key, stack] as const));
  const finished = instances.map((instance) => ({
    ...instance,
    stack: byKey.get(instance.stack.key) ?? instance.stack,
  }));
  const place = { stacks: ordered, allTargets: targets.map((target) => target.name), targets };
  const phases = await withGates(toPhases(ordered, finished, waves, context), name, config, place, context);
  const failover = mechanism && { ...mechanism, ...(await readFailoverWork(name, config, place, context)) };
  context.findings.throwIfAny();
  const used = finished.some(({ target }) => target === edge.target) && !targets.includes(edge.target);
  return {
    application: file.application,
    name,
    home: home.target.name,
    targets: used ? [...targets, edge.target] : targets,
    waves,
    ...(config.waves === undefined && { defaultWaves: true as const }),
    stacks: ordered,
    instances: phases.flatMap((phase) => phase.instances),
    phases,
    engine: config.engine ?? 'changeset',
    ...(traffic !== undefined && { traffic }),
    onFailure: config['on-failure'] ?? 'stop',
    ...(preview !== undefined && { pullRequest: preview.number }),
    ...(failover !== undefined && { failover }),
    notes: [],
    directory: context.directory,
  };
}

type LayersOf = (stack: StackEntry, entry: TargetEntry, samConfig: Layer | undefined) => readonly Layer[];

/** Reads every level once; what comes back picks those of one stack in one target, in the order of the merge. */
async function readLayers(
  file: ConfigFile,
  name: string,
  config: ConfigEnvironment,
  stacks: readonly StackEntry[],
  entries: readonly TargetEntry[],
  context: Context,
): Promise<LayersOf> {
  const shared = stacks.length > 1;
  const keys = stacks.map(({ definition }) => definition.key);
  const read = new Map<string, Layer>();
  const add = async (settings: ConfigSettings | undefined, path: readonly string[], forAll: boolean) => {
    const id = path.join('\0');
    if (settings && !read.has(id)) read.set(id, await readLayer(settings, path, forAll && shared, context));
  };
  const addLevel = async ({ path, settings }: SettingsLevel) => {
    await add(settings, path, true);
    checkOverrides(Object.keys(settings.stacks ?? {}), [...path, 'stacks'], keys, context);
    for (const [key, own] of Object.entries(settings.stacks ?? {})) await add(own, [...path, 'stacks', key], false);
  };
  const environmentPath = ['environments', name];
  await add(file, [], true);
  for (const { definition, config: stack } of stacks) await add(stack, ['stacks', definition.key], false);
  await addLevel({ path: environmentPath, settings: config });
  for (const { levels } of entries) for (const level of levels) await addLevel(level);

  return ({ definition: { key } }, { levels }, samConfig) => {
    const at = (...path: readonly string[]) => read.get(path.join('\0'));
    const pair = (path: readonly string[]) => [at(...path), at(...path, 'stacks', key)];
    const inner = [...pair(environmentPath), ...levels.flatMap(({ path }) => pair(path))];
    return [at(), samConfig, at('stacks', key), ...inner].filter((layer) => layer !== undefined);
  };
}
