import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { version } from '../../src/version.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type LocalGitHub, startGitHub } from '../github/index.ts';
import type { ActRun } from './support/log.ts';
import { type Registry, startRegistry } from './support/registry.ts';
import { makeRepository, type Repository } from './support/repository.ts';
import { results } from './support/room.ts';
import { runAct } from './support/run-act.ts';

const root = join(import.meta.dirname, '../..');
/** What the release workflow and the package need of this repository. */
const FILES = [
  ...['.github/workflows/release.yml', '.node-version', 'LICENSE', 'README.md', 'action.yml', 'dist'],
  ...['multi-region.schema.json', 'scripts/check-release.ts', 'scripts/write-release.ts', 'src/version.ts'],
];
const TAG = `refs/tags/v${version}`;
const MAJOR = `refs/tags/v${version.split('.')[0]}`;

let cloud: Cloud;
let gitHub: LocalGitHub;
let registry: Registry;
let repository: Repository;
let outside = '';
let commit = '';

beforeAll(async () => {
  [cloud, gitHub, registry] = await Promise.all([
    startCloud({ regions: ['eu-west-1'] }),
    startGitHub({ repository: { owner: 'octo', name: 'orders' } }),
    startRegistry({ repository: 'octo/orders', workflow: 'release.yml', environment: 'release' }),
  ]);
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  execFileSync('git', ['init', '--quiet', '--bare', join(outside, 'octo/orders.git')]);
  mkdirSync(join(outside, 'bin'));
  const gh = join(outside, 'bin/gh');
  writeFileSync(gh, `#!/bin/sh\nexec node ${join(import.meta.dirname, 'support/gh.mjs')} "$@"\n`);
  chmodSync(gh, 0o755);
  repository = makeRepository();
  for (const file of FILES) cpSync(join(root, file), join(repository.folder, file), { recursive: true });
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  const { publishConfig, ...manifest } = JSON.parse(read('package.json'));
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
  // A provenance statement is signed by a service of Sigstore.
  repository.write('package.json', JSON.stringify({ ...manifest, publishConfig: { access: 'public' } }));
  repository.write(
    'CHANGELOG.md',
    read('CHANGELOG.md').replace('## Unreleased', `## ${version}\n\n- All of it.\n\n## Before`),
  );
  repository.write('.ci/run', 'exit 0\n');
  commit = repository.commit('first');
});
beforeEach(() => expect(gitHub.problems).toEqual([]));
afterAll(async () => {
  repository[Symbol.dispose]();
  rmSync(outside, { recursive: true });
  await Promise.all([cloud.stop(), gitHub.close(), registry[Symbol.asyncDispose]()]);
});

let runs = 1;
let attempts = 0;

function release(asked = version, env: Readonly<Record<string, string>> = {}): Promise<ActRun> {
  attempts += 1;
  return runAct({
    cloud,
    gitHub,
    repository,
    workflow: 'release.yml',
    event: 'workflow_dispatch',
    payload: { inputs: { version: asked } },
    runId: runs,
    attempt: attempts,
    artifacts: join(outside, 'artifacts', String(runs)),
    programs: [join(outside, 'bin')],
    env: {
      npm_config_registry: registry.url,
      LOCAL_RELEASES: join(outside, 'releases'),
      // `git ls-remote` asks a folder in place of GitHub.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${outside}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/',
      ...env,
    },
  });
}

/** The next run is another one, not a re-run. */
function newRun(): void {
  runs += 1;
  attempts = 0;
}

const released = () => join(outside, 'releases', `v${version}`);
/** What the git server and the API of GitHub know is the same there, and here only with this. */
const push = (...refs: readonly string[]) =>
  execFileSync('git', ['push', '--quiet', `file://${outside}/octo/orders.git`, ...refs], { cwd: repository.folder });

describe('a release is not made', () => {
  test('of a version that the sources do not have', async () => {
    const run = await release('99.0.0');
    expect(results(run)).toEqual({ pack: 'failure' });
    expect(run.log).toContain(`change both to 99.0.0`);
  });

  test('while a check fails', async () => {
    repository.write('.ci/run', 'echo 1 passed, 1 failed; exit 1\n');
    const run = await release();
    repository.write('.ci/run', 'exit 0\n');
    expect(results(run)).toEqual({ pack: 'failure' });
    expect([run.artifacts, existsSync(released()), registry.published.size]).toEqual([{}, false, 0]);
  });

  test('while dist is not what the sources build', async () => {
    const bundled = ['src', 'templates', 'workflows-templates', 'tsconfig.json', 'scripts/check-dist.ts'];
    for (const file of bundled) cpSync(join(root, file), join(repository.folder, file), { recursive: true });
    repository.write('dist/planted.js', 'process.exit();\n');
    // The line of `.ci/run` that looks at it; the tests that it runs would run this one.
    repository.write('.ci/run', `ln -s ${join(root, 'node_modules')} node_modules && node scripts/check-dist.ts\n`);
    const run = await release();
    repository.write('.ci/run', 'exit 0\n');
    rmSync(join(repository.folder, 'dist/planted.js'));
    expect(results(run)).toEqual({ pack: 'failure' });
    expect(run.log).toMatch(/dist\/ is out of step with src\/ \(.*\bplanted\.js/);
    expect([run.artifacts, existsSync(released())]).toEqual([{}, false]);
  });

  test('of files that are not those that were packed', async () => {
    newRun();
    const run = await release(version, { SPOIL_ARTIFACT: `action-v${version}.tar.gz` });
    expect(results(run)).toEqual({ pack: 'success', publish: 'failure' });
    expect(run.log).toContain(`action-v${version}.tar.gz: FAILED`);
    expect([existsSync(released()), [...gitHub.world.gitRefs], registry.published.size]).toEqual([false, [], 0]);
  });
});

describe('a release', () => {
  test('whose files are uploaded in part stays a draft', async () => {
    newRun();
    const run = await release(version, { FAIL_RELEASE: 'SHA256SUMS' });
    expect(results(run)).toEqual({ pack: 'success', publish: 'failure' });
    expect(Object.keys(run.artifacts)).toEqual(['release']);
    expect(readdirSync(released())).toContain('.draft');
    expect([[...gitHub.world.gitRefs], registry.published.size]).toEqual([[[TAG, commit]], 0]);
    push(`HEAD:${TAG}`);
  });

  test('goes on in a re-run of all jobs, and fails again when the registry does', async () => {
    registry.refuseOnce();
    const run = await release();
    expect(results(run)).toEqual({ pack: 'success', publish: 'failure' });
    const files = [`sam-multi-region-${version}.tgz`, `action-v${version}.tar.gz`, 'SHA256SUMS'];
    expect(readdirSync(released()).sort()).toEqual(['.notes', ...files].sort());
    expect(readFileSync(join(released(), '.notes'), 'utf8')).toBe('- All of it.\n');
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: released() });
    expect([gitHub.world.gitRefs.has(MAJOR), registry.published.size]).toEqual([false, 0]);
  });

  test('is whole after the next one: the package is what was checked, and the major version points to it', async () => {
    const run = await release();
    expect(results(run)).toEqual({ pack: 'success', publish: 'success' });
    const file = join(released(), `sam-multi-region-${version}.tgz`);
    expect(registry.published.get(version)?.equals(readFileSync(file))).toBe(true);
    const pin = execFileSync('tar', ['--extract', '--to-stdout', '--file', file, 'package/release.json']);
    expect(JSON.parse(pin.toString())).toEqual({ version, commit });
    expect(gitHub.world.gitRefs.get(MAJOR)).toBe(commit);
  });

  test('that is run once more changes nothing, and takes the tag of the major version back from no newer one', async () => {
    const later = 'b'.repeat(40);
    const [major = ''] = version.split('.');
    gitHub.world.gitRefs.set(`refs/tags/v${major}.99.0`, later).set(MAJOR, later);
    const run = await release();
    expect(results(run)).toEqual({ pack: 'success', publish: 'success' });
    expect([gitHub.world.gitRefs.get(MAJOR), registry.published.size]).toEqual([later, 1]);
  });

  test('is never made again from another commit', async () => {
    newRun();
    repository.write('README.md', 'Another one.\n');
    repository.commit('second');
    const run = await release();
    expect(results(run)).toEqual({ pack: 'failure' });
    expect(run.log).toContain(`v${version} is released already, from ${commit}`);
  });

  test('is not taken for published when the registry has other content under its version', async () => {
    newRun();
    rmSync(released(), { recursive: true });
    gitHub.world.gitRefs.clear();
    push(`:${TAG}`);
    const run = await release();
    expect(results(run)).toEqual({ pack: 'success', publish: 'failure' });
    expect(run.log).toContain('with other content');
    expect(gitHub.world.gitRefs.has(MAJOR)).toBe(false);
  });
});
