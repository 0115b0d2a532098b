import { join } from 'node:path';
import { type UserError, UserErrors } from '../../../src/errors.ts';
import { type LoadOptions, loadEnvironment } from '../../../src/topology/index.ts';
import type { Environment, StackInstance } from '../../../src/topology/model.ts';

export type Files = Readonly<Record<string, string>>;

/** Templates every test may name. */
const TEMPLATES: Files = {
  'template.yaml': 'Resources: {}',
  'data.yaml': 'Resources: {}',
  'edge.yaml': 'Resources: {}',
};

/** A folder of files that exist only here. */
export function folder(files: Files): Pick<LoadOptions, 'directory' | 'readFile'> {
  const known = new Map(Object.entries(files).map(([name, text]) => [join('/app', name), text] as const));
  return { directory: '/app', readFile: (path) => known.get(path) };
}

export function load(config: string, options: Partial<LoadOptions> = {}, files: Files = {}): Promise<Environment> {
  return loadEnvironment({
    ...folder({ ...TEMPLATES, ...files, 'multi-region.yml': config }),
    file: 'multi-region.yml',
    ...options,
  });
}

export function loadInline(
  inline: LoadOptions['inline'],
  options: Partial<LoadOptions> = {},
  files: Files = {},
): Promise<Environment> {
  return loadEnvironment({ ...folder({ ...TEMPLATES, ...files }), ...options, ...(inline && { inline }) });
}

/** The errors of a refused configuration, in order. */
export async function errorsOf(loading: Promise<unknown>): Promise<readonly UserError[]> {
  try {
    await loading;
  } catch (error) {
    if (error instanceof UserErrors) return error.errors;
    if (error instanceof Error && error.name === 'UserError') return [error as UserError];
    throw error;
  }
  throw new Error('it was accepted');
}

export function instance(environment: Environment, id: string): StackInstance {
  const found = environment.instances.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no ${id} among ${environment.instances.map((candidate) => candidate.id).join(', ')}`);
  return found;
}

/** Texts of the parameters of an instance. */
export function parametersOf(environment: Environment, id: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(instance(environment, id).settings.parameters).map(([name, { text }]) => [name, text]),
  );
}
