import { CloudFormationClient, CreateStackCommand, paginateDescribeStacks } from '@aws-sdk/client-cloudformation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { previewStackName } from '../../src/preview/names.ts';
import type { RunResult } from '../../src/report/run-result.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { type LocalGitHub, refusal, startGitHub } from '../github/index.ts';
import { addPull } from '../github/room.ts';
import { plainTemplate, writes } from '../support/plain-app.ts';
import { ACCOUNT, openPreviewRoom, type PreviewRoom } from '../support/preview-room.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';

const HOME = 'eu-west-1';
const AWAY = 'eu-central-1';
/** The account of the other region. */
const OTHER = '222222222222';
const config = `application: orders
stacks: { api: { template: template.yaml } }
environments: { prod: { targets: [us-east-1] } }
preview:
  targets:
    ${HOME}: { account: "${ACCOUNT}" }
    ${AWAY}: { account: "${ACCOUNT}" }
`;
/** The other region in another account. */
const wide = config.replace(/(eu-central-1: \{ account: ).*\}/, `$1"${OTHER}", role-to-assume: previews }`);
const quick = { build: 'never' };

let cloud: Cloud;
let gitHub: LocalGitHub;
let room: PreviewRoom;

beforeAll(async () => {
  [cloud, gitHub] = await Promise.all([
    startCloud({ regions: [HOME, AWAY], accounts: [ACCOUNT, OTHER] }),
    startGitHub(),
  ]);
  const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  await cloud.createRole(OTHER, 'previews', { trust });
});
afterAll(async () => {
  await Promise.all([cloud.stop(), gitHub.close()]);
});
beforeEach(() => {
  room = openPreviewRoom(cloud, gitHub, { 'template.yaml': plainTemplate, 'multi-region.yml': config });
  cloud.clearCalls();
});
afterEach(() => {
  const problems = [...gitHub.problems];
  room[Symbol.dispose]();
  expect(problems).toEqual([]);
});

/** Names of the stacks in a region, but for that of SAM's bucket. */
async function names(region: string, account = ACCOUNT): Promise<readonly string[]> {
  const client = new CloudFormationClient(clientOptions(cloud, region, rootKeys(account)));
  const found: string[] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {}))
    found.push(...Stacks.map(({ StackName = '' }) => StackName));
  client.destroy();
  return found.filter((name) => !name.startsWith('aws-sam-cli')).sort();
}

async function createStack(name: string, tags: Readonly<Record<string, string>>): Promise<void> {
  const client = new CloudFormationClient(clientOptions(cloud, HOME));
  await client.send(
    new CreateStackCommand({
      StackName: name,
      TemplateBody: plainTemplate,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  client.destroy();
}

const resultOf = ({ outputs }: ProductRun): RunResult => JSON.parse(outputs['result'] ?? '') as RunResult;
const found = (run: ProductRun) =>
  (resultOf(run).previews ?? []).map(({ target, pullRequest, decision }) => [target, pullRequest, decision]);
const close = (number: number) => {
  const pull = gitHub.world.pulls.get(number);
  if (pull) pull.state = 'closed';
};

describe('a pull request that gets no credentials', () => {
  const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

  test('from a fork is checked, is told so, and is no failure', async () => {
    const run = await room.preview({ number: 3, action: 'opened', from: 'eve/orders' }, {}, noKeys);
    expect({ code: run.exitCode, summary: run.summary }).toEqual({
      code: 0,
      summary: expect.stringContaining('a fork'),
    });
    expect(run.summary).toContain('its configuration and templates are valid');
    expect(cloud.calls).toEqual([]);
  });
});

test('on pull_request_target nothing is done', async () => {
  const run = await room.preview({ number: 3, action: 'opened', name: 'pull_request_target' }, quick);
  expect([run.exitCode, run.summary]).toEqual([2, expect.stringContaining('pull-request-target')]);
  expect(cloud.calls).toEqual([]);
});

describe('a preview', () => {
  test('whose pull request was closed meanwhile is not deployed', async () => {
    addPull(gitHub, 4, { state: 'closed' });
    const late = await runCli(['preview', '--pull-request', '4', '--repository', 'acme/orders', '--yes'], {
      cwd: room.folder,
      env: { ...cloud.env(ACCOUNT), GITHUB_API_URL: gitHub.url, GITHUB_TOKEN: gitHub.token },
      withSam: false,
    });
    expect([late.exitCode, late.stdout]).toEqual([0, expect.stringContaining('closed by now')]);
    expect(writes(cloud)).toEqual([]);
  });

  test('is deleted also where the branch has taken it out of its configuration', async () => {
    await room.preview({ number: 9, action: 'opened' }, quick);
    expect(await names(AWAY)).toHaveLength(1);
    room.write('multi-region.yml', config.replace(/ +eu-central-1.*\n/, ''));
    const closed = await room.preview({ number: 9, action: 'closed' }, quick);
    expect([closed.exitCode, resultOf(closed).instances.length]).toEqual([0, 2]);
    expect([await names(HOME), await names(AWAY)]).toEqual([[], []]);
  });

  test('never takes or deletes the stack of somebody else who has its name', async () => {
    const repository = { name: 'acme/orders' };
    const name = previewStackName('api', { application: 'orders', repository, number: 5 });
    await createStack(name, { 'sam-multi-region:repository': 'eve/orders' });
    cloud.clearCalls();
    const deployed = await room.preview({ number: 5, action: 'opened' }, quick);
    expect([deployed.exitCode, deployed.summary]).toEqual([2, expect.stringContaining('belongs to eve/orders')]);
    const deleted = await room.preview({ number: 5, action: 'closed' }, quick);
    expect([deleted.exitCode, deleted.outputs['status']]).toEqual([1, 'failed']);
    expect(writes(cloud).filter((call) => !call.includes('Put'))).toEqual([]);
    expect(await names(HOME)).toEqual([name]);
  });
});

describe('cleanup', () => {
  beforeAll(async () => {
    // What nobody may touch: somebody else's preview, a stack without tags, one with half of them.
    const tags = { 'sam-multi-region:repository': 'acme/orders', 'sam-multi-region:repository-id': '4711' };
    await createStack('theirs-pr-1-api', {
      ...tags,
      'sam-multi-region:repository-id': '1',
      'sam-multi-region:pull-request': '6',
    });
    await createStack('orders-prod', {});
    await createStack('half', tags);
  });

  beforeEach(() => room.write('multi-region.yml', wide));

  test('finds what a lost close event left in two accounts, shows it, and deletes it only when it is told to', async () => {
    const before = await names(HOME);
    await room.preview({ number: 6, action: 'opened' }, quick);
    await room.preview({ number: 7, action: 'opened' }, quick);
    close(6);
    const shown = await room.cleanup();
    expect({ code: shown.exitCode, status: shown.outputs['status'] }).toEqual({ code: 0, status: 'planned' });
    expect(found(shown)).toEqual(
      expect.arrayContaining([
        [HOME, 6, 'delete'],
        [AWAY, 6, 'delete'],
        [HOME, 7, 'keep'],
        [HOME, undefined, 'keep'],
      ]),
    );
    expect(shown.summary).toContain('pull request 6 is closed');
    expect(await names(HOME)).toHaveLength(before.length + 2);

    // A region that does not answer keeps nobody else waiting.
    cloud.blackout(AWAY, 'refuse');
    const half = await room.cleanup({ execute: 'true' });
    cloud.restore(AWAY);
    expect([half.exitCode, half.summary]).toEqual([1, expect.stringContaining('unreachable')]);
    expect(await names(HOME)).toHaveLength(before.length + 1);
    expect(await names(AWAY, OTHER)).toHaveLength(2);

    const done = await room.cleanup({ 'dry-run': 'false' });
    expect([done.exitCode, done.outputs['status']]).toEqual([0, 'succeeded']);
    expect((await names(AWAY, OTHER)).map((name) => name.slice(0, 11))).toEqual(['orders-pr-7']);
    const [comment] = [...gitHub.world.comments.values()].filter(({ issue }) => issue === 6);
    expect(comment?.body).toContain('deleted');
    expect(await names(HOME)).toEqual(expect.arrayContaining(['theirs-pr-1-api', 'orders-prod', 'half']));
  });

  test('deletes nothing because GitHub does not answer, or hides a pull request', async () => {
    close(7);
    gitHub.inject({ operation: 'getPullRequest', answer: refusal(403, 'Forbidden') });
    const blind = await room.cleanup({ execute: 'true' });
    gitHub.world.pulls.delete(7);
    const hidden = await room.cleanup({ execute: 'true' });
    for (const run of [blind, hidden]) {
      expect([run.exitCode, run.outputs['status']]).toEqual([4, 'inconclusive']);
      expect(found(run)).toEqual(
        expect.arrayContaining([
          [HOME, 7, 'keep'],
          [AWAY, 7, 'keep'],
        ]),
      );
    }
    expect(writes(cloud).filter((call) => call.includes('Delete'))).toEqual([]);
  });
});
