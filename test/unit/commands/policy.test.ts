import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseCommandLine } from '../../../src/cli/arguments.ts';
import type { Statement } from '../../../src/commands/policy/statement.ts';
import { type PolicyCommand, permissions } from '../../../src/commands/policy/table.ts';
import { policyText } from '../../../src/commands/policy.ts';
import type { Options } from '../../../src/options/values.ts';
import { parseOptions } from '../../../src/options/values.ts';
import { managedBucketTemplate } from '../../../src/release/managed-bucket-template.ts';

const CONFIG = `application: shop
stacks:
  data: { template: data.yaml, stack-name: shop-data, scope: home }
  api: { template: api.yaml, stack-name: shop-api }
environments:
  prod:
    role-to-assume: arn:aws:iam::111111111111:role/deploy
    targets: [eu-west-1, eu-central-1]
`;

async function policyOf(command: PolicyCommand, options: Options = {}, config?: string): Promise<readonly Statement[]> {
  const readFile = (path: string) => (path === '/app/multi-region.yml' ? config : undefined);
  const policy = JSON.parse(await policyText({ ...options, for: command }, { cwd: '/app', readFile })) as {
    readonly Version: string;
    readonly Statement: readonly Statement[];
  };
  expect(policy.Version).toBe('2012-10-17');
  return policy.Statement;
}

const actionsOf = (statements: readonly Statement[]) => new Set(statements.flatMap(({ Action }) => Action));
const resourcesOf = (statements: readonly Statement[], sid: string) =>
  statements.find(({ Sid }) => Sid === sid)?.Resource;

/** Names of the operations that a file sends: `XyzCommand`, `paginateXyz`. */
function sentBy(file: string): readonly string[] {
  const text = readFileSync(new URL(`../../../src/aws/${file}`, import.meta.url), 'utf8');
  const found = [...text.matchAll(/new (?:sdk\.)?(\w+)Command\(|\bpaginate(\w+)\(/g)];
  return [...new Set(found.map(([, command, paged]) => command ?? paged ?? ''))];
}

/** S3 has other names for the permissions of these operations; the rest are called the same. */
const S3: Readonly<Record<string, string>> = {
  HeadObject: 'GetObject',
  HeadBucket: 'ListBucket',
  ListObjectsV2: 'ListBucket',
};

describe('policy deploy', () => {
  test.each([
    ...sentBy('cloudformation.ts').map((name) => `cloudformation:${name}`),
    ...sentBy('cloudformation-events.ts').map((name) => `cloudformation:${name}`),
    ...sentBy('storage.ts').map((name) => `s3:${S3[name] ?? name}`),
    ...sentBy('object-upload.ts').map((name) => `s3:${name}`),
    ...sentBy('parameters.ts').map((name) => `ssm:${name}`),
    ...sentBy('alarm-kinds.ts').map((name) => `cloudwatch:${name}`),
    ...sentBy('cloudformation-hooks.ts').map((name) => `cloudformation:${name}`),
    ...sentBy('code-deploy.ts').map((name) => `codedeploy:${name}`),
  ])('allows %s, which this program calls', async (action) => {
    expect([...actionsOf(await policyOf('deploy'))]).toContain(action);
  });

  test('the calls are found in the source', () => {
    expect(sentBy('cloudformation.ts').length).toBeGreaterThanOrEqual(12);
    expect(sentBy('storage.ts')).toEqual(expect.arrayContaining(['PutObject', 'DeleteObject', 'HeadBucket']));
    expect(sentBy('parameters.ts')).toEqual(['GetParameter']);
  });

  test('names the one stack that is asked for, and what it nests', async () => {
    const statements = await policyOf('deploy', { 'stack-name': 'shop' });
    expect(resourcesOf(statements, 'Stacks')).toEqual(['arn:aws:cloudformation:*:*:stack/shop/*']);
    expect(resourcesOf(statements, 'NestedStacks')).toEqual(['arn:aws:cloudformation:*:*:stack/shop-*/*']);
  });

  test.each([
    ['with a DeploymentPreference', 'AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}', true],
    ['without one', 'AutoPublishAlias: live', false],
  ])('reads CodeDeploy for a template %s', async (_what, properties, expected) => {
    const template = `Resources: {F: {Type: AWS::Serverless::Function, Properties: {${properties}}}}`;
    const files: Readonly<Record<string, string>> = {
      '/app/multi-region.yml': CONFIG,
      '/app/data.yaml': 'Resources: {T: {Type: AWS::SNS::Topic}}',
      '/app/api.yaml': template,
    };
    const text = await policyText({ for: 'deploy' }, { cwd: '/app', readFile: (path) => files[path] });
    expect(text.includes('codedeploy:')).toBe(expected);
  });

  test('reads CodeDeploy for a nested template with a DeploymentPreference, and for one that is not here', async () => {
    const nesting = (file: string) =>
      `Resources: {C: {Type: AWS::Serverless::Application, Properties: {Location: ${file}}}}`;
    const shifted = 'AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}';
    const functionOf = (properties: string) =>
      `Resources: {F: {Type: AWS::Serverless::Function, Properties: {${properties}}}}`;
    const asks = async (api: string, inner: string) => {
      const files: Readonly<Record<string, string>> = {
        '/app/multi-region.yml': CONFIG,
        '/app/data.yaml': 'Resources: {T: {Type: AWS::SNS::Topic}}',
        '/app/api.yaml': api,
        '/app/nested/child.yaml': nesting('inner.yaml'),
        '/app/nested/inner.yaml': functionOf(inner),
      };
      const text = await policyText({ for: 'deploy' }, { cwd: '/app', readFile: (path) => files[path] });
      return text.includes('codedeploy:');
    };
    expect(await asks(nesting('nested/child.yaml'), shifted)).toBe(true);
    expect(await asks(nesting('nested/child.yaml'), 'AutoPublishAlias: live')).toBe(false);
    expect(await asks(nesting('https://example.com/child.yaml'), 'Handler: x')).toBe(true);
  });

  test('reads CodeDeploy for a template that is not there or not readable', async () => {
    const broken = (path: string) => (path === '/app/multi-region.yml' ? CONFIG : 'Resources: [');
    expect(await policyText({ for: 'deploy' }, { cwd: '/app', readFile: broken })).toContain('codedeploy:');
    expect([...actionsOf(await policyOf('deploy', {}, CONFIG))]).toContain('codedeploy:GetDeployment');
  });

  test('takes the stacks of the configuration', async () => {
    const statements = await policyOf('deploy', {}, CONFIG);
    expect([...(resourcesOf(statements, 'Stacks') ?? [])].sort()).toEqual([
      'arn:aws:cloudformation:*:*:stack/shop-api/*',
      'arn:aws:cloudformation:*:*:stack/shop-data/*',
    ]);
  });

  test('asks for settings of stacks only where the configuration has them', async () => {
    const plain = actionsOf(await policyOf('deploy', {}, CONFIG));
    expect(plain).not.toContain('cloudformation:UpdateTerminationProtection');
    expect(plain).not.toContain('cloudformation:SetStackPolicy');
    const protectedConfig = `${CONFIG}    termination-protection: true\n`;
    expect(actionsOf(await policyOf('deploy', {}, protectedConfig))).toContain(
      'cloudformation:UpdateTerminationProtection',
    );
    expect(plain).not.toContain('cloudwatch:DescribeAlarms');
    const watched = `${CONFIG}    rollback-alarms: { alarms: ['arn:aws:cloudwatch:eu-west-1:111111111111:alarm:a'] }\n`;
    expect(actionsOf(await policyOf('deploy', {}, watched))).toContain('cloudwatch:DescribeAlarms');
  });

  test.each(['deploy', 'rollback'] as const)('of %s enables consumers only where they are paused', async (command) => {
    expect(resourcesOf(await policyOf(command, {}, CONFIG), 'Consumers')).toBeUndefined();
    const pausing = `${CONFIG}    pause-consumers: true\n`;
    const statements = await policyOf(command, {}, pausing);
    expect(resourcesOf(statements, 'Consumers')).toBeDefined();
    expect(resourcesOf(statements, 'Rules')).toBeUndefined();
    const some = await policyOf(command, {}, `${CONFIG}    pause-consumers: [rules, schedules]\n`);
    expect(resourcesOf(some, 'Consumers')).toBeUndefined();
    // The templates are not there: they may hold anything of their stacks.
    expect(resourcesOf(some, 'Rules')).toContain('arn:aws:events:*:*:rule/shop-api*');
    expect(resourcesOf(some, 'Schedules')).toContain('arn:aws:scheduler:*:*:schedule/*/shop-api*');
    expect(some.find(({ Sid }) => Sid === 'ScheduleRoles')?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
  });

  test('allows transforms of AWS, which CloudFormation asks for in the name of the caller', async () => {
    expect(resourcesOf(await policyOf('deploy'), 'Transforms')).toContain(
      'arn:aws:cloudformation:*:aws:transform/Serverless-2016-10-31',
    );
  });

  test("makes SAM's managed bucket with all that its template sets", async () => {
    const statements = await policyOf('deploy');
    const actions = actionsOf(statements.filter(({ Sid }) => Sid === 'MakeManagedBucket'));
    const permissions: Readonly<Record<string, string>> = {
      PublicAccessBlockConfiguration: 's3:PutBucketPublicAccessBlock',
      BucketEncryption: 's3:PutEncryptionConfiguration',
      VersioningConfiguration: 's3:PutBucketVersioning',
      Tags: 's3:PutBucketTagging',
    };
    const template = JSON.parse(managedBucketTemplate()) as {
      readonly Resources: Readonly<
        Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
      >;
    };
    const bucket = Object.values(template.Resources).find(({ Type }) => Type === 'AWS::S3::Bucket');
    const properties = Object.keys(bucket?.Properties ?? {});
    expect(properties).not.toEqual([]);
    for (const property of properties) expect(actions).toContain(permissions[property]);
    expect(actions).toContain('s3:CreateBucket');
    expect(actions).toContain('s3:PutBucketPolicy');
  });

  test('a named bucket needs nothing of the managed one', async () => {
    const config = `${CONFIG}    artifact-bucket: art-\${region}-\${account}\n`;
    const statements = await policyOf('deploy', {}, config);
    expect(resourcesOf(statements, 'ArtifactBuckets')).toEqual(['arn:aws:s3:::art-*-*']);
    expect(JSON.stringify(statements)).not.toContain('aws-sam-cli-managed-default');
  });

  test('iam:PassRole is there with a service role only, and for CloudFormation only', async () => {
    expect(actionsOf(await policyOf('deploy', {}, CONFIG))).not.toContain('iam:PassRole');
    const config = `${CONFIG}    service-role: arn:aws:iam::111111111111:role/cfn\n`;
    expect(await policyOf('deploy', {}, config)).toContainEqual({
      Sid: 'ServiceRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['arn:aws:iam::111111111111:role/cfn'],
      Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
    });
  });

  test('reads the SSM parameters that the configuration names, wherever it does, and no others', async () => {
    expect(resourcesOf(await policyOf('deploy', {}, CONFIG), 'Parameters')).toBeUndefined();
    const config = `${CONFIG.replace('shop-api }', 'shop-api, parameters: { Mark: "${ssm:/shop/mark:3}-x" } }')}    tags: { owner: "\${ssm:owner}" }
    gates: [{ http: { url: "https://example.com/", headers: { key: "\${ssm:/shop/key}" } } }]
`;
    const named = ['mark', 'key'].map((name) => `arn:aws:ssm:*:*:parameter/shop/${name}`);
    for (const command of ['deploy', 'verify'] as const) {
      const resources = resourcesOf(await policyOf(command, {}, config), 'Parameters') ?? [];
      expect([...resources].sort()).toEqual([...named, 'arn:aws:ssm:*:*:parameter/owner'].sort());
    }
    expect(resourcesOf(await policyOf('deploy'), 'Parameters')).toEqual(['arn:aws:ssm:*:*:parameter/*']);
  });

  test('ARNs are of the partition of the regions', async () => {
    const statements = await policyOf('deploy', { regions: ['cn-north-1'], 'stack-name': 'shop' });
    const arns = statements.flatMap(({ Resource }) => Resource).filter((arn) => arn !== '*');
    for (const arn of arns) expect(arn).toMatch(/^arn:aws-cn:/);
  });

  test('an environment that nothing describes is refused', async () => {
    await expect(policyOf('deploy', { environment: 'prod' })).rejects.toMatchObject({ code: 'no-configuration' });
  });
});

test('status changes nothing', async () => {
  expect([...actionsOf(await policyOf('status'))].sort()).toEqual([
    'cloudformation:DescribeChangeSet',
    'cloudformation:DescribeStacks',
    'route53:ListHostedZonesByName',
    'route53:ListResourceRecordSets',
    's3:GetObject',
    's3:ListBucket',
  ]);
});

test('plan executes no change set but that of the managed bucket', async () => {
  const statements = await policyOf('plan', { 'stack-name': 'shop' });
  const own = statements.filter(({ Resource }) => Resource.some((arn) => arn.includes('stack/shop')));
  expect(actionsOf(own)).not.toContain('cloudformation:ExecuteChangeSet');
  expect(actionsOf(statements)).toContain('cloudformation:ExecuteChangeSet');
});

test('remove makes and changes no stack', async () => {
  const actions = actionsOf(await policyOf('remove'));
  expect(actions).toContain('cloudformation:DeleteStack');
  expect(actions).not.toContain('cloudformation:CreateChangeSet');
  expect(actions).not.toContain('s3:CreateBucket');
});

test.each(Object.keys(permissions) as PolicyCommand[])('%s has no wildcard for actions', async (command) => {
  for (const action of actionsOf(await policyOf(command))) expect(action).toMatch(/^[a-z0-9]+:[A-Z][A-Za-z]+$/);
});

describe('the command whose policy is printed', () => {
  const given = (...args: string[]) => {
    const invocation = parseCommandLine(['policy', ...args]);
    return invocation.kind === 'run' ? invocation.options.for : undefined;
  };
  const asInput = (value: string) =>
    parseOptions('policy', new Map([['for', [value]]]), 'action', (name) => `input "${name}"`).for;

  test('is named by a word or by --for on the command line, and by an input of the action', () => {
    expect(given('status')).toBe('status');
    expect(given('--for', 'remove')).toBe('remove');
    expect(given()).toBeUndefined();
    expect(asInput('plan')).toBe('plan');
  });

  test('is deploy when it is not named', async () => {
    const files = { cwd: '/app', readFile: () => undefined };
    expect(await policyText({}, files)).toBe(await policyText({ for: 'deploy' }, files));
    expect(await policyText({}, files)).not.toBe(await policyText({ for: 'plan' }, files));
  });

  test('is refused when it is no command, named twice, or calls nothing', () => {
    expect(() => given('deplyo')).toThrow(expect.objectContaining({ code: 'unknown-command' }));
    expect(() => given('status', '--for', 'remove')).toThrow(expect.objectContaining({ code: 'option-repeated' }));
    expect(() => given('policy')).toThrow(expect.objectContaining({ code: 'not-a-choice' }));
    expect(() => asInput('deplyo')).toThrow(expect.objectContaining({ code: 'not-a-choice' }));
  });

  test('is no option of other commands', () => {
    expect(() => parseCommandLine(['deploy', '--for', 'plan'])).toThrow(
      expect.objectContaining({ code: 'option-not-used' }),
    );
  });
});

test('options stand in for a configuration', async () => {
  const options = parseOptions(
    'policy',
    new Map([
      ['stack-name', ['shop']],
      ['artifact-bucket', ['art-${region}']],
      ['service-role', ['cfn']],
      ['engine', ['sam']],
    ]),
    'cli',
    (name) => name,
  );
  const statements = await policyOf('deploy', options);
  expect(resourcesOf(statements, 'ArtifactBuckets')).toEqual(['arn:aws:s3:::art-*']);
  expect(resourcesOf(statements, 'ServiceRole')).toEqual(['arn:aws:iam::*:role/cfn']);
  expect(actionsOf(statements)).toContain('cloudformation:GetTemplateSummary');
  const bucket = { 'artifact-bucket': 'art-${region}' };
  expect(resourcesOf(await policyOf('deploy', bucket, CONFIG), 'ArtifactBuckets')).toEqual(['arn:aws:s3:::art-*']);
});
