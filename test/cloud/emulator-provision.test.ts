import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '..', '..');
let fresh: string;

/** A checkout without any environment made yet. */
beforeAll(async () => {
  fresh = await mkdtemp(path.join(tmpdir(), 'provision-'));
  for (const part of [
    'package.json',
    'scripts/provision.ts',
    'scripts/lock.ts',
    'scripts/github-openapi.ts',
    'src/errors.ts',
    'test/cloud/requirements',
  ]) {
    await cp(path.join(ROOT, part), path.join(fresh, part), { recursive: true });
  }
});
afterAll(() => rm(fresh, { recursive: true }));

function provision(args: readonly string[], env: Record<string, string>) {
  return new Promise<{ status: number | null; stderr: string }>((resolve) => {
    const command = [path.join(fresh, 'scripts', 'provision.ts'), ...args];
    const child = execFile(process.execPath, command, { env }, (_error, _stdout, stderr) =>
      resolve({ status: child.exitCode, stderr }),
    );
  });
}

test('says what is missing when there is no Python', async () => {
  const { status, stderr } = await provision(['emulator'], { PATH: fresh });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'Python 3.10 or newer is needed, but Python was not found in PATH.\n' +
      'Install Python 3.10 or newer, or set PYTHON to its path.\n',
  );
});

test('refuses an environment it does not know', async () => {
  const { status, stderr } = await provision(['emulater'], { PATH: fresh });
  expect([status, stderr]).toEqual([1, expect.stringContaining('Unknown Python environment: emulater.')]);
});

test('lock files pin every package to one version with hashes', async () => {
  for (const name of ['sam', 'emulator', 'lint']) {
    const text = await readFile(path.join(ROOT, 'test', 'cloud', 'requirements', `${name}.txt`), 'utf8');
    const packages = text.split(/\n(?=[a-z])/i).filter((entry) => !entry.startsWith('#'));
    expect(packages.length).toBeGreaterThan(5);
    for (const entry of packages)
      expect(entry).toMatch(/^[a-z0-9._-]+==[^ ]+( ; [^\\]+)? \\\n {4}--hash=sha256:[0-9a-f]{64}/i);
  }
});
