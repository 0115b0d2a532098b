import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { HELD_SECONDS } from '../cloud/emulator/testing.ts';
import { deployArgs, executed, plainApp, plainTemplate } from '../support/plain-app.ts';
import { runCli } from '../support/run-product.ts';
import { regions, results, useWorkflows } from './support/room.ts';

const room = useWorkflows();

const caller = `name: Deploy
on: { push: { branches: [main] } }
permissions: {}
jobs:
  deploy:
    name: Deploy
    uses: sam-multi-region/sam-multi-region/.github/workflows/deploy.yml@v1
    permissions: { contents: read, id-token: write, actions: read }
    with: { environment: prod }
`;

/** act's own cancel kills a step at once and starts no other job; GitHub signals first, and runs `always()` jobs. */
const endAt = (signal: 'SIGINT' | 'SIGKILL', target: string) => ({
  END_AT: `${signal} ${target}`,
  NODE_OPTIONS: `--import ${join(import.meta.dirname, 'support/end-process.mjs')}`,
});

beforeAll(async () => {
  // SAM's managed buckets are made here: their stacks would be held with the others.
  using app = plainApp();
  const { env } = room.cloud;
  const made = await runCli(deployArgs(regions, 'first'), {
    cwd: app.folder,
    env: env('111111111111'),
    withSam: false,
  });
  expect(made.exitCode).toBe(0);
  room.repository.write('.github/workflows/deploy.yml', caller);
  room.repository.commit('first');
});

describe('one run, tried three times', () => {
  const runId = 5000;

  test('lost while the primary is executing, the follow-up job tells what the dead runner left', async () => {
    await room.cloud.configure({ stackSeconds: HELD_SECONDS });
    const run = await room.run('deploy.yml', { runId, env: endAt('SIGKILL', regions[0]) });
    expect(results(run)).toMatchObject({ plan: 'success', primary: 'failure' });
    const told = run.jobs['summary']?.summary ?? '';
    expect(told).toMatch(/CREATE_IN_PROGRESS[\s\S]*held by[\s\S]*rollout of release \w+ .* is open/);
    expect(told).toContain('Re-run failed jobs');
    // A dead process rolls nothing back.
    expect(run.jobs['primary']?.steps).toEqual([
      '0: success',
      '1: success',
      'deploy: failure',
      '5: success',
      '6: success',
    ]);
    expect(executed(room.cloud).slice(-1)).toEqual([regions[0]]);
  });

  test('cancelled while the others are executing, it says what goes on in AWS', async () => {
    // What the primary was doing comes to its end, and the others begin and do not.
    await room.cloud.configure({ stackSeconds: 0 });
    await room.cloud.configure({ stackSeconds: HELD_SECONDS });
    const run = await room.run('deploy.yml', { runId, attempt: 2, env: endAt('SIGINT', regions[1]) });
    expect(results(run)).toMatchObject({ plan: 'success', primary: 'success', secondary: 'failure' });
    expect(run.jobs['secondary']?.summary).toContain('goes on in CloudFormation: CREATE_IN_PROGRESS');
    expect(run.jobs['summary']?.summary).toContain('it was cancelled');
    expect(run.jobs['secondary']?.outputs['deploy.status']).toBe('cancelled');
    expect(executed(room.cloud)).toEqual([regions[1]]);
  });

  test('run again, it finishes what is left and repeats nothing', async () => {
    await room.cloud.configure({ stackSeconds: 0 });
    const run = await room.run('deploy.yml', { runId, attempt: 3 });
    expect(results(run)).toEqual({ plan: 'success', primary: 'success', secondary: 'success', summary: 'success' });
    expect(executed(room.cloud)).toEqual([]);
    expect(run.jobs['summary']?.summary).not.toContain('Re-run failed jobs');
    expect(Object.keys(JSON.parse(run.jobs['secondary']?.outputs['deploy.outputs'] ?? ''))).toEqual(regions);
  });
});

describe('one run, all of whose jobs are run again', () => {
  test('after its second group lost its runner, no job waits for what that one held', async () => {
    room.repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'second'));
    room.repository.commit('second');
    await room.cloud.configure({ stackSeconds: 8 });
    const runId = 6000;
    const lost = await room.run('deploy.yml', { runId, env: endAt('SIGKILL', regions[1]) });
    expect(results(lost)).toMatchObject({ primary: 'success', secondary: 'failure' });
    await room.cloud.configure({ stackSeconds: 0 });
    const again = await room.run('deploy.yml', { runId, attempt: 2 });
    expect(results(again)).toMatchObject({ plan: 'success', primary: 'success', secondary: 'success' });
    expect(again.log).toMatch(/the lease of \S+\/runs\/6000\/attempts\/1 \(deploy\), which has ended, is taken over/);
    expect(again.log).not.toContain('is being worked on by');
  });
});
