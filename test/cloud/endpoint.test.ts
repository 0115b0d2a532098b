import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  paginateListStacks,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, GetObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions, errorOf, rootKeys } from './test-clients.ts';

const MINE = '111111111111';
const OTHER = '222222222222';
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const ssm = (region: string, account = MINE): SSMClient =>
  new SSMClient(clientOptions(cloud, region, rootKeys(account)));

describe('regions and accounts', () => {
  test('each pair has state of its own', async () => {
    await ssm('eu-west-1').send(new PutParameterCommand({ Name: 'p', Value: 'here', Type: 'String' }));
    expect((await ssm('eu-west-1').send(new GetParameterCommand({ Name: 'p' }))).Parameter?.Value).toBe('here');
    const elsewhere = [ssm('eu-central-1'), ssm('eu-west-1', OTHER)];
    for (const client of elsewhere) {
      expect((await errorOf(client.send(new GetParameterCommand({ Name: 'p' })))).name).toBe('ParameterNotFound');
    }
  });

  test.each([
    [
      'query',
      'InvalidClientTokenId',
      () => new CloudFormationClient(clientOptions(cloud, 'me-south-1')).send(new DescribeStacksCommand({})),
    ],
    [
      'STS',
      'InvalidClientTokenId',
      () => new STSClient(clientOptions(cloud, 'me-south-1')).send(new GetCallerIdentityCommand({})),
    ],
    ['JSON', 'UnrecognizedClientException', () => ssm('me-south-1').send(new GetParameterCommand({ Name: 'p' }))],
    [
      'S3',
      'InvalidAccessKeyId',
      () => new S3Client(clientOptions(cloud, 'me-south-1')).send(new ListBucketsCommand({})),
    ],
  ])('a region that is not enabled refuses all keys (%s)', async (_, name, call) => {
    expect((await errorOf(call())).name).toBe(name);
  });

  test('an account that is not there has no keys', async () => {
    expect((await errorOf(ssm('eu-west-1', '333333333333').send(new GetParameterCommand({ Name: 'p' })))).name).toBe(
      'UnrecognizedClientException',
    );
  });
});

describe('records', () => {
  test('say service, region, account, action, status and error of every call', async () => {
    const cfn = new CloudFormationClient(clientOptions(cloud, 'eu-west-1'));
    const s3 = new S3Client(clientOptions(cloud, 'eu-central-1', rootKeys(OTHER)));
    await errorOf(cfn.send(new DescribeStacksCommand({ StackName: 'none' })));
    await s3.send(new CreateBucketCommand({ Bucket: 'recorded' }));
    await errorOf(s3.send(new GetObjectCommand({ Bucket: 'recorded', Key: 'none' })));
    await errorOf(ssm('eu-west-1').send(new GetParameterCommand({ Name: 'none' })));
    expect(cloud.calls).toMatchObject([
      {
        service: 'cloudformation',
        region: 'eu-west-1',
        account: MINE,
        action: 'DescribeStacks',
        status: 400,
        errorCode: 'ValidationError',
        errorMessage: 'Stack with id none does not exist',
      },
      { service: 's3', region: 'eu-central-1', account: OTHER, action: 'CreateBucket', status: 200 },
      { service: 's3', action: 'GetObject', status: 404, errorCode: 'NoSuchKey' },
      { service: 'ssm', region: 'eu-west-1', action: 'GetParameter', status: 400, errorCode: 'ParameterNotFound' },
    ]);
    expect(cloud.calls.every((call) => call.durationMs > 0 && call.time <= Date.now())).toBe(true);
    cloud.clearCalls();
    expect(cloud.calls).toEqual([]);
  });

  test('a template of fifty kilobytes passes whole', async () => {
    const cfn = new CloudFormationClient(clientOptions(cloud, 'eu-west-1'));
    const TemplateBody = JSON.stringify({
      Description: 'x'.repeat(1000),
      Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
      Metadata: { padding: '%&='.repeat(15_000) },
    });
    await cfn.send(new CreateStackCommand({ StackName: 'big', TemplateBody }));
    const names: (string | undefined)[] = [];
    for await (const page of paginateListStacks({ client: cfn }, {}))
      names.push(...(page.StackSummaries ?? []).map((s) => s.StackName));
    expect(names).toContain('big');
  });
});

test('latency is added to every call', async () => {
  await cloud.configure({ latencyMs: 60 });
  await errorOf(ssm('eu-west-1').send(new GetParameterCommand({ Name: 'none' })));
  await cloud.configure({ latencyMs: 0 });
  expect(cloud.calls[0]?.durationMs).toBeGreaterThanOrEqual(59);
});

describe('the environment', () => {
  test('of an account has its keys, and no settings of the machine', () => {
    const env = cloud.env(MINE, 'eu-west-1');
    expect(env).toMatchObject({ AWS_ENDPOINT_URL: cloud.url, AWS_ACCESS_KEY_ID: MINE, AWS_REGION: 'eu-west-1' });
    expect(Object.keys(env).filter((name) => /PROXY|GITHUB|ACTIONS/.test(name))).toEqual([]);
  });

  test('of a GitHub job has no keys, and its token service gives tokens for an audience', async () => {
    const env = cloud.githubEnv({ repository: 'octo/shop', environment: 'prod' });
    expect(env['AWS_ACCESS_KEY_ID']).toBeUndefined();
    const url = `${env['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=sts.amazonaws.com`;
    const answer = await fetch(url, { headers: { authorization: `bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` } });
    expect(await answer.json()).toEqual({ count: expect.any(Number), value: cloud.oidc.issued[0] });
    const claims = JSON.parse(Buffer.from(cloud.oidc.issued[0]?.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({
      aud: 'sts.amazonaws.com',
      sub: 'repo:octo/shop:environment:prod',
      iss: cloud.oidc.issuer,
    });
  });
});
