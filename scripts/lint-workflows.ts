/** zizmor and actionlint over our workflows, the action and the starter workflows; fails on any finding. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { provision } from './provision.ts';

const root = join(import.meta.dirname, '..');
const { bin } = await provision('lint');
const folders = ['.github/workflows', 'workflows-templates'].filter((folder) => existsSync(join(root, folder)));
const workflows = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name)),
);
run('zizmor', ['--offline', '--persona', 'pedantic', '--no-progress', 'action.yml', 'run/action.yml', ...workflows]);
run('actionlint', ['-no-color', ...workflows]);

function run(tool: string, args: readonly string[]): void {
  const { status, error } = spawnSync(join(bin, tool), args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) console.error(`${tool}: ${error.message}`);
  if (status !== 0) process.exitCode = 1;
}
