import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCommandLine } from '../../../src/cli/arguments.ts';
import { type InitResult, init } from '../../../src/commands/init.ts';
import { UserError } from '../../../src/errors.ts';
import { starterNames } from '../../../src/init/starters.ts';
import { spawnProcess } from '../../../src/process/spawn.ts';
import { type GitApp, gitApp } from '../../support/git-app.ts';

const PIN = '0123456789abcdef0123456789abcdef01234567';
const PLACES = ['--regions', 'eu-west-1,eu-central-1', '--accounts', '111111111111'];
const GIVEN = [...PLACES, '--pin', PIN];

let app: GitApp;

beforeEach(() => {
  app = gitApp();
});
afterEach(() => {
  app[Symbol.dispose]();
});

function run(args: readonly string[], cwd = app.folder, answers?: readonly string[]): Promise<InitResult> {
  const invocation = parseCommandLine(['init', ...args]);
  if (invocation.kind !== 'run') throw new Error('no run');
  const left = [...(answers ?? [])];
  return init(invocation.options, {
    cwd,
    env: process.env,
    version: '1.2.3',
    spawn: spawnProcess,
    ...(answers !== undefined && { ask: async (_, standard) => left.shift() || standard }),
    readFile: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    createFile: async (path, text) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
    },
  });
}

const states = ({ files }: InitResult) => Object.fromEntries(files.map(({ path, state }) => [path, state]));

async function refusal(args: readonly string[], cwd?: string): Promise<string> {
  try {
    await run(args, cwd);
  } catch (error) {
    if (error instanceof UserError) return `${error.code}: ${error.message} ${error.fix.join(' ')}`;
    throw error;
  }
  throw new Error('it was not refused');
}

test('a second time the configuration says everything, and only what is outdated differs', async () => {
  await run([...GIVEN, '--application', 'shop', '--environment', 'live']);
  expect(app.read('.github/workflows/deploy.yml')).toContain('environment: live');
  expect(new Set(Object.values(states(await run(['--pin', PIN]))))).toEqual(new Set(['same']));
  const upgraded = states(await run(['--pin', PIN.replace('0', 'f')]));
  expect(upgraded).toMatchObject({ 'multi-region.yml': 'same', '.github/workflows/deploy.yml': 'differs' });
});

test('a person is asked for what no option says, and may take what the files say', async () => {
  app.write('samconfig.toml', '[default.deploy.parameters]\nstack_name = "till"\nregion = "us-west-2"\n');
  await run(['--pin', PIN], app.folder, ['', 'register', '', '', '222222222222']);
  expect(app.read('multi-region.yml')).toMatch(
    /application: register[\s\S]*stack-name: till[\s\S]*prod:[\s\S]*us-west-2: \{ account: "222222222222" \}/,
  );
  expect(app.read('bootstrap.yaml')).toMatch(/GitHubOwner:[\s\S]*Default: "octo"[\s\S]*Default: "orders"/);
});

test('who assumes a role that the template makes for another environment is told', async () => {
  expect((await run(GIVEN)).notes).toEqual([]);
  const text = app.read('multi-region.yml') ?? '';
  app.write('multi-region.yml', text.replace('role-to-assume: orders-deploy-prod', 'role-to-assume: orders-deploy'));
  const [note, ...others] = (await run(['--pin', PIN])).notes;
  expect([note, others]).toEqual([expect.stringMatching(/^prod assumes orders-deploy; .*orders-deploy-prod/), []]);
  app.write('multi-region.yml', text.replace('role-to-assume: orders-deploy-prod', 'role-to-assume: our-own'));
  expect((await run(['--pin', PIN])).notes).toEqual([]);
});

test('a GitHub environment whose jobs may deploy two environments is told', async () => {
  await run(GIVEN);
  const text = app.read('multi-region.yml') ?? '';
  const staging = (place: string): string => `  staging:
    role-to-assume: orders-deploy-staging
    stacks: { app: { stack-name: orders-staging } }
    targets: { eu-west-1: { account: "111111111111" } }
    waves: [{ targets: [eu-west-1], environment: ${place} }]
`;
  app.write('multi-region.yml', `${text}${staging('prod')}`);
  expect((await run(['--pin', PIN])).notes).toEqual([
    'jobs in the GitHub environment prod may deploy prod and staging',
  ]);
  app.write('multi-region.yml', `${text}${staging('approvals')}`);
  expect((await run(['--pin', PIN])).notes).toEqual([]);
});

test('each region may have an account of its own', async () => {
  await run(['--regions', 'eu-west-1,eu-west-2', '--accounts', 'eu-west-2=222222222222,111111111111', '--pin', PIN]);
  expect(app.read('multi-region.yml')).toMatch(
    /eu-west-1: \{ account: "1{12}" \}\n\s+eu-west-2: \{ account: "2{12}" \}/,
  );
});

test('an application in a folder gets workflows of its own at the root of the repository', async () => {
  app.write('apps/till/template.yaml', app.read('template.yaml') ?? '');
  await run([...GIVEN, '--application', 'till'], join(app.folder, 'apps/till'));
  expect(app.read('apps/till/bootstrap.yaml')).toContain('Default: "till"');
  expect(app.read('.github/workflows/apps-till-deploy.yml')).toContain('working-directory: apps/till');
});

describe('bad input is refused before anything is written:', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['no region', ['--accounts', '111111111111', '--pin', PIN], 'regions-missing'],
    [
      'a region that is none',
      ['--regions', 'eu-wset-1', '--accounts', '111111111111', '--pin', PIN],
      'region-malformed',
    ],
    ['no account', ['--regions', 'eu-west-1', '--pin', PIN], 'account-missing'],
    ['an account id with eleven digits', ['--regions', 'eu-west-1', '--accounts', '11111111111'], 'account-malformed'],
    [
      'an account of another region',
      ['--regions', 'eu-west-1', '--accounts', 'eu-west-2=111111111111'],
      'account-of-no-region',
    ],
    ['a template that is not there', [...GIVEN, '--template', 'app.yaml'], 'template-missing'],
    ['a repository that is none', [...GIVEN, '--repository', 'orders'], 'repository-malformed'],
    ['an application with a blank', [...GIVEN, '--application', 'my shop'], 'application-malformed'],
    ['a branch that would be more than one', [...GIVEN, '--branch', '*'], 'branch-malformed'],
    ['a tag as pin', [...PLACES, '--pin', 'v1'], 'pin-malformed'],
    ['an unknown workflow', [...GIVEN, '--workflows', 'deplay'], 'Did you mean "deploy"'],
  ])('%s', async (_, args, shows) => {
    expect(await refusal(args)).toContain(shows);
    expect(app.read('multi-region.yml')).toBeUndefined();
    expect(app.read('bootstrap.yaml')).toBeUndefined();
  });

  test('a folder without a template, one that is no repository, a remote elsewhere, a broken configuration', async () => {
    const elsewhere = gitApp('https://gitlab.example/octo/orders.git');
    expect(await refusal(GIVEN, elsewhere.folder)).toContain('repository-unknown');
    elsewhere[Symbol.dispose]();
    expect(await refusal(GIVEN, '/')).toContain('not-a-repository');
    app.write('empty/.gitkeep', '');
    expect(await refusal(GIVEN, join(app.folder, 'empty'))).toContain('template-missing');
    app.write('multi-region.yml', 'application: [shop]\n');
    expect(await refusal(['--pin', PIN])).toContain('config-invalid');
  });
});

test('every starter workflow can be written', async () => {
  const { readdirSync } = await import('node:fs');
  const folder = join(import.meta.dirname, '../../../workflows-templates');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  expect([...starterNames].map((name) => `${name}.yml`).sort()).toEqual(names.sort());
});
