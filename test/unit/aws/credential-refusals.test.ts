import { describe, expect, test } from '@jest/globals';
import type { AwsOptions } from '../../../src/aws/index.ts';
import type { CredentialSettings } from '../../../src/topology/model.ts';
import { JOB, refusal, TOKEN, useAccount } from './support/account.ts';
import { failure } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';

const room = useAccount();
const { world } = room;

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
    expect(room.server.requests).toHaveLength(0);
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
    expect(room.server.requests).toHaveLength(1);
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
    expect(room.server.requests).toHaveLength(1);
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
    expect(room.server.requests).toHaveLength(0);
  });
});
