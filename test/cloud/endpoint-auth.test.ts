import { CloudFormationClient, DescribeStacksCommand, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions, errorOf, type Keys, keysOf, rootKeys } from './test-clients.ts';

const ACCOUNT = '111111111111';
const OTHER = '222222222222';
let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1'], auth: true });
});
afterAll(() => cloud.stop());

const allow = (Action: string | string[], Resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

async function session(
  name: string,
  policies: object[],
  extra: { trust?: object; Policy?: string } = {},
): Promise<Keys> {
  const { Policy, ...role } = extra;
  const RoleArn = await cloud.createRole(ACCOUNT, name, { policies, ...role });
  return keysOf(
    await new STSClient(clientOptions(cloud, 'eu-west-1')).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn,
        RoleSessionName: 'run',
        WebIdentityToken: cloud.oidc.token({ aud: 'sts.amazonaws.com' }),
        ...(Policy === undefined ? {} : { Policy }),
      }),
    ),
  );
}
const cfn = (keys: Keys) => new CloudFormationClient(clientOptions(cloud, 'eu-west-1', keys));
const ssm = (keys: Keys) => new SSMClient(clientOptions(cloud, 'eu-west-1', keys));
const read = (keys: Keys) => ssm(keys).send(new GetParameterCommand({ Name: 'p' }));

test('a session may do what its policy allows and nothing else', async () => {
  const keys = await session('lister', [allow('cloudformation:ListStacks')]);
  await cfn(keys).send(new ListStacksCommand({}));
  cloud.clearCalls();
  expect((await errorOf(cfn(keys).send(new DescribeStacksCommand({})))).message).toBe(
    `User: arn:aws:sts::${ACCOUNT}:assumed-role/lister/run is not authorized to perform: cloudformation:DescribeStacks because no identity-based policy allows the cloudformation:DescribeStacks action`,
  );
  expect(cloud.deniedCalls).toMatchObject([{ service: 'cloudformation', action: 'DescribeStacks', account: ACCOUNT }]);
});

test('a wrong secret is refused', async () => {
  const keys = await session('signer', [allow('ssm:*')]);
  expect((await errorOf(read({ ...keys, secretAccessKey: 'wrong' }))).name).toMatch(
    /SignatureDoesNotMatch|InvalidSignatureException/,
  );
});

test('a trust policy on claims the emulator does not know still lets the right token in', async () => {
  const host = 'token.actions.githubusercontent.com';
  const trust = {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:repository_id`]: '74' } },
      },
    ],
  };
  const keys = await session('by-id', [allow('ssm:*')], { trust });
  expect((await errorOf(read(keys))).name).toBe('ParameterNotFound');
});

test('a bucket that insists on TLS takes calls to the plain endpoint, as it would take them on AWS', async () => {
  const root = new S3Client(clientOptions(cloud, 'eu-west-1'));
  await root.send(new CreateBucketCommand({ Bucket: 'tls-only' }));
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::tls-only/*', Condition }],
  });
  await root.send(new PutBucketPolicyCommand({ Bucket: 'tls-only', Policy }));
  const mine = new S3Client(clientOptions(cloud, 'eu-west-1', await session('tls', [allow('s3:*')])));
  await mine.send(new PutObjectCommand({ Bucket: 'tls-only', Key: 'k', Body: 'x' }));
});

test('a session policy narrows what a web identity session may do', async () => {
  await ssm(rootKeys(ACCOUNT)).send(new PutParameterCommand({ Name: 'p', Value: 'v', Type: 'String' }));
  const keys = await session('narrowed', [allow('*')], { Policy: JSON.stringify(allow('ssm:GetParameter')) });
  expect((await read(keys)).Parameter?.Value).toBe('v');
  expect((await errorOf(cfn(keys).send(new ListStacksCommand({})))).name).toContain('AccessDenied');
});

test('a session reaches another account through a role that trusts it', async () => {
  const keys = await session('hub', [allow('sts:AssumeRole')]);
  const RoleArn = await cloud.createRole(OTHER, 'spoke', {
    trust: {
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/hub` }, Action: 'sts:AssumeRole' },
      ],
    },
    policies: [allow('cloudformation:ListStacks')],
  });
  const sts = new STSClient(clientOptions(cloud, 'eu-west-1', keys));
  const spoke = keysOf(await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'hop' })));
  await cfn(spoke).send(new ListStacksCommand({}));
  expect(cloud.calls.at(-1)).toMatchObject({ account: OTHER, status: 200 });
  const outsider = await session('outsider', [allow('sts:AssumeRole')]);
  const refused = new STSClient(clientOptions(cloud, 'eu-west-1', outsider)).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'hop' }),
  );
  expect((await errorOf(refused)).name).toBe('AccessDenied');
});

test('a session copies an object from another account with signatures that hold', async () => {
  const keys = await session('copier', [allow('s3:*')]);
  const theirs = new S3Client(clientOptions(cloud, 'eu-west-1', rootKeys(OTHER)));
  const mine = new S3Client(clientOptions(cloud, 'eu-west-1', keys));
  await theirs.send(new CreateBucketCommand({ Bucket: 'theirs' }));
  await theirs.send(new PutObjectCommand({ Bucket: 'theirs', Key: 'a b', Body: 'zip' }));
  await mine.send(new CreateBucketCommand({ Bucket: 'mine' }));
  const copy = () => mine.send(new CopyObjectCommand({ Bucket: 'mine', Key: 'c', CopySource: 'theirs/a%20b' }));
  expect((await errorOf(copy())).name).toBe('AccessDenied');
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 's3:GetObject', Resource: 'arn:aws:s3:::theirs/*' },
    ],
  });
  await theirs.send(new PutBucketPolicyCommand({ Bucket: 'theirs', Policy }));
  await copy();
  const answer = await mine.send(new GetObjectCommand({ Bucket: 'mine', Key: 'c' }));
  expect(await answer.Body?.transformToString()).toBe('zip');
});
