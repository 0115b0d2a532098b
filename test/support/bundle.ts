import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/**
 * The bundle of the sources as they are, built once for each state of them: what the end-to-end tests run.
 * `dist/` is the same for the last commit, which is checked apart. Safe to call from several processes.
 */
export async function bundle(): Promise<string> {
  // While one works at it: PRODUCT_FILE=src/main.ts runs the sources, without a build for each change.
  const { PRODUCT_FILE: given } = process.env;
  if (given) return join(root, given);
  const folder = join(root, '.cache', `bundle-${sourceHash()}`);
  const file = join(folder, 'index.js');
  if (existsSync(file)) return file;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  await promisify(execFile)(process.execPath, [ncc, 'build', 'src/main.ts', '-o', fresh, '--transpile-only'], {
    cwd: root,
    maxBuffer: 1 << 24,
  });
  // Another process may have been first: its bundle is the same.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  return file;
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  // Starter workflows are files of the bundle.
  const starters = readdirSync(join(root, 'workflows-templates')).map((name) => join('workflows-templates', name));
  const sources = names.sort().map((name) => join('src', name));
  for (const name of ['package-lock.json', 'tsconfig.json', ...sources, ...starters.sort()]) {
    hash.update(name).update(readFileSync(join(root, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
