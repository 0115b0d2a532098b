import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const { LOCAL_ARTIFACTS: store, GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: output } = process.env;
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
// The real one refuses these in names of artifacts.
if (/["<>|*?:\r\n\\/]/.test(input('name'))) throw new Error(`"${input('name')}" is no name for an artifact`);
const source = resolve(workspace, input('path'));
if (!existsSync(source)) {
  if (input('if-no-files-found') === 'error') throw new Error(`no files were found at ${input('path')}`);
  process.exit(0);
}
const id = String(1000 + readdirSync(store).length);
const target = join(store, `${id} ${input('name')}`);
mkdirSync(target);
const hidden = (path) => input('include-hidden-files') !== 'true' && basename(path).startsWith('.');
if (statSync(source).isDirectory())
  cpSync(source, target, { recursive: true, filter: (path) => path === source || !hidden(path) });
else cpSync(source, join(target, basename(source)));
appendFileSync(output, `artifact-id=${id}\n`);
