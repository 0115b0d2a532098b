import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundle } from '../../support/bundle.ts';
import { rewriteWorkflow, type Surroundings, type Workflow } from './rewrite.ts';

const root = join(import.meta.dirname, '../../..');
/** Actions of others that run as a stand-in; `actions/checkout` is act's own. */
const STAND_INS = join(import.meta.dirname, '../actions');
const OF_ACT = new Set(['actions/checkout']);

/** What `uses: OWNER/REPO/…@REF` of this project means in the runs. */
export const OURS = 'sam-multi-region/sam-multi-region';

/**
 * This repository in `folder` as act can run it: the action with the bundle of the sources as they are, and the rewritten
 * workflows.
 */
export async function makeLibrary(folder: string, surroundings: Omit<Surroundings, 'file'>): Promise<void> {
  const workflows = join(folder, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  for (const file of ['action.yml', 'run/action.yml'])
    cpSync(join(root, file), join(folder, file), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.js'), `await import(${JSON.stringify(await bundle())});\n`);
  const source = join(root, '.github/workflows');
  for (const file of readdirSync(source)) {
    const text = readFileSync(join(source, file), 'utf8');
    const { on } = parse(text) as { readonly on: object };
    // Our own CI is called by nobody.
    if (!('workflow_call' in on)) continue;
    writeFileSync(join(workflows, file), rewriteWorkflow(text, { ...surroundings, file }));
  }
}

/** `--local-repository` for every action and workflow that the files in these folders name. */
export function localRepositories(folders: readonly string[], library: string): readonly string[] {
  const named = new Set(folders.flatMap((folder) => readdirSync(folder).flatMap((file) => usedBy(join(folder, file)))));
  return [...named].flatMap((uses) => {
    const [path = '', reference = ''] = uses.split('@');
    const repository = path.split('/').slice(0, 2).join('/');
    if (repository === OURS) return [`${repository}@${reference}=${library}`];
    if (OF_ACT.has(repository)) return [];
    const [owner, name = ''] = repository.split('/');
    if (owner === 'actions' && readdirSync(STAND_INS).includes(name))
      return [`${repository}@${reference}=${join(STAND_INS, name)}`];
    // Without this act would fetch it from GitHub.
    throw new Error(`${uses} has no stand-in in test/workflows/actions`);
  });
}

function usedBy(file: string): readonly string[] {
  const { jobs } = parse(readFileSync(file, 'utf8')) as Workflow;
  return Object.values(jobs)
    .flatMap((job) => [job, ...(job.steps ?? [])])
    .flatMap(({ uses }) => (uses === undefined || uses.startsWith('./') ? [] : [uses]));
}
