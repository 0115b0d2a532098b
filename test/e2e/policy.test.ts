import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { putObject } from '../cloud/emulator/testing.ts';
import { permissionsApp } from '../support/permissions-app.ts';
import { without } from '../support/policy-proof.ts';
import { LOST_UPLOAD, OLDER_REGION, openPolicyRoom, type Place, type PolicyRoom } from '../support/policy-room.ts';
import { runAction } from '../support/run-product.ts';

// Some forty runs, each a process of its own, on a shared machine.
const HOME = { account: '111111111111', region: 'eu-west-1' };
const AWAY = { account: '222222222222', region: 'eu-central-1' };
const config = `application: shop
stacks:
  api: { template: template.yaml, stack-name: shop, parameters: { Mark: "\${ssm:/shop/mark}" } }
environments:
  prod:
    targets:
      eu-west-1: { account: "${HOME.account}" }
      eu-central-1: { account: "${AWAY.account}" }
    service-role: cfn
    stack-policy: { Statement: [{ Effect: Allow, Action: "Update:*", Principal: "*", Resource: "*" }] }
    termination-protection: true
`;
const COMMANDS = ['plan', 'deploy', 'status', 'remove'] as const;
type Command = (typeof COMMANDS)[number];

let room: PolicyRoom<Command>;
/** Id of the one release that all runs deploy. Parameters make the stack change and fail. */
let release = '';

beforeAll(async () => {
  // Our uploads have parts of 5 MiB.
  room = await openPolicyRoom(permissionsApp(6), [HOME, AWAY], {
    plan: { command: 'plan', config },
    deploy: { command: 'deploy', config },
    status: { command: 'status', config },
    remove: { command: 'remove', config },
  });
  await room.setParameter('/shop/mark', 'first');
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const at = ({ region }: Place, ...more: readonly string[]) => ['--targets', region, '--release', release, ...more];
const deployAt = (place: Place, ...parameters: readonly string[]) =>
  at(place, '--yes', ...parameters.flatMap((parameter) => ['--parameters', parameter]));
const NESTED_FAILURE = { exitCode: 1, shows: /Child\.Inner.*The part is broken/s };

describe('the printed policies are enough, and nothing is refused on the way, to', () => {
  test('package, make the bucket, plan a new stack, and execute exactly that plan', async () => {
    const file = ['--plan-file', 'plan.json'];
    const args = ['--targets', HOME.region, '--output', 'json', ...file];
    const { stdout } = await room.scenario('plan', args, { withSam: true });
    release = (JSON.parse(stdout) as { readonly release: { readonly id: string } }).release.id;
    expect(room.called()).toContain('ExecuteChangeSet');
    // There is no inventory yet.
    await room.scenario('remove', ['--targets', HOME.region, '--yes']);
    await room.scenario('deploy', [...deployAt(HOME), ...file]);
  });

  test('copy a release to another account, also after an upload that was given up', async () => {
    await room.scenario('deploy', deployAt(AWAY), { fault: LOST_UPLOAD, exitCode: 1 });
    expect(room.called()).toContain('AbortMultipartUpload');
    await room.scenario('plan', at(AWAY), { fault: LOST_UPLOAD, exitCode: 1 });
    await room.scenario('plan', at(AWAY));
    expect(room.called()).toEqual(
      expect.arrayContaining(['CompleteMultipartUpload', 'DeleteChangeSet', 'DeleteStack']),
    );
    await room.scenario('deploy', at(AWAY, '--dry-run'));
  });

  test('recreate a stack whose first create failed half-way', async () => {
    const shows = 'The part is broken';
    await room.scenario('deploy', [...deployAt(AWAY, 'Fail=always'), '--disable-rollback'], { exitCode: 1, shows });
    await room.scenario('plan', at(AWAY), { shows: 'deletes it and creates it anew' });
    await room.scenario('deploy', deployAt(AWAY, 'Fail=never'));
    expect(room.called()).toEqual(expect.arrayContaining(['DeleteStack', 'GetTemplate', 'ExecuteChangeSet']));
  });

  test('see that nothing changes', async () => {
    await room.scenario('plan', at(HOME));
    await room.scenario('deploy', deployAt(HOME));
    expect(room.called()).not.toContain('ExecuteChangeSet');
  });

  test('find out why early validation failed', async () => {
    await putObject(room.cloud.url, 'taken-already', 'key', 'body');
    const expected = { exitCode: 1, shows: 'taken-already' };
    await room.scenario('plan', at(HOME, '--parameters', 'Taken=taken-already'), expected);
    await room.scenario('deploy', deployAt(HOME, 'Taken=taken-already'), expected);
    expect(room.called()).toContain('DescribeEvents');
  });

  test('find out why a hook refused a change set', async () => {
    const hook = {
      type: 'Acme::Topics::Check',
      contains: 'Topic',
      reason: 'no topics today',
      rules: [{ name: 'topics', message: 'x' }],
    };
    await room.cloud.control('hooks', { hooks: [hook] });
    await room.setParameter('/shop/mark', 'hooked');
    const expected = { exitCode: 1, shows: /Acme::Topics::Check.*no topics today/s };
    await room.scenario('plan', at(HOME), expected);
    await room.scenario('deploy', deployAt(HOME), expected);
    expect(room.called()).toEqual(expect.arrayContaining(['ListHookResults', 'GetHookResult']));
    await room.cloud.control('hooks', { hooks: [] });
  });

  test('change a stack, and find out what failed in a nested one', async () => {
    await room.setParameter('/shop/mark', 'second');
    await room.scenario('plan', at(HOME, '--parameters', 'Taken='));
    await room.scenario('deploy', deployAt(HOME, 'Taken='));
    await room.scenario('deploy', deployAt(HOME, 'InnerFail=always'), NESTED_FAILURE);
    await room.scenario('deploy', deployAt(HOME, 'InnerFail=always'), { ...NESTED_FAILURE, fault: OLDER_REGION });
    expect(room.called()).toContain('DescribeStackEvents');
  });

  test('bring a stuck rollback to its end', async () => {
    await room.scenario('deploy', deployAt(AWAY, 'Fail=stuck'), { exitCode: 1 });
    await room.scenario('deploy', deployAt(AWAY, 'Fail=never'), { exitCode: 1 });
    expect(room.called()).toContain('ContinueUpdateRollback');
  });

  test('show the environment', async () => {
    await room.scenario('status', [], { exitCode: 1, shows: 'UPDATE_ROLLBACK_FAILED' });
  });
});

describe('without one action of the printed policy a deployment is refused, and says which:', () => {
  test.each([
    ['Stacks', 'cloudformation:CreateChangeSet'],
    ['Stacks', 'cloudformation:ExecuteChangeSet'],
    ['Transforms', 'cloudformation:CreateChangeSet'],
    ['Parameters', 'ssm:GetParameter'],
    ['Artifacts', 's3:PutObject'],
    ['ServiceRole', 'iam:PassRole'],
  ])('%s %s', async (sid, action) => {
    const role = `no-${sid}-${action.replace(':', '-')}`;
    const policy = without(room.policyOf('deploy'), sid, 'Action', action);
    await room.cloud.createRole(HOME.account, role, { policies: [policy] });
    await room.setParameter('/shop/mark', role);
    room.cloud.clearCalls();
    const { exitCode, stderr, stdout } = await room.runAs(role, 'deploy', deployAt(HOME));
    expect({ exitCode, output: `${stdout}${stderr}` }).toEqual({
      exitCode: 1,
      output: expect.stringContaining(action),
    });
    const executed = room.cloud.calls.filter((call) => call.action === 'ExecuteChangeSet' && call.status === 200);
    expect(executed).toEqual([]);
  });
});

test('the policy of remove is enough to remove a target, and to find out what stands in the way', async () => {
  await room.scenario('deploy', deployAt(HOME, 'InnerFail=delete'));
  await room.unprotect('shop', HOME);
  await room.unprotect('shop', AWAY);
  const removal = ({ region }: Place) => ['--targets', region, '--delete-stacks', '--yes'];
  await room.scenario('remove', removal(HOME), NESTED_FAILURE);
  await room.scenario('remove', removal(HOME), { ...NESTED_FAILURE, fault: OLDER_REGION });
  await room.scenario('remove', removal(AWAY));
});

test.each(COMMANDS)('every action and resource in the policy of %s is needed by one of these runs', async (command) => {
  expect(await room.unneeded(command)).toEqual([]);
});

test('the action prints the policy of the command that its input names', async () => {
  room.app.write('multi-region.yml', config);
  const inputs = { command: 'policy', for: 'status' };
  const { exitCode, stdout } = await runAction(inputs, { cwd: room.app.folder, env: {}, withSam: false });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toEqual(room.policyOf('status'));
});
