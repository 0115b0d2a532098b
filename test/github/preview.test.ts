import { describe, expect, test } from '@jest/globals';
import { createAnnouncer } from '../../src/preview/announce.ts';
import type { RunEvent } from '../../src/report/events.ts';
import type { InstanceResult } from '../../src/report/run-result.ts';
import { refusal, serverError } from './index.ts';
import { addPull, useGitHub } from './room.ts';

const room = useGitHub();
const URL_OUT = 'https://abc.execute-api.eu-west-1.amazonaws.com/';

function instance(target: string, more: Partial<InstanceResult> = {}): InstanceResult {
  return {
    instance: `api@${target}`,
    target,
    stack: 'api',
    stackName: 'shop-pr-7-api-1',
    region: target,
    phase: 'preview',
    state: 'succeeded',
    failures: [],
    fix: [],
    outputs: { Arn: 'arn:x', ApiUrl: URL_OUT },
    changes: { add: 1, modify: 0, remove: 0, replace: 0 },
    ...more,
  };
}

async function announcer(commit: string | undefined = 'a'.repeat(40), number = 7) {
  const events: RunEvent[] = [];
  const gitHub = await room.client();
  const facts = { number, application: 'shop', logUrl: 'https://github.com/acme/orders/actions/runs/1' };
  const made = createAnnouncer(
    { ...facts, ...(commit !== undefined && { commit }) },
    { gitHub, report: (event) => void events.push(event) },
  );
  return { ...made, events };
}

const records = () =>
  [...room.api.world.deployments.values()].map(({ environment, transient, statuses }) => [
    environment,
    transient,
    statuses.map(({ state }) => state).join(),
    statuses.at(-1)?.environmentUrl,
  ]);
const bodies = () => [...room.api.world.comments.values()].map(({ body }) => body);

describe('the pull request of a preview', () => {
  test('is told in one comment and a record for each target, which the next push replaces and the deletion ends', async () => {
    addPull(room.api, 7);
    addPull(room.api, 8);
    const neighbour = await announcer('e'.repeat(40), 8);
    await neighbour.started(['eu-west-1']);
    await neighbour.deployed([instance('eu-west-1')]);

    const first = await announcer();
    await first.started(['eu-west-1', 'eu-central-1']);
    await first.deployed([instance('eu-west-1'), instance('eu-central-1', { state: 'failed', reason: 'no' })], 0);
    expect(records().slice(1)).toEqual([
      ['preview/eu-west-1', true, 'in_progress,success', URL_OUT],
      ['preview/eu-central-1', true, 'in_progress,failure', URL_OUT],
    ]);
    expect(bodies()[1]).toMatch(/failed: 1 of 2 stacks[\s\S]*api in eu-central-1.*no[\s\S]*aaaaaaa.*1970-01-01/);

    const second = await announcer('b'.repeat(40));
    await second.started(['eu-west-1', 'eu-central-1']);
    await second.deployed([instance('eu-west-1'), instance('eu-central-1')]);
    expect(bodies()).toHaveLength(2);
    expect(bodies()[1]).toContain('ready');
    expect(records().map(([, , states]) => states)).toEqual([
      'in_progress,success',
      'in_progress,success,inactive',
      'in_progress,failure,inactive',
      'in_progress,success',
      'in_progress,success',
    ]);

    const last = await announcer(undefined);
    await last.deleted([instance('eu-west-1'), instance('eu-central-1', { state: 'stuck', reason: 'still full' })]);
    expect(records().map(([, , states]) => String(states).split(',').at(-1))).toEqual([
      'success',
      'inactive',
      'inactive',
      'inactive',
      'success',
    ]);
    expect(bodies()[1]).toMatch(/could not be deleted[\s\S]*still full/);
    await last.deleted([instance('eu-west-1', { state: 'no-change' }), instance('eu-central-1')]);
    expect(bodies()[1]).toMatch(/Preview of <code>shop<\/code> deleted/);
  });

  test('that never had a preview is not told that it has none', async () => {
    addPull(room.api, 7);
    await (await announcer()).deleted([instance('eu-west-1', { state: 'no-change' })]);
    expect(bodies()).toEqual([]);
  });

  test('is told of a deployment that was refused by its records alone', async () => {
    const refused = await announcer();
    await refused.started(['eu-west-1']);
    await refused.failed();
    expect(records().map(([, , states]) => states)).toEqual(['in_progress,failure']);
    expect(bodies()).toEqual([]);
  });

  test('cannot be told by a token that may not: a warning for each says what to add', async () => {
    addPull(room.api, 7);
    const answer = refusal(403, 'Resource not accessible by integration');
    for (const operation of ['listDeployments', 'listComments'] as const)
      room.api.inject({ operation, answer, times: 9 });
    const quiet = await announcer();
    await quiet.started(['eu-west-1', 'eu-central-1']);
    await quiet.deployed([instance('eu-west-1')]);
    expect(quiet.events).toEqual([
      expect.objectContaining({ level: 'warning', text: expect.stringContaining('deployments: write') }),
      expect.objectContaining({ level: 'warning', text: expect.stringContaining('pull-requests: write') }),
    ]);
    expect(room.api.requests.filter(({ operation }) => operation === 'listDeployments')).toHaveLength(1);
  });

  test('is asked once where GitHub does not answer', async () => {
    addPull(room.api, 7);
    room.api.inject({ answer: serverError, times: 50 });
    const quiet = await announcer();
    await quiet.started(['eu-west-1', 'eu-central-1']);
    await quiet.deployed([instance('eu-west-1')]);
    expect(quiet.events).toHaveLength(1);
  });

  test('gets nothing that a stack, a template or AWS says as markup', async () => {
    addPull(room.api, 7);
    const evil = '</code><img src=x>`${{ github.token }}` **b** [x](javascript:alert(1)) @acme\n# head | cell';
    const told = await announcer();
    await told.deployed([
      instance('eu-west-1', {
        state: 'failed',
        stack: evil,
        reason: evil,
        fix: [evil],
        outputs: { [evil]: 'https://x/', Url: `https://x/${evil}` },
      }),
      instance('eu-central-1', { outputs: { [evil]: 'https://x.example/a)b' } }),
    ]);
    const [body = ''] = bodies();
    expect(body).not.toMatch(/<img|\$\{\{|\*\*b\*\*|\]\(javascript|@acme|^# head/m);
    for (const line of body.split('\n').filter((text) => text.startsWith('|')))
      expect(line.match(/\|/g)).toHaveLength(5);
  });

  test('with a thousand regions gets a comment that GitHub takes', async () => {
    addPull(room.api, 7);
    const many = Array.from({ length: 1_000 }, (_, index) =>
      instance(`target-${index}`, { state: 'failed', reason: 'x'.repeat(2_000) }),
    );
    await (await announcer()).deployed(many);
    expect(bodies()[0]?.length).toBeLessThan(65_536);
    expect(bodies()[0]).toContain('failed: 1000 of 1000 stacks');
  });
});
