import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { inAccounts } from '../../../src/bootstrap/account-conditions.ts';
import { genericSubject } from '../../../src/bootstrap/generic-subject.ts';
import type { BootstrapEnvironment, BootstrapSubject } from '../../../src/bootstrap/model.ts';
import { roleCommands, roleStatements } from '../../../src/bootstrap/role-commands.ts';
import { deployRoleName, logicalIds } from '../../../src/bootstrap/role-names.ts';
import { pipelineRoles } from '../../../src/bootstrap/roles.ts';
import { bootstrapTemplate } from '../../../src/bootstrap/template.ts';
import { forecastPermissions } from '../../../src/commands/deploy/permissions.ts';
import { permissions } from '../../../src/commands/policy/table.ts';

/** IAM user guide, "IAM and AWS STS quotas": all inline policies of a role together, without white space. */
const INLINE_LIMIT = 10_240;
/** The same page: characters of the trust policy of a role. */
const TRUST_LIMIT = 2_048;
/** CloudFormation quotas: what is handed over as text, as `aws cloudformation deploy` does. */
const BODY_LIMIT = 51_200;

const subject = genericSubject();
const [{ policy }] = subject.environments as readonly [BootstrapEnvironment];

interface Role {
  readonly Condition?: string;
  readonly Properties: {
    readonly RoleName: string;
    readonly Policies: readonly object[];
    readonly AssumeRolePolicyDocument?: object;
  };
}
const resourcesOf = async (of: BootstrapSubject): Promise<Readonly<Record<string, Role>>> => {
  const parsed = parse(await bootstrapTemplate(of), { logLevel: 'silent' }) as { Resources: Record<string, Role> };
  return parsed.Resources;
};

describe.each(Object.keys(roleCommands) as (keyof typeof roleCommands)[])('the %s role', (role) => {
  test('may do all that its commands ask for', async () => {
    const allowed = new Set(
      (await roleStatements(role, [policy])).flatMap(({ Sid, Action }) =>
        Action.map((action) => `${Sid.replace(/\d+$/, '')} ${action}`),
      ),
    );
    const commands = roleCommands[role].map((command) =>
      role === 'plan' && command === 'plan' ? async () => forecastPermissions : permissions[command],
    );
    for (const command of commands)
      for (const { Sid, Action } of (await command())(policy))
        for (const action of Action) expect(allowed).toContain(`${Sid} ${action}`);
  });

  test('has a policy that IAM takes: no Sid twice, and below its limit for 20 stacks', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `orders-service-number-${index}`);
    // However many stacks there are, the names of their previews begin with that of the application.
    const stackNames = role === 'preview' ? ['orders-with-a-long-name-pr-*'] : names;
    const statements = await roleStatements(role, [{ ...policy, stackNames }], 'orders');
    const sids = statements.map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(sids.length);
    expect(JSON.stringify(statements).length).toBeLessThan(INLINE_LIMIT);
  });
});

test('stacks that are too many to be named are meant by the beginning that they share', async () => {
  const stackNames = Array.from({ length: 90 }, (_, index) => `orders-staging-service-number-${index}`);
  const statements = await roleStatements('deploy', [{ ...policy, stackNames }], 'orders');
  const stacks = statements.find(({ Sid }) => Sid === 'Stacks');
  expect(stacks?.Resource).toEqual([expect.stringContaining('stack/orders-staging-service-number-*/*')]);
});

test('without its option the plan role may delete nothing, whatever pull requests make of it', async () => {
  const { PlanRole } = await resourcesOf(subject);
  const [always, option] = PlanRole?.Properties.Policies ?? [];
  expect(JSON.stringify(always)).not.toContain('DeleteStack');
  expect(JSON.stringify(option)).toMatch(/^\["PlanDeletes".*DeleteStack/);
});

test('the template fits into a call, also for four environments that use everything', async () => {
  expect(Buffer.byteLength(await bootstrapTemplate(subject))).toBeLessThan(BODY_LIMIT);
  const names = ['dev', 'test', 'staging', 'prod'];
  const environments = names.map((name) => environmentOf(name, ACCOUNTS));
  const four = { ...subject, application: 'orders', environments };
  expect(Buffer.byteLength(await bootstrapTemplate(four))).toBeLessThan(BODY_LIMIT);
});

const ACCOUNTS = ['111111111111', '222222222222'];
const environmentOf = (name: string, accounts: readonly string[]): BootstrapEnvironment => ({
  name,
  gitHubEnvironments: [name],
  accounts,
  policy: { ...policy, stackNames: [`orders-${name}`] },
});

test('what the roles of five environments trust is below the limit of IAM', async () => {
  const names = ['development', 'integration', 'staging', 'production-eu', 'production-us'];
  const environments = names.map((name) => environmentOf(name, ACCOUNTS));
  const filled: Readonly<Record<string, string>> = {
    GitHubOwner: 'a-company-of-some-size',
    GitHubOwnerId: '123456789',
    GitHubRepository: 'orders-service',
    GitHubRepositoryId: '1234567890',
  };
  const roles = Object.entries(await resourcesOf({ ...subject, environments }));
  const trusts = roles.flatMap(([id, { Properties }]) => {
    const trust = JSON.stringify(Properties.AssumeRolePolicyDocument ?? '');
    const text = trust.replace(/\$\{(\w+)\}/g, (_, name: string) => filled[name] ?? name);
    return trust.includes('githubusercontent') ? [{ id, length: text.length }] : [];
  });
  expect(trusts).toHaveLength(8);
  for (const { id, length } of trusts) expect({ id, fits: length < TRUST_LIMIT }).toEqual({ id, fits: true });
});

test('each environment has a role of its own, in the accounts of its targets alone', async () => {
  const environments = [environmentOf('prod', ['222222222222']), environmentOf('staging', ['111111111111'])];
  const made = { ...subject, environments, previewAccounts: ['333333333333'] };
  const text = await bootstrapTemplate(made);
  expect(text).toContain('WithDeployRoleProd: !Equals [!Ref AWS::AccountId, "222222222222"]\n');
  expect(text).toContain('WithPreviews: !And [!Equals [!Ref Previews, "true"], !Equals [!Ref AWS::AccountId, "333');
  const { DeployRoleProd, DeployRoleStaging, DeployRole } = await resourcesOf(made);
  expect(DeployRole).toBeUndefined();
  expect([DeployRoleProd, DeployRoleStaging].map((role) => [role?.Condition, role?.Properties.RoleName])).toEqual([
    ['WithDeployRoleProd', '${Application}-deploy-prod'],
    ['WithDeployRoleStaging', '${Application}-deploy-staging'],
  ]);
});

test('what the roles of several environments are allowed alike stands in one policy, which each of them has', async () => {
  const environments = [environmentOf('prod', ACCOUNTS), environmentOf('staging', ACCOUNTS)];
  const roles = (await pipelineRoles({ ...subject, environments })).filter(({ end }) => end.startsWith('deploy-'));
  expect(roles).toHaveLength(2);
  for (const [index, { shared, statements }] of roles.entries()) {
    const { policy: own } = environments[index] as BootstrapEnvironment;
    const all = await roleStatements('deploy', [own]);
    expect(shared?.statements.length).toBeGreaterThan(10);
    const allowed = [...(shared?.statements ?? []), ...statements].filter(({ Effect }) => Effect === 'Allow');
    expect(new Set(allowed.map((one) => JSON.stringify(one)))).toEqual(new Set(all.map((one) => JSON.stringify(one))));
    expect(JSON.stringify(statements)).not.toContain(`stack/orders-${index === 0 ? 'staging' : 'prod'}`);
  }
});

describe('a role is denied what belongs to the environments beside it', () => {
  const deniedTo = async (name: string, environments: readonly BootstrapEnvironment[]) => {
    const roles = await pipelineRoles({ ...subject, application: 'orders', environments });
    const statements = roles.find(({ end }) => end === `deploy-${name}`)?.statements ?? [];
    return statements.filter(({ Effect }) => Effect === 'Deny').flatMap(({ Resource }) => Resource);
  };
  const shop = (name: string, stackNames: readonly string[], accounts = ACCOUNTS): BootstrapEnvironment => ({
    ...environmentOf(name, accounts),
    policy: { ...policy, stackNames },
  });

  test('where they share an account: what runs keep of them, and stacks that its patterns reach', async () => {
    const environments = [shop('prod', ['orders']), shop('staging', ['orders-staging'])];
    const state = (name: string) =>
      ['.json', '/*'].map((end) => expect.stringMatching(`s3:::\\*/sam-multi-region/\\*/orders/${name}\\${end}`));
    expect(await deniedTo('prod', environments)).toEqual([
      expect.stringContaining('stack/orders-staging/*'),
      expect.stringContaining('stack/orders-staging-*/*'),
      ...state('staging'),
    ]);
    expect(await deniedTo('staging', environments)).toEqual(state('prod'));
  });

  test('but not its own nested stacks, whose names begin with that of another one', async () => {
    const environments = [shop('prod', ['orders']), shop('green', ['orders-green-2', 'orders-green'])];
    const denied = await deniedTo('green', [...environments, shop('blue', ['orders-green-2-blue', 'orders-green'])]);
    expect(denied.filter((arn) => arn.includes(':stack/')).map((arn) => arn.replace(/.*:stack/, ''))).toEqual([
      '/orders-green-2-blue/*',
      '/orders-green-2-blue-*/*',
    ]);
  });

  test('and nothing where the accounts differ', async () => {
    const environments = [shop('prod', ['orders'], ['222222222222']), shop('staging', ['orders'], ['111111111111'])];
    expect(await deniedTo('prod', environments)).toEqual([]);
  });
});

test('the names of roles fit, and those of two environments are never the same', () => {
  const application = 'a'.repeat(40);
  const names = ['production-in-europe-1', 'production-in-europe-2', 'prod'].map((name) =>
    deployRoleName(application, name),
  );
  expect(Math.max(...names.map(({ length }) => length))).toBe(64);
  expect(new Set(names).size).toBe(3);
  expect(names.at(-1)).toBe(`${application}-deploy-prod`);
  expect(deployRoleName('orders', 'production-in-europe-1')).toBe('orders-deploy-production-in-europe-1');
  const ids = logicalIds('DeployRole', ['eu.prod', 'eu-prod', 'staging']);
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => /^[A-Za-z0-9]+$/.test(id))).toBe(true);
});

test('more accounts than one condition takes are named in groups, and too many in none', () => {
  const accounts = Array.from({ length: 12 }, (_, index) => String(100_000_000_000 + index));
  expect(inAccounts(accounts.slice(0, 10))?.match(/!Or/g)).toHaveLength(1);
  const nested = inAccounts(accounts) ?? '';
  expect(nested.match(/!Or/g)).toHaveLength(3);
  expect(nested.match(/!Equals/g)).toHaveLength(12);
  expect(inAccounts(undefined)).toBeUndefined();
  expect(inAccounts(Array.from({ length: 101 }, String))).toBeUndefined();
});
