import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { version } from '../../src/version.ts';
import { bundle } from '../support/bundle.ts';
import { gitApp } from '../support/git-app.ts';

const root = join(import.meta.dirname, '../..');
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const FILES = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'multi-region.schema.json',
  'dr-plan.schema.json',
  'failover-report.schema.json',
  'drill-report.schema.json',
  'scripts/write-release.ts',
];

let folder = '';
let command = '';

function run(file: string, args: readonly string[], cwd: string): string {
  const PATH = [join(root, 'node_modules/.bin'), process.env['PATH']].join(':');
  return execFileSync(file, args, {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { PATH, HOME: folder, GITHUB_SHA: COMMIT },
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  const source = join(folder, 'source');
  for (const name of FILES) cpSync(join(root, name), join(source, name));
  const { PRODUCT_FILE: _, ...rest } = process.env;
  process.env = rest;
  cpSync(dirname(await bundle()), join(source, 'dist'), { recursive: true });
  run('npm', ['pack', '--pack-destination', folder], source);
  const user = join(folder, 'user');
  mkdirSync(user);
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, `sam-multi-region-${version}.tgz`)],
    user,
  );
  command = join(user, 'node_modules/.bin/sam-multi-region');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the package brings all it needs, and nothing of its tests', () => {
  const installed = join(folder, 'user/node_modules');
  expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['sam-multi-region']);
  expect(readdirSync(join(installed, 'sam-multi-region')).sort()).toEqual(
    [...FILES.filter((name) => !name.includes('/')), 'dist', 'release.json'].sort(),
  );
});

test('the installed command says who it is', () => {
  expect(run(command, ['--version'], folder)).toBe(`${version}\n`);
  expect(run(command, ['--help'], folder)).toContain('sam-multi-region COMMAND');
});

test('the installed command writes workflows that are pinned to the commit of its release', () => {
  using app = gitApp();
  run(command, ['init', '--regions', 'eu-west-1', '--accounts', '111111111111'], app.folder);
  expect(app.read('.github/workflows/deploy.yml')).toContain(`@${COMMIT} # v${version}\n`);
});
