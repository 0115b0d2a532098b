/**
 * GitHub's published OpenAPI description, which the local GitHub API of the tests holds every request and answer
 * against. The npm package that carries it is 385 MB unpacked, so one file of its tarball is taken instead of a dependency.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorText, UserError } from '../src/errors.ts';
import { acquireLock } from './lock.ts';

const run = promisify(execFile);
const CACHE = path.join(path.dirname(import.meta.dirname), '.cache');

const PACKAGE = '@octokit/openapi@23.0.2';
/** As the registry gives it (`npm view @octokit/openapi@23.0.2 dist.integrity`). */
const INTEGRITY = 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==';
const FILE = 'package/generated/api.github.com.json';

/**
 * Path of the description, fetched once through the configured npm registry. Safe to call from several processes at once.
 * @throws UserError when the package cannot be fetched or is not the one that is pinned.
 */
export async function gitHubDescription(): Promise<string> {
  const hash = createHash('sha256').update(`${PACKAGE} ${INTEGRITY}`).digest('hex').slice(0, 12);
  const folder = path.join(CACHE, `github-openapi-${hash}`);
  const file = path.join(folder, path.basename(FILE));
  if (existsSync(file)) return file;
  await mkdir(CACHE, { recursive: true });
  const release = await acquireLock(`${folder}.lock`, () => existsSync(file));
  try {
    if (!existsSync(file)) await fetchInto(folder);
  } finally {
    await release();
  }
  return file;
}

async function fetchInto(folder: string): Promise<void> {
  process.stderr.write(`Fetching GitHub's OpenAPI description (${PACKAGE}) ...\n`);
  const work = await mkdtemp(path.join(CACHE, 'github-openapi-'));
  try {
    const tarball = path.join(work, await pack(work));
    const digest = createHash('sha512')
      .update(await readFile(tarball))
      .digest('base64');
    if (`sha512-${digest}` !== INTEGRITY) {
      throw new UserError('openapi-integrity', `${PACKAGE} is not what is pinned (sha512-${digest})`, {
        fix: ['Look at what the npm registry hands out before you trust it.'],
      });
    }
    await run('tar', ['-xzf', tarball, '-C', work, FILE]);
    await mkdir(folder, { recursive: true });
    await rename(path.join(work, FILE), path.join(folder, path.basename(FILE)));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function pack(folder: string): Promise<string> {
  try {
    const { stdout } = await run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
      timeout: 600_000,
      shell: process.platform === 'win32',
    });
    return stdout.trim().split(/\s+/).at(-1) ?? '';
  } catch (error) {
    throw new UserError('openapi-unavailable', `npm pack ${PACKAGE} failed: ${errorText(error)}`, {
      fix: ['Check that the npm registry can be reached, then run the same command again.'],
    });
  }
}
