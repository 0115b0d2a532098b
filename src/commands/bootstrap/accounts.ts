import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { ANY_PREVIEW } from '../../preview/any.ts';
import { listEnvironments, loadEnvironment } from '../../topology/index.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { type ChosenProfile, readProfiles, refuseUnknown } from './profiles.ts';

/** Where the bootstrap stack of an account goes: IAM is global, so one region of the account is as good as another. */
export interface AccountPlace {
  /** Undefined: the account of whatever credentials there are. */
  readonly account: string | undefined;
  readonly target: Target;
  /** Undefined: with whatever credentials there are. */
  readonly profile?: ChosenProfile;
}

export interface Accounts {
  readonly application: string;
  /** Names of the environments that were looked at. */
  readonly environments: readonly string[];
  readonly places: readonly AccountPlace[];
}

const DEFAULT_FILE = 'multi-region.yml';

/**
 * The accounts of a configuration, each with the region of its first target there.
 * @throws UserError what is wrong with the configuration, `config-missing`, `unknown-account`, and what
 * {@link readProfiles} throws
 */
export async function findAccounts(options: Options, context: RunContext): Promise<Accounts> {
  const file = options.config ?? DEFAULT_FILE;
  const request = { directory: context.cwd, readFile: context.readFile, file, requireTemplates: false };
  const names = options.environment === undefined ? await listEnvironments(request) : [options.environment];
  const environments: Environment[] = await Promise.all(
    names.map((environment) => loadEnvironment({ ...request, environment })),
  );
  environments.push(...(await previewOf(request)));
  const firsts = new Map<string | undefined, Target>();
  for (const { instances } of environments)
    for (const { target } of instances) if (!firsts.has(target.account)) firsts.set(target.account, target);
  const accounts = [...firsts.keys()].filter((account) => account !== undefined);
  const profileOf = readProfiles(options.profile, accounts);
  for (const account of options.accounts ?? []) refuseUnknown(account, accounts);
  const places = [...firsts].map(([account, target]): AccountPlace => {
    const profile = profileOf(target);
    return { account, target: reachable(target, profile, options), ...(profile !== undefined && { profile }) };
  });
  return {
    application: environments[0]?.application ?? '',
    environments: names,
    places: places.filter(({ account }) => options.accounts?.includes(account ?? '') ?? true),
  };
}

/** Previews may have accounts of their own. */
async function previewOf(request: Parameters<typeof loadEnvironment>[0]): Promise<readonly Environment[]> {
  try {
    return [await loadEnvironment({ ...request, preview: ANY_PREVIEW })];
  } catch (error) {
    if (error instanceof UserError && error.code === 'no-preview') return [];
    throw error;
  }
}

/** With the credentials of the person who runs it: the role of the configuration is what is to be made. */
function reachable(target: Target, profile: ChosenProfile | undefined, options: Options): Target {
  const { 'role-to-assume': role } = options;
  return {
    ...target,
    name: target.account ?? 'this account',
    credentials: {
      source: profile === undefined ? 'auto' : 'profile',
      ...(profile !== undefined && { profile: profile.name }),
      ...(role !== undefined && { role }),
    },
  };
}

/** Content of the template, with its path as the user wrote it. */
export function readBootstrap(options: Options, context: RunContext): { readonly path: string; readonly text: string } {
  const path = options['bootstrap-template'] ?? 'bootstrap.yaml';
  const text = context.readFile(join(context.cwd, path));
  if (text !== undefined) return { path, text };
  throw new UserError('bootstrap-missing', `there is no ${path}`, {
    fix: [
      'Run `sam-multi-region init` first: it writes one for the configuration. Or name it with bootstrap-template.',
    ],
  });
}
