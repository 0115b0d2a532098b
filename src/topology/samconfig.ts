import { dirname, join } from 'node:path';
import type { Context } from './context.ts';
import type { Environment, SamConfigFile } from './model.ts';
import { parseSamFile } from './sam-file.ts';
import { samOverrides } from './sam-overrides.ts';
import { parseTags } from './sam-values.ts';

/** What `samconfig.toml` says, as SAM would read it. */
export interface SamConfig {
  /** How messages call it: `samconfig.toml [default.deploy.parameters]`. */
  readonly source: string;
  readonly file: string;
  readonly handOver: SamConfigFile;
  readonly stackName?: string;
  /** Absolute path. */
  readonly template?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly capabilities?: readonly string[];
  readonly serviceRole?: string;
  readonly notificationArns?: readonly string[];
  readonly disableRollback?: boolean;
  readonly bucket?: string;
  readonly prefix?: string;
  readonly region?: string;
}

/** The order in which SAM looks for it (aws-sam-cli, samcli/lib/config/samconfig.py and cli_validation). */
const NAMES = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

/** Options of `sam deploy` that would change what is deployed if this program knew them. The sam engine hands them on. */
const UNSUPPORTED = ['image_repository', 'image_repositories', 'on_failure', 'express'];

type Options = Readonly<Record<string, unknown>>;

/**
 * Reads the samconfig in the first of the folders that has one.
 * @param configEnv table to read; `explicit`: it is an error when it is not there.
 * @param engine of the environment: with `sam` every option counts
 */
export async function readSamConfig(
  folders: readonly string[],
  configEnv: string,
  explicit: boolean,
  engine: Environment['engine'],
  context: Context,
): Promise<SamConfig | undefined> {
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = paths.find((candidate) => context.readFile(candidate) !== undefined);
  if (path === undefined) return undefined;
  const file = display(path, context.directory);
  const content = context.readFile(path) ?? '';
  const parsed = await parseSamFile(content, file, context);
  if (parsed === undefined) return undefined;
  const document = isTable(parsed) ? parsed : {};
  const tables = table(document, configEnv);
  if (tables === undefined) {
    if (explicit) context.findings.add('samconfig', `${file} has no [${configEnv}]`, { file });
    return undefined;
  }
  const options: Options = { ...parametersOf(tables, 'global'), ...parametersOf(tables, 'deploy') };
  const source = `${file} [${configEnv}.deploy.parameters]`;
  const at = { path, file, source, environment: configEnv };
  noteOptions(parametersOf(tables, 'package'), options, at, engine, context);
  return await understand(options, tables, at, context);
}

interface Place {
  readonly path: string;
  readonly file: string;
  readonly source: string;
  readonly environment: string;
}

function noteOptions(
  packaging: Options,
  options: Options,
  { source, file, environment }: Place,
  engine: Environment['engine'],
  context: Context,
): void {
  const all: Options = { ...packaging, ...options };
  if (all['profile'] !== undefined)
    context.note(`warning: profile in ${source} is not used: the targets say with whose credentials`);
  if (engine === 'sam') {
    context.note(`sam package and sam deploy get every other option of ${file} [${environment}]`);
    return;
  }
  for (const key of UNSUPPORTED)
    if (all[key] !== undefined) context.note(`warning: ${key} in ${source} is not used by the changeset engine`);
}

async function understand(options: Options, tables: Options, at: Place, context: Context): Promise<SamConfig> {
  const { source, file, path, environment } = at;
  const fail = (key: string, what: string) =>
    context.findings.add('samconfig', `${key} in ${source} must be ${what}`, { file });
  const string = (key: string, from: Options = options): string | undefined => {
    const value = from[key];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string') return value;
    fail(key, 'a text');
    return undefined;
  };
  const packaging: Options = { ...options, ...parametersOf(tables, 'package'), ...parametersOf(tables, 'deploy') };
  const template =
    string('template_file') ?? string('template', { ...packaging, ...parametersOf(tables, 'build'), ...options });
  const disableRollback = options['disable_rollback'];
  return {
    source,
    file,
    handOver: { path, environment },
    parameters: await samOverrides(options['parameter_overrides'], at, context),
    tags: tagsOf(options['tags'], () => fail('tags', 'Key=Value pairs, a list of them or a table')),
    ...optional('stackName', string('stack_name')),
    ...optional('template', template === undefined ? undefined : templatePath(template, at, context)),
    ...optional('capabilities', words(options['capabilities'])),
    ...optional('serviceRole', string('role_arn')),
    ...optional('notificationArns', words(options['notification_arns'])),
    ...optional('disableRollback', disableRollback === undefined ? undefined : String(disableRollback) === 'true'),
    ...optional('bucket', string('s3_bucket', packaging)),
    ...optional('prefix', string('s3_prefix', packaging)),
    ...optional('region', string('region')),
  };
}

/** A template below `.aws-sam` or named `packaged` is what `sam build` or `sam package` made, not the source. */
function templatePath(
  template: string,
  at: { readonly path: string; readonly source: string },
  context: Context,
): string | undefined {
  if (/(^|[\\/])\.aws-sam[\\/]|packaged[^\\/]*$/.test(template)) {
    context.note(`template ${template} of ${at.source} is not used: it is made by sam, not written`);
    return undefined;
  }
  return join(dirname(at.path), template);
}

function tagsOf(value: unknown, fail: () => void): Readonly<Record<string, string>> {
  if (value === undefined || value === '') return {};
  if (isTable(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, String(member)]));
  const texts = Array.isArray(value) ? value : [value];
  const merged: Record<string, string> = {};
  for (const text of texts) {
    const parsed = isTable(text) ? tagsOf(text, fail) : typeof text === 'string' ? parseTags(text) : undefined;
    if (parsed === undefined) fail();
    else Object.assign(merged, parsed);
  }
  return merged;
}

function words(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === '') return undefined;
  return (Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/)).filter((word) => word !== '');
}

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  // A computed key widens to an index signature; this names it.
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

const isTable = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function table(from: Options, key: string): Options | undefined {
  const value = Object.hasOwn(from, key) ? from[key] : undefined;
  return isTable(value) ? value : undefined;
}

const parametersOf = (tables: Options, command: string): Options =>
  table(table(tables, command) ?? {}, 'parameters') ?? {};

const display = (path: string, directory: string): string =>
  path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
