import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const { LOCAL_ARTIFACTS: store, GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: output } = process.env;
const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? '';
const name = input('name');
// The real one refuses these in names of artifacts.
if (name === '' || /["<>|*?:\r\n\\/]/.test(name)) throw new Error(`"${name}" is no name for an artifact`);
const source = resolve(workspace, input('path'));
if (!existsSync(source)) {
  if (input('if-no-files-found') === 'error') throw new Error(`no files were found at ${input('path')}`);
  process.exit(0);
}
// A run has one artifact of a name, over all its attempts.
for (const entry of readdirSync(store).filter((each) => each.slice(each.indexOf(' ') + 1) === name)) {
  if (input('overwrite') !== 'true') throw new Error(`(409) Conflict: the workflow run has an artifact "${name}"`);
  rmSync(join(store, entry), { recursive: true });
}
// Jobs run side by side: each makes up an id that nobody else has.
const id = String(process.hrtime.bigint());
const target = join(store, `${id} ${name}`);
mkdirSync(target);
const hidden = (path) => input('include-hidden-files') !== 'true' && basename(path).startsWith('.');
if (statSync(source).isDirectory())
  cpSync(source, target, { recursive: true, filter: (path) => path === source || !hidden(path) });
else cpSync(source, join(target, basename(source)));
// A store that does not give back what it got.
if (process.env.SPOIL_ARTIFACT) appendFileSync(join(target, process.env.SPOIL_ARTIFACT), 'x');
appendFileSync(output, `artifact-id=${id}\n`);
