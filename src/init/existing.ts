import { join } from 'node:path';
import type { Options } from '../options/values.ts';
import type { ReadFile } from '../topology/context.ts';
import { listEnvironments, loadEnvironment } from '../topology/index.ts';
import type { Environment } from '../topology/model.ts';

/** A configuration that is there already. */
export interface Existing {
  readonly environment: Environment;
  /** Names of all environments. */
  readonly environments: readonly string[];
}

/** Options that say what the configuration says: with one of them another configuration is meant. */
const SAID_THERE = ['application', 'regions', 'accounts', 'stack-name', 'template'] as const;

/**
 * The configuration of the folder, when there is one and the options do not say another.
 * @throws UserError what is wrong with it
 */
export async function findExisting(
  options: Options,
  folder: string,
  file: string,
  readFile: ReadFile,
): Promise<Existing | undefined> {
  if (readFile(join(folder, file)) === undefined || SAID_THERE.some((name) => options[name] !== undefined)) {
    return undefined;
  }
  const request = { directory: folder, readFile, file };
  const environments = await listEnvironments(request);
  const [first = ''] = environments;
  const name = options.environment ?? first;
  return {
    environment: await loadEnvironment({ ...request, environment: name, requireTemplates: false }),
    environments,
  };
}
