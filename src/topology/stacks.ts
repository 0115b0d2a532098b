import { basename, dirname, join } from 'node:path';
import { absolute, type Context, member } from './context.ts';
import { inRegionOf } from './in-region.ts';
import type { StackDefinition } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { PreviewRequest } from './preview.ts';
import { readSamConfig, type SamConfig } from './samconfig.ts';
import type { ConfigEnvironment, ConfigFile, ConfigStack } from './schema/file.ts';
import { STACK_NAME } from './schema/patterns.ts';
import { matches, refusal } from './schema/read.ts';

/** A stack of the application with what was read about it, before the needs that follow from references. */
export interface StackEntry {
  readonly definition: StackDefinition;
  readonly config: ConfigStack;
  readonly samConfig: SamConfig | undefined;
}

/** Looked for when a stack names no template, as `sam` does. */
const DEFAULT_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];

/** Key of the only stack where no `stacks:` is written. */
export const DEFAULT_STACK = 'app';

/** The stacks of the application for one environment, checked. */
export async function readStacks(
  file: ConfigFile,
  environment: string,
  config: ConfigEnvironment,
  { requireTemplates, preview }: { readonly requireTemplates: boolean; readonly preview?: PreviewRequest },
  context: Context,
): Promise<readonly StackEntry[]> {
  const stacks: Readonly<Record<string, ConfigStack>> = file.stacks ?? { [DEFAULT_STACK]: {} };
  const keys = Object.keys(stacks);
  const entries: StackEntry[] = [];
  const folderOf = (stack: ConfigStack) => dirname(absolute(context.directory, stack.template ?? 'template.yaml'));
  for (const [key, stack] of Object.entries(stacks)) {
    const shared = keys.filter((other) => other !== key && folderOf(stacks[other] ?? {}) === folderOf(stack));
    const samConfig = await samConfigOf(key, stack, shared, keys.length === 1, config, context);
    const location = context.atKey('stacks', key);
    entries.push({
      config: stack,
      samConfig,
      definition: {
        key,
        template: templateOf(key, stack, samConfig, requireTemplates, context),
        stackName: stackNameOf(key, file, config, stack, samConfig, preview, context),
        scope: stack.scope ?? 'regional',
        needs: needsOf(key, stack, stacks, context),
        ...inRegionOf(key, environment, stack, config, context),
        ...(stack.rollback !== undefined && { returns: stack.rollback }),
        ...(samConfig && { samConfig: samConfig.handOver }),
        ...(location && { location }),
      },
    });
  }
  checkOverrides(Object.keys(config.stacks ?? {}), ['environments', environment, 'stacks'], keys, context);
  checkStackNames(entries, context);
  return entries;
}

/** A samconfig speaks of one stack; where several templates share its folder nobody can tell of which. */
async function samConfigOf(
  key: string,
  stack: ConfigStack,
  sharedWith: readonly string[],
  alone: boolean,
  { 'config-env': configEnv, engine = 'changeset' }: ConfigEnvironment,
  context: Context,
): Promise<SamConfig | undefined> {
  const beside = dirname(absolute(context.directory, stack.template ?? 'template.yaml'));
  const folders = alone ? [beside, context.directory] : [beside];
  if (sharedWith.length === 0)
    return await readSamConfig(folders, configEnv ?? 'default', configEnv !== undefined, engine, context);
  const found = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'].find(
    (name) => context.readFile(join(beside, name)) !== undefined,
  );
  if (found)
    context.note(`${found} is not used: the stacks ${[key, ...sharedWith].toSorted().join(', ')} share its folder`);
  return undefined;
}

function templateOf(
  key: string,
  stack: ConfigStack,
  samConfig: SamConfig | undefined,
  required: boolean,
  context: Context,
): string {
  const candidates =
    stack.template !== undefined
      ? [absolute(context.directory, stack.template)]
      : samConfig?.template !== undefined
        ? [samConfig.template]
        : DEFAULT_TEMPLATES.map((name) => join(context.directory, name));
  const found = candidates.find((candidate) => context.readFile(candidate) !== undefined);
  if (stack.template === undefined && samConfig?.template !== undefined)
    context.note(`template ${basename(samConfig.template)} taken from ${samConfig.source}`);
  if (found === undefined && required) {
    const at = context.at('stacks', key, 'template');
    const names = stack.template ?? (samConfig?.template ? samConfig.template : DEFAULT_TEMPLATES.join(', '));
    const fix = `Paths are taken from ${context.directory}.`;
    context.findings.add('template-missing', `the stack ${key} has no template: there is no ${names}`, at, fix);
  }
  return found ?? candidates[0] ?? '';
}

function stackNameOf(
  key: string,
  file: ConfigFile,
  config: ConfigEnvironment,
  stack: ConfigStack,
  samConfig: SamConfig | undefined,
  preview: PreviewRequest | undefined,
  context: Context,
): string {
  if (preview !== undefined) return preview.stackName(key, file.application);
  const written = member(config.stacks, key)?.['stack-name'] ?? stack['stack-name'];
  if (written !== undefined) return written;
  const taken = samConfig?.stackName;
  const name = taken ?? `${file.application}-${key}`;
  const where = taken === undefined ? `the stack name of ${key}` : `stack_name of ${samConfig?.source}`;
  if (!matches(STACK_NAME, name)) {
    const at = taken === undefined ? context.atKey('stacks', key) : samConfig && { file: samConfig.file };
    context.findings.add('stack-name', `${where} ${refusal(STACK_NAME, name)}`, at, 'Give the stack a "stack-name".');
  } else if (taken !== undefined) context.note(`stack name ${name} taken from ${samConfig?.source}`);
  return name;
}

function needsOf(
  key: string,
  stack: ConfigStack,
  stacks: Readonly<Record<string, ConfigStack>>,
  context: Context,
): readonly string[] {
  const needs = stack.needs ?? [];
  for (const [index, need] of needs.entries()) {
    const at = context.at('stacks', key, 'needs', index);
    if (need === key) context.findings.add('needs', `the stack ${key} needs itself`, at);
    else if (!Object.hasOwn(stacks, need))
      context.findings.add(
        'unknown-stack',
        `the stack ${key} needs "${need}", which is no stack`,
        at,
        didYouMean(need, Object.keys(stacks)),
      );
  }
  return [...new Set(needs)].filter((need) => need !== key && Object.hasOwn(stacks, need));
}

/** Keys of a `stacks:` below an environment, group or target must be stacks of the application. */
export function checkOverrides(
  keys: readonly string[],
  path: readonly string[],
  known: readonly string[],
  context: Context,
): void {
  for (const key of keys) {
    if (known.includes(key)) continue;
    context.findings.add(
      'unknown-stack',
      `${path.join('.')} names "${key}", which is no stack`,
      context.atKey(...path, key),
      didYouMean(key, known),
    );
  }
}

function checkStackNames(entries: readonly StackEntry[], context: Context): void {
  for (const [index, { definition }] of entries.entries()) {
    const other = entries.slice(0, index).find((entry) => entry.definition.stackName === definition.stackName);
    if (!other) continue;
    const message = `the stacks ${other.definition.key} and ${definition.key} have the same stack name ${definition.stackName}`;
    context.findings.add('stack-name', message, definition.location, 'Give each a "stack-name" of its own.');
  }
}
