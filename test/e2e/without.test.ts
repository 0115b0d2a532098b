import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { deployArgs, executed, type PlainApp, plainApp } from '../support/plain-app.ts';
import { type RunOptions, runJson } from '../support/run-product.ts';

const ACCOUNT = '111111111111';
/** The first is home: releases, the inventory and the rollout lie there. */
const HOME = 'eu-west-1';
const OTHER = 'eu-central-1';
const THIRD = 'us-west-2';
const regions = [HOME, OTHER, THIRD];
const chosen = ['--regions', regions.join(','), '--stack-name', 'left'] as const;

let cloud: Cloud;
let app: PlainApp;
let options: RunOptions;
let release: string;

beforeAll(async () => {
  cloud = await startCloud({ regions });
  app = plainApp();
  options = { cwd: app.folder, env: cloud.env(ACCOUNT), withSam: false };
  const { exitCode, result } = await runJson(deployArgs(regions, 'left'), options);
  expect(exitCode).toBe(0);
  release = result.release?.id ?? '';
});

afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

beforeEach(() => cloud.clearCalls());

const calledIn = (region: string): readonly string[] =>
  cloud.calls.filter((call) => call.region === region).map(({ action }) => action);

describe('a target that is left out is never called', () => {
  test('by a plan', async () => {
    const { exitCode } = await runJson(['plan', ...chosen, '--parameters', 'Mark=plan', '--without', HOME], options);
    expect([exitCode, calledIn(HOME)]).toEqual([0, []]);
    expect(calledIn(OTHER)).toContain('CreateChangeSet');
  });

  test('by a deployment, home or not', async () => {
    const home = await runJson(deployArgs(regions, 'left', '--parameters', 'Mark=second', '--without', HOME), options);
    expect([home.exitCode, calledIn(HOME), executed(cloud).toSorted()]).toEqual([0, [], [OTHER, THIRD]]);
    cloud.clearCalls();
    const other = await runJson(deployArgs(regions, 'left', '--parameters', 'Mark=third', '--without', OTHER), options);
    expect([other.exitCode, calledIn(OTHER), executed(cloud).toSorted()]).toEqual([0, [], [HOME, THIRD]]);
  });

  test('by a deployment of an earlier release, not even the one that it was packaged into', async () => {
    const found = await runJson(deployArgs(regions, 'left', '--release', release, '--without', OTHER), options);
    expect([found.exitCode, calledIn(OTHER)]).toEqual([0, []]);
    cloud.clearCalls();
    const away = await runJson(
      deployArgs(regions, 'left', '--release', release, '--parameters', 'Mark=away', '--without', HOME),
      options,
    );
    expect([away.exitCode, calledIn(HOME), executed(cloud).toSorted()]).toEqual([0, [], [OTHER, THIRD]]);
    cloud.clearCalls();
    const unknown = ['--release', '0123456789abcdef', '--without', HOME];
    const lost = await runJson(deployArgs(regions, 'left', ...unknown), options);
    expect([lost.exitCode, calledIn(HOME), executed(cloud)]).toEqual([2, [], []]);
    expect(JSON.stringify(lost.result)).toContain(`${HOME} could not be asked`);
  });

  test('by status, which says what it cannot know', async () => {
    const { exitCode, result, stderr } = await runJson(['status', ...chosen, '--without', HOME], options);
    expect([exitCode, calledIn(HOME)]).toEqual([0, []]);
    expect(result.stacks?.map(({ region }) => region)).toEqual([OTHER, THIRD]);
    expect(`${stderr}${JSON.stringify(result)}`).toContain('orphans are not known');
  });

  test('by a removal, which says what it could not note', async () => {
    const args = ['remove', ...chosen, '--targets', THIRD, '--delete-stacks', '--yes', '--without', HOME];
    const { exitCode, result } = await runJson(args, options);
    expect([exitCode, calledIn(HOME)]).toEqual([0, []]);
    expect(result.instances).toMatchObject([{ region: THIRD, state: 'succeeded' }]);
    expect(calledIn(THIRD)).toContain('DeleteStack');
  });
});
