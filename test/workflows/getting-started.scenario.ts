import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { type LocalGitHub, startGitHub } from '../github/index.ts';
import { addPull } from '../github/room.ts';
import { bundle } from '../support/bundle.ts';
import { executed } from '../support/plain-app.ts';
import { pullRequest } from './support/pull-request.ts';
import { makeRepository, type Repository, starter } from './support/repository.ts';
import { results } from './support/room.ts';
import { runAct } from './support/run-act.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/getting-started.md'), 'utf8');
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const ACCOUNT = '111111111111';

const PREVIEW = `preview:
  role-to-assume: orders-preview
  service-role: orders-cloudformation
  targets: { eu-west-1: { account: "${ACCOUNT}" } }
`;

let cloud: Cloud;
let gitHub: LocalGitHub;
let repository: Repository;
let outside = '';

beforeAll(async () => {
  // Signatures, trust and permissions are checked: what works here works with the roles of the page alone.
  [cloud, gitHub] = await Promise.all([
    startCloud({ regions: ['eu-west-1', 'eu-central-1'], accounts: [ACCOUNT], auth: true }),
    startGitHub({ repository: { owner: 'octo', name: 'orders' } }),
  ]);
  repository = makeRepository();
  outside = mkdtempSync(join(tmpdir(), 'outside-'));
  execFileSync('git', ['init', '--quiet', '--bare', join(outside, 'octo/orders.git')]);
  await installCommand();
});
afterAll(async () => {
  repository[Symbol.dispose]();
  rmSync(outside, { recursive: true });
  await Promise.all([cloud.stop(), gitHub.close()]);
});

/** `npx sam-multi-region` as it would be installed from the registry. */
async function installCommand(): Promise<void> {
  for (const name of ['bin', 'package/dist']) mkdirSync(join(outside, name), { recursive: true });
  const index = join(outside, 'package/dist/index.js');
  writeFileSync(join(outside, 'package/package.json'), '{ "type": "module" }');
  writeFileSync(join(outside, 'package/release.json'), JSON.stringify({ commit: COMMIT }));
  writeFileSync(index, `await import(${JSON.stringify(await bundle())});\n`);
  const npx = join(outside, 'bin/npx');
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1" = sam-multi-region ] || exit 127\nshift\nexec ${process.execPath} ${index} "$@"\n`,
  );
  chmodSync(npx, 0o755);
}

/** Runs what the page has in its blocks of shell commands. GitHub, for git, is a folder. */
async function follow(page: string): Promise<void> {
  const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '');
  expect(blocks.length).toBeGreaterThan(3);
  for (const block of blocks) await shell(block);
}

async function shell(block: string): Promise<void> {
  const ended = promisify(execFile)('bash', ['--norc', '-ec', block], {
    cwd: repository.folder,
    env: {
      ...cloud.env(ACCOUNT),
      PATH: [join(outside, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
      HOME: outside,
      GIT_AUTHOR_NAME: 'Octo',
      GIT_AUTHOR_EMAIL: 'octo@example.com',
      GIT_COMMITTER_NAME: 'Octo',
      GIT_COMMITTER_EMAIL: 'octo@example.com',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${outside}/.pushInsteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/',
    },
  });
  const output = await ended.then(
    () => '',
    ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => `failed
${stdout}${stderr}`,
  );
  expect({ block, output }).toEqual({ block, output: '' });
}

test('who follows the page gets to a pipeline that deploys, plans pull requests and rolls back', async () => {
  await follow(PAGE);
  const pushed = execFileSync('git', ['ls-tree', '-r', '--name-only', 'main'], {
    cwd: join(outside, 'octo/orders.git'),
    encoding: 'utf8',
  });
  expect(pushed.trim().split('\n')).toEqual(
    expect.arrayContaining(['.github/workflows/deploy.yml', 'bootstrap.yaml', 'multi-region.yml', 'template.yaml']),
  );
  const base = { cloud, gitHub, repository };
  cloud.clearCalls();
  const deployed = await runAct({ ...base, workflow: 'deploy.yml', event: 'push', runId: 1 });
  expect(results(deployed)).toEqual({ deploy: 'success' });
  for (const region of ['eu-west-1', 'eu-central-1']) {
    const answer = await cloud.fetch(`${await urlOf(region)}hello`);
    expect(await answer.text()).toBe(`hello from ${region}`);
  }

  repository.write('src/hello.mjs', 'export const handler = async () => ({ statusCode: 200, body: "hi" });\n');
  repository.commit('Greet briefly');
  addPull(gitHub, 7, { head: { ref: 'change', sha: 'c'.repeat(40), repository: 'octo/orders' } });
  const planned = await runAct({
    ...base,
    workflow: 'plan.yml',
    event: 'pull_request',
    payload: pullRequest(),
    runId: 2,
  });
  expect(results(planned)).toEqual({ plan: 'success' });

  const again = await runAct({ ...base, workflow: 'deploy.yml', event: 'push', runId: 3 });
  expect(results(again)).toEqual({ deploy: 'success' });
  const inputs = { to: 'previous', targets: 'all', 'dry-run': 'false' };
  const back = await runAct({
    ...base,
    workflow: 'rollback.yml',
    event: 'workflow_dispatch',
    payload: { inputs },
    runId: 4,
  });
  expect(results(back)).toEqual({ rollback: 'success' });
  expect(cloud.deniedCalls.map(({ errorMessage }) => errorMessage)).toEqual([]);
  expect(gitHub.problems).toEqual([]);
});

test('the chain of jobs runs with the same roles and nothing more: its plan and its summary with the one that deploys nothing', async () => {
  const chain = starter('deploy-chain.yml').replaceAll('sam-multi-region-package', 'orders-package');
  repository.write('.github/workflows/deploy-chain.yml', chain);
  repository.write('src/hello.mjs', 'export const handler = async () => ({ statusCode: 200, body: "chained" });\n');
  repository.commit('Greet from a chain');
  gitHub.world.environments.set('prod', { name: 'prod', reviewers: ['mona'] });
  cloud.clearCalls();
  const run = await runAct({ cloud, gitHub, repository, workflow: 'deploy-chain.yml', event: 'push', runId: 5 });
  expect(results(run)).toEqual({ plan: 'success', primary: 'success', secondary: 'success', summary: 'success' });
  for (const region of ['eu-west-1', 'eu-central-1'])
    expect(await (await cloud.fetch(`${await urlOf(region)}hello`)).text()).toBe('chained');
  expect(cloud.deniedCalls.map(({ errorMessage }) => errorMessage)).toEqual([]);
});

test('a plan that is made by hand is deployed by its id, with the same roles', async () => {
  const filled = starter('deploy-plan.yml').replaceAll('sam-multi-region-package', 'orders-package');
  repository.write('.github/workflows/deploy-plan.yml', filled);
  repository.write('src/hello.mjs', 'export const handler = async () => ({ statusCode: 200, body: "approved" });\n');
  repository.commit('Greet as approved');
  const run = (plan: string, runId: number) => {
    cloud.clearCalls();
    const payload = { inputs: { plan } };
    return runAct({
      cloud,
      gitHub,
      repository,
      workflow: 'deploy-plan.yml',
      event: 'workflow_dispatch',
      payload,
      runId,
    });
  };
  const planned = await run('', 6);
  expect(results(planned)).toEqual({ plan: 'success' });
  expect(executed(cloud)).toEqual([]);
  const [, id = ''] = /deploy --plan ([0-9a-f]{16})/.exec(planned.jobs['plan']?.summary ?? '') ?? [];
  // Sources that came later are not a part of what was approved.
  repository.write('src/hello.mjs', 'export const handler = async () => ({ statusCode: 200, body: "later" });\n');
  repository.commit('Greet later');
  const unknown = await run(id.replace(/./g, '0'), 7);
  expect([results(unknown), executed(cloud)]).toEqual([{ deploy: 'failure' }, []]);
  const deployed = await run(id, 8);
  expect(results(deployed)).toEqual({ deploy: 'success' });
  for (const region of ['eu-west-1', 'eu-central-1'])
    expect(await (await cloud.fetch(`${await urlOf(region)}hello`)).text()).toBe('approved');
  expect(cloud.deniedCalls.map(({ errorMessage }) => errorMessage)).toEqual([]);
});

test('previews run with the preview role of the template, and with nothing more', async () => {
  const config = readFileSync(join(repository.folder, 'multi-region.yml'), 'utf8');
  repository.write('multi-region.yml', `${config}${PREVIEW}`);
  await shell(`rm bootstrap.yaml
npx sam-multi-region init --workflows preview,cleanup
npx sam-multi-region bootstrap --yes --parameters Previews=true
`);
  repository.commit('Previews');
  cloud.clearCalls();
  const base = { cloud, gitHub, repository };
  const run = (action: 'opened' | 'closed', runId: number) =>
    runAct({ ...base, workflow: 'preview.yml', event: 'pull_request', payload: pullRequest({ action }), runId });
  expect(results(await run('opened', 9))).toEqual({ preview: 'success' });
  expect(executed(cloud)).toEqual(['eu-west-1']);
  const swept = await runAct({ ...base, workflow: 'cleanup.yml', event: 'schedule', runId: 10 });
  expect(results(swept)).toEqual({ cleanup: 'success' });
  const pull = gitHub.world.pulls.get(7);
  if (pull) pull.state = 'closed';
  expect(results(await run('closed', 11))).toEqual({ preview: 'success' });
  expect(cloud.deniedCalls.map(({ errorMessage }) => errorMessage)).toEqual([]);
  expect(cloud.calls.filter(({ action }) => action === 'DeleteStack')).toHaveLength(1);
});

async function urlOf(region: string): Promise<string> {
  const client = new CloudFormationClient(clientOptions(cloud, region, rootKeys(ACCOUNT)));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: 'orders' }));
  client.destroy();
  return Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'Url')?.OutputValue ?? '';
}
