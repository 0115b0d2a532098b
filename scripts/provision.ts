/**
 * What tests, demo and bench need besides npm packages: Python environments, made from hash-pinned lock files, and
 * GitHub's OpenAPI description.
 *
 *     npx node scripts/provision.ts [sam] [emulator] [lint] [github]
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorText, UserError } from '../src/errors.ts';
import { gitHubDescription } from './github-openapi.ts';
import { acquireLock } from './lock.ts';

const run = promisify(execFile);
const ROOT = path.dirname(import.meta.dirname);
const LOCK_FILES = path.join(ROOT, 'test', 'cloud', 'requirements');

/** `sam`: the SAM CLI. `emulator`: the local AWS. `lint`: checks of workflows and templates. */
export type EnvironmentName = 'sam' | 'emulator' | 'lint';

/** Oldest Python (3.x) for which the lock file of an environment resolves. */
const OLDEST_MINOR: Readonly<Record<EnvironmentName, number>> = { sam: 10, emulator: 10, lint: 11 };

export interface PythonEnvironment {
  /** Folder with the executables (`sam`, `cfn-lint`, ...): put it first in PATH. */
  readonly bin: string;
  /** The interpreter of the environment. */
  readonly python: string;
}

/**
 * Makes the environment unless it is there already, and says so on stderr. Its folder in `.cache/` carries the
 * hash of the lock file, so a changed lock file makes a new one. Safe to call from several processes at once.
 * @throws UserError when Python is missing or too old, or when the packages cannot be installed.
 */
export async function provision(name: EnvironmentName): Promise<PythonEnvironment> {
  const lockFile = path.join(LOCK_FILES, `${name}.txt`);
  const hash = createHash('sha256')
    .update(await readFile(lockFile))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(ROOT, '.cache', `venv-${name}-${hash}`);
  const bin = path.join(folder, 'bin');
  const environment = { bin, python: path.join(bin, 'python') };
  const isComplete = () => existsSync(path.join(folder, '.complete')) && existsSync(environment.python);
  if (isComplete()) return environment;

  await mkdir(path.dirname(folder), { recursive: true });
  const release = await acquireLock(`${folder}.lock`, isComplete);
  try {
    if (!isComplete()) await build(name, lockFile, folder);
  } finally {
    await release();
  }
  return environment;
}

async function build(name: EnvironmentName, lockFile: string, folder: string): Promise<void> {
  const python = await findPython(OLDEST_MINOR[name]);
  const started = Date.now();
  process.stderr.write(`Preparing the Python environment "${name}" in ${path.relative(ROOT, folder)} ...\n`);
  await rm(folder, { recursive: true, force: true });
  try {
    await run(python, ['-m', 'venv', folder]);
  } catch (error) {
    throw new UserError('python-venv-missing', `${python} cannot make a virtual environment: ${errorText(error)}`, {
      fix: ['Install the venv module of Python (on Debian and Ubuntu: apt-get install python3-venv).'],
    });
  }
  const cache = path.join(ROOT, '.cache', 'pip');
  const pip = [
    '-m',
    'pip',
    'install',
    '--require-hashes',
    '--no-deps',
    '--disable-pip-version-check',
    '--no-input',
    '--quiet',
  ];
  await install(path.join(folder, 'bin', 'python'), [...pip, '--cache-dir', cache, '-r', lockFile]);
  await writeFile(path.join(folder, '.complete'), '');
  process.stderr.write(`Python environment "${name}" is ready (${Math.round((Date.now() - started) / 1000)} s).\n`);
}

/** Runs pip with its messages on our stderr: stdout belongs to the program that called. Lock files are complete, hence --no-deps. */
async function install(python: string, args: readonly string[]): Promise<void> {
  const child = spawn(python, args, { stdio: ['ignore', 2, 2] });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status === 0) return;
  throw new UserError('python-packages-failed', `pip ended with status ${status} (its messages are above).`, {
    fix: ['Check that the Python package index can be reached, then run the same command again.'],
  });
}

async function findPython(oldestMinor: number): Promise<string> {
  const candidates = [process.env.PYTHON, 'python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
  const seen: string[] = [];
  for (const candidate of candidates) {
    if (!candidate) continue;
    const found = await run(candidate, ['-c', 'import sys; print(*sys.version_info[:2], sys.executable)']).catch(
      () => null,
    );
    const [major, minor, ...executable] = found?.stdout.trim().split(' ') ?? [];
    if (major === '3' && Number(minor) >= oldestMinor) return executable.join(' ');
    if (major) seen.push(`${candidate} is ${major}.${minor}`);
  }
  const what = seen.length > 0 ? `is too old (${seen.join(', ')})` : 'was not found in PATH';
  throw new UserError('python-missing', `Python 3.${oldestMinor} or newer is needed, but Python ${what}.`, {
    fix: [`Install Python 3.${oldestMinor} or newer, or set PYTHON to its path.`],
  });
}

if (import.meta.main) {
  const known: readonly EnvironmentName[] = ['sam', 'emulator', 'lint'];
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => name !== 'github' && !known.some((each) => each === name));
  try {
    if (unknown.length > 0) {
      throw new UserError('unknown-environment', `Unknown Python environment: ${unknown.join(', ')}.`, {
        fix: [`Name any of ${known.join(', ')}, github; without a name, sam and emulator are made.`],
      });
    }
    const wanted = asked.length > 0 ? asked : ['sam', 'emulator'];
    for (const name of known.filter((each) => wanted.includes(each))) {
      console.log(`${name}: ${(await provision(name)).bin}`);
    }
    if (wanted.includes('github')) console.log(`github: ${await gitHubDescription()}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${[error.message, ...error.fix].join('\n')}\n`);
    process.exitCode = 1;
  }
}
