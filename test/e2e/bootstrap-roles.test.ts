import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricAlarmCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import type { Claims } from '../cloud/oidc.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp, plainTemplate } from '../support/plain-app.ts';
import { type ProductRun, runCli } from '../support/run-product.ts';

// Each run is a process of its own, on a shared machine.
jest.setTimeout(300_000);

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

let cloud: Cloud;
let app: PlainApp;

async function bootstrap(parameters: Readonly<Record<string, string>>): Promise<void> {
  const client = new CloudFormationClient(clientOptions(cloud, REGIONS[0], rootKeys(ACCOUNT)));
  await client.send(
    new CreateStackCommand({
      StackName: `${parameters['Application']}-bootstrap`,
      TemplateBody: TEMPLATE,
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

/** A run of the product as a job with these claims, as the role; nothing is refused on the way, not even quietly. */
async function job(role: string, claims: Claims, args: readonly string[]): Promise<ProductRun> {
  app.write('multi-region.yml', config(role));
  cloud.clearCalls();
  const run = await runCli(args, { cwd: app.folder, env: cloud.githubEnv(claims), withSam: false });
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
    await job('shop-deploy', PROD, ['deploy', '--yes', '--parameters', 'Mark=first']);
    await job('shop-plan', PULL_REQUEST, ['plan', '--parameters', 'Mark=second']);
    await job('shop-deploy', PROD, ['deploy', '--yes', '--parameters', 'Mark=second']);
    await job('shop-deploy', PROD, ['verify']);
    await job('shop-deploy', PROD, ['rollback', '--to', 'previous', '--yes']);
  });
});

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
const BRANCH = { ref: 'refs/heads/feature' };

describe('a job gets', () => {
  test.each<readonly [string, string, Claims]>([
    ['the deploy role in the environment', 'shop-deploy', PROD],
    ['the deploy role with ids in its sub', 'shop-deploy', { ...PROD, ...immutable('environment:prod') }],
    ['the plan role in a pull request', 'shop-plan', PULL_REQUEST],
    ['the plan role in a pull request with ids in its sub', 'shop-plan', immutable('pull_request')],
    ['the plan role on the default branch', 'shop-plan', {}],
    ['the plan role in the environment', 'shop-plan', PROD],
    ['a role that is bound to the id', 'bound-deploy', { ...PROD, ...IDS }],
    ['a role that is bound to the id, with ids in its sub', 'bound-deploy', immutable('environment:prod')],
    ['the preview role in a pull request', 'bound-preview', { ...PULL_REQUEST, ...IDS }],
    ['the preview role on the default branch, to clean up', 'bound-preview', IDS],
    [
      'a role that is bound to a reusable workflow',
      'closed-deploy',
      { ...PROD, job_workflow_ref: 'octo/pipelines/.github/workflows/deploy.yml@0123abc' },
    ],
  ])('%s', async (_, role, claims) => {
    expect(await trusted(role, claims)).toBe(true);
  });
});

describe('a job is refused', () => {
  test.each<readonly [string, string, Claims]>([
    ['from another repository', 'shop-deploy', { ...PROD, repository: 'octo/other' }],
    ['from a fork', 'shop-deploy', { ...PROD, repository: 'mallory/orders' }],
    ['from a pull request of a fork', 'shop-plan', { sub: 'repo:mallory/orders:pull_request' }],
    ['from another owner whose name begins alike', 'shop-plan', { sub: 'repo:octo-evil/orders:pull_request' }],
    ['from another repository with ids', 'shop-deploy', { sub: 'repo:octo@11/other@33:environment:prod' }],
    ['that hides the repository in a branch', 'shop-plan', { sub: 'repo:octo@1/x@2:ref:refs/heads/a/orders@3' }],
    ['in another environment', 'shop-deploy', { environment: 'staging' }],
    ['in an environment that begins alike', 'shop-deploy', { environment: 'prod-2' }],
    ['without an environment', 'shop-deploy', {}],
    ['in a pull request, for the deploy role', 'shop-deploy', PULL_REQUEST],
    ['on another branch, for the plan role', 'shop-plan', BRANCH],
    ['for another audience', 'shop-deploy', { ...PROD, aud: 'sts.amazonaws.com.cn' }],
    ['in a repository that took over the name', 'bound-deploy', { ...PROD, repository_id: '33' }],
    ['in a repository that took over the name, with ids', 'bound-deploy', immutable('environment:prod', '11', '33')],
    ['without the id', 'bound-plan', PULL_REQUEST],
    ['in a pull request where these are not trusted', 'closed-plan', PULL_REQUEST],
    ['in a pull request where these are not trusted, for previews', 'closed-preview', PULL_REQUEST],
    [
      'in a pull request that names an environment, where these are not trusted',
      'closed-deploy',
      {
        ...PROD,
        sub: 'repo:octo/orders:environment:prod',
        ref: 'refs/pull/7/merge',
        job_workflow_ref: 'octo/pipelines/.github/workflows/deploy.yml@0123abc',
      },
    ],
    [
      'from a repository whose own subject looks alike',
      'shop-deploy',
      { repository: 'octo/evil', sub: 'repo:octo@1/evil@2:ref:refs/heads/a/orders@b:environment:prod' },
    ],
    ['of another workflow', 'closed-deploy', { ...PROD, job_workflow_ref: 'octo/orders/.github/workflows/x.yml@1' }],
    ['where there are no previews', 'shop-preview', PULL_REQUEST],
  ])('%s', async (_, role, claims) => {
    expect(await trusted(role, claims)).toBe(false);
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
