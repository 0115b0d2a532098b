import { expect, test } from '@jest/globals';
import { refusal, secondaryRateLimit, serverError } from './index.ts';
import { addPull, useGitHub } from './room.ts';

const room = useGitHub();

const bodies = () => [...room.api.world.comments.values()].map(({ body }) => body);
const asked = () => room.api.requests.map(({ operation }) => operation);

test('one comment of a key is made once and then updated in place', async () => {
  addPull(room.api, 7);
  const first = await (await room.client()).upsertComment(7, 'plan/prod', 'one');
  const second = await (await room.client()).upsertComment(7, 'plan/prod', 'two');
  const other = await (await room.client()).upsertComment(7, 'plan/staging', 'three');
  expect([first.created, second.created, other.created]).toEqual([true, false, true]);
  expect(second.url).toBe(first.url);
  expect(bodies()).toEqual([
    '<!-- sam-multi-region:plan/prod -->\ntwo',
    '<!-- sam-multi-region:plan/staging -->\nthree',
  ]);
});

test('an earlier comment is found behind hundreds of others', async () => {
  addPull(room.api, 7);
  const { api } = room;
  const author = { login: 'mona', id: 1, type: 'User' } as const;
  for (let id = 1; id <= 250; id += 1)
    api.world.comments.set(id, { id, issue: 7, author, body: `Comment ${id}`, updated: 0 });
  const github = await room.client();
  await github.upsertComment(7, 'plan', 'one');
  expect((await github.upsertComment(7, 'plan', 'two')).created).toBe(false);
  expect(api.world.comments.size).toBe(251);
});

test('a comment of somebody else stays theirs, whatever it begins with', async () => {
  addPull(room.api, 7);
  const forged = '<!-- sam-multi-region:plan -->\nAll is well, merge me';
  for (const [id, login, type] of [
    [1, 'mallory', 'User'],
    [2, 'other[bot]', 'Bot'],
    [3, 'github-actions', 'User'],
  ] as const)
    room.api.world.comments.set(id, { id, issue: 7, author: { login, id, type }, body: forged, updated: 0 });
  expect((await (await room.client()).upsertComment(7, 'plan', 'ours')).created).toBe(true);
  expect(bodies().slice(0, 3)).toEqual([forged, forged, forged]);
});

test('a token of another app or person finds its own comment', async () => {
  addPull(room.api, 7);
  room.api.world.tokens.set('app', { login: 'release-app[bot]', id: 9, type: 'Bot' });
  await (await room.client({ token: 'app' })).upsertComment(7, 'plan', 'one');
  expect((await (await room.client({ token: 'app' })).upsertComment(7, 'plan', 'two')).created).toBe(false);
  expect((await (await room.client()).upsertComment(7, 'plan', 'of the job')).created).toBe(true);
});

test('a comment that is deleted after it was found is made again', async () => {
  addPull(room.api, 7);
  const github = await room.client();
  await github.upsertComment(7, 'plan', 'one');
  room.api.inject({ operation: 'updateComment', answer: refusal(404, 'Not Found') });
  room.api.world.comments.clear();
  expect((await github.upsertComment(7, 'plan', 'two')).created).toBe(true);
  expect(bodies()).toEqual(['<!-- sam-multi-region:plan -->\ntwo']);
});

test('a comment whose answer was lost is not made twice', async () => {
  addPull(room.api, 7);
  room.api.inject({ operation: 'createComment', answer: serverError, when: 'after' });
  expect((await (await room.client()).upsertComment(7, 'plan', 'one')).created).toBe(false);
  room.api.inject({ operation: 'createComment', answer: 'reset', when: 'after' });
  await (await room.client()).upsertComment(7, 'other', 'one');
  expect(bodies()).toHaveLength(2);
});

test('GitHub’s failures are waited out, but not forever', async () => {
  addPull(room.api, 7);
  room.api.inject({ operation: 'listComments', answer: serverError, times: 3 });
  await (await room.client()).upsertComment(7, 'plan', 'one');
  expect(bodies()).toHaveLength(1);
  room.api.inject({ operation: 'listComments', answer: serverError, times: 100 });
  const before = room.api.requests.length;
  await expect((await room.client()).upsertComment(7, 'plan', 'two')).rejects.toMatchObject({
    code: 'github-unavailable',
  });
  expect(room.api.requests.length - before).toBeLessThan(20);
});

test('a secondary rate limit is waited for as long as it asks', async () => {
  addPull(room.api, 7);
  room.api.inject({ operation: 'createComment', answer: secondaryRateLimit(33) });
  await (await room.client()).upsertComment(7, 'plan', 'one');
  expect(room.clock.sleeps).toHaveLength(1);
  expect(room.clock.sleeps[0]).toBeGreaterThanOrEqual(33_000);
  room.api.inject({ operation: 'updateComment', answer: secondaryRateLimit() });
  await (await room.client()).upsertComment(7, 'plan', 'two');
  expect(room.clock.sleeps[1]).toBeGreaterThanOrEqual(60_000);
});

test('a rate limit that lasts longer than our patience is told, with its end', async () => {
  addPull(room.api, 7);
  const reset = Math.ceil(room.clock.now() / 1000) + 3_000;
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
  room.api.inject({ operation: 'listComments', answer: { ...refusal(403, 'API rate limit exceeded'), headers } });
  await expect((await room.client()).upsertComment(7, 'plan', 'one')).rejects.toMatchObject({
    code: 'github-rate-limited',
    message: expect.stringContaining(`until ${new Date(reset * 1000).toISOString()}`),
  });
  expect(room.clock.sleeps).toEqual([]);
});

test('a token that may not comment is told which line to add', async () => {
  addPull(room.api, 7);
  const permissions = { 'pull-requests': 'read' } as const;
  room.api.world.tokens.set('reader', { login: 'github-actions[bot]', id: 1, type: 'Bot', permissions });
  await expect((await room.client({ token: 'reader' })).upsertComment(7, 'plan', 'one')).rejects.toMatchObject({
    code: 'github-forbidden',
    fix: expect.arrayContaining([expect.stringContaining('`pull-requests: write`')]),
  });
  await expect((await room.client({ token: 'expired' })).upsertComment(7, 'plan', 'one')).rejects.toMatchObject({
    code: 'github-token-refused',
  });
});

test('a number that nothing has, and what GitHub does not take, are told', async () => {
  addPull(room.api, 7);
  const github = await room.client();
  await expect(github.upsertComment(8, 'plan', 'one')).rejects.toMatchObject({ code: 'github-not-found' });
  room.api.inject({
    operation: 'createComment',
    answer: refusal(422, 'Validation Failed', { errors: [{ message: 'no good' }] }),
  });
  await expect(github.upsertComment(7, 'plan', 'one')).rejects.toMatchObject({
    code: 'github-invalid',
    message: expect.stringContaining('Validation Failed; no good'),
  });
});

test('our comment is deleted, and only ours', async () => {
  addPull(room.api, 7);
  const github = await room.client();
  expect(await github.deleteComment(7, 'plan')).toBe(false);
  await github.upsertComment(7, 'plan', 'one');
  expect(await github.deleteComment(7, 'plan')).toBe(true);
  expect(bodies()).toEqual([]);
});

test('a key cannot end the hidden marker', async () => {
  addPull(room.api, 7);
  const github = await room.client();
  await github.upsertComment(7, 'x --> <script>', 'one');
  expect(bodies()[0]?.split('\n')[0]).toMatch(/^<!-- sam-multi-region:[\w./%-]+ -->$/);
  expect((await github.upsertComment(7, 'x --> <script>', 'two')).created).toBe(false);
});

test('who we are is asked once', async () => {
  addPull(room.api, 7);
  const github = await room.client();
  await github.upsertComment(7, 'plan', 'one');
  await github.upsertComment(7, 'plan', 'two');
  expect(asked().filter((name) => name === 'graphql')).toHaveLength(1);
});

test('who we are is asked again when GitHub stumbles: a comment of a person is not made twice', async () => {
  addPull(room.api, 7);
  room.api.world.tokens.set('person', { login: 'mona', id: 3, type: 'User' });
  const comment = async () => (await room.client({ token: 'person' })).upsertComment(7, 'plan', 'text');
  await comment();
  room.api.inject({ answer: serverError, times: 2 });
  expect((await comment()).created).toBe(false);
});

test('a token that nobody tells the owner of is taken for that of a job', async () => {
  addPull(room.api, 7);
  await (await room.client()).upsertComment(7, 'plan', 'one');
  room.api.inject({ answer: refusal(403, 'Resource not accessible by integration') });
  expect((await (await room.client()).upsertComment(7, 'plan', 'two')).created).toBe(false);
});

test('an answer that is cut off is asked for again, and what it was of is not done twice', async () => {
  addPull(room.api, 7);
  const github = await room.client();
  room.api.inject({ operation: 'listComments', answer: 'cut' });
  room.api.inject({ operation: 'createComment', answer: 'cut', when: 'after' });
  await github.upsertComment(7, 'plan', 'one');
  expect(bodies()).toHaveLength(1);
  expect(asked().filter((name) => name === 'createComment')).toHaveLength(1);
});

test.each([
  ['cut off every time', 'cut' as const],
  ['a page of a proxy', { status: 200, body: '<html>Sign in</html>' }],
])('an answer that nobody can read is told as none: %s', async (_, answer) => {
  addPull(room.api, 7);
  const github = await room.client();
  room.api.inject({ operation: 'listComments', answer, times: 9 });
  await expect(github.upsertComment(7, 'plan', 'one')).rejects.toMatchObject({
    code: 'github-unreachable',
    message: expect.stringContaining('is no JSON'),
  });
});
