import { dirname } from 'node:path';
import { InternalError, UserError, UserErrors } from '../errors.ts';
import { checkCollisions } from './collisions.ts';
import { absolute, type Context, createContext, type ReadFile } from './context.ts';
import { buildEnvironment } from './environment.ts';
import { checkText } from './files.ts';
import { createFindings, type Findings } from './findings.ts';
import { type InlineSettings, inlineTree, kebab, type NameInput, NOT_WITH_FILE } from './inline.ts';
import type { Environment } from './model.ts';
import { didYouMean } from './nearest.ts';
import { readOverrides } from './overrides.ts';
import { type PreviewRequest, previewEnvironment, withPreview } from './preview.ts';
import { readSamConfig, type SamConfig } from './samconfig.ts';
import { type ConfigFile, configFile } from './schema/file.ts';
import { read } from './schema/read.ts';
import { DEFAULT_STACK } from './stacks.ts';
import type { Tree } from './tree/tree.ts';
import { parseYaml } from './tree/yaml.ts';

export interface LoadOptions {
  /** Folder that the run started in; absolute. */
  readonly directory: string;
  /** Path of the configuration, from `directory`; absent: the small case, from `inline` alone. */
  readonly file?: string;
  /** Name of the environment; may be absent when there is only one. In the small case `default`. */
  readonly environment?: string;
  readonly inline?: InlineSettings;
  /** Load the preview of a pull request instead of an environment. */
  readonly preview?: PreviewRequest;
  readonly readFile: ReadFile;
  /** Templates must exist (default). A release that is taken by its id needs none. */
  readonly requireTemplates?: boolean;
  /** How messages call an input; default: `input "role-to-assume"`. */
  readonly nameInput?: NameInput;
}

/**
 * The environment to work on, from a configuration file or from inputs alone.
 * Throws `UserErrors` (code `config-invalid`) with everything that is wrong, or a `UserError` when nothing can be read at all.
 */
export async function loadEnvironment(options: LoadOptions): Promise<Environment> {
  const notes: string[] = [];
  const note = (text: string) => {
    if (!notes.includes(text)) notes.push(text);
  };
  const environment =
    options.file === undefined ? await fromInline(options, note) : await fromFile(options.file, options, note);
  return { ...environment, notes };
}

/** Names of the environments of a configuration file, in order. */
export async function listEnvironments(
  options: Pick<LoadOptions, 'directory' | 'readFile'> & { readonly file: string },
): Promise<readonly string[]> {
  const { config } = await readConfig(options.file, options);
  return Object.keys(config.environments);
}

async function fromFile(file: string, options: LoadOptions, note: (text: string) => void): Promise<Environment> {
  const { inline = {}, nameInput = defaultName } = options;
  for (const key of NOT_WITH_FILE) {
    if (inline[key] === undefined) continue;
    const message = `${nameInput(kebab(key))} is given together with ${file}`;
    throw new UserError('input-with-config', message, { fix: [`Remove the input, or say it in ${file}.`] });
  }
  const { preview } = options;
  const { findings, ...written } = await readConfig(file, options);
  const { config, tree } =
    preview === undefined ? written : withPreview(written.config, written.tree, preview.number, file);
  const name = preview ? previewEnvironment(preview.number) : chooseEnvironment(config, options.environment, file);
  const directory = dirname(absolute(options.directory, file));
  const context = createContext({ subject: file, directory, readFile: options.readFile, findings, note }, tree);
  const overrides = await readOverrides(inline, Object.keys(config.stacks ?? { [DEFAULT_STACK]: {} }), nameInput, {
    ...context,
    subject: 'inputs',
    directory: options.directory,
    at: () => undefined,
  });
  const build = { requireTemplates: options.requireTemplates ?? true, overrides, ...(preview && { preview }) };
  const environment = await buildEnvironment(config, name, build, context);
  checkCollisions(environment, await otherEnvironments(config, name, context), context);
  findings.throwIfAny();
  return environment;
}

/** The other environments, for comparison: what is wrong in them alone stops only their own deployment. */
async function otherEnvironments(config: ConfigFile, name: string, context: Context): Promise<readonly Environment[]> {
  const others: Environment[] = [];
  for (const other of Object.keys(config.environments).filter((key) => key !== name)) {
    const quiet: Context = { ...context, findings: createFindings(other), note: () => {} };
    try {
      others.push(await buildEnvironment(config, other, { requireTemplates: false }, quiet));
    } catch (error) {
      if (!(error instanceof UserErrors)) throw error;
    }
  }
  return others;
}

async function readConfig(
  file: string,
  options: Pick<LoadOptions, 'directory' | 'readFile'>,
): Promise<{ readonly config: ConfigFile; readonly tree: Tree; readonly findings: Findings }> {
  const findings = createFindings(file);
  const content = options.readFile(absolute(options.directory, file));
  if (content === undefined) {
    throw new UserError('config-missing', `there is no configuration ${file}`, {
      fix: [`Paths are taken from ${options.directory}. Run \`sam-multi-region init\` to write one.`],
    });
  }
  const tree = checkText(content, file, findings) ? await parseYaml(content, file, findings) : undefined;
  if (tree && tree.kind !== 'map') {
    const what = tree.kind === 'scalar' && tree.value === null ? 'empty' : tree.kind === 'list' ? 'a list' : 'a text';
    findings.add('not-a-mapping', `${file} must be a mapping, but is ${what}`, tree.location ?? { file });
  }
  findings.throwIfAny();
  const config = tree && read(configFile, tree, findings);
  findings.throwIfAny();
  if (!config || !tree) throw new InternalError('a file without an error is no configuration');
  return { config, tree, findings };
}

function chooseEnvironment(config: ConfigFile, wanted: string | undefined, file: string): string {
  const names = Object.keys(config.environments);
  const [first, ...others] = names;
  if (wanted === undefined && first !== undefined && others.length === 0) return first;
  if (wanted === undefined) {
    const message = `${file} has ${names.length} environments: ${names.join(', ')}`;
    throw new UserError('environment-missing', message, {
      fix: ['Say which one: environment: NAME, or --environment NAME.'],
    });
  }
  if (names.includes(wanted)) return wanted;
  throw new UserError('unknown-environment', `${file} has no environment "${wanted}"`, {
    fix: [didYouMean(wanted, names)],
  });
}

async function fromInline(options: LoadOptions, note: (text: string) => void): Promise<Environment> {
  const { inline = {}, directory, readFile, nameInput = defaultName } = options;
  const findings = createFindings('the configuration');
  const base = { subject: 'inputs', directory, readFile, findings, note };
  const samConfig = await samConfigOf(inline, createContext({ ...base, note: () => {} }, { kind: 'map', entries: [] }));
  findings.throwIfAny();
  if (inline.regions === undefined || inline.regions.length === 0) {
    const { region, file } = samConfig ?? {};
    const hint =
      region === undefined ? [] : [`${file} names ${region}; say so in ${nameInput('regions')} if you mean it.`];
    throw new UserError('regions-missing', 'no region to deploy to', {
      fix: [`Give ${nameInput('regions')}, or a configuration file with ${nameInput('config')}.`, ...hint],
    });
  }
  const stackName = inline.stackName ?? samConfig?.stackName;
  if (stackName === undefined) {
    throw new UserError('stack-name-missing', 'the stack has no name', {
      fix: [`Give ${nameInput('stack-name')}, or put stack_name in samconfig.toml.`],
    });
  }
  const { preview } = options;
  const name = preview ? previewEnvironment(preview.number) : (options.environment ?? 'default');
  const tree = inlineTree(inline, name, nameInput);
  const config = read(configFile, tree, findings);
  findings.throwIfAny();
  if (!config) throw new InternalError('inputs without an error are no configuration');
  const build = { requireTemplates: options.requireTemplates ?? true, ...(preview && { preview }) };
  return await buildEnvironment({ ...config, application: stackName }, name, build, createContext(base, tree));
}

async function samConfigOf(inline: InlineSettings, context: Context): Promise<SamConfig | undefined> {
  const { template = 'template.yaml', configEnv } = inline;
  const folders = [dirname(absolute(context.directory, template)), context.directory];
  return await readSamConfig(folders, configEnv ?? 'default', configEnv !== undefined, 'changeset', context);
}

const defaultName: NameInput = (key) => `input "${key}"`;
