import { describe, expect, test } from '@jest/globals';
import { JOB, refusal, TOKEN, useAccount } from './support/account.ts';
import { failure } from './support/answers.ts';
import { awsAt, idToken, target } from './support/aws.ts';
import { testClock } from './support/clock.ts';

const room = useAccount();
const { world, bodies } = room;

describe('GitHub OIDC', () => {
  test('is used by itself when the job offers it and a role is given, with a fresh token for each assumption', async () => {
    const { url } = await world();
    const audiences: string[] = [];
    const { aws, secrets } = awsAt(url, {
      env: JOB,
      idToken: async (audience) => {
        audiences.push(audience);
        return `${TOKEN}${audiences.length}`;
      },
    });
    for (const region of ['eu-west-1', 'eu-central-1']) {
      await aws.session(target({ role: 'deploy' }, { region, account: '111111111111' })).account();
    }
    expect(audiences).toEqual(['sts.amazonaws.com', 'sts.amazonaws.com']);
    const calls = bodies('AssumeRoleWithWebIdentity');
    expect(calls.map((call) => call.get('WebIdentityToken'))).toEqual([`${TOKEN}1`, `${TOKEN}2`]);
    expect(room.server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(secrets).toEqual(expect.arrayContaining([`${TOKEN}1`, 'secret-of-ASIA1', 'token-of-ASIA1']));
  });

  test('asks for the audience of China there, and for a configured one where there is one', async () => {
    const { url } = await world();
    const audiences: string[] = [];
    const { aws } = awsAt(url, {
      env: JOB,
      idToken: async (audience) => {
        audiences.push(audience);
        return TOKEN;
      },
    });
    const china = { region: 'cn-north-1', partition: 'aws-cn', account: '111111111111' };
    const gov = { region: 'us-gov-west-1', partition: 'aws-us-gov', account: '111111111111' };
    await aws.session(target({ role: 'deploy' }, china)).account();
    await aws.session(target({ role: 'deploy' }, gov)).account();
    await aws.session(target({ role: 'deploy', audience: 'own' }, china)).account();
    expect(audiences).toEqual(['sts.amazonaws.com.cn', 'sts.amazonaws.com', 'own']);
    expect(bodies('AssumeRoleWithWebIdentity').map((call) => call.get('RoleArn'))).toEqual([
      'arn:aws-cn:iam::111111111111:role/deploy',
      'arn:aws-us-gov:iam::111111111111:role/deploy',
      'arn:aws-cn:iam::111111111111:role/deploy',
    ]);
  });

  test('comes first in a chain of roles', async () => {
    const { url } = await world();
    const { aws } = awsAt(url, { env: JOB, idToken: async () => TOKEN });
    await aws.session(target({ role: 'deploy', via: ['hub'] }, { account: '111111111111' })).account();
    expect(room.server.actions()).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole']);
    expect(room.server.requests[1]?.accessKeyId).toBe('ASIA1');
  });

  test('tries again with another token when STS could not check one, a bounded number of times', async () => {
    const { url } = await world((_request, count) =>
      count < 4
        ? failure(400, 'InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider")
        : undefined,
    );
    let tokens = 0;
    const idTokens = async () => {
      tokens += 1;
      return `${TOKEN}${tokens}`;
    };
    const clock = testClock();
    const { aws } = awsAt(url, { env: JOB, clock, idToken: idTokens });
    await aws.session(target({ role: 'deploy' }, { account: '111111111111' })).account();
    expect(tokens).toBe(4);
    expect(clock.sleeps).toHaveLength(3);

    await room.server.close();
    const { url: broken } = await world(() => failure(400, 'IDPCommunicationError', 'no answer'));
    const error = await refusal(broken, target({ role: 'deploy' }, { account: '111111111111' }), {
      env: JOB,
      idToken: idTokens,
    });
    expect(error.code).toBe('role-refused');
    expect(room.server.requests).toHaveLength(5);
  });

  test.each([
    ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'],
    [
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    ],
    ['InvalidIdentityToken', 'Incorrect token audience'],
  ])('does not repeat what cannot succeed: %s, %s', async (code, message) => {
    const { url } = await world(() => failure(403, code, message));
    const error = await refusal(url, target({ role: 'deploy' }, { account: '111111111111' }), {
      env: JOB,
      idToken: async () => TOKEN,
    });
    expect(room.server.requests).toHaveLength(1);
    expect(error.code).toBe('role-refused');
    expect(error.message).toContain(message);
  });

  test('a refusal shows the role, sub, aud and what trust policies test, names the known causes, and never the token', async () => {
    const { url } = await world(() =>
      failure(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
    );
    const token = idToken({
      sub: 'repo:octo@1/orders@2:environment:prod',
      aud: 'sts.amazonaws.com',
      environment: 'prod',
      repository_id: '2',
      job_workflow_ref: 'octo/orders/.github/workflows/deploy.yml@refs/heads/main',
      actor: 'somebody',
    });
    const role = 'arn:aws:iam::111111111111:role/GitHubActions';
    const error = await refusal(url, target({ role }), { env: JOB, idToken: async () => token });
    const text = [error.message, ...error.fix].join('\n');
    expect(text).toContain(role);
    expect(text).toContain('sub: repo:octo@1/orders@2:environment:prod');
    expect(text).toContain('aud: sts.amazonaws.com');
    expect(text).toContain('repository_id: 2');
    expect(text).toContain('environment: prod');
    expect(text).toContain('job_workflow_ref: octo/orders/.github/workflows/deploy.yml@refs/heads/main');
    expect(text).toMatch(/numeric ids/);
    expect(text).toMatch(/client ID list/);
    expect(text).toMatch(/identity provider/);
    expect(text).toMatch(/Roles named GitHubActions/);
    expect(text).not.toContain('somebody');
    for (const part of token.split('.')) expect(text).not.toContain(part);
  });

  test('that the job does not offer is refused before any call, with the permission it needs', async () => {
    const { url } = await world();
    const noToken = { ...JOB, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
    const error = await refusal(url, target({ source: 'oidc', role: 'deploy' }, { account: '111111111111' }), {
      env: noToken,
      idToken: async () => TOKEN,
    });
    expect(error.code).toBe('oidc-unavailable');
    expect(error.fix.join(' ')).toContain('id-token: write');
    expect(room.server.requests).toHaveLength(0);
  });
});

test('a token service that fails is named as the reason', async () => {
  const { url } = await world();
  const error = await refusal(url, target({ role: 'deploy' }, { account: '111111111111' }), {
    env: JOB,
    idToken: async () => {
      throw new Error('HTTP 503');
    },
  });
  expect(error).toMatchObject({ code: 'oidc-failed', message: expect.stringContaining('HTTP 503') });
  expect(room.server.requests).toHaveLength(0);
});
