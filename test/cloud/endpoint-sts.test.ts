import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions, errorOf, keysOf } from './test-clients.ts';

const ACCOUNT = '111111111111';
const OTHER = '222222222222';
const CHINESE = '333333333333';
const HOST = 'token.actions.githubusercontent.com';
let cloud: Cloud;
let role: string;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'], accounts: [ACCOUNT, OTHER, CHINESE] });
  role = await cloud.createRole(ACCOUNT, 'deploy');
});
afterAll(() => cloud.stop());

const sts = (credentials = { accessKeyId: ACCOUNT, secretAccessKey: 'x' }): STSClient =>
  new STSClient(clientOptions(cloud, 'eu-west-1', credentials));

const withToken = (token: string, extra: { DurationSeconds?: number; RoleArn?: string; Policy?: string } = {}) =>
  sts().send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: role,
      RoleSessionName: 'run-1',
      WebIdentityToken: token,
      ...extra,
    }),
  );
const github = (claims = {}): string => cloud.oidc.token({ aud: 'sts.amazonaws.com', ...claims });
const trust = (condition: object): object => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: condition,
    },
  ],
});

describe('a role for GitHub', () => {
  test('is given to a token that its trust policy names, and the session knows who it is', async () => {
    const answer = await withToken(github());
    expect(answer.SubjectFromWebIdentityToken).toBe('repo:octo/orders:ref:refs/heads/main');
    expect(answer.Provider).toBe(`arn:aws:iam::${ACCOUNT}:oidc-provider/${HOST}`);
    expect(answer.Audience).toBe('sts.amazonaws.com');
    const me = await sts(keysOf(answer)).send(new GetCallerIdentityCommand({}));
    expect(me).toMatchObject({ Account: ACCOUNT, Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run-1` });
  });

  test.each([
    [
      'of another repository',
      { sub: 'repo:octo/other:ref:refs/heads/main' },
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    ],
    [
      'with the immutable form of sub',
      { sub: 'repo:octo@65/orders@74:ref:refs/heads/main' },
      'AccessDenied',
      'Not authorized',
    ],
    ['for another audience', { aud: 'https://github.com/octo' }, 'InvalidIdentityToken', 'Incorrect token audience'],
    ['that has expired', { exp: 1 }, 'ExpiredTokenException', 'must be before the expiration date/time 1'],
    ['that is not valid yet', { nbf: 9_999_999_999 }, 'InvalidIdentityToken', 'not yet valid'],
    [
      'of an issuer the account does not know',
      { iss: 'https://elsewhere.example' },
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://elsewhere.example',
    ],
  ])('is not given to a token %s', async (_, claims, name, message) => {
    const error = await errorOf(withToken(github(claims)));
    expect(error).toMatchObject({ name: expect.stringContaining(name), message: expect.stringContaining(message) });
  });

  test('is not given to a token that somebody else signed, nor to what is no token', async () => {
    const forged = cloud.oidc.forgedToken({ aud: 'sts.amazonaws.com' });
    expect((await errorOf(withToken(forged))).message).toContain("Couldn't retrieve verification key");
    expect((await errorOf(withToken('none'))).message).toContain('is not a valid JWT');
  });

  test('is not given when there is no such role, with the same words as for a refusal', async () => {
    const error = await errorOf(withToken(github(), { RoleArn: `arn:aws:iam::${ACCOUNT}:role/missing` }));
    expect(error.message).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity');
  });

  test('can depend on the claims STS takes from GitHub, and never on others', async () => {
    const wanted = 'octo/workflows/.github/workflows/deploy.yml@refs/tags/v*';
    const workflow = await cloud.createRole(ACCOUNT, 'by-workflow', {
      trust: trust({
        StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${HOST}:job_workflow_ref`]: wanted },
      }),
    });
    const good = github({ job_workflow_ref: 'octo/workflows/.github/workflows/deploy.yml@refs/tags/v1.2.3' });
    expect((await withToken(good, { RoleArn: workflow })).Credentials?.AccessKeyId).toMatch(/^ASIA/);
    expect((await errorOf(withToken(github(), { RoleArn: workflow }))).name).toContain('AccessDenied');
    const sha = await cloud.createRole(ACCOUNT, 'by-sha', { trust: trust({ StringEquals: { [`${HOST}:sha`]: '*' } }) });
    expect((await errorOf(withToken(github({ sha: '*' }), { RoleArn: sha }))).name).toContain('AccessDenied');
  });

  test('has an ARN and an audience of its own in China', async () => {
    const RoleArn = await cloud.createRole(CHINESE, 'china', { partition: 'aws-cn' });
    const answer = await withToken(github({ aud: 'sts.amazonaws.com.cn' }), { RoleArn });
    expect(answer.AssumedRoleUser?.Arn).toBe(`arn:aws-cn:sts::${CHINESE}:assumed-role/china/run-1`);
    expect((await errorOf(withToken(github(), { RoleArn }))).message).toBe('Incorrect token audience');
  });

  test('is retried by the SDK while the issuer cannot be reached', async () => {
    cloud.oidc.fail('keys', 1);
    expect((await withToken(github())).Credentials?.AccessKeyId).toMatch(/^ASIA/);
    expect(cloud.calls.at(-2)).toMatchObject({ errorCode: 'IDPCommunicationError', status: 400 });
  });

  test('lasts no longer than the role allows', async () => {
    expect((await errorOf(withToken(github(), { DurationSeconds: 3601 }))).message).toBe(
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
    const long = await cloud.createRole(ACCOUNT, 'long', { maxSessionSeconds: 7200 });
    const answer = await withToken(github(), { RoleArn: long, DurationSeconds: 7200 });
    expect(Number(answer.Credentials?.Expiration) - Date.now()).toBeGreaterThan(7_100_000);
  });
});

describe('a role for other accounts', () => {
  const assume = (caller: { accessKeyId: string; secretAccessKey: string }, RoleArn: string, extra = {}) =>
    sts(caller).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'hop', ...extra }));
  const root = { accessKeyId: ACCOUNT, secretAccessKey: 'x' };
  const forAccount = (account: string, condition?: object, actions: string | string[] = 'sts:AssumeRole'): object => ({
    Statement: [
      { Effect: 'Allow', Principal: { AWS: account }, Action: actions, ...(condition ? { Condition: condition } : {}) },
    ],
  });

  test('is given to whom it names, and an external id must match', async () => {
    const target = await cloud.createRole(OTHER, 'ops', {
      trust: forAccount(`arn:aws:iam::${ACCOUNT}:root`, { StringEquals: { 'sts:ExternalId': 'secret' } }),
    });
    expect((await errorOf(assume(root, target))).message).toBe(
      `User: arn:aws:iam::${ACCOUNT}:root is not authorized to perform: sts:AssumeRole on resource: ${target}`,
    );
    const session = keysOf(await assume(root, target, { ExternalId: 'secret' }));
    expect((await sts(session).send(new GetCallerIdentityCommand({}))).Account).toBe(OTHER);
  });

  test('lasts an hour at most when it was reached from another role', async () => {
    const first = keysOf(await withToken(github()));
    const chained = await cloud.createRole(OTHER, 'chained', {
      trust: forAccount(`arn:aws:iam::${ACCOUNT}:role/deploy`),
      maxSessionSeconds: 43_200,
    });
    expect((await errorOf(assume(first, chained, { DurationSeconds: 7200 }))).message).toBe(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
    expect((await assume(first, chained)).AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${OTHER}:assumed-role/chained/hop`);
    expect((await errorOf(assume(root, chained))).name).toBe('AccessDenied');
  });

  test('takes session tags only where it allows sts:TagSession', async () => {
    const tags = { Tags: [{ Key: 'team', Value: 'orders' }] };
    const plain = await cloud.createRole(OTHER, 'untagged', { trust: forAccount(ACCOUNT) });
    expect((await errorOf(assume(root, plain, tags))).message).toContain('sts:TagSession');
    const tagged = await cloud.createRole(OTHER, 'tagged', {
      trust: forAccount(ACCOUNT, undefined, ['sts:AssumeRole', 'sts:TagSession']),
    });
    const Policy = JSON.stringify({ Statement: [] });
    await assume(root, tagged, { ...tags, Policy });
    expect(cloud.sessions.at(-1)).toEqual({
      arn: `arn:aws:sts::${OTHER}:assumed-role/tagged/hop`,
      account: OTHER,
      kind: 'role-session',
      expires: expect.any(Number),
      tags: { team: 'orders' },
      policy: Policy,
    });
  });
});

describe('a session', () => {
  test('that was made short says so and is refused when it is over', async () => {
    await cloud.configure({ sessionSeconds: 0 });
    const answer = await withToken(github());
    await cloud.configure({ sessionSeconds: 3600 });
    expect(Number(answer.Credentials?.Expiration)).toBeLessThanOrEqual(Date.now());
    const error = await errorOf(sts(keysOf(answer)).send(new GetCallerIdentityCommand({})));
    expect(error).toMatchObject({
      name: 'ExpiredToken',
      message: 'The security token included in the request is expired',
    });
  });

  test('that nobody issued, or with the wrong token, is refused', async () => {
    const session = keysOf(await withToken(github()));
    const wrong = { ...session, sessionToken: 'other' };
    expect((await errorOf(sts(wrong).send(new GetCallerIdentityCommand({})))).name).toBe('InvalidClientTokenId');
    const unknown = { accessKeyId: 'AKIAABCDEFGHIJKLMNOP', secretAccessKey: 'x' };
    expect((await errorOf(sts(unknown).send(new GetCallerIdentityCommand({})))).name).toBe('InvalidClientTokenId');
  });
});

test('a user has keys of its own, in its own account', async () => {
  const iam = async (body: string): Promise<string> => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${OTHER}/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=x`;
    const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
    return (await fetch(cloud.url, { method: 'POST', headers, body })).text();
  };
  await iam('Action=CreateUser&UserName=ann');
  const xml = await iam('Action=CreateAccessKey&UserName=ann');
  const value = (name: string): string => new RegExp(`<${name}>([^<]+)<`).exec(xml)?.[1] ?? '';
  const keys = { accessKeyId: value('AccessKeyId'), secretAccessKey: value('SecretAccessKey') };
  const me = await sts(keys).send(new GetCallerIdentityCommand({}));
  expect(me).toMatchObject({ Account: OTHER, Arn: `arn:aws:iam::${OTHER}:user/ann` });
});
