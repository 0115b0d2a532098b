import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootstrapSubject } from '../../src/bootstrap/subject-of.ts';
import { bootstrapTemplate } from '../../src/bootstrap/template.ts';
import { readIfThere } from '../../src/read-if-there.ts';
import { FORECASTS } from '../../src/release/forecast.ts';
import { putObject } from '../cloud/emulator/testing.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import type { Claims } from '../cloud/oidc.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { type LocalGitHub, startGitHub } from '../github/index.ts';
import { type PlainApp, plainApp, plainTemplate } from '../support/plain-app.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';

const ACCOUNT = '111111111111';
const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const TEMPLATE = readFileSync(join(import.meta.dirname, '../../templates/bootstrap/template.yaml'), 'utf8');
const config = (role: string) => `application: shop
stacks: { api: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    role-to-assume: ${role}
    service-role: shop-cloudformation
    gates: [{ alarm: shop-errors }]
    bake: 0s
    targets:
      eu-west-1: { account: "${ACCOUNT}" }
      eu-central-1: { account: "${ACCOUNT}" }
`;

/** Both in one account, and `duo` begins the name of the other's stack. */
const TWO_ENVIRONMENTS = `application: duo
stacks: { api: { template: template.yaml } }
environments:
  prod:
    role-to-assume: duo-deploy-prod
    service-role: duo-cloudformation
    stacks: { api: { stack-name: duo } }
    targets: { eu-west-1: { account: "${ACCOUNT}" } }
  staging:
    role-to-assume: duo-deploy-staging
    service-role: duo-cloudformation
    stacks: { api: { stack-name: duo-staging } }
    targets: { eu-west-1: { account: "${ACCOUNT}" } }
preview:
  role-to-assume: duo-preview
  service-role: duo-cloudformation
  targets: { eu-west-1: { account: "${ACCOUNT}" } }
`;

let cloud: Cloud;
let app: PlainApp;

async function bootstrap(parameters: Readonly<Record<string, string>>, template = TEMPLATE): Promise<void> {
  const client = new CloudFormationClient(clientOptions(cloud, REGIONS[0], rootKeys(ACCOUNT)));
  await client.send(
    new CreateStackCommand({
      StackName: `${parameters['Application']}-bootstrap`,
      TemplateBody: template,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  const { Stacks = [] } = await client.send(
    new DescribeStacksCommand({ StackName: `${parameters['Application']}-bootstrap` }),
  );
  client.destroy();
  expect(Stacks.map(({ StackStatus, StackStatusReason }) => [StackStatus, StackStatusReason])).toEqual([
    ['CREATE_COMPLETE', ''],
  ]);
}

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS, accounts: [ACCOUNT], auth: true });
  app = plainApp(`${plainTemplate}  Mark: { Value: !Ref Mark }\n`);
  const repository = { GitHubOwner: 'octo', GitHubRepository: 'orders' };
  await bootstrap({ Application: 'shop', ...repository });
  await bootstrap({
    Application: 'bound',
    ...repository,
    GitHubOwnerId: '11',
    GitHubRepositoryId: '22',
    OidcProviderArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
    Previews: 'true',
  });
  await bootstrap({
    Application: 'closed',
    ...repository,
    OidcProviderArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
    Previews: 'true',
    PullRequests: 'false',
    JobWorkflowRef: 'octo/pipelines/.github/workflows/deploy.yml@*',
  });
  app.write('multi-region.yml', TWO_ENVIRONMENTS);
  const request = { config: 'multi-region.yml', environments: ['prod', 'staging'], branch: 'main' };
  const two = await bootstrapSubject(
    { ...request, repository: { owner: 'octo', name: 'orders' } },
    { cwd: app.folder, readFile: readIfThere },
  );
  const provider = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
  await bootstrap({ Application: 'duo', OidcProviderArn: provider }, await bootstrapTemplate(two));
  for (const region of REGIONS) {
    const cloudwatch = new CloudWatchClient(clientOptions(cloud, region, rootKeys(ACCOUNT)));
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'shop-errors',
        Namespace: 'shop',
        MetricName: 'errors',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
      }),
    );
    await cloudwatch.send(
      new SetAlarmStateCommand({ AlarmName: 'shop-errors', StateValue: 'OK', StateReason: 'test' }),
    );
    cloudwatch.destroy();
  }
});
afterAll(async () => {
  await cloud.stop();
  app[Symbol.dispose]();
});

/** A run of the product as a job with these claims; nothing is refused on the way, not even quietly. */
async function job(
  text: string,
  claims: Claims,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<ProductRun> {
  app.write('multi-region.yml', text);
  cloud.clearCalls();
  const run = await runCli(args, { cwd: app.folder, env: { ...cloud.githubEnv(claims), ...more }, withSam: false });
  const denied = cloud.deniedCalls.map(({ errorMessage }) => errorMessage);
  expect({ args, denied, output: run.exitCode === 0 ? '' : `${run.stdout}${run.stderr}` }).toEqual({
    args,
    denied: [],
    output: '',
  });
  return run;
}

const PROD = { environment: 'prod' };
const PULL_REQUEST = { sub: 'repo:octo/orders:pull_request', ref: 'refs/pull/7/merge' };

describe('the roles of the bootstrap template are enough', () => {
  test('for a pull request to plan, and for the environment to deploy, verify and roll back', async () => {
    await job(config('shop-deploy-prod'), PROD, ['deploy', '--yes', '--parameters', 'Mark=first']);
    await job(config('shop-plan'), PULL_REQUEST, ['plan', '--parameters', 'Mark=second']);
    await job(config('shop-deploy-prod'), PROD, ['deploy', '--yes', '--parameters', 'Mark=second']);
    await job(config('shop-deploy-prod'), PROD, ['verify']);
    await job(config('shop-deploy-prod'), PROD, ['rollback', '--to', 'previous', '--yes']);
  });
});

describe('the preview role of the template is enough', () => {
  let gitHub: LocalGitHub;
  beforeAll(async () => {
    gitHub = await startGitHub({ repository: { owner: 'octo', name: 'orders' } });
    app.write('preview.yaml', `${plainTemplate.replace('Outputs:', '  Files: { Type: AWS::S3::Bucket }\nOutputs:')}`);
  });
  afterAll(() => gitHub.close());

  const pull = (number: number, state: 'open' | 'closed'): void => {
    const head = { ref: 'change', sha: 'a'.repeat(40), repository: 'octo/orders' };
    gitHub.world.pulls.set(number, { number, title: 'A change', state, merged: false, head, author: 'mona' });
  };
  const run = (claims: Claims, ...args: readonly string[]): Promise<ProductRun> => {
    const text = TWO_ENVIRONMENTS.replace('template.yaml', 'preview.yaml');
    const env = { GITHUB_REPOSITORY: 'octo/orders', GITHUB_API_URL: gitHub.url, GITHUB_TOKEN: gitHub.token };
    return job(text, claims, [...args, '--yes'], env);
  };
  const preview = (number: number, ...more: readonly string[]) =>
    run(PULL_REQUEST, 'preview', '--pull-request', String(number), ...more);
  const resources = (type: string) => previewResources('duo-pr-', type);

  test('for a pull request to deploy its preview and to delete it with all it holds', async () => {
    pull(7, 'open');
    await preview(7);
    const [bucket = ''] = await resources('AWS::S3::Bucket');
    await putObject(cloud.url, bucket, 'left', 'over');
    pull(7, 'closed');
    expect((await preview(7, '--delete')).stdout).toContain(`bucket ${bucket}: 1 object versions deleted`);
    expect(await resources('AWS::S3::Bucket')).toEqual([]);
  });

  test('for the default branch to find what was forgotten, and to delete it', async () => {
    pull(8, 'open');
    await preview(8);
    pull(8, 'closed');
    expect(await resources('AWS::SNS::Topic')).toHaveLength(1);
    await run({}, 'cleanup', '--execute');
    expect(await resources('AWS::SNS::Topic')).toEqual([]);
  });
});

async function stackNames(): Promise<readonly string[]> {
  const client = new CloudFormationClient(clientOptions(cloud, REGIONS[0], rootKeys(ACCOUNT)));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  client.destroy();
  return Stacks.map(({ StackName = '' }) => StackName);
}

/** Physical ids of what the previews that are there have of one type. */
async function previewResources(start: string, type: string): Promise<readonly string[]> {
  const names = (await stackNames()).filter((name) => name.startsWith(start));
  const client = new CloudFormationClient(clientOptions(cloud, REGIONS[0], rootKeys(ACCOUNT)));
  const lists = await Promise.all(names.map((StackName) => client.send(new ListStackResourcesCommand({ StackName }))));
  client.destroy();
  return lists
    .flatMap(({ StackResourceSummaries = [] }) => StackResourceSummaries)
    .flatMap(({ ResourceType, PhysicalResourceId = '' }) => (ResourceType === type ? [PhysicalResourceId] : []));
}

/** Whether a token with these claims gets the role. */
async function trusted(role: string, claims: Claims): Promise<boolean> {
  const sts = new STSClient(clientOptions(cloud, REGIONS[0]));
  const token = cloud.oidc.token({ aud: 'sts.amazonaws.com', ...claims });
  const asked = sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
      RoleSessionName: 'test',
      WebIdentityToken: token,
    }),
  );
  const answer = await asked.then(
    () => '',
    (error: Error) => error.name,
  );
  sts.destroy();
  expect(answer).toMatch(/^(|AccessDenied(Exception)?|InvalidIdentityToken(Exception)?)$/);
  return answer === '';
}

const IDS = { repository_id: '22', repository_owner_id: '11' };
const immutable = (end: string, owner = '11', repository = '22') => ({
  ...IDS,
  sub: `repo:octo@${owner}/orders@${repository}:${end}`,
});
const PLANNING = { environment: 'prod-plan' };
const BRANCH = { ref: 'refs/heads/feature' };

describe('a job gets', () => {
  test.each<readonly [string, string, Claims]>([
    ['the deploy role in the environment', 'shop-deploy-prod', PROD],
    ['the deploy role with ids in its sub', 'shop-deploy-prod', { ...PROD, ...immutable('environment:prod') }],
    ['the plan role in a pull request', 'shop-plan', PULL_REQUEST],
    ['the plan role in a pull request with ids in its sub', 'shop-plan', immutable('pull_request')],
    ['the plan role on the default branch', 'shop-plan', {}],
    ['the plan role in the environment that asks nobody', 'shop-plan', PLANNING],
    ['the package role in the environment that asks nobody', 'shop-package', PLANNING],
    ['a role that is bound to the id', 'bound-deploy-prod', { ...PROD, ...IDS }],
    ['a role that is bound to the id, with ids in its sub', 'bound-deploy-prod', immutable('environment:prod')],
    ['the preview role in a pull request', 'bound-preview', { ...PULL_REQUEST, ...IDS }],
    ['the preview role on the default branch, to clean up', 'bound-preview', IDS],
    [
      'a role that is bound to a reusable workflow',
      'closed-deploy-prod',
      { ...PROD, job_workflow_ref: 'octo/pipelines/.github/workflows/deploy.yml@0123abc' },
    ],
  ])('%s', async (_, role, claims) => {
    expect(await trusted(role, claims)).toBe(true);
  });
});

describe('a job is refused', () => {
  test.each<readonly [string, string, Claims]>([
    ['from another repository', 'shop-deploy-prod', { ...PROD, repository: 'octo/other' }],
    ['from a fork', 'shop-deploy-prod', { ...PROD, repository: 'mallory/orders' }],
    ['from a pull request of a fork', 'shop-plan', { sub: 'repo:mallory/orders:pull_request' }],
    ['from another owner whose name begins alike', 'shop-plan', { sub: 'repo:octo-evil/orders:pull_request' }],
    ['from another repository with ids', 'shop-deploy-prod', { sub: 'repo:octo@11/other@33:environment:prod' }],
    ['that hides the repository in a branch', 'shop-plan', { sub: 'repo:octo@1/x@2:ref:refs/heads/a/orders@3' }],
    ['in another environment', 'shop-deploy-prod', { environment: 'staging' }],
    ['in an environment that begins alike', 'shop-deploy-prod', { environment: 'prod-2' }],
    ['without an environment', 'shop-deploy-prod', {}],
    ['in a pull request, for the deploy role', 'shop-deploy-prod', PULL_REQUEST],
    ['on another branch, for the plan role', 'shop-plan', BRANCH],
    ['on another branch, for the package role', 'shop-package', { ...PLANNING, ...BRANCH }],
    ['in a pull request, for the package role', 'shop-package', { ...PLANNING, ref: 'refs/pull/7/merge' }],
    ['without an environment, for the package role', 'shop-package', {}],
    ['for another audience', 'shop-deploy-prod', { ...PROD, aud: 'sts.amazonaws.com.cn' }],
    ['in a repository that took over the name', 'bound-deploy-prod', { ...PROD, repository_id: '33' }],
    [
      'in a repository that took over the name, with ids',
      'bound-deploy-prod',
      immutable('environment:prod', '11', '33'),
    ],
    ['without the id', 'bound-plan', PULL_REQUEST],
    ['in a pull request where these are not trusted', 'closed-plan', PULL_REQUEST],
    ['in a pull request where these are not trusted, for previews', 'closed-preview', PULL_REQUEST],
    [
      'in a pull request that names an environment, where these are not trusted',
      'closed-deploy-prod',
      {
        ...PROD,
        sub: 'repo:octo/orders:environment:prod',
        ref: 'refs/pull/7/merge',
        job_workflow_ref: 'octo/pipelines/.github/workflows/deploy.yml@0123abc',
      },
    ],
    [
      'from a repository whose own subject looks alike',
      'shop-deploy-prod',
      { repository: 'octo/evil', sub: 'repo:octo@1/evil@2:ref:refs/heads/a/orders@b:environment:prod' },
    ],
    [
      'of another workflow',
      'closed-deploy-prod',
      { ...PROD, job_workflow_ref: 'octo/orders/.github/workflows/x.yml@1' },
    ],
    ['where there are no previews', 'shop-preview', PULL_REQUEST],
  ])('%s', async (_, role, claims) => {
    expect(await trusted(role, claims)).toBe(false);
  });
});

describe('of two environments in one account', () => {
  test.each<readonly [string, string, boolean]>([
    ['prod', 'duo-deploy-prod', true],
    ['staging', 'duo-deploy-staging', true],
    ['staging', 'duo-deploy-prod', false],
    ['prod', 'duo-deploy-staging', false],
    ['staging-plan', 'duo-deploy-staging', false],
    ['staging-plan', 'duo-package', true],
  ])('a job in %s and the role %s: %s', async (environment, role, answer) => {
    expect(await trusted(role, { environment })).toBe(answer);
  });

  const stack = (name: string) => `arn:aws:cloudformation:eu-west-1:${ACCOUNT}:stack/${name}/1`;
  const object = (key: string) => `arn:aws:s3:::aws-sam-cli-managed-default-samclisourcebucket-1/${key}`;
  test.each<readonly [string, string, string, boolean]>([
    ['duo-deploy-prod', 'cloudformation:ExecuteChangeSet', stack('duo'), true],
    ['duo-deploy-prod', 'cloudformation:CreateChangeSet', stack('duo-staging'), false],
    ['duo-deploy-prod', 'cloudformation:DeleteStack', stack('duo-staging'), false],
    ['duo-deploy-prod', 'cloudformation:DeleteStack', stack('duo-staging-Nested-1'), false],
    ['duo-deploy-prod', 'cloudformation:DeleteStack', stack('duo-Nested-1'), true],
    ['duo-deploy-staging', 'cloudformation:ExecuteChangeSet', stack('duo-staging'), true],
    ['duo-deploy-staging', 'cloudformation:CreateChangeSet', stack('duo'), false],
    ['duo-deploy-staging', 's3:PutObject', object('sam-multi-region/leases/duo/staging.json'), true],
    ['duo-deploy-staging', 's3:PutObject', object('sam-multi-region/leases/duo/prod.json'), false],
    ['duo-deploy-staging', 's3:DeleteObject', object('sam-multi-region/leases/duo/prod.json'), false],
    ['duo-deploy-staging', 's3:PutObject', object('sam-multi-region/records/duo/prod/api%40eu.json'), false],
    ['duo-preview', 's3:PutObject', object('sam-multi-region/active/duo/prod.json'), false],
    ['duo-preview', 's3:PutObject', object('sam-multi-region/leases/duo/pr-7.json'), true],
    ['duo-package', 's3:PutObject', object('0123456789abcdef0123456789abcdef'), true],
    ['duo-package', 's3:PutObject', object('sam-multi-region/records/duo/prod/api%40eu.json'), false],
    ['duo-package', 'cloudformation:ExecuteChangeSet', stack('duo'), false],
    ['duo-plan', 's3:PutObject', object(`${FORECASTS}/0123456789abcdef0123456789abcdef`), true],
    ['duo-plan', 's3:PutObject', object('0123456789abcdef0123456789abcdef'), false],
    ['duo-plan', 's3:PutObject', object('sam-multi-region/releases/duo/0123456789abcdef.json'), false],
    ['duo-plan', 's3:GetObject', object('0123456789abcdef0123456789abcdef'), true],
    ['duo-plan', 's3:PutBucketPolicy', object('').slice(0, -1), false],
    ['duo-plan', 'cloudformation:CreateChangeSet', stack('aws-sam-cli-managed-default'), false],
  ])('%s may %s on %s: %s', async (role, action, resource, allowed) => {
    const principal = `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/test`;
    const asked = { account: ACCOUNT, principal, action, resource };
    expect(await cloud.control('permissions/may', asked)).toEqual({ allowed });
  });

  test('with the role of one a job deploys no other', async () => {
    app.write('multi-region.yml', TWO_ENVIRONMENTS);
    const options = { cwd: app.folder, env: cloud.githubEnv({ environment: 'staging' }), withSam: false };
    const run = (...args: readonly string[]) => runCli(['deploy', '--yes', ...args], options);
    const own = await run('--environment', 'prod');
    expect({ exitCode: own.exitCode, output: `${own.stdout}${own.stderr}` }).toEqual({
      exitCode: 2,
      output: expect.stringContaining('duo-deploy-prod'),
    });
    const borrowed = await run('--environment', 'prod', '--role-override', 'duo-deploy-staging');
    expect({ exitCode: borrowed.exitCode, output: `${borrowed.stdout}${borrowed.stderr}` }).toEqual({
      exitCode: 1,
      output: expect.stringMatching(/not authorized to perform/),
    });
    expect(await stackNames()).not.toContain('duo');
  });
});

test('a plan of a new stack leaves the empty one, which its role may not delete, and says so', async () => {
  app.write('multi-region.yml', config('shop-plan').replace('stack-name: shop', 'stack-name: shop-new'));
  const run = await runCli(['plan', '--targets', 'eu-west-1'], {
    cwd: app.folder,
    env: cloud.githubEnv(PULL_REQUEST),
    withSam: false,
  });
  expect({ exitCode: run.exitCode, output: run.stdout }).toEqual({
    exitCode: 0,
    output: expect.stringMatching(/warning.*cloudformation:DeleteStack/),
  });
});
