import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunResult } from '../../src/report/run-result.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { type GitApp, gitApp } from '../support/git-app.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';

const HOME = { account: '111111111111', region: 'eu-west-1' };
const AWAY = { account: '222222222222', region: 'eu-central-1' };
const PIN = '0123456789abcdef0123456789abcdef01234567';

let cloud: Cloud;
let app: GitApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: [HOME.region, AWAY.region], auth: true });
  app = gitApp();
  await run([
    'init',
    '--pin',
    PIN,
    '--regions',
    'eu-west-1,eu-central-1',
    '--accounts',
    'eu-west-1=111111111111,eu-central-1=222222222222',
  ]);
});
afterAll(async () => {
  await cloud.stop();
  app[Symbol.dispose]();
});

const run = (args: readonly string[], account = HOME.account): Promise<ProductRun> =>
  runCli(args, { cwd: app.folder, env: cloud.env(account), withSam: false });

/** A run of a person whose shared AWS configuration has these profiles, and who has no other credentials. */
function withProfiles(args: readonly string[], profiles: Readonly<Record<string, string>>): Promise<ProductRun> {
  const text = Object.entries(profiles).map(([name, account]) => {
    const { accessKeyId, secretAccessKey } = rootKeys(account);
    return `[${name}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  });
  app.write('.aws/credentials', text.join('\n'));
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...env } = cloud.env(HOME.account);
  const files = { AWS_SHARED_CREDENTIALS_FILE: `${app.folder}/.aws/credentials`, AWS_CONFIG_FILE: '/dev/null' };
  return runCli(args, { cwd: app.folder, env: { ...env, ...files }, withSam: false });
}
const PROFILES = { work: HOME.account, prod: AWAY.account };
const profileOf = (home: string, away: string) => ['--profile', `${HOME.account}=${home},${AWAY.account}=${away}`];

async function stackOf({ account, region }: typeof HOME) {
  const client = new CloudFormationClient(clientOptions(cloud, region, rootKeys(account)));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  client.destroy();
  return Stacks.map(({ StackName, StackStatus, Outputs = [] }) => ({
    StackName,
    StackStatus,
    provider: Outputs.find(({ OutputKey }) => OutputKey === 'OidcProvider')?.OutputValue,
  }));
}

const COMMAND =
  'aws cloudformation deploy --region eu-central-1 --stack-name orders-bootstrap --template-file bootstrap.yaml --capabilities CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset';
const PROVIDER = 'oidc-provider/token.actions.githubusercontent.com';

test('without a template, and with an account that nobody configured, it is refused', async () => {
  const missing = await run(['bootstrap', '--yes', '--bootstrap-template', 'none.yaml']);
  expect({ exitCode: missing.exitCode, says: missing.stderr + missing.stdout }).toEqual({
    exitCode: 2,
    says: expect.stringMatching(/there is no none\.yaml[\s\S]*sam-multi-region init/),
  });
  const unknown = await run(['bootstrap', '--yes', '--accounts', '333333333333']);
  expect({ exitCode: unknown.exitCode, says: unknown.stderr + unknown.stdout }).toEqual({
    exitCode: 2,
    says: expect.stringContaining('Its accounts are 111111111111, 222222222222.'),
  });
});

test.each<readonly [string, string, RegExp]>([
  ['that does not exist', 'nobody', /profile "nobody".*222222222222/],
  ['of another account', 'work', /profile "work": 222222222222 is configured for account 222222222222.* account 1{12}/],
])('with a profile %s nothing is changed in any account', async (_, away, shows) => {
  const { exitCode, stdout, stderr } = await withProfiles(['bootstrap', '--yes', ...profileOf('work', away)], PROFILES);
  expect({ exitCode, says: `${stdout}${stderr}` }).toEqual({ exitCode: 2, says: expect.stringMatching(shows) });
  expect([await stackOf(HOME), await stackOf(AWAY)]).toEqual([[], []]);
});

test('it prints a command for each account, and calls nobody', async () => {
  cloud.clearCalls();
  const { exitCode, stdout } = await run(['bootstrap', '--print-commands', '--parameters', 'Previews=true']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`with credentials of 222222222222: ${COMMAND} --parameter-overrides Previews=true\n`);
  expect(stdout).toContain('with credentials of 111111111111: aws cloudformation deploy --region eu-west-1 ');
  const other = await run(['bootstrap', '--print-commands', '--profile', `${AWAY.account}=prod`]);
  expect(other.stdout).toContain(`222222222222: ${COMMAND} --profile prod\n`);
  expect(cloud.calls).toEqual([]);
});

test('a dry run shows what would be made, and leaves nothing', async () => {
  const { stdout } = await run(['bootstrap', '--dry-run', '--accounts', HOME.account]);
  expect(stdout).toMatch(/DeployRoleProd +AWS::IAM::Role +\+/);
  expect(await stackOf(HOME)).toEqual([]);
});

test('the accounts that the credentials reach get the roles, and the command for the others is told', async () => {
  const { exitCode, stdout } = await run(['bootstrap', '--yes']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining(`222222222222: ${COMMAND}\n`) });
  const made = { StackName: 'orders-bootstrap', StackStatus: 'CREATE_COMPLETE' };
  expect(await stackOf(HOME)).toEqual([{ ...made, provider: `arn:aws:iam::111111111111:${PROVIDER}` }]);
  expect(await stackOf(AWAY)).toEqual([]);
});

test('a provider that the account has already is used, and asking for it is in the ledger', async () => {
  await cloud.createRole(AWAY.account, 'somebody-elses');
  const { exitCode, stdout } = await run(
    ['bootstrap', '--yes', '--accounts', AWAY.account, '--output', 'json'],
    AWAY.account,
  );
  expect(exitCode).toBe(0);
  const { plan, calls } = JSON.parse(stdout) as RunResult;
  expect(plan?.instances[0]?.changes.map(({ logicalId }) => logicalId).sort()).toEqual([
    'CloudFormationRole',
    'DeployRoleProd',
    'PackageRole',
    'PlanPolicy',
    'PlanRole',
  ]);
  expect(calls).toContainEqual(expect.objectContaining({ service: 'IAM', region: 'us-east-1', calls: 1, errors: 0 }));
  expect(await stackOf(AWAY)).toEqual([expect.objectContaining({ provider: `arn:aws:iam::222222222222:${PROVIDER}` })]);
});

test('what a stack was given it keeps, and says where the template has something else by now', async () => {
  const text = app.read('bootstrap.yaml') ?? '';
  app.write('bootstrap.yaml', text.replace('Default: "octo"', 'Default: "squid"'));
  const { exitCode, stdout } = await run(['bootstrap', '--yes', '--accounts', HOME.account]);
  app.write('bootstrap.yaml', text);
  const says = expect.stringContaining('GitHubOwner stays octo; --parameters GitHubOwner=squid');
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: says });
});

test('a second time nothing changes in any account, each reached with its profile: a provider of its own is no other one', async () => {
  const { exitCode, stdout } = await withProfiles(['bootstrap', '--yes', ...profileOf('work', 'prod')], PROFILES);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('2 stacks no-change') });
});
