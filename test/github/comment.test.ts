import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { comment } from '../../src/commands/comment.ts';
import type { RunContext } from '../../src/context.ts';
import { createOutcomeFile } from '../../src/github/outcome-file.ts';
import type { Options } from '../../src/options/values.ts';
import { readIfThere } from '../../src/read-if-there.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { RunResult } from '../../src/report/run-result.ts';
import { instance, result, timed } from '../unit/report/samples.ts';
import { refusal, serverError } from './index.ts';
import { addPull, useGitHub } from './room.ts';

const room = useGitHub();
const MERGE = 'd'.repeat(40);
const where: Options = { environment: 'prod', config: 'multi-region.yml', 'working-directory': '.' };

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'outcomes-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

/** A step that ends like this leaves its file, as an artifact that is taken from another job. */
async function leave(name: string, event: RunEvent, options = where, attempt = 1): Promise<void> {
  const renderer = createOutcomeFile(`${name}.json`, options, {
    clock: room.clock,
    warn: (text) => expect(text).toBe(''),
    run: { attempt },
    save: async (path, text) => {
      mkdirSync(join(cwd, 'outcomes', name), { recursive: true });
      writeFileSync(join(cwd, 'outcomes', name, path), text);
    },
  });
  renderer.event(timed(event));
  await renderer.close?.();
}

const finished = (more: Partial<RunResult>): RunEvent => ({
  type: 'run.finished',
  result: result([instance('api', 'eu-west-1')], more),
});
const failedGate = finished({
  command: 'verify',
  status: 'failed',
  instances: [],
  gates: [
    {
      gate: 'smoke',
      kind: 'http',
      moment: 'after',
      verdict: 'fail',
      reason: 'status 500 <b>@mona</b>',
      target: 'eu-west-1',
    } as never,
  ],
});

async function tell(
  options: Options = {},
  env: Readonly<Record<string, string>> = {},
): Promise<readonly (readonly [string, string])[]> {
  const said: (readonly [string, string])[] = [];
  const context = {
    cwd,
    env: { GITHUB_REPOSITORY: 'acme/orders', GITHUB_RUN_ID: '7', GITHUB_SHA: MERGE, ...env },
    readFile: readIfThere,
    nameOption: (name: string) => `input "${name}"`,
    report: (event: RunEvent) => void (event.type === 'note' && said.push([event.level, event.text])),
    gitHub: () => room.client(),
  } as unknown as RunContext;
  await comment({ ...where, outcomes: 'outcomes', ...options }, context);
  return said;
}

const bodies = () => [...room.api.world.comments.values()].map(({ issue, body }) => [issue, body] as const);
const merged = () => addPull(room.api, 12, { state: 'closed', merged: true, mergeCommit: MERGE });

test('the pull request whose merge made the commit is told why, step by step', async () => {
  merged();
  addPull(room.api, 13, { head: { ref: 'x', sha: MERGE, repository: 'acme/orders' } });
  await leave('verify', failedGate);
  await room.clock.sleep(1_000);
  await leave('rollback', finished({ command: 'rollback', status: 'succeeded' }));
  expect(await tell()).toEqual([['info', expect.stringContaining('/pull/12#issuecomment-')]]);
  const [[issue, body = ''] = [0, '']] = bodies();
  expect(issue).toBe(12);
  expect(body).toMatch(/## ❌ The deployment to prod failed[\s\S]*### .*verify[\s\S]*status 500[\s\S]*### .*rollback/);
  expect(body).not.toMatch(/<b>|@mona/);
  expect(body).toContain('(<https://github.com/acme/orders/actions/runs/7>)');
});

test('a later attempt that ends well says so in that comment, and leaves out what was', async () => {
  merged();
  await leave('verify', failedGate);
  await tell();
  await tell({ 'job-result': 'success' }, { GITHUB_RUN_ATTEMPT: '2' });
  expect(bodies()).toEqual([[12, expect.stringContaining('✅ The deployment to prod succeeded in a later attempt')]]);
  expect(bodies()[0]?.[1]).not.toContain('status 500');
});

test.each(['failure', 'cancelled'] as const)(
  'an attempt that dies without a word (%s) says so; what an earlier one left is marked',
  async (jobResult) => {
    merged();
    await leave('verify', failedGate);
    await tell();
    expect(bodies()[0]?.[1]).not.toMatch(/attempt|before it could say why/);
    await tell({ 'job-result': jobResult }, { GITHUB_RUN_ATTEMPT: '2' });
    const marked = /The job ended before it could say why[^\n]*\n\nFrom attempt 1:\n\n### .*verify[\s\S]*status 500/;
    expect(bodies()).toEqual([[12, expect.stringMatching(marked)]]);
  },
);

test('a deployment that goes well makes no comment', async () => {
  merged();
  expect(await tell({ 'job-result': 'success' })).toEqual([['info', expect.stringContaining('it went well')]]);
  expect(bodies()).toEqual([]);
});

test('what another environment or an earlier attempt left is not told', async () => {
  merged();
  await leave('staging', failedGate, { ...where, environment: 'staging' });
  await tell();
  expect(bodies()[0]?.[1]).toContain('ended before it could say why');
  const problems = [{ code: 'older-release', message: 'release 1 is older', fix: ['Roll back.'] }];
  await leave(
    'deploy',
    { type: 'run.refused', refusal: { schema: 1, command: 'deploy', status: 'refused', problems, exitCode: 2 } },
    where,
    2,
  );
  await leave('verify', failedGate);
  await tell({}, { GITHUB_RUN_ATTEMPT: '2' });
  expect(bodies()).toEqual([[12, expect.stringMatching(/deploy refused[\s\S]*release 1 is older[\s\S]*Roll back/)]]);
  expect(bodies()[0]?.[1]).not.toContain('status 500');
});

test('a commit that belongs to no pull request is told nowhere: the summary of the run has it', async () => {
  await leave('verify', failedGate);
  expect(await tell()).toEqual([['info', 'commit dddddddddddd belongs to no pull request: nothing is commented']]);
  expect(bodies()).toEqual([]);
});

test('a number is taken as it is given, and one that is none is refused', async () => {
  addPull(room.api, 7);
  await tell({ 'pull-request': '#7' });
  expect(bodies()).toEqual([[7, expect.stringContaining('failed')]]);
  await expect(tell({ 'pull-request': '7; rm -rf' })).rejects.toMatchObject({ code: 'pull-request-invalid' });
});

test('a comment that somebody deleted is made again, and that of a later run stays', async () => {
  merged();
  await tell();
  room.api.world.comments.clear();
  await tell({}, { GITHUB_RUN_ID: '9' });
  expect(bodies()).toHaveLength(1);
  expect(await tell()).toEqual([['info', expect.stringContaining('a later run has commented already')]]);
});

test.each([
  [
    '403',
    'listPullRequestsAssociatedWithCommit',
    refusal(403, 'Resource not accessible by integration'),
    'pull-requests',
  ],
  ['422', 'listPullRequestsAssociatedWithCommit', refusal(422, 'No commit found for SHA'), 'No commit found'],
  ['404', 'createComment', refusal(404, 'Not Found'), 'does not find it'],
  ['502, every time', 'createComment', serverError, 'githubstatus.com'],
] as const)('HTTP %s of %s is a warning that says what to do', async (_status, operation, answer, sentence) => {
  merged();
  room.api.inject({ operation, answer, times: 100 });
  expect(await tell()).toEqual([['warning', expect.stringContaining(sentence)]]);
});
