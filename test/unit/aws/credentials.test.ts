import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FAR, refusal, useAccount } from './support/account.ts';
import { session } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';

const room = useAccount();
const { world, bodies } = room;

describe('a role', () => {
  test('given by name is completed with partition and account, and its ARN proves the account without another call', async () => {
    const { url } = await world();
    const { aws } = awsAt(url);
    expect(await aws.session(target({ role: 'deploy' }, { account: '111111111111' })).account()).toBe('111111111111');
    expect(room.server.actions()).toEqual(['AssumeRole']);
    const [call] = bodies('AssumeRole');
    expect(call?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/deploy');
    expect(call?.get('RoleSessionName')).toBe('run-r1-octo-orders-');
  });

  test('in China gets an ARN of that partition', async () => {
    const { url } = await world(({ action }) =>
      action === 'AssumeRole' ? session(action, 'ASIACN', FAR, '222222222222') : undefined,
    );
    const china = target({ role: 'deploy' }, { region: 'cn-north-1', partition: 'aws-cn', account: '222222222222' });
    await awsAt(url).aws.session(china).account();
    expect(bodies('AssumeRole')[0]?.get('RoleArn')).toBe('arn:aws-cn:iam::222222222222:role/deploy');
    expect(room.server.requests[0]?.region).toBe('cn-north-1');
  });

  test('without an account is looked for in the account of the credentials that assume it', async () => {
    const { url } = await world();
    await awsAt(url)
      .aws.session(target({ role: 'team/deploy' }))
      .account();
    expect(room.server.actions()).toEqual(['GetCallerIdentity', 'AssumeRole']);
    expect(bodies('AssumeRole')[0]?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/team/deploy');
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
    const [hub, deploy] = bodies('AssumeRole');
    expect(hub?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/hub');
    expect(hub?.get('ExternalId')).toBeNull();
    expect(hub?.get('DurationSeconds')).toBeNull();
    expect(deploy?.get('RoleArn')).toBe('arn:aws:iam::111111111111:role/deploy');
    expect(deploy?.get('ExternalId')).toBe('x-1');
    expect(deploy?.get('Tags.member.1.Key')).toBe('team');
    expect(deploy?.get('DurationSeconds')).toBe('1800');
    expect(room.server.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['AKIABASE', 'ASIA1']);
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
    expect(room.server.requests.map(({ service, region }) => `${service} ${region}`).sort()).toEqual([
      'sts ap-southeast-2',
      'sts eu-west-1',
    ]);
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
    expect(new Set(room.server.actions())).toEqual(new Set(['GetCallerIdentity']));
  });

  test('of keys in the environment is asked for once, whatever the number of regions', async () => {
    const { url } = await world();
    const { aws } = awsAt(url);
    const accounts = ['eu-west-1', 'eu-central-1', 'us-east-1'].map((region) =>
      aws.session(target({}, { region })).account(),
    );
    expect(await Promise.all(accounts)).toEqual(['111111111111', '111111111111', '111111111111']);
    expect(room.server.actions()).toEqual(['GetCallerIdentity']);
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
    expect(room.server.requests.map(({ action, accessKeyId }) => `${action} ${accessKeyId}`)).toEqual([
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
