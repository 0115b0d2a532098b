import { isAbsolute, join, relative } from 'node:path';
import { UserError } from '../errors.ts';
import { parseTemplate } from '../template/parse.ts';
import { createContext, type ReadFile } from '../topology/context.ts';
import { createFindings } from '../topology/findings.ts';
import { readSamConfig } from '../topology/samconfig.ts';

/** What the folder of an application says of it. */
export interface Sources {
  /** Path of the template, from the folder. */
  readonly template: string;
  /** Of `samconfig.toml`. */
  readonly stackName?: string;
  readonly region?: string;
}

const NAMES = ['template.yaml', 'template.yml', 'template.json'];

/**
 * @param given path of the template, from the folder
 * @throws UserError `template-missing`, or what is wrong with the template or with `samconfig.toml`
 */
export async function readSources(folder: string, given: string | undefined, readFile: ReadFile): Promise<Sources> {
  const findings = createFindings('samconfig.toml');
  const base = { subject: 'samconfig.toml', directory: folder, readFile, findings, note: () => {} };
  const samConfig = await readSamConfig(
    [folder],
    'default',
    false,
    'changeset',
    createContext(base, { kind: 'map', entries: [] }),
  );
  findings.throwIfAny();
  const path = given ?? fromFolder(folder, samConfig?.template) ?? NAMES.find((name) => readFile(join(folder, name)));
  const text = path === undefined ? undefined : readFile(isAbsolute(path) ? path : join(folder, path));
  if (path === undefined || text === undefined) {
    const what = given === undefined ? `no ${NAMES.join(', ')}` : `no ${given}`;
    throw new UserError('template-missing', `there is ${what} in ${folder}`, {
      fix: ['Run it in the folder of your SAM template, or name the template with --template; sam init makes one.'],
    });
  }
  parseTemplate(text, path);
  const { stackName, region } = samConfig ?? {};
  return { template: path, ...(stackName !== undefined && { stackName }), ...(region !== undefined && { region }) };
}

function fromFolder(folder: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : relative(folder, path);
}
