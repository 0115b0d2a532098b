import { expect, test } from '@jest/globals';
import { refusal, serverError } from './index.ts';
import { addPull, useGitHub } from './room.ts';

const room = useGitHub();

const wish = { ref: 'a'.repeat(40), environment: 'prod/eu-west-1', key: 'run-1 eu-west-1' };
const states = (environment: string) =>
  [...room.api.world.deployments.values()]
    .filter((deployment) => deployment.environment === environment)
    .map(({ statuses }) => statuses.map(({ state }) => state));

test('a deployment is made once for a wish, with its status and URL', async () => {
  const github = await room.client();
  const first = await github.createDeployment({ ...wish, description: 'd'.repeat(200) });
  const again = await (await room.client()).createDeployment(wish);
  expect(again.id).toBe(first.id);
  await github.setDeploymentStatus(first.id, {
    state: 'in_progress',
    logUrl: 'https://github.com/acme/orders/actions/runs/1',
  });
  await github.setDeploymentStatus(first.id, {
    state: 'success',
    description: 's'.repeat(200),
    environmentUrl: 'https://api.example.com/',
  });
  expect(states('prod/eu-west-1')).toEqual([['in_progress', 'success']]);
  expect(await github.deploymentStatuses(first.id)).toEqual([
    { state: 'success', environmentUrl: 'https://api.example.com/' },
    { state: 'in_progress', logUrl: 'https://github.com/acme/orders/actions/runs/1' },
  ]);
});

test('a deployment whose answer was lost is not made twice', async () => {
  room.api.inject({ operation: 'createDeployment', answer: serverError, when: 'after' });
  await (await room.client()).createDeployment(wish);
  room.api.inject({ operation: 'createDeployment', answer: 'reset', when: 'after' });
  await (await room.client()).createDeployment({ ...wish, key: 'other' });
  expect(room.api.world.deployments.size).toBe(2);
});

test('what is no web address is left out of the status', async () => {
  const github = await room.client();
  const { id } = await github.createDeployment(wish);
  await github.setDeploymentStatus(id, { state: 'success', environmentUrl: 'javascript:alert(1)' });
  expect(room.api.world.deployments.get(id)?.statuses[0]?.environmentUrl).toBe('');
});

test('all deployments of an environment become inactive', async () => {
  const github = await room.client();
  for (const key of ['one', 'two', 'three']) {
    const { id } = await github.createDeployment({ ...wish, key, transient: true });
    await github.setDeploymentStatus(id, { state: 'success' });
  }
  expect(await github.deactivateDeployments('prod/eu-west-1')).toBe(3);
  expect(await github.deactivateDeployments('prod/eu-west-1')).toBe(0);
  expect(states('prod/eu-west-1')).toEqual([
    ['success', 'inactive'],
    ['success', 'inactive'],
    ['success', 'inactive'],
  ]);
});

test('the deployments of a commit and environment are listed over all pages, newest first', async () => {
  const github = await room.client();
  for (let count = 0; count < 120; count += 1)
    await github.createDeployment({ ...wish, environment: 'many', key: `${count}` });
  await github.createDeployment({ ...wish, ref: 'b'.repeat(40), key: 'newer' });
  const found = await github.deployments({ environment: 'many' });
  expect(found).toHaveLength(120);
  expect(found[0]?.key).toBe('119');
  expect(await github.deployments({ sha: 'b'.repeat(40) })).toMatchObject([{ key: 'newer' }]);
});

test('a commit that GitHub does not have is told', async () => {
  room.api.world.refs = new Map();
  await expect((await room.client()).createDeployment(wish)).rejects.toMatchObject({
    code: 'github-invalid',
    message: expect.stringContaining('No ref found'),
  });
});

test('without its permission it says which line to add', async () => {
  room.api.world.tokens.set('reader', {
    login: 'github-actions[bot]',
    id: 1,
    type: 'Bot',
    permissions: { deployments: 'read' },
  });
  await expect((await room.client({ token: 'reader' })).createDeployment(wish)).rejects.toMatchObject({
    code: 'github-forbidden',
    fix: expect.arrayContaining([expect.stringContaining('`deployments: write`')]),
  });
});

test('pull requests are read; an issue is none', async () => {
  addPull(room.api, 7, { state: 'closed', merged: true });
  addPull(room.api, 8, {
    head: { ref: 'x', sha: 'd'.repeat(40), repository: 'mallory/orders' },
    author: 'dependabot[bot]',
  });
  room.api.world.issues.add(9);
  const github = await room.client();
  expect(await github.pullRequest(7)).toMatchObject({ number: 7, state: 'closed', merged: true, fork: false });
  expect(await github.pullRequest(8)).toMatchObject({
    state: 'open',
    fork: true,
    headRepository: 'mallory/orders',
    author: 'dependabot[bot]',
  });
  expect(await github.pullRequest(9)).toBeUndefined();
});

test('environments tell what protects them', async () => {
  room.api.world.environments.set('prod', {
    name: 'prod',
    reviewers: ['mona'],
    waitTimer: 30,
    branchPolicy: { protected_branches: true, custom_branch_policies: false },
  });
  room.api.world.environments.set('open', { name: 'open' });
  const github = await room.client();
  expect(await github.environment('prod')).toEqual({
    name: 'prod',
    reviewers: ['mona'],
    waitTimer: 30,
    branchPolicy: true,
    customRules: [],
  });
  expect(await github.environment('open')).toEqual({
    name: 'open',
    reviewers: [],
    waitTimer: 0,
    branchPolicy: false,
    customRules: [],
  });
  expect(await github.environment('prdo')).toBeUndefined();
});

test('the repository has an id that stays', async () => {
  expect(await (await room.client()).repositoryId()).toBe(4_711);
});

test('any failure of GitHub is a sentence with what to do', async () => {
  const github = await room.client();
  for (const [answer, code] of [
    [refusal(403, 'Resource not accessible by integration'), 'github-forbidden'],
    [refusal(404, 'Not Found'), 'github-not-found'],
    [refusal(422, 'Validation Failed'), 'github-invalid'],
    [refusal(503, 'Service unavailable'), 'github-unavailable'],
    ['reset', 'github-unreachable'],
  ] as const) {
    room.api.inject({ operation: 'getRepository', answer, times: 5 });
    await expect(github.repositoryId()).rejects.toMatchObject({ name: 'UserError', code });
    room.api.reset();
  }
});
