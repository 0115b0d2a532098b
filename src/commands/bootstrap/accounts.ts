import { join } from 'node:path';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { ANY_PREVIEW } from '../../preview/any.ts';
import { listEnvironments, loadEnvironment } from '../../topology/index.ts';
import type { Environment, Target } from '../../topology/model.ts';

/** Where the bootstrap stack of an account goes: IAM is global, so one region of the account is as good as another. */
export interface AccountPlace {
  /** Undefined: the account of whatever credentials there are. */
  readonly account: string | undefined;
  readonly target: Target;
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
 * @throws UserError what is wrong with the configuration, `config-missing`, `unknown-account`
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
  const places = [...firsts].map(([account, target]) => ({ account, target: reachable(target, options) }));
  return {
    application: environments[0]?.application ?? '',
    environments: names,
    places: chosen(places, options.accounts),
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

function chosen(places: readonly AccountPlace[], accounts: Options['accounts']): readonly AccountPlace[] {
  for (const account of accounts ?? []) {
    if (places.some((place) => place.account === account)) continue;
    const known = places.flatMap((place) => place.account ?? []);
    throw new UserError('unknown-account', `${account} is no account of the configuration`, {
      fix: [`Its accounts are ${known.join(', ')}.`],
    });
  }
  return accounts === undefined ? places : places.filter(({ account }) => accounts.includes(account ?? ''));
}

/** With the credentials of the person who runs it: the role of the configuration is what is to be made. */
function reachable(target: Target, options: Options): Target {
  const { profile, 'role-to-assume': role } = options;
  return {
    ...target,
    name: target.account ?? 'this account',
    credentials: {
      source: profile === undefined ? 'auto' : 'profile',
      ...(profile !== undefined && { profile }),
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
