import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type LocalGitHub, startGitHub } from './index.ts';
import { addPull } from './room.ts';

/** What tells this API from a mock: it refuses what GitHub's description does not allow. */

let api: LocalGitHub;
beforeAll(async () => {
  api = await startGitHub();
});
afterEach(() => api.reset());
afterAll(() => api.close());

async function send(method: string, path: string, body?: unknown, token = api.token) {
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const repo = '/repos/acme/orders';

test('a request that the description does not know is refused and remembered', async () => {
  expect((await send('GET', `${repo}/branches`)).status).toBe(501);
  expect(api.problems).toEqual([expect.stringContaining('GET /repos/acme/orders/branches is not known here')]);
});

test.each([
  ['a body without its required property', 'POST', '/issues/1/comments', {}, "body must have required property 'body'"],
  ['a body that is missing', 'POST', '/issues/1/comments', undefined, 'the body is missing'],
  ['a property of the wrong type', 'POST', '/issues/1/comments', { body: 7 }, 'body/body must be string'],
  [
    'a property that is not described',
    'POST',
    '/deployments',
    { ref: 'main', env: 'prod' },
    'property env is not described',
  ],
  [
    'a value that is none of the choices',
    'POST',
    '/deployments/1/statuses',
    { state: 'done' },
    'must be equal to one of the allowed values',
  ],
  ['a number that is none', 'GET', '/pulls/seven', undefined, 'path parameter pull_number must be integer'],
  ['a query that is not described', 'GET', '/pulls?status=open', undefined, 'query parameter status is not described'],
])('%s is refused', async (_name, method, path, body, problem) => {
  addPull(api, 1);
  expect((await send(method, repo + path, body)).status).toBe(422);
  expect(api.problems.join('\n')).toContain(problem);
});

test('answers are GitHub’s own examples with what the world knows, and fit the description', async () => {
  addPull(api, 7, { title: 'A title' });
  api.world.environments.set('prod', {
    name: 'prod',
    reviewers: ['mona'],
    waitTimer: 5,
    branchPolicy: { protected_branches: true, custom_branch_policies: false },
  });
  const answers = [
    await send('GET', repo),
    await send('GET', `${repo}/pulls/7`),
    await send('GET', `${repo}/pulls?state=all`),
    await send('POST', `${repo}/issues/7/comments`, { body: 'Hello' }),
    await send('GET', `${repo}/issues/7/comments`),
    await send('POST', `${repo}/deployments`, { ref: 'main', environment: 'prod', required_contexts: [] }),
    await send('GET', `${repo}/environments/PROD`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 201, 200, 201, 200]);
  expect(answers[1]?.body).toMatchObject({ number: 7, title: 'A title', head: { ref: 'change-7' } });
  expect(api.problems).toEqual([]);
});

test('a token may only what its permissions say, and the answer names what is missing', async () => {
  addPull(api, 7);
  api.world.tokens.set('reader', {
    login: 'github-actions[bot]',
    id: 1,
    type: 'Bot',
    permissions: { 'pull-requests': 'read' },
  });
  expect((await send('GET', `${repo}/pulls/7`, undefined, 'reader')).status).toBe(200);
  const refused = await send('POST', `${repo}/issues/7/comments`, { body: 'x' }, 'reader');
  expect(refused.status).toBe(403);
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write');
  expect((await send('GET', repo, undefined, 'nobody')).status).toBe(401);
});

test('lists come in pages with links', async () => {
  addPull(api, 7);
  for (let count = 0; count < 45; count += 1) await send('POST', `${repo}/issues/7/comments`, { body: `${count}` });
  const first = await send('GET', `${repo}/issues/7/comments`);
  expect(first.body).toHaveLength(30);
  expect(first.headers.get('link')).toContain('page=2>; rel="next"');
  expect((await send('GET', `${repo}/issues/7/comments?page=2`)).body).toHaveLength(15);
});

test('longer comments than GitHub takes are refused', async () => {
  addPull(api, 7);
  expect((await send('POST', `${repo}/issues/7/comments`, { body: 'x'.repeat(65_536) })).status).toBe(201);
  expect((await send('POST', `${repo}/issues/7/comments`, { body: 'x'.repeat(65_537) })).status).toBe(422);
});

test('a success makes earlier deployments of its environment inactive', async () => {
  const ids: number[] = [];
  for (const ref of ['one', 'two']) {
    const { body } = await send('POST', `${repo}/deployments`, { ref, environment: 'prod', required_contexts: [] });
    ids.push(body.id);
    await send('POST', `${repo}/deployments/${body.id}/statuses`, { state: 'success' });
  }
  const states = ids.map((id) => api.world.deployments.get(id)?.statuses.map(({ state }) => state));
  expect(states).toEqual([['success', 'inactive'], ['success']]);
});
