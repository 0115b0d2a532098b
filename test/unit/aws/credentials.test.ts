import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AwsOptions } from '../../../src/aws/index.ts';
import type { CredentialSettings, Target } from '../../../src/topology/model.ts';
import { failure, identity, session, stack } from './support/answers.ts';
import { awsAt, idToken, target } from './support/aws.ts';
import { testClock } from './support/clock.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

const HOUR = 3_600_000;
const FAR = Date.UTC(2030, 0, 1);
const JOB = {
  GITHUB_ACTIONS: 'true',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer',
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
};
const SUB = 'repo:octo/orders:ref:refs/heads/main';
const TOKEN = idToken({ sub: SUB, aud: 'sts.amazonaws.com', iss: 'https://token.actions.githubusercontent.com' });

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Answers of an account where everything is allowed, unless `answer` says otherwise. */
async function world(answer: (request: Request, count: number) => Answer | undefined = () => undefined) {
  server = await serve((request, count) => answer(request, count) ?? usual(request, count));
  return server;
}

function usual({ action }: Request, count: number): Answer {
  if (action === 'GetCallerIdentity') return identity('111111111111');
  if (action === 'DescribeStacks') return stack('orders');
  return session(action, `ASIA${count}`, FAR);
}

async function refusal(url: string, of: Target, options: Partial<AwsOptions> = {}) {
  try {
    await awsAt(url, options).aws.session(of).account();
  } catch (error) {
    return error as Error & { code: string; fix: readonly string[]; kind?: string };
  }
  throw new Error('nothing was refused');
}

const bodies = ({ requests }: TestServer, action: string) =>
  requests.filter((request) => request.action === action).map(({ body }) => new URLSearchParams(body));

describe('a role', () => {
  test('given by name is completed with partition and account, and its ARN proves the account without another call', async () => {
    const { url } = await world();
    const { aws } = awsAt(url);
    expect(await aws.session(target({ role: 'deploy' }, { account: '111111111111' })).account()).toBe('111111111111');
    expect(server?.actions()).toEqual(['AssumeRole']);
    const [call] = bodies(server as TestServer, 'AssumeRole');
    expect(call?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/deploy');
    expect(call?.get('RoleSessionName')).toBe('run-r1-octo-orders-');
  });

  test('in China gets an ARN of that partition', async () => {
    const { url } = await world(({ action }) =>
      action === 'AssumeRole' ? session(action, 'ASIACN', FAR, '222222222222') : undefined,
    );
    const china = target({ role: 'deploy' }, { region: 'cn-north-1', partition: 'aws-cn', account: '222222222222' });
    await awsAt(url).aws.session(china).account();
    expect(bodies(server as TestServer, 'AssumeRole')[0]?.get('RoleArn')).toBe(
      'arn:aws-cn:iam::222222222222:role/deploy',
    );
    expect(server?.requests[0]?.region).toBe('cn-north-1');
  });

  test('without an account is looked for in the account of the credentials that assume it', async () => {
    const { url } = await world();
    await awsAt(url)
      .aws.session(target({ role: 'team/deploy' }))
      .account();
    expect(server?.actions()).toEqual(['GetCallerIdentity', 'AssumeRole']);
    expect(bodies(server as TestServer, 'AssumeRole')[0]?.get('RoleArn')).toBe(
      'arn:aws:iam::111111111111:role/team/deploy',
    );
  });

  test('through others is reached one after the other, and only the last gets the session settings', async () => {
    const { url } = await world();
    const settings = {
      role: 'deploy',
      via: ['hub'],
      externalId: 'x-1',
      sessionTags: { team: 'a' },
      durationSeconds: 1800,
    };
    await awsAt(url)
      .aws.session(target(settings, { account: '111111111111' }))
      .account();
    const [hub, deploy] = bodies(server as TestServer, 'AssumeRole');
    expect(hub?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/hub');
    expect(hub?.get('ExternalId')).toBeNull();
    expect(hub?.get('DurationSeconds')).toBeNull();
    expect(deploy?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/deploy');
    expect(deploy?.get('ExternalId')).toBe('x-1');
    expect(deploy?.get('Tags.member.1.Key')).toBe('team');
    expect(deploy?.get('DurationSeconds')).toBe('1800');
    expect(server?.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['AKIABASE', 'ASIA1']);
  });

  test('is assumed at the STS of each target region, once for all targets that share it', async () => {
    const { url } = await world();
    const { aws } = awsAt(url);
    const one = target({ role: 'deploy' }, { account: '111111111111', name: 'one' });
    const two = target({ role: 'deploy' }, { account: '111111111111', name: 'two' });
    const far = target({ role: 'deploy' }, { account: '111111111111', region: 'ap-southeast-2' });
    const sessions = [one, two, far].map((each) => aws.session(each));
    await Promise.all(sessions.map((each) => each.account()));
    expect(sessions.map(({ target: name }) => name)).toEqual(['one', 'two', 'ap-southeast-2']);
    expect(sessions[1]?.cloudformation).toBe(sessions[0]?.cloudformation);
    expect(sessions[2]?.cloudformation).not.toBe(sessions[0]?.cloudformation);
    expect(server?.requests.map(({ service, region }) => `${service} ${region}`).sort()).toEqual([
      'sts ap-southeast-2',
      'sts eu-west-1',
    ]);
  });
});

describe('renewal', () => {
  /** Runs `after` milliseconds past the first call and says how often the role was assumed then. */
  async function assumptions(lifetimeMs: number, after: number): Promise<number> {
    const clock = testClock();
    const { url } = await world(({ action }, count) =>
      action === 'AssumeRole' ? session(action, `ASIA${count}`, clock.now() + lifetimeMs) : undefined,
    );
    const { aws } = awsAt(url, { clock });
    const { cloudformation } = aws.session(target({ role: 'deploy' }, { account: '111111111111' }));
    await cloudformation.describeStack('orders');
    clock.advance(after);
    await Promise.all([cloudformation.describeStack('orders'), cloudformation.describeStack('orders')]);
    const count = bodies(server as TestServer, 'AssumeRole').length;
    await server?.close();
    return count;
  }

  test('happens five minutes before an hour ends, once for concurrent calls, and not before', async () => {
    expect(await assumptions(HOUR, 54 * 60_000)).toBe(1);
    expect(await assumptions(HOUR, 55.1 * 60_000)).toBe(2);
  });

  test('of short sessions happens in their last tenth', async () => {
    expect(await assumptions(900_000, 800_000)).toBe(1);
    expect(await assumptions(900_000, 811_000)).toBe(2);
  });

  test('that fails does no harm while the old credentials last', async () => {
    const clock = testClock();
    let allowed = true;
    const { url } = await world(({ action }, count) => {
      if (action !== 'AssumeRole') return undefined;
      return allowed ? session(action, `ASIA${count}`, clock.now() + HOUR) : failure(403, 'AccessDenied');
    });
    const { cloudformation } = awsAt(url, { clock }).aws.session(
      target({ role: 'deploy' }, { account: '111111111111' }),
    );
    await cloudformation.describeStack('orders');
    allowed = false;
    clock.advance(57 * 60_000);
    expect((await cloudformation.describeStack('orders'))?.stackName).toBe('orders');
    clock.advance(4 * 60_000);
    await expect(cloudformation.describeStack('orders')).rejects.toMatchObject({ code: 'role-refused' });
  });

  test('happens at once when AWS calls a session expired, and the call is repeated', async () => {
    let expired = false;
    const { url } = await world(({ action, accessKeyId }) =>
      action === 'DescribeStacks' && expired && accessKeyId === 'ASIA1'
        ? failure(403, 'ExpiredToken', 'The security token included in the request is expired')
        : undefined,
    );
    const { cloudformation } = awsAt(url).aws.session(target({ role: 'deploy' }, { account: '111111111111' }));
    await cloudformation.describeStack('orders');
    expired = true;
    expect((await cloudformation.describeStack('orders'))?.status).toBe('CREATE_COMPLETE');
    expect(server?.actions()).toEqual([
      'AssumeRole',
      'DescribeStacks',
      'DescribeStacks',
      'AssumeRole',
      'DescribeStacks',
    ]);
  });

  test('cannot help keys of the environment: the call fails as expired after one attempt', async () => {
    const { url } = await world(({ action }) =>
      action === 'DescribeStacks' ? failure(403, 'ExpiredToken') : undefined,
    );
    const { cloudformation } = awsAt(url).aws.session(target());
    await expect(cloudformation.describeStack('orders')).rejects.toMatchObject({
      kind: 'credentials',
      code: 'ExpiredToken',
    });
    expect(server?.actions()).toEqual(['GetCallerIdentity', 'DescribeStacks']);
  });
});

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
    const calls = bodies(server as TestServer, 'AssumeRoleWithWebIdentity');
    expect(calls.map((call) => call.get('WebIdentityToken'))).toEqual([`${TOKEN}1`, `${TOKEN}2`]);
    expect(server?.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
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
    expect(bodies(server as TestServer, 'AssumeRoleWithWebIdentity').map((call) => call.get('RoleArn'))).toEqual([
      'arn:aws-cn:iam::111111111111:role/deploy',
      'arn:aws-us-gov:iam::111111111111:role/deploy',
      'arn:aws-cn:iam::111111111111:role/deploy',
    ]);
  });

  test('comes first in a chain of roles', async () => {
    const { url } = await world();
    const { aws } = awsAt(url, { env: JOB, idToken: async () => TOKEN });
    await aws.session(target({ role: 'deploy', via: ['hub'] }, { account: '111111111111' })).account();
    expect(server?.actions()).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole']);
    expect(server?.requests[1]?.accessKeyId).toBe('ASIA1');
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

    await server?.close();
    const { url: broken } = await world(() => failure(400, 'IDPCommunicationError', 'no answer'));
    const error = await refusal(broken, target({ role: 'deploy' }, { account: '111111111111' }), {
      env: JOB,
      idToken: idTokens,
    });
    expect(error.code).toBe('role-refused');
    expect(server?.requests).toHaveLength(5);
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
    expect(server?.requests).toHaveLength(1);
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
    expect(server?.requests).toHaveLength(0);
  });
});

describe('settings that AWS is certain to refuse never reach it', () => {
  const oidc: Partial<AwsOptions> = { env: JOB, idToken: async () => TOKEN };
  test.each<[string, Partial<CredentialSettings>, Partial<AwsOptions>]>([
    ['session-tags-with-oidc', { role: 'deploy', sessionTags: { a: 'b' } }, oidc],
    ['duration-too-long', { role: 'deploy', via: ['hub'], durationSeconds: 3601 }, {}],
    ['role-missing', { source: 'oidc' }, oidc],
    ['role-invalid', { role: 'arn:aws:iam::1:role/x' }, {}],
    ['wrong-account', { role: 'arn:aws:iam::222222222222:role/deploy' }, {}],
  ])('%s', async (code, settings, options) => {
    const { url } = await world();
    const error = await refusal(url, target(settings, { account: '111111111111' }), options);
    expect(error.code).toBe(code);
    expect(server?.requests).toHaveLength(0);
  });
});

describe('the account', () => {
  test('that differs from the configured one stops every call, reads too, and both are named', async () => {
    const { url } = await world();
    const session = awsAt(url).aws.session(target({}, { account: '999999999999' }));
    const calls = [
      session.account(),
      session.environment(),
      session.parameter('/p'),
      session.storage.putText('bucket', 'key', 'text'),
      session.cloudformation.deleteStack({ stack: 'orders', clientRequestToken: 't' }),
      session.cloudformation.describeStack('orders'),
      session.cloudformation.describeEvents({ stack: 'orders' }),
    ];
    for (const call of calls) {
      await expect(call).rejects.toMatchObject({
        code: 'wrong-account',
        message: expect.stringMatching(/999999999999.*111111111111/),
      });
    }
    expect(new Set(server?.actions())).toEqual(new Set(['GetCallerIdentity']));
  });

  test('of keys in the environment is asked for once, whatever the number of regions', async () => {
    const { url } = await world();
    const { aws } = awsAt(url);
    const accounts = ['eu-west-1', 'eu-central-1', 'us-east-1'].map((region) =>
      aws.session(target({}, { region })).account(),
    );
    expect(await Promise.all(accounts)).toEqual(['111111111111', '111111111111', '111111111111']);
    expect(server?.actions()).toEqual(['GetCallerIdentity']);
  });

  test('is asked for in another region when the first cannot answer', async () => {
    const { url } = await world(({ region }) => (region === 'eu-west-1' ? { reset: 'before' } : undefined));
    const { aws } = awsAt(url);
    const lost = aws.session(target()).account();
    const alive = aws.session(target({}, { region: 'eu-central-1' })).account();
    await expect(lost).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await alive).toBe('111111111111');
  });
});

describe('refusals say what to do', () => {
  test.each([
    ['ExpiredToken', 'eu-west-1', 'expired-token'],
    ['InvalidClientTokenId', 'eu-west-1', 'invalid-credentials'],
    ['InvalidClientTokenId', 'eu-south-2', 'region-not-enabled'],
    ['RegionDisabledException', 'eu-west-1', 'region-not-enabled'],
  ])('%s in %s: %s', async (code, region, expected) => {
    const { url } = await world(() => failure(403, code));
    const error = await refusal(url, target({}, { region }));
    expect(error.code).toBe(expected);
    expect(error.fix.length).toBeGreaterThan(0);
    expect(server?.requests).toHaveLength(1);
  });

  test('a region that refuses credentials which work elsewhere is not enabled', async () => {
    const { url } = await world(({ region, action }) =>
      region === 'eu-central-1' && action === 'DescribeStacks' ? failure(403, 'InvalidClientTokenId') : undefined,
    );
    const { aws } = awsAt(url);
    await aws.session(target()).account();
    const { cloudformation } = aws.session(target({}, { region: 'eu-central-1' }));
    await expect(cloudformation.describeStack('orders')).rejects.toMatchObject({ code: 'region-not-enabled' });
  });

  test('a role that refuses its caller is named with what to check, after one attempt', async () => {
    const { url } = await world(() =>
      failure(403, 'AccessDenied', 'User: u is not authorized to perform: sts:AssumeRole'),
    );
    const error = await refusal(url, target({ role: 'deploy' }, { account: '111111111111' }));
    expect(error.code).toBe('role-refused');
    expect(error.message).toContain('arn:aws:iam::111111111111:role/deploy');
    expect(error.fix.join(' ')).toContain('external-id');
    expect(server?.requests).toHaveLength(1);
  });

  test('no credentials anywhere', async () => {
    const { url } = await world();
    const env = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, GITHUB_ACTIONS: 'true' };
    const before = { ...process.env };
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/nowhere',
      AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
    });
    try {
      const error = await refusal(url, target(), { env });
      expect(error.code).toBe('no-credentials');
      expect(error.fix.join(' ')).toContain('id-token: write');
    } finally {
      for (const name of ['AWS_EC2_METADATA_DISABLED', 'AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
    expect(server?.requests).toHaveLength(0);
  });
});

describe('profiles', () => {
  const names = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_ENDPOINT_URL'] as const;
  const before = names.map((name) => process.env[name]);
  let folder = '';
  afterEach(async () => {
    for (const [index, name] of names.entries()) {
      if (before[index] === undefined) delete process.env[name];
      else process.env[name] = before[index];
    }
    await rm(folder, { recursive: true, force: true });
  });

  async function files(config: string, credentials: string, url: string) {
    folder = await mkdtemp(join(tmpdir(), 'profiles-'));
    await writeFile(join(folder, 'config'), config);
    await writeFile(join(folder, 'credentials'), credentials);
    process.env['AWS_CONFIG_FILE'] = join(folder, 'config');
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'credentials');
    process.env['AWS_ENDPOINT_URL'] = url;
  }

  test('give their keys, or the role they name; what that took is in the ledger', async () => {
    const { url } = await world();
    await files(
      '[profile hub]\nrole_arn = arn:aws:iam::111111111111:role/hub\nsource_profile = plain\n',
      '[plain]\naws_access_key_id = AKIAPLAIN\naws_secret_access_key = plain-secret\n',
      url,
    );
    const { aws, secrets } = awsAt(url);
    await aws.session(target({ profile: 'plain' })).account();
    await aws.session(target({ profile: 'hub', role: 'deploy' }, { account: '111111111111' })).account();
    expect(server?.requests.map(({ action, accessKeyId }) => `${action} ${accessKeyId}`)).toEqual([
      'GetCallerIdentity AKIAPLAIN',
      'AssumeRole AKIAPLAIN',
      'AssumeRole ASIA2',
    ]);
    expect(aws.ledger.entries.map(({ action }) => action)).toEqual(['GetCallerIdentity', 'credentials', 'AssumeRole']);
    expect(secrets).toEqual(expect.arrayContaining(['plain-secret', 'token-of-ASIA2', 'token-of-ASIA3']));
  });

  test('that do not exist are named, with the command that shows it', async () => {
    const { url } = await world();
    await files('', '', url);
    const error = await refusal(url, target({ profile: 'nobody' }));
    expect(error).toMatchObject({ code: 'no-credentials', message: expect.stringContaining('"nobody"') });
    expect(error.fix.join(' ')).toContain('--profile nobody');
  });
});

test('a child process gets credentials that last, as far as their source gives such', async () => {
  const clock = testClock();
  let lifetime = HOUR;
  const { url } = await world(({ action }, count) =>
    action === 'AssumeRole' ? session(action, `ASIA${count}`, clock.now() + lifetime) : undefined,
  );
  const { environment } = awsAt(url, { clock }).aws.session(target({ role: 'deploy' }, { account: '111111111111' }));
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA1');
  clock.advance(5 * 60_000);
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA1');
  clock.advance(10 * 60_000);
  lifetime = 900_000;
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA2');
  expect((await environment())['AWS_ACCESS_KEY_ID']).toBe('ASIA2');
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
  expect(server?.requests).toHaveLength(0);
});

test('the environment of a child process holds the credentials, region and endpoint of the target and nothing else', async () => {
  const { url } = await world();
  const { aws } = awsAt(url, { env: { OTHER: 'x', AWS_PROFILE: 'p', AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' } });
  expect(await aws.session(target({ role: 'deploy' }, { account: '111111111111' })).environment()).toEqual({
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
    AWS_ACCESS_KEY_ID: 'ASIA1',
    AWS_SECRET_ACCESS_KEY: 'secret-of-ASIA1',
    AWS_SESSION_TOKEN: 'token-of-ASIA1',
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_STS_REGIONAL_ENDPOINTS: 'regional',
  });
});
