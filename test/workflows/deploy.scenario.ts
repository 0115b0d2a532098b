import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { addPull } from '../github/room.ts';
import { executed, plainTemplate, stackWrites } from '../support/plain-app.ts';
import type { ActRun } from './support/log.ts';
import { starter } from './support/repository.ts';
import { configuration, regions, results, useWorkflows } from './support/room.ts';

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

/** A gate that is asked before a wave, and by `verify`: it may answer otherwise when the release is there. */
const gate = '    gates: [{ name: smoke, command: { run: [sh, smoke.sh], credentials: none }, when: [before] }]\n';

/** The job of the starter that follows the deployment, when that ended so. */
function followUp(id: string, result: string): string {
  const { jobs, ...workflow } = parse(starter('deploy-chain.yml').replaceAll('${{ needs.deploy.result }}', result));
  const { needs: _needs, if: _if, ...job } = jobs[id];
  return stringify({ ...workflow, jobs: { [id]: job } });
}

beforeAll(() => {
  const { repository } = room;
  repository.write('.github/workflows/deploy.yml', caller);
  repository.write('.github/workflows/comment.yml', followUp('comment', 'failure'));
  repository.write('multi-region.yml', configuration + gate);
  repository.write('smoke.sh', 'exit 0\n');
  repository.commit('first');
});

/** Commit of the last record of a target. */
const latest = (name: string) =>
  [...room.gitHub.world.deployments.values()].findLast(({ environment }) => environment === name)?.sha;

const failoverPlan = ({ artifacts }: ActRun) =>
  JSON.parse(readFileSync(join(artifacts['dr-plan orders prod'] ?? '', 'dr-plan.json'), 'utf8'));

describe('the chain of jobs', () => {
  test('plans nothing while an environment that should ask for approval does not', async () => {
    const { gitHub } = room;
    const prod = gitHub.world.environments.get('prod');
    gitHub.world.environments.delete('prod');
    const run = await room.run('deploy.yml');
    if (prod !== undefined) gitHub.world.environments.set('prod', prod);
    expect(results(run)).toEqual({ plan: 'failure' });
    expect(run.jobs['plan']?.summary).toContain('the GitHub environment prod does not exist');
    expect(stackWrites(room.cloud)).toEqual([]);
  });

  test('deploys the primary, then the others, from one plan', async () => {
    const run = await room.run('deploy.yml');
    expect(results(run)).toEqual({ plan: 'success', primary: 'success', secondary: 'success', summary: 'success' });
    expect([run.exitCode, Object.keys(run.artifacts)]).toEqual([0, ['plan orders prod']]);
    // The first two are those of the artifact buckets, which are made side by side.
    expect(executed(room.cloud).slice(0, 2).sort()).toEqual(regions.toSorted());
    expect(executed(room.cloud).slice(2)).toEqual(regions);
    expect(JSON.parse(run.jobs['secondary']?.outputs['deploy.outputs'] ?? '')).toMatchObject({
      'eu-west-1': { app: { Topic: expect.stringContaining('eu-west-1') } },
      'eu-central-1': { app: { Topic: expect.stringContaining('eu-central-1') } },
    });
    // Every job asks with its own environment, and none of those that only look has the one that is protected.
    expect(new Set(run.tokens.map(({ environment }) => environment))).toEqual(new Set(['prod-plan', 'prod']));
  });

  test('returns to the release before when a gate fails that is asked once more, is red, and comments why', async () => {
    const count = join(room.folder, 'count');
    writeFileSync(count, '0');
    const hostile = '<img src=x> @mona [x](http://x) ::set-env name=PWNED::1';
    const says = `echo '${hostile}'; echo '::set-env name=PWNED::1'`;
    room.repository.write('smoke.sh', `n=$(($(cat ${count}) + 1)); echo $n > ${count}; ${says}; [ $n -le 1 ]\n`);
    room.repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'second'));
    const mergeCommit = room.repository.commit('second');
    addPull(room.gitHub, 12, { state: 'closed', merged: true, mergeCommit });
    // As the room counts: later ones have higher ids.
    const runId = 1003;
    const run = await room.run('deploy.yml', { runId });
    expect(run.exitCode).toBe(1);
    expect(results(run)).toEqual({ plan: 'success', primary: 'failure', summary: 'success' });
    expect(run.jobs['primary']?.steps).toEqual([
      '0: success',
      '1: success',
      'deploy: success',
      'verify: failure',
      '4: success',
      '5: success',
      '6: success',
    ]);
    const summary = run.jobs['primary']?.summary ?? '';
    expect(summary).toMatch(/verify orders in prod: 1 fail[\s\S]*smoke[\s\S]*1 rolled-back/);
    expect(executed(room.cloud)).toEqual(['eu-west-1', 'eu-west-1']);
    // act ends a run where a called workflow fails: the job that follows on GitHub is a workflow of its own here.
    expect(results(await room.run('comment.yml', { runId }))).toEqual({ comment: 'success' });
    const [comment, ...others] = [...room.gitHub.world.comments.values()];
    expect([comment?.issue, comment?.author.login, others]).toEqual([12, 'github-actions[bot]', []]);
    expect(comment?.body).toMatch(
      /deployment to prod failed[\s\S]*verify orders in prod: 1 fail[\s\S]*smoke[\s\S]*rollback orders/,
    );
    expect(comment?.body).not.toMatch(/<img|\]\(http:\/\/x|@mona/);
    expect(run.log).not.toMatch(/^::set-env/m);
    expect(comment?.body).toContain(`[summary and log](<https://github.com/octo/orders/actions/runs/`);
  });

  test('keeps a deployment record for each target where the caller grants that, and the failover plan', async () => {
    const { repository, gitHub } = room;
    const failover = '    failover: { mechanism: command, command: [touch, moved] }\n';
    repository.write('multi-region.yml', configuration + gate + failover);
    repository.write('smoke.sh', 'exit 0\n');
    repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'third'));
    repository.write(
      '.github/workflows/recorded.yml',
      caller
        .replace('/deploy.yml@', '/deploy-with-records.yml@')
        .replace('actions: read', 'actions: read, deployments: write'),
    );
    repository.commit('third');
    const run = await room.run('recorded.yml');
    expect(results(run)).toMatchObject({ primary: 'success', secondary: 'success' });
    // That of the second group, which knows that both regions have the release.
    const release = run.jobs['plan']?.outputs['plan.release'];
    expect(failoverPlan(run).targets).toEqual(regions.map((name) => expect.objectContaining({ name, release })));
    const records = [...gitHub.world.deployments.values()];
    const told = records.map(({ environment, statuses }) => [environment, statuses.at(-1)?.state]);
    expect(told.sort()).toEqual(regions.map((region) => [`prod/${region}`, 'success']).sort());
  });

  test('records and the failover plan say what is there after a rollback', async () => {
    const { repository, gitHub, folder } = room;
    const before = latest('prod/eu-west-1');
    const count = join(folder, 'count');
    writeFileSync(count, '0');
    repository.write('smoke.sh', `n=$(($(cat ${count}) + 1)); echo $n > ${count}; [ $n -le 1 ]\n`);
    repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'fourth'));
    const failing = repository.commit('fourth');
    const run = await room.run('recorded.yml');
    expect(results(run)).toMatchObject({ primary: 'failure' });
    const { release, targets } = failoverPlan(run);
    expect(release).toMatchObject({ commit: before });
    expect(targets).toEqual(regions.map((name) => expect.objectContaining({ name, release: release.id })));
    const records = [...gitHub.world.deployments.values()].filter(
      ({ environment }) => environment === 'prod/eu-west-1',
    );
    expect(records.map(({ sha, statuses }) => [sha, statuses.at(-1)?.state])).toEqual([
      [before, 'inactive'],
      [failing, 'inactive'],
      [before, 'success'],
    ]);
  });

  test('deploys by hand what a push may not: an older run, when somebody says so', async () => {
    const { repository } = room;
    repository.write('smoke.sh', 'exit 0\n');
    repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'fifth'));
    const chain = starter('deploy-chain.yml').replace(/^ *plan-role: .*\n/m, '');
    repository.write('.github/workflows/deploy-chain.yml', chain);
    repository.commit('fifth');
    const dispatch = (inputs: Readonly<Record<string, string>>) =>
      room.run('deploy-chain.yml', { event: 'workflow_dispatch', runId: 500, payload: { inputs } });
    const refused = await dispatch({});
    expect(refused.log).toContain('is older than what is deployed');
    expect(executed(room.cloud)).toEqual([]);
    const run = await dispatch({ 'allow-older': 'true' });
    expect(results(run)).toEqual({ plan: 'success', primary: 'success', secondary: 'success', summary: 'success' });
  });
});
