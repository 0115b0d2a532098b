/**
 * The program that runs GitHub's workflow files on this machine, built once with Go.
 *
 *     npx node scripts/provision-act.ts
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorText, UserError } from '../src/errors.ts';
import { acquireLock } from './lock.ts';

const run = promisify(execFile);
const ROOT = path.dirname(import.meta.dirname);

/** Pinned: Go checks what it downloads against its checksum database. */
const MODULE = 'github.com/nektos/act';
const VERSION = 'v0.2.89';

/**
 * Path of `act` in a folder; builds it unless it is there already (two minutes), and says so on stderr.
 * @throws UserError `go-missing`, `act-not-built`
 */
export async function provisionAct(folder = path.join(ROOT, '.cache', `act-${VERSION}`)): Promise<string> {
  const file = path.join(folder, 'act');
  if (existsSync(file)) return file;
  await mkdir(path.dirname(folder), { recursive: true });
  const release = await acquireLock(`${folder}.lock`, () => existsSync(file));
  try {
    if (!existsSync(file)) await build(folder);
  } finally {
    await release();
  }
  return file;
}

async function build(folder: string): Promise<void> {
  const go = process.env['GO'] || 'go';
  const version = await run(go, ['version']).catch(() => undefined);
  if (version === undefined) {
    throw new UserError('go-missing', `Go builds act, which runs the workflows, and ${go} was not found.`, {
      fix: ['Install Go (https://go.dev/doc/install), or set GO to its path; it is needed once.'],
    });
  }
  const started = Date.now();
  process.stderr.write(`Building act ${VERSION} with ${version.stdout.trim()} ...\n`);
  const fresh = `${folder}.${process.pid}`;
  try {
    await run(go, ['install', `${MODULE}@${VERSION}`], { env: { ...process.env, GOBIN: fresh }, maxBuffer: 1 << 24 });
    await rename(fresh, folder);
  } catch (error) {
    throw new UserError('act-not-built', `act could not be built: ${errorText(error)}`, {
      fix: ['Check that the Go module proxy can be reached, then run the same command again.'],
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  process.stderr.write(`act is ready (${Math.round((Date.now() - started) / 1000)} s).\n`);
}

if (import.meta.main) {
  try {
    console.log(`act: ${await provisionAct()}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${[error.message, ...error.fix].join('\n')}\n`);
    process.exitCode = 1;
  }
}
