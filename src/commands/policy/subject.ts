import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { ANY_PREVIEW } from '../../preview/any.ts';
import type { ConsumerKind } from '../../template/consumer-kinds.ts';
import { shiftedAliases } from '../../template/deployment-preference.ts';
import { nestedFiles } from '../../template/locate-nested.ts';
import { parseTemplate } from '../../template/parse.ts';
import { loadEnvironment } from '../../topology/index.ts';
import type { Environment } from '../../topology/model.ts';
import { referencesIn } from '../../topology/references.ts';
import { ANY_MAPPING, type ConsumerNames, consumerNames } from './consumer-names.ts';
import { type MappedSources, mappedSourcesOf } from './mapped-sources.ts';
import { type ServicesUsed, servicesUsed } from './services-used.ts';

/** What a policy is about: names that go into its resources, and the features in use. `*` stands for any. */
export interface PolicySubject {
  /** What the names and features were taken from, for commands that ask for more; absent: nothing but options is known. */
  readonly environment?: Environment;
  readonly partition: string;
  readonly stackNames: readonly string[];
  /** Name patterns of buckets for artifacts; empty: SAM's managed bucket alone. */
  readonly buckets: readonly string[];
  readonly managedBucket: boolean;
  readonly serviceRoles: readonly string[];
  /** SSM parameters that the configuration refers to, by name without version. */
  readonly ssmParameters: readonly string[];
  readonly stackPolicy: boolean;
  readonly terminationProtection: boolean;
  readonly rollbackAlarms: boolean;
  readonly samEngine: boolean;
  /** CodeDeploy moves aliases of a template, or nobody knows. */
  readonly codeDeploy: boolean;
  /** What `pause-consumers` of any stack may switch off; absent: nothing. */
  readonly paused?: ConsumerNames;
  /** Consumers that run only where the environment is active; absent: none are marked. */
  readonly consumers?: ConsumerNames;
  /** What functions of the stacks read; absent: it may be anything. */
  readonly mapped?: MappedSources;
  /** What the stacks have that readiness looks at; absent: nothing is known of a failover. */
  readonly services?: ServicesUsed;
}

/** How files of the project are reached. */
export interface PolicyFiles {
  /** Folder of the configuration, absolute. */
  readonly cwd: string;
  readonly readFile: (path: string) => string | undefined;
}

const DEFAULT_FILE = 'multi-region.yml';

/**
 * The environment that the options mean; without a configuration and regions, the stack of that name or any stack.
 *
 * @throws UserError what is wrong with the configuration
 */
export async function subjectOf(options: Options, files: PolicyFiles): Promise<PolicySubject> {
  const environment = await environmentOf(options, files);
  if (environment === undefined) return withoutEnvironment(options);
  const settings = environment.instances.map((instance) => instance.settings);
  const buckets = settings.map(({ artifactBucket }) => options['artifact-bucket'] ?? artifactBucket);
  const partitions = new Set(environment.targets.map(({ partition }) => partition));
  const [partition = 'aws'] = partitions;
  return {
    environment,
    partition: partitions.size > 1 ? '*' : partition,
    stackNames: unique(environment.instances.map(({ stack }) => stack.stackName)),
    buckets: unique(buckets),
    managedBucket: buckets.includes(undefined),
    serviceRoles: unique([options['service-role'], ...settings.map(({ serviceRole }) => serviceRole)]),
    ssmParameters: ssmNamesIn(environment),
    stackPolicy: settings.some(({ stackPolicy }) => stackPolicy !== undefined),
    terminationProtection: settings.some(({ terminationProtection }) => terminationProtection !== undefined),
    rollbackAlarms: settings.some(({ rollbackTriggers }) => rollbackTriggers !== undefined),
    ...pausedIn(environment, files),
    ...(environment.failover?.consumers && { consumers: consumerNames(environment, files.readFile) }),
    mapped: mappedSourcesOf(environment, files.readFile),
    services: servicesUsed(environment, files.readFile),
    samEngine: (options.engine ?? environment.engine) === 'sam',
    codeDeploy: environment.stacks.some(
      ({ template, inRegion }) => inRegion !== undefined || mayShift(template, files),
    ),
  };
}

/** Nothing but a stack's name is known, or not even that: then everything that a configuration could ask for is in. */
function withoutEnvironment(options: Options): PolicySubject {
  const name = options['stack-name'];
  return {
    partition: 'aws',
    stackNames: [name ?? '*'],
    buckets: unique([options['artifact-bucket']]),
    managedBucket: options['artifact-bucket'] === undefined,
    serviceRoles: unique([options['service-role']]),
    ssmParameters: ['*'],
    stackPolicy: name === undefined,
    terminationProtection: name === undefined,
    rollbackAlarms: name === undefined,
    samEngine: options.engine === 'sam',
    codeDeploy: name === undefined,
    ...(name === undefined && { paused: ANY_MAPPING }),
  };
}

/** Only what a stack pauses counts of what it has. */
function pausedIn(environment: Environment, { readFile }: PolicyFiles): Pick<PolicySubject, 'paused'> {
  const pausing = (kind: ConsumerKind): Pick<Environment, 'instances'> => ({
    instances: environment.instances.filter(({ settings }) => settings.pauseConsumers?.includes(kind)),
  });
  const { schedules, roles } = consumerNames(pausing('schedule'), readFile);
  const mappings = pausing('mapping').instances.length > 0;
  const { rules } = consumerNames(pausing('rule'), readFile);
  const nothing = !mappings && rules.length === 0 && schedules.length === 0;
  return nothing ? {} : { paused: { mappings, rules, schedules, roles } };
}

/** Nested stacks in nested stacks are followed so deep. */
const DEEPEST = 5;

/** A template that is not here, or cannot be read, may hold anything; also a nested one. */
function mayShift(path: string, files: PolicyFiles, depth = 0): boolean {
  const text = files.readFile(path);
  if (text === undefined) return true;
  try {
    const template = parseTemplate(text, path);
    if (shiftedAliases(template) !== undefined) return true;
    return (
      depth < DEEPEST &&
      nestedFiles(template).some(
        (file) => file === undefined || mayShift(resolve(dirname(path), file), files, depth + 1),
      )
    );
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

async function environmentOf(options: Options, files: PolicyFiles): Promise<Environment | undefined> {
  const { regions, template, environment } = options;
  const stackName = options['stack-name'];
  const config = options.config ?? defaultFile(options, files);
  if (config === undefined && regions === undefined) {
    if (environment === undefined) return undefined;
    throw new UserError('no-configuration', `there is no ${DEFAULT_FILE} with the environment ${environment}`, {
      fix: ['Name the configuration file with config, or leave environment out.'],
    });
  }
  return loadEnvironment({
    directory: resolve(files.cwd),
    readFile: files.readFile,
    requireTemplates: false,
    nameInput: (name) => name,
    inline: {
      ...(regions !== undefined && { regions }),
      ...(stackName !== undefined && { stackName }),
      ...(template !== undefined && { template }),
    },
    ...(config !== undefined && { file: config }),
    ...(environment !== undefined && { environment }),
    ...((options.for === 'preview' || options.for === 'cleanup') && { preview: ANY_PREVIEW }),
  });
}

/** A stack that is named by an option is not one of the configuration. */
function defaultFile(options: Options, { cwd, readFile }: PolicyFiles): string | undefined {
  if (options.regions !== undefined || options['stack-name'] !== undefined) return undefined;
  return readFile(join(cwd, DEFAULT_FILE)) === undefined ? undefined : DEFAULT_FILE;
}

/** SSM parameters that any text in it refers to. */
export function ssmNamesIn(value: unknown): readonly string[] {
  return unique(textsIn(value).flatMap(ssmNames));
}

function ssmNames(text: string): readonly string[] {
  const names = referencesIn(text).flatMap((reference) => (reference.kind === 'ssm' ? [reference.name] : []));
  return names.map((name) => name.replace(/:.*/, ''));
}

/** Every text in a configuration, wherever it stands: references may be in parameters, tags and gates. */
function textsIn(value: unknown, seen = new Set<unknown>()): readonly string[] {
  if (typeof value === 'string') return value.includes('${') ? [value] : [];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.values(value).flatMap((item) => textsIn(item, seen));
}

function unique(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
