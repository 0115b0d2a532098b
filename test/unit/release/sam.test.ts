import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'smol-toml';
import type { Spawn } from '../../../src/process/spawn.ts';
import { compareVersions, findSam } from '../../../src/release/find-sam.ts';
import { runSam } from '../../../src/release/sam-cli.ts';
import { engineSettings, packageSettings, type SamConfigText } from '../../../src/release/sam-settings.ts';
import { samEnvironment } from '../../../src/release/sam-work.ts';
import type { RunEvent } from '../../../src/report/events.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { session, temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

async function script(path: string, content: string): Promise<void> {
  await mkdir(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  await writeFile(path, content);
  await chmod(path, 0o755);
}

const mustNotRun: Spawn = () => Promise.reject(new Error('sam was started'));

function saying(...tail: readonly string[]): Spawn {
  return async () => ({ exitCode: 0, tail, aborted: false });
}

describe('findSam', () => {
  const find = (spawn: Spawn, samPath?: string) =>
    findSam({ cwd: folder.path, env: { PATH: `/nowhere:${folder.path}/bin` }, ...(samPath && { samPath }) }, spawn);

  test('reads the version of a Python package without starting it', async () => {
    await script(`${folder.path}/bin/sam`, `#!${folder.path}/venv/bin/python3\nimport samcli\n`);
    await mkdir(`${folder.path}/venv/lib/python3.13/site-packages/aws_sam_cli-1.170.0.dist-info`, { recursive: true });
    await expect(find(mustNotRun)).resolves.toEqual({ command: `${folder.path}/bin/sam`, version: '1.170.0' });
  });

  test("reads the version from the installer's folder without starting it", async () => {
    await script(`${folder.path}/aws-sam-cli/v2/1.165.1/bin/sam`, '\x7fELF');
    await mkdir(`${folder.path}/bin`);
    await symlink(`${folder.path}/aws-sam-cli/v2/1.165.1/bin/sam`, `${folder.path}/bin/sam`);
    await expect(find(mustNotRun)).resolves.toMatchObject({ version: '1.165.1' });
  });

  test('asks it where the place does not tell', async () => {
    await script(`${folder.path}/tools/sam`, '#!/bin/sh\n');
    await expect(find(saying('SAM CLI, version 1.144.0'), './tools/sam')).resolves.toEqual({
      command: `${folder.path}/tools/sam`,
      version: '1.144.0',
    });
  });

  test.each([
    ['on the PATH', undefined],
    ['at the path that is given', '/nowhere/sam'],
  ])('says that it is not %s', async (_where, samPath) => {
    await expect(find(mustNotRun, samPath)).rejects.toMatchObject({
      code: 'sam-missing',
      message: expect.stringContaining(samPath ?? 'sam'),
    });
  });

  test('takes nothing for SAM that does not tell a version', async () => {
    await script(`${folder.path}/bin/sam`, '#!/bin/sh\n');
    await expect(find(saying('hello'))).rejects.toMatchObject({ code: 'sam-missing' });
  });

  test('refuses a version that is too old, with both versions', async () => {
    await script(`${folder.path}/bin/sam`, '#!/bin/sh\n');
    await expect(find(saying('SAM CLI, version 1.99.1'))).rejects.toMatchObject({
      code: 'sam-too-old',
      message: expect.stringMatching(/1\.99\.1; 1\.100\.0 or later/),
    });
  });

  test('says for what another version is needed, and what does without', async () => {
    await script(`${folder.path}/bin/sam`, '#!/bin/sh\n');
    const needs = { version: '1.152.0', what: 'the sam engine', fix: 'Or use the changeset engine.' };
    const request = { cwd: folder.path, env: { PATH: `${folder.path}/bin` }, needs };
    await expect(findSam(request, saying('SAM CLI, version 1.151.0'))).rejects.toMatchObject({
      code: 'sam-too-old',
      message: expect.stringMatching(/1\.151\.0; 1\.152\.0 or later is needed for the sam engine/),
      fix: expect.arrayContaining(['Or use the changeset engine.']),
    });
    await expect(findSam(request, saying('SAM CLI, version 1.152.0'))).resolves.toMatchObject({ version: '1.152.0' });
  });

  test('names the input of the workflows inside of GitHub Actions, and pip elsewhere', async () => {
    await script(`${folder.path}/bin/sam`, '#!/bin/sh\n');
    const env = { PATH: `${folder.path}/bin`, GITHUB_ACTIONS: 'true' };
    const old = saying('SAM CLI, version 1.99.1');
    await expect(findSam({ cwd: folder.path, env }, old)).rejects.toMatchObject({
      fix: [expect.stringMatching(/"sam-version" .* 1\.100\.0 or later/)],
    });
    await expect(findSam({ cwd: folder.path, env, samPath: '/nowhere/sam' }, old)).rejects.toMatchObject({
      code: 'sam-missing',
      fix: [expect.stringContaining('"sam-version"'), expect.anything()],
    });
    await expect(find(old)).rejects.toMatchObject({ fix: [expect.stringContaining('pip install --upgrade')] });
  });

  test.each([
    ['1.100.0', '1.99.9', 1],
    ['1.99.9', '1.100.0', -1],
    ['2.0.0', '2.0.0', 0],
  ])('compares %s and %s by number', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });
});

describe('runSam', () => {
  const run = { sam: { command: 'sam', version: '1.170.0' }, args: ['package'], cwd: '/', env: {}, template: 'a.yaml' };

  test('reports every line', async () => {
    const events: RunEvent[] = [];
    const spawn: Spawn = async (_command, _args, { onLine }) => {
      onLine?.('Uploading', 'stderr');
      onLine?.('   ', 'stderr');
      return { exitCode: 0, tail: [], aborted: false };
    };
    await runSam(run, { spawn, report: (event) => events.push(event) });
    expect(events).toEqual([{ type: 'tool.output', tool: 'sam', line: 'Uploading' }]);
  });

  test('fails with what SAM said last, and with the template', async () => {
    const tail = ['Uploading 1', '', 'Error: Unable to upload artifact src', 'because of this'];
    const spawn: Spawn = async () => ({ exitCode: 1, tail, aborted: false });
    await expect(runSam(run, { spawn, report: () => {} })).rejects.toMatchObject({
      code: 'sam-failed',
      message:
        '"sam package" of a.yaml failed with exit code 1:\nError: Unable to upload artifact src\nbecause of this',
      location: { file: 'a.yaml' },
    });
  });

  test('that was cancelled is no failure of SAM', async () => {
    const spawn: Spawn = async () => ({ exitCode: 143, tail: [], aborted: true });
    await expect(runSam(run, { spawn, report: () => {} })).rejects.toMatchObject({ code: 'sam-cancelled' });
  });
});

describe('packageSettings', () => {
  test('keeps how artifacts are uploaded and drops where to', async () => {
    const samconfig = `
version = 0.1
[default.global.parameters]
kms_key_id = "global"
s3_bucket = "mine"
[default.deploy.parameters]
kms_key_id = "deploy"
force_upload = true
[default.package.parameters]
resolve_s3 = true
kms_key_id = "key"
metadata = "a=b"
[prod.package.parameters]
kms_key_id = "other"
`;
    expect(parse(await packageSettings(config(samconfig)))).toEqual({
      version: 0.1,
      default: { package: { parameters: { kms_key_id: 'key', metadata: 'a=b', force_upload: true } } },
    });
  });

  test.each([undefined, config('not = [toml')])('is empty without a samconfig.toml that can be read', async (given) => {
    expect(parse(await packageSettings(given))).toMatchObject({ default: { package: { parameters: {} } } });
  });
});

function config(text: string, path = '/app/samconfig.toml', environment = 'default'): SamConfigText {
  return { path, text, environment };
}

describe('engineSettings', () => {
  const written = `
[live.global.parameters]
profile = "somebody"
use_json = true
[live.deploy.parameters]
stack_name = "shop"
parameter_overrides = "A=b"
tags = "a=b"
guided = true
no_execute_changeset = true
save_params = true
on_failure = "DELETE"
some_new_option = ["x"]
[live.package.parameters]
resolve_s3 = true
metadata = "a=b"
[default.deploy.parameters]
on_failure = "DO_NOTHING"
`;
  const handedOn = {
    version: 0.1,
    live: {
      global: { parameters: { use_json: true } },
      package: { parameters: { metadata: 'a=b' } },
      deploy: { parameters: { on_failure: 'DELETE', some_new_option: ['x'] } },
    },
  };

  test('hand on every option, known or not, but those that are stated, ask, or lead elsewhere', async () => {
    expect(parse(await engineSettings(config(written, '/app/samconfig.toml', 'live')))).toEqual(handedOn);
  });

  test('read YAML as well', async () => {
    const yaml = `live: ${JSON.stringify({ deploy: { parameters: { on_failure: 'DELETE', stack_name: 'x' } } })}`;
    expect(parse(await engineSettings(config(yaml, '/app/samconfig.yaml', 'live')))).toMatchObject({
      live: { deploy: { parameters: { on_failure: 'DELETE' } } },
    });
  });
});

test('SAM gets the credentials of the target alone, and asks nobody for news', async () => {
  const outside = { PATH: '/bin', AWS_PROFILE: 'mine', AWS_SECRET_ACCESS_KEY: 'mine' };
  const env = await samEnvironment(outside, session(createMemoryStorage()), folder.path, createVirtualClock(), {
    languageExtensions: true,
  });
  expect(env).toEqual({
    PATH: '/bin',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'key',
    SAM_CLI_TELEMETRY: '0',
    SAM_CLI_ENABLE_LANGUAGE_EXTENSIONS: '1',
    __SAM_CLI_APP_DIR: `${folder.path}/sam-home`,
  });
});
