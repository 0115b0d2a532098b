import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { bundle } from '../support/bundle.ts';
import { deployArgs, executed, type PlainApp, plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';

const account = '111111111111';
const region = 'eu-west-1';
let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: [region, 'us-east-1'] });
  app = plainApp();
  // Makes SAM's managed bucket.
  expect((await start(deployArgs([region], 'first'), {})).exitCode).toBe(0);
});

afterAll(async () => {
  app?.[Symbol.dispose]();
  await cloud?.[Symbol.asyncDispose]();
});

/** Runs the bundle with its streams in the hands of the test. */
async function start(
  args: readonly string[],
  more: Readonly<Record<string, string>>,
  onStart: (child: ChildProcess) => void = () => {},
) {
  const env = { ...cloud.env(account), PATH: '/usr/bin:/bin', ...more };
  const child = spawn(process.execPath, [await bundle(), ...args], { cwd: app.folder, env, stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  onStart(child);
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  return { exitCode, stdout, stderr };
}

/** The environment of a step, with files that cannot be written where the caller wants that. */
function step(stackName: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = { INPUT_COMMAND: 'deploy', INPUT_REGIONS: region, 'INPUT_STACK-NAME': stackName };
  return { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: app.folder, ...inputs, ...files };
}

test.each(['lines', 'json', 'jsonl'])('a reader of the %s that goes away does not end the rollout', async (output) => {
  cloud.clearCalls();
  const args = deployArgs([region], `cut-${output}`, ...(output === 'lines' ? [] : ['--output', output]));
  const { exitCode, stderr } = await start(args, {}, ({ stdout }) => void stdout?.destroy());
  expect([exitCode, executed(cloud)]).toEqual([0, [region]]);
  expect(stderr.match(/warning: standard output cannot be written any more \(EPIPE\)/g)).toHaveLength(1);
  expect(stderr).not.toContain('defect');
});

test('both streams may go away', async () => {
  cloud.clearCalls();
  const { exitCode } = await start(deployArgs([region], 'cut-both'), {}, ({ stdout, stderr }) => {
    stdout?.destroy();
    stderr?.destroy();
  });
  expect([exitCode, executed(cloud)]).toEqual([0, [region]]);
});

test('a job summary that cannot be written is said on standard error, and the rollout is what it is', async () => {
  const folder = join(app.folder, 'summary');
  mkdirSync(folder);
  const { exitCode, stdout, stderr } = await start([], step('no-summary', { GITHUB_STEP_SUMMARY: folder }));
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('1 stack succeeded')]);
  expect(stderr).toMatch(/warning: a part of the output is missing: the job summary could not be written: EISDIR/);
});

test('a JUnit file that cannot be written is a warning beside the result', async () => {
  const options = { cwd: app.folder, env: cloud.env(account), withSam: false };
  mkdirSync(join(app.folder, 'junit'));
  const { exitCode, result, stderr } = await runJson(
    deployArgs([region], 'no-junit', '--junit-file', 'junit'),
    options,
  );
  expect([exitCode, result.status]).toEqual([0, 'succeeded']);
  expect(stderr).toContain('junit could not be written: EISDIR');
});
