import { join } from 'node:path';
import { accountOfArn } from '../aws/credentials/role-arn.ts';
import type { RunContext } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import { formatDuration, type InlineSettings, loadEnvironment } from '../topology/index.ts';
import type { Environment, Target } from '../topology/model.ts';
import { didYouMean } from '../topology/nearest.ts';
import type { PreviewRequest } from '../topology/preview.ts';
import { withTargets } from '../topology/restrict.ts';
import { withRole } from '../topology/role-override.ts';

const DEFAULT_FILE = 'multi-region.yml';
/** How the topology marks a note that needs somebody's eye. */
const WARNING = 'warning: ';

export interface ChosenEnvironment {
  /** Cut down to the chosen targets. */
  readonly environment: Environment;
  /** With all its targets: references may point anywhere. */
  readonly whole: Environment;
  /** Targets that `without` leaves out: nothing calls them. */
  readonly excluded: ReadonlySet<string>;
}

/**
 * The environment that the options mean.
 * @param needs `templates: false`: what is done needs no sources. Default: they are needed unless a release is named.
 * `preview`: that of a pull request instead of one that is written
 */
export async function environmentOf(
  options: Options,
  context: RunContext,
  needs: { readonly templates: boolean; readonly preview?: PreviewRequest } = {
    templates: options.release === undefined,
  },
): Promise<ChosenEnvironment> {
  const file = options.config ?? defaultFile(options, context);
  const configured = await loadEnvironment({
    directory: context.cwd,
    readFile: context.readFile,
    inline: inlineSettings(options),
    requireTemplates: needs.templates,
    nameInput: context.nameOption,
    ...(file !== undefined && { file }),
    ...(options.environment !== undefined && { environment: options.environment }),
    ...(needs.preview !== undefined && { preview: needs.preview }),
  });
  const role = options['role-override'];
  const environment = role === undefined ? configured : withRole(configured, role, context.nameOption('role-override'));
  if (options['mask-aws-account-id']) hideAccounts(environment, context);
  for (const note of environment.notes) {
    const warning = note.startsWith(WARNING);
    context.report({
      type: 'note',
      level: warning ? 'warning' : 'info',
      text: warning ? note.slice(WARNING.length) : note,
    });
  }
  const excluded = namedTargets(environment, options.without ?? [], 'without');
  context.aws.leaveOut({ targets: excluded, regions: regionsLeftOut(environment, excluded) });
  return { environment: restrict(environment, options), whole: environment, excluded };
}

/** Regions in which no target is left: what the environment once had there is not asked either. */
function regionsLeftOut({ targets }: Environment, excluded: ReadonlySet<string>): ReadonlySet<string> {
  const kept = new Set(targets.filter(({ name }) => !excluded.has(name)).map(({ region }) => region));
  return new Set(targets.map(({ region }) => region).filter((region) => !kept.has(region)));
}

/** Accounts as the configuration and the role ARNs name them; those of ambient credentials are hidden when they are proven. */
function hideAccounts({ targets }: Environment, context: RunContext): void {
  for (const { account, credentials } of targets) {
    const roles = [credentials.role, ...(credentials.via ?? [])].map((role) => accountOfArn(role));
    for (const id of [account, ...roles]) if (id !== undefined) context.hide(id);
  }
}

function defaultFile(options: Options, context: RunContext): string | undefined {
  if (options.regions !== undefined) return undefined;
  return context.readFile(join(context.cwd, DEFAULT_FILE)) === undefined ? undefined : DEFAULT_FILE;
}

function inlineSettings(options: Options): InlineSettings {
  const credentials = {
    ...(options.profile !== undefined && { profile: options.profile }),
    ...(options['role-via'] !== undefined && { via: options['role-via'] }),
    ...(options['external-id'] !== undefined && { externalId: options['external-id'] }),
    ...(options['role-duration'] !== undefined && { duration: formatDuration(options['role-duration']) }),
    ...(options.audience !== undefined && { audience: options.audience }),
  };
  return {
    ...(Object.keys(credentials).length > 0 && { credentials }),
    ...(options.regions !== undefined && { regions: options.regions }),
    ...(options['role-to-assume'] !== undefined && { roleToAssume: options['role-to-assume'] }),
    ...(options['stack-name'] !== undefined && { stackName: options['stack-name'] }),
    ...(options.template !== undefined && { template: options.template }),
    ...(options.sequential && { waves: 'sequential' as const }),
    ...(options['max-concurrency'] !== undefined && { maxConcurrency: options['max-concurrency'] }),
    ...(options['failure-tolerance'] !== undefined && { failureTolerance: options['failure-tolerance'] }),
    ...(options.engine !== undefined && { engine: options.engine }),
    ...(options['in-region'] !== undefined && { inRegion: options['in-region'] }),
    ...(options['config-env'] !== undefined && { configEnv: options['config-env'] }),
    ...(options.parameters !== undefined && {
      parameters: options.parameters.values,
      parameterFiles: options.parameters.files.map((path) => `file:${path}`),
    }),
    ...(options.tags !== undefined && { tags: options.tags.values }),
    ...(options.capabilities !== undefined && { capabilities: options.capabilities }),
    ...(options['missing-parameters'] !== undefined && { missingParameters: options['missing-parameters'] }),
    ...(options['service-role'] !== undefined && { serviceRole: options['service-role'] }),
    ...(options['disable-rollback'] !== undefined && { disableRollback: options['disable-rollback'] }),
    ...(options.timeout !== undefined && { timeout: formatDuration(options.timeout) }),
    ...(options['artifact-bucket'] !== undefined && { artifactBucket: options['artifact-bucket'] }),
  };
}

/** Keeps the targets named by `targets` and leaves out those named by `without`: by their own name, their region or a group. */
export function restrict(environment: Environment, options: Pick<Options, 'targets' | 'without'>): Environment {
  const included = options.targets === undefined ? undefined : namedTargets(environment, options.targets, 'targets');
  const excluded = namedTargets(environment, options.without ?? [], 'without');
  if (included === undefined && excluded.size === 0) return environment;
  const keep = (name: string): boolean => (included?.has(name) ?? true) && !excluded.has(name);
  const rest = withTargets(environment, keep);
  if (rest.phases.length === 0) {
    throw new UserError('no-targets', `no target of ${environment.name} is left`, {
      fix: ['Check targets and without.'],
    });
  }
  return rest;
}

function namedTargets(environment: Environment, names: readonly string[], option: string): ReadonlySet<string> {
  const matches = (target: Target, name: string): boolean =>
    target.name === name || target.region === name || target.groups.includes(name);
  for (const name of names) {
    if (environment.targets.some((target) => matches(target, name))) continue;
    const known = environment.targets.map((target) => target.name);
    throw new UserError('unknown-target', `${option} names ${name}, which is no target of ${environment.name}`, {
      fix: [didYouMean(name, known)],
    });
  }
  return new Set(
    environment.targets.filter((target) => names.some((name) => matches(target, name))).map(({ name }) => name),
  );
}
