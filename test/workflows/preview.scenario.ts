import { beforeAll, describe, expect, test } from '@jest/globals';
import { addPull } from '../github/room.ts';
import { plainTemplate, stackWrites } from '../support/plain-app.ts';
import { pullRequest } from './support/pull-request.ts';
import { starter } from './support/repository.ts';
import { configuration, results, useWorkflows } from './support/room.ts';

const room = useWorkflows();

const preview = `preview:
  role-to-assume: arn:aws:iam::111111111111:role/orders-preview
  targets: [eu-west-1]
`;

beforeAll(async () => {
  const { repository, cloud, gitHub } = room;
  for (const name of ['preview.yml', 'cleanup.yml'])
    repository.write(`.github/workflows/${name}`, starter(name).replaceAll('sam-multi-region-', 'orders-'));
  repository.write('multi-region.yml', configuration + preview);
  repository.commit('first');
  await cloud.createRole('111111111111', 'orders-preview');
  addPull(gitHub, 7, { head: { ref: 'change', sha: 'c'.repeat(40), repository: 'octo/orders' } });
});

const comments = () => [...room.gitHub.world.comments.values()].map(({ body }) => body);
const records = () =>
  [...room.gitHub.world.deployments.values()].map(({ environment, statuses }) => [environment, statuses.at(-1)?.state]);
const changes = () => stackWrites(room.cloud).filter((call) => /Execute|DeleteStack/.test(call));

function run(event: Parameters<typeof pullRequest>[0]) {
  return room.run('preview.yml', { event: 'pull_request', payload: pullRequest(event) });
}

describe('previews of pull requests', () => {
  test('a pull request that is opened gets a preview, one comment and a deployment record', async () => {
    const opened = await run({ action: 'opened' });
    expect(results(opened)).toEqual({ preview: 'success' });
    expect(changes()).toContain('eu-west-1 ExecuteChangeSet');
    expect(comments()).toHaveLength(1);
    expect(records()).toEqual([['preview/eu-west-1', 'success']]);
    expect(new Set(opened.tokens.map(({ environment }) => environment))).toEqual(new Set(['preview']));
  });

  test('a push updates the preview and the comment', async () => {
    room.repository.write('template.yaml', plainTemplate.replace('!Ref Mark', 'second'));
    const pushed = await run({ action: 'synchronize' });
    expect(results(pushed)).toEqual({ preview: 'success' });
    expect(changes()).toEqual(['eu-west-1 ExecuteChangeSet']);
    expect(comments()).toHaveLength(1);
  });

  test('closing it deletes the preview, and its record is inactive', async () => {
    const pull = room.gitHub.world.pulls.get(7);
    if (pull) pull.state = 'closed';
    const closed = await run({ action: 'closed' });
    expect(results(closed)).toEqual({ preview: 'success' });
    expect(changes()).toEqual(['eu-west-1 DeleteStack']);
    expect(records().every(([, state]) => state === 'inactive')).toBe(true);
    expect(comments()).toHaveLength(1);
  });

  test('one whose closing nobody told of is shown by hand first, and deleted by the schedule', async () => {
    const pull = room.gitHub.world.pulls.get(7);
    if (pull) pull.state = 'open';
    await run({ action: 'opened' });
    if (pull) pull.state = 'closed';
    const shown = await room.run('cleanup.yml', {
      event: 'workflow_dispatch',
      payload: { inputs: { execute: 'false' } },
    });
    expect([results(shown), changes()]).toEqual([{ cleanup: 'success' }, []]);
    const swept = await room.run('cleanup.yml', { event: 'schedule' });
    expect(results(swept)).toEqual({ cleanup: 'success' });
    expect(changes()).toEqual(['eu-west-1 DeleteStack']);
  });

  test.each([
    ['a fork', { head: 'mallory/orders', author: 'mallory' }],
    ['Dependabot', { author: 'dependabot[bot]' }],
  ])('a pull request from %s gets the checks that need no credentials', async (_, event) => {
    const checked = await run({ action: 'opened', ...event });
    expect(results(checked)).toEqual({ check: 'success' });
    expect(checked.jobs['check']?.summary).toContain('get no credentials');
    expect([checked.tokens, room.cloud.calls]).toEqual([[], []]);
  });
});
