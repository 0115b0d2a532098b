import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { addPull } from '../github/room.ts';
import { plainTemplate, stackWrites } from '../support/plain-app.ts';
import type { ActRun } from './support/log.ts';
import { pullRequest } from './support/pull-request.ts';
import { starter } from './support/repository.ts';
import { configuration, regions, results, useWorkflows } from './support/room.ts';

const room = useWorkflows();

/** A starter as `init` fills it in, as far as it matters here: the role of the jobs that only look. */
const copy = (name: string) => starter(name).replaceAll('sam-multi-region-plan', 'orders-plan');

const failoverPlan = ({ artifacts }: ActRun, name: string): unknown =>
  JSON.parse(readFileSync(join(artifacts[name] ?? '', 'dr-plan.json'), 'utf8'));

beforeAll(async () => {
  const { repository, cloud } = room;
  for (const name of ['deploy', 'plan', 'rollback'])
    repository.write(`.github/workflows/${name}.yml`, copy(`${name}.yml`));
  repository.commit('first');
  await cloud.createRole('111111111111', 'orders-plan');
});

describe('starter workflows as they are copied', () => {
  test('deploy: one job', async () => {
    const run = await room.run('deploy.yml');
    expect(results(run)).toEqual({ deploy: 'success' });
    expect(run.jobs['deploy']?.summary).toContain('2 stacks succeeded');
    // Without `failover` in the configuration there is no plan of one.
    expect(run.artifacts).toEqual({});
  });

  test('plan: the summary of a pull request says what would change, and nothing stays behind', async () => {
    room.repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'second'));
    room.repository.commit('second');
    addPull(room.gitHub, 7, { head: { ref: 'change', sha: 'c'.repeat(40), repository: 'octo/orders' } });
    const run = await room.run('plan.yml', { event: 'pull_request', payload: pullRequest() });
    expect(results(run)).toEqual({ plan: 'success' });
    const [comment, ...others] = [...room.gitHub.world.comments.values()];
    expect([comment?.issue, comment?.author.login, others]).toEqual([7, 'github-actions[bot]', []]);
    expect(comment?.body).toContain('DisplayName');
    expect(run.jobs['plan']?.summary).toMatch(/DisplayName[\s\S]*second/);
    expect(run.jobs['plan']?.outputs['plan.has-changes']).toBe('true');
    expect(stackWrites(room.cloud).filter((call) => /Execute|Update/.test(call))).toEqual([]);
    expect(run.tokens.map(({ environment }) => environment)).toEqual(run.tokens.map(() => 'prod-plan'));
  });

  test.each([
    ['a fork', pullRequest({ head: 'mallory/orders', author: 'mallory' })],
    ['Dependabot', pullRequest({ author: 'dependabot[bot]' })],
  ])('plan: a pull request from %s gets the checks that need no credentials, and is told', async (_, payload) => {
    const run = await room.run('plan.yml', { event: 'pull_request', payload });
    expect(results(run)).toEqual({ check: 'success' });
    expect(run.jobs['check']?.summary).toContain('this run has no credentials');
    expect([run.tokens, room.cloud.calls]).toEqual([[], []]);
  });

  test('plan: a template that is broken fails such a pull request too', async () => {
    const { repository } = room;
    repository.write(
      'template.yaml',
      'Resources: { Broken: { Type: AWS::Serverless::Function, Properties: { CodeUri: gone/ } } }',
    );
    const run = await room.run('plan.yml', {
      event: 'pull_request',
      payload: pullRequest({ head: 'mallory/orders', author: 'mallory' }),
    });
    repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'second'));
    expect(results(run)).toEqual({ check: 'failure' });
    expect(run.jobs['check']?.summary).toContain('CodeUri of Broken is gone/');
  });

  test('rollback: by hand, shown first and then done; the failover plan is that of what serves', async () => {
    const failover = '    failover: { mechanism: command, command: [touch, moved] }\n';
    room.repository.write('multi-region.yml', configuration + failover);
    const deployed = failoverPlan(await room.run('deploy.yml'), 'dr-plan prod');
    const inputs = { to: 'previous', targets: 'all', 'dry-run': 'true' };
    const shown = await room.run('rollback.yml', { event: 'workflow_dispatch', payload: { inputs } });
    expect(results(shown)).toEqual({ rollback: 'success' });
    expect(stackWrites(room.cloud).filter((call) => call.includes('Execute'))).toEqual([]);
    expect(shown.artifacts).toEqual({});
    const done = await room.run('rollback.yml', {
      event: 'workflow_dispatch',
      payload: { inputs: { ...inputs, 'dry-run': 'false' } },
    });
    expect(results(done)).toEqual({ rollback: 'success' });
    expect(done.jobs['rollback']?.summary).toContain('2 stacks rolled-back');
    const returned = done.jobs['rollback']?.outputs['rollback.release'];
    const has = (release: unknown) => ({ release: { id: release }, targets: regions.map(() => ({ release })) });
    const plan = failoverPlan(done, 'dr-plan orders prod');
    expect(plan).toMatchObject(has(returned));
    expect(deployed).not.toMatchObject(has(returned));
  });
});
