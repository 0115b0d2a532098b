import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { starterNames } from '../../src/init/starters.ts';
import { type GitApp, gitApp } from '../support/git-app.ts';
import { lint } from '../support/lint-tools.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';

const PIN = '0123456789abcdef0123456789abcdef01234567';
const PLACES = ['--regions', 'eu-west-1,eu-central-1', '--accounts', '111111111111'];
const GIVEN = [...PLACES, '--pin', PIN];
const ALL = ['--workflows', starterNames.join()];

let app: GitApp;

beforeEach(() => {
  app = gitApp();
});
afterEach(() => {
  app[Symbol.dispose]();
});

const init = (...args: readonly string[]): Promise<ProductRun> =>
  runCli(['init', ...args], { cwd: app.folder, env: {}, withSam: false });

function files(): readonly string[] {
  return readdirSync(app.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git/') && !entry.parentPath.endsWith('.git'))
    .map((entry) => join(entry.parentPath, entry.name).slice(app.folder.length + 1))
    .sort();
}

test('all that it writes passes our own checks and those of others', async () => {
  const { exitCode, stderr } = await init(...GIVEN, ...ALL);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const workflows = starterNames.map((name) => `.github/workflows/${name}.yml`);
  expect(files()).toEqual([...workflows, 'bootstrap.yaml', 'multi-region.yml', 'template.yaml'].sort());
  const policy = await runCli(['policy', 'deploy'], { cwd: app.folder, env: {}, withSam: false });
  expect(policy.stdout).toContain('stack/orders/*');
  expect(await lint('actionlint', ['-no-color', ...workflows], app.folder)).toBe('');
  expect(await lint('zizmor', ['--offline', '--no-progress', '--persona', 'regular', ...workflows], app.folder)).toBe(
    '',
  );
  expect(await lint('cfn-lint', ['bootstrap.yaml'], app.folder)).toBe('');
  const uses = workflows.flatMap((path) => app.read(path)?.match(/uses: .*/g) ?? []);
  expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d/.test(line))).toEqual([]);
  expect(uses.filter((line) => line.includes('sam-multi-region/sam-multi-region'))).not.toEqual([]);
});

test('what is there is never touched: it is shown how it differs, and the status is 1', async () => {
  app.write('multi-region.yml', 'application: other\n');
  const { exitCode, stdout } = await init(...GIVEN);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('-application: other\n');
  expect(stdout).toContain('+application: orders\n');
  expect(app.read('multi-region.yml')).toBe('application: other\n');
  expect(app.read('.github/workflows/deploy.yml')).toContain('environment: prod');
});
