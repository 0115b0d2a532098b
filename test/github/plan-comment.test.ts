import { expect, test } from '@jest/globals';
import { createPlanComment } from '../../src/github/plan-comment.ts';
import type { ReportPorts } from '../../src/github/reports.ts';
import type { Options } from '../../src/options/values.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { RunResult } from '../../src/report/run-result.ts';
import { instance, plan, planned, result, timed, variedPlan } from '../unit/report/samples.ts';
import { refusal, serverError } from './index.ts';
import { addPull, useGitHub } from './room.ts';

const room = useGitHub();

/** A run of `plan` that ends with these events, and what it tells people. */
async function comment(
  number: number,
  events: readonly RunEvent[],
  more: { options?: Options; run?: ReportPorts['run']; token?: string } = {},
) {
  const said: string[] = [];
  const warned: string[] = [];
  const { clock } = room;
  const renderer = createPlanComment(number, more.options ?? {}, {
    connect: (_token, { mostWaitMs }) =>
      room.client({ ...(mostWaitMs !== undefined && { mostWaitMs }), ...(more.token && { token: more.token }) }),
    clock,
    signal: new AbortController().signal,
    say: (text) => void said.push(text),
    warn: (text) => void warned.push(text),
    run: more.run ?? { number: 1, commit: 'd'.repeat(40), runUrl: 'https://github.com/acme/orders/actions/runs/1' },
  });
  for (const event of events) renderer.event(timed(event));
  await renderer.close?.();
  return { said, warned };
}

const bodies = () => [...room.api.world.comments.values()].map(({ body }) => body);
const finished = (more: Partial<RunResult> = {}): RunEvent => ({
  type: 'run.finished',
  result: result([instance('api', 'eu-west-1', { state: 'skipped' })], {
    command: 'plan',
    status: 'planned',
    plan: variedPlan(),
    ...more,
  }),
});

test('the plan is one comment, updated in place, with the link to the summary', async () => {
  addPull(room.api, 7);
  expect((await comment(7, [finished()])).warned).toEqual([]);
  const again = await comment(7, [finished({ plan: plan([planned('api', 'eu-west-1', { kind: 'no-change' })]) })]);
  expect(again.said).toEqual([
    expect.stringMatching(/^the plan is in https:\/\/github\.com\/acme\/orders\/pull\/7#issuecomment-/),
  ]);
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).toContain('## Plan of orders for prod');
  expect(bodies()[0]).toContain('1 stack in 1 target: 1 unchanged.');
  expect(bodies()[0]).toContain('(<https://github.com/acme/orders/actions/runs/1>)');
  expect(bodies()[0]).toContain('Commit <code>ddddddd</code>');
});

test('another environment or folder has its own comment', async () => {
  addPull(room.api, 7);
  await comment(7, [finished()], { options: { environment: 'prod' } });
  await comment(7, [finished()], { options: { environment: 'staging' } });
  await comment(7, [finished()], { options: { 'working-directory': 'shop', environment: 'prod' } });
  expect(bodies()).toHaveLength(3);
});

test('a run that was overtaken does not write over the later one', async () => {
  addPull(room.api, 7);
  await comment(7, [finished()], { run: { number: 12 } });
  const late = await comment(7, [finished({ environment: 'old' })], { run: { number: 11 } });
  expect(late.said).toEqual([expect.stringContaining('a later run has commented already')]);
  expect(bodies()[0]).not.toContain('for old');
});

test('a plan that failed is told in the same comment, and so is one that was refused', async () => {
  addPull(room.api, 7);
  await comment(7, [finished()]);
  const failed = planned('api', 'eu-west-1', { kind: 'failed', reason: 'no such bucket', fix: ['Make it.'] });
  await comment(7, [finished({ status: 'failed', plan: plan([failed]) })]);
  expect(bodies()).toEqual([expect.stringContaining('❌ Plan of orders for prod')]);
  expect(bodies()[0]).toContain('cannot be planned in eu-west-1: no such bucket');
  const problems = [{ code: 'unknown-key', message: 'regoins does not exist', fix: ['Did you mean regions?'] }];
  await comment(7, [
    { type: 'run.refused', refusal: { schema: 1, command: 'plan', status: 'refused', problems, exitCode: 2 } },
  ]);
  expect(bodies()).toEqual([expect.stringContaining('❌ No plan')]);
  expect(bodies()[0]).toContain('regoins does not exist');
  expect(bodies()[0]).toContain('Did you mean regions?');
});

test('a cancelled run leaves the comment as it is', async () => {
  addPull(room.api, 7);
  await comment(7, [finished({ status: 'cancelled' })]);
  expect(bodies()).toEqual([]);
});

test('a number that is an issue is told and nothing is written there', async () => {
  room.api.world.issues.add(9);
  const { warned } = await comment(9, [finished()]);
  expect(warned).toEqual([expect.stringContaining('9 is no pull request of acme/orders')]);
  expect(bodies()).toEqual([]);
});

test.each([
  ['403', refusal(403, 'Resource not accessible by integration'), '`pull-requests: write`'],
  ['404', refusal(404, 'Not Found'), 'does not find it'],
  ['422', refusal(422, 'Validation Failed'), 'does not take it'],
  ['502, every time', serverError, 'githubstatus.com'],
  ['no answer', 'reset', 'no answer'],
] as const)('HTTP %s is told with what to do; the plan is what it was', async (_name, answer, sentence) => {
  addPull(room.api, 7);
  room.api.inject({ operation: 'createComment', answer, times: 100 });
  const { warned } = await comment(7, [finished()]);
  expect(warned).toEqual([expect.stringContaining(sentence)]);
});

test('no token at all is told with what to do', async () => {
  const warned: string[] = [];
  const renderer = createPlanComment(
    7,
    {},
    {
      connect: async () => {
        const { gitHubSettings } = await import('../../src/github/settings.ts');
        gitHubSettings({}, undefined, (name) => `--${name}`);
        throw new Error('not reached');
      },
      clock: room.clock,
      signal: new AbortController().signal,
      say: () => undefined,
      warn: (text) => void warned.push(text),
      run: {},
    },
  );
  renderer.event(timed(finished()));
  await renderer.close?.();
  expect(warned).toEqual([expect.stringContaining('GITHUB_TOKEN')]);
});
