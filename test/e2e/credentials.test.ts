import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Aws, createAws } from '../../src/aws/index.ts';
import type { TargetSession } from '../../src/aws/ports.ts';
import type { UserError } from '../../src/errors.ts';
import { realClock } from '../../src/real-clock.ts';
import type { CredentialSettings, Target } from '../../src/topology/model.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';

const ONE = '111111111111';
const TWO = '222222222222';
const HOST = 'token.actions.githubusercontent.com';
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1'] as const;

let cloud: Cloud;
const opened: Aws[] = [];

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS });
});
afterEach(async () => {
  for (const aws of opened.splice(0)) aws.close();
  await cloud.configure({ sessionSeconds: 3600 });
  await cloud.reset();
});
afterAll(() => cloud.stop());

function target(credentials: Partial<CredentialSettings>, rest: Partial<Target> = {}): Target {
  const region = rest.region ?? 'eu-west-1';
  return {
    name: region,
    region,
    partition: 'aws',
    account: ONE,
    groups: [],
    credentials: { source: 'auto', ...credentials },
    ...rest,
  };
}

interface Run {
  readonly aws: Aws;
  readonly secrets: readonly string[];
}

function run(env: Readonly<Record<string, string>>, idleMs = 20_000): Run {
  const secrets: string[] = [];
  const aws = createAws({
    env,
    clock: realClock,
    report: () => {},
    maskSecret: (value) => secrets.push(value),
    userAgent: 'sam-multi-region/0.0.0 run/e2e',
    sessionName: 'e2e',
    idToken: (audience) => askGitHub(env, audience),
    timeouts: { connectMs: 5_000, idleMs },
  });
  opened.push(aws);
  return { aws, secrets };
}

/** What `@actions/core` does for a job. */
async function askGitHub(env: Readonly<Record<string, string>>, audience: string): Promise<string> {
  const answer = await fetch(`${env['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${audience}`, {
    headers: { authorization: `bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` },
  });
  const { value } = (await answer.json()) as { readonly value: string };
  return value;
}

const github = (claims: Readonly<Record<string, unknown>> = {}) => run(cloud.githubEnv(claims));
const keys = (account: string) => run(cloud.env(account));
const stsCalls = () => cloud.calls.filter(({ service }) => service === 'sts');

async function refusal(session: () => TargetSession): Promise<UserError> {
  try {
    await session().account();
  } catch (error) {
    return error as UserError;
  }
  throw new Error('nothing was refused');
}

function trust(condition: object, account = ONE): object {
  const Principal = { Federated: `arn:aws:iam::${account}:oidc-provider/${HOST}` };
  return { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition }] };
}

describe('GitHub OIDC', () => {
  test('gives every target its own session, with a token of its own, in its own account and region', async () => {
    await cloud.createRole(ONE, 'deploy');
    await cloud.createRole(TWO, 'deploy');
    const { aws, secrets } = github();
    const places = [ONE, TWO].flatMap((account) =>
      REGIONS.map((region) => ({ account, region, name: `${account} ${region}` })),
    );
    const sessions = places.map((place) => aws.session(target({ role: 'deploy' }, place)));
    expect(await Promise.all(sessions.map((session) => session.account()))).toEqual(
      places.map(({ account }) => account),
    );
    expect(await Promise.all(sessions.map(({ cloudformation }) => cloudformation.describeStack('orders')))).toEqual(
      places.map(() => undefined),
    );
    expect(cloud.oidc.tokensIssued).toBe(6);
    expect(new Set(cloud.oidc.issued).size).toBe(6);
    expect(stsCalls().map(({ action }) => action)).toEqual(places.map(() => 'AssumeRoleWithWebIdentity'));
    const used = cloud.calls
      .filter(({ service }) => service === 'cloudformation')
      .map(({ account, region }) => `${account} ${region}`);
    expect(used.sort()).toEqual(places.map(({ name }) => name).sort());
    for (const token of cloud.oidc.issued) expect(secrets).toContain(token);
  });

  test('many at once pass although the keys of the issuer cannot be fetched at first', async () => {
    await cloud.createRole(ONE, 'deploy');
    cloud.oidc.fail('keys', 6);
    const { aws } = github();
    const roles = Array.from({ length: 16 }, (_, index) =>
      aws.session(target({ role: 'deploy', durationSeconds: 900 + index })).account(),
    );
    expect(new Set(await Promise.all(roles))).toEqual(new Set([ONE]));
    expect(stsCalls().some(({ status }) => status >= 400)).toBe(true);
  });

  test('a rollout that lasts longer than a session goes on with new ones', async () => {
    await cloud.createRole(ONE, 'deploy');
    await cloud.configure({ sessionSeconds: 2 });
    const { cloudformation } = github().aws.session(target({ role: 'deploy' }));
    for (let polls = 0; polls < 200 && cloud.oidc.tokensIssued < 3; polls += 1) {
      expect(await cloudformation.describeStack('orders')).toBeUndefined();
    }
    expect(cloud.oidc.tokensIssued).toBeGreaterThanOrEqual(3);
  });

  test('a session that AWS calls expired is replaced and the call repeated', async () => {
    await cloud.createRole(ONE, 'deploy');
    const { cloudformation, storage } = github().aws.session(target({ role: 'deploy' }));
    await cloudformation.describeStack('orders');
    cloud.fault({ kind: 'expired', service: 'cloudformation', times: 1 });
    expect(await cloudformation.describeStack('orders')).toBeUndefined();
    cloud.fault({ kind: 'expired', service: 's3', times: 1 });
    expect(await storage.headBucket('no-such-bucket-anywhere')).toBeUndefined();
    expect(cloud.oidc.tokensIssued).toBe(3);
  });
});

describe('a role that refuses', () => {
  const immutable = { sub: 'repo:octo@1/orders@2:ref:refs/heads/main', repository_id: '2' };

  test.each<[string, { readonly trust?: object; readonly claims?: object; readonly audience?: string }, RegExp]>([
    ['another repository', { claims: { sub: 'repo:octo/other:ref:refs/heads/main' } }, /sub: repo:octo\/other:ref/],
    ['a subject with numeric ids', { claims: immutable }, /numeric ids/],
    [
      'a job without the environment of the condition',
      {
        trust: trust({ StringEquals: { [`${HOST}:sub`]: 'repo:octo/orders:environment:prod' } }),
      },
      /names none/,
    ],
    ['an audience that the provider does not list', { audience: 'elsewhere' }, /aud: elsewhere/],
  ])(
    '%s is told at once, with the role, sub and aud, and without the token',
    async (_what, { trust, claims, audience }, text) => {
      const arn = await cloud.createRole(ONE, 'deploy', trust ? { trust } : {});
      const { aws } = github({ ...claims });
      const error = await refusal(() => aws.session(target({ role: 'deploy', ...(audience ? { audience } : {}) })));
      expect(error.code).toBe('role-refused');
      const shown = [error.message, ...error.fix].join('\n');
      expect(shown).toContain(arn);
      expect(shown).toMatch(/sub: repo:/);
      expect(shown).toMatch(text);
      expect(stsCalls()).toHaveLength(1);
      for (const token of cloud.oidc.issued) for (const part of token.split('.')) expect(shown).not.toContain(part);
    },
  );

  test('because its account has no identity provider', async () => {
    const error = await refusal(() => github().aws.session(target({ role: 'deploy' }, { account: TWO })));
    expect(error).toMatchObject({ code: 'role-refused', message: expect.stringMatching(/No OpenIDConnect provider/) });
    expect(stsCalls()).toHaveLength(1);
  });

  test('because its condition on the called workflow does not match', async () => {
    await cloud.createRole(ONE, 'deploy', {
      trust: trust({ StringLike: { [`${HOST}:job_workflow_ref`]: 'octo/flows/.github/workflows/deploy.yml@*' } }),
    });
    const job_workflow_ref = 'octo/orders/.github/workflows/own.yml@refs/heads/main';
    const error = await refusal(() => github({ job_workflow_ref }).aws.session(target({ role: 'deploy' })));
    expect(error.message).toContain(`job_workflow_ref: ${job_workflow_ref}`);
  });

  test('asked for too long a session says so', async () => {
    await cloud.createRole(ONE, 'deploy', { maxSessionSeconds: 3600 });
    const error = await refusal(() => github().aws.session(target({ role: 'deploy', durationSeconds: 7200 })));
    expect(error.code).toBe('role-refused');
    expect(error.fix.join(' ')).toMatch(/duration/);
    expect(stsCalls()).toHaveLength(1);
  });
});

describe('a chain of roles', () => {
  const deployTrust = {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ONE}:role/hub` },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { StringEquals: { 'sts:ExternalId': 'orders' } },
      },
    ],
  };

  test('from OIDC over a hub into another account, with external id and tags', async () => {
    await cloud.createRole(ONE, 'hub');
    await cloud.createRole(TWO, 'deploy', { trust: deployTrust });
    const settings = {
      via: [`arn:aws:iam::${ONE}:role/hub`],
      role: 'deploy',
      externalId: 'orders',
      sessionTags: { team: 'a' },
    };
    const { cloudformation, account } = github().aws.session(target(settings, { account: TWO }));
    expect(await account()).toBe(TWO);
    expect(await cloudformation.describeStack('orders')).toBeUndefined();
    expect(stsCalls().map(({ action }) => action)).toEqual(['AssumeRoleWithWebIdentity', 'AssumeRole']);
  });

  test('is refused without the external id, and the role that refused is named', async () => {
    await cloud.createRole(ONE, 'hub');
    const arn = await cloud.createRole(TWO, 'deploy', { trust: deployTrust });
    const settings = { via: [`arn:aws:iam::${ONE}:role/hub`], role: 'deploy' };
    const error = await refusal(() => github().aws.session(target(settings, { account: TWO })));
    expect(error.code).toBe('role-refused');
    expect(error.message).toContain(arn);
    expect(error.fix.join(' ')).toContain('external-id');
  });
});

describe('bad credentials change nothing', () => {
  test('of another account: both are named and no write is made', async () => {
    const session = keys(TWO).aws.session(target({}));
    await expect(session.storage.putText('b', 'k', 't')).rejects.toMatchObject({
      code: 'wrong-account',
      message: expect.stringMatching(new RegExp(`${ONE}.*${TWO}`)),
    });
    expect(cloud.calls.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
  });

  test('expired', async () => {
    cloud.fault({ kind: 'expired' });
    const error = await refusal(() => keys(ONE).aws.session(target({})));
    expect(error.code).toBe('expired-token');
    expect(cloud.calls).toHaveLength(1);
  });

  test.each([{}, { role: 'deploy' }])('in a region that is not enabled, with settings %j', async (settings) => {
    await cloud.createRole(ONE, 'deploy', {
      trust: { Statement: [{ Effect: 'Allow', Principal: { AWS: ONE }, Action: 'sts:AssumeRole' }] },
    });
    const error = await refusal(() => keys(ONE).aws.session(target(settings, { region: 'eu-south-1' })));
    expect(error.code).toBe('region-not-enabled');
    expect(error.fix.join(' ')).toContain('eu-south-1');
  });
});

describe('trouble on the way', () => {
  test.each(['refuse', 'hang'] as const)('a lost region (%s) is unreachable and harms no other', async (mode) => {
    await cloud.createRole(ONE, 'deploy');
    cloud.blackout('eu-central-1', mode);
    // Who hangs is waited for this long, several times; the others must answer within it.
    const { aws } = run(cloud.githubEnv(), mode === 'hang' ? 2_000 : 20_000);
    const answers = await Promise.allSettled(
      REGIONS.map((region) =>
        aws.session(target({ role: 'deploy' }, { region })).cloudformation.describeStack('orders'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: { kind: 'unreachable', region: 'eu-central-1' } });
  });

  const TEMPLATE = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });

  /** Creates a stack, follows it, reads and writes objects, and removes everything: each kind of call once. */
  async function deployment({ cloudformation, storage }: TargetSession): Promise<string> {
    const made = await cloudformation.createChangeSet({
      stackName: 'orders',
      name: 'run-1',
      type: 'CREATE',
      template: { body: TEMPLATE },
      parameters: [],
      tags: { app: 'orders' },
      capabilities: [],
      notificationArns: [],
      includeNestedStacks: false,
      clientToken: 'token-1',
    });
    await until(async () => (await cloudformation.describeChangeSet(made.id))?.status === 'CREATE_COMPLETE');
    await cloudformation.executeChangeSet({ id: made.id, clientRequestToken: 'token-2', disableRollback: false });
    await until(async () => (await cloudformation.describeStack(made.stackId))?.status === 'CREATE_COMPLETE');
    const events = await cloudformation.describeEvents({ stack: made.stackId });
    expect(events.some(({ status }) => status === 'CREATE_COMPLETE')).toBe(true);
    expect((await storage.putText('artifacts', 'lease', 'mine', { ifAbsent: true })).etag).not.toBe('');
    const held = await storage.getText('artifacts', 'lease');
    expect(held?.text).toBe('mine');
    await expect(storage.putText('artifacts', 'lease', 'other', { ifAbsent: true })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await storage.delete('artifacts', 'lease', held?.etag);
    expect(await storage.head('artifacts', 'lease')).toBeUndefined();
    await cloudformation.deleteStack({ stack: made.stackId, clientRequestToken: 'token-3' });
    await until(async () => (await cloudformation.describeStack('orders')) === undefined);
    return made.stackId;
  }

  async function until(done: () => Promise<boolean>): Promise<void> {
    // Polling is held to three calls a second.
    for (let tries = 0; tries < 600; tries += 1) if (await done()) return;
    throw new Error('it did not come about');
  }

  async function withBucket(): Promise<TargetSession> {
    const session = keys(ONE).aws.session(target({}));
    const { S3Client, CreateBucketCommand } = await import('@aws-sdk/client-s3');
    const credentials = { accessKeyId: ONE, secretAccessKey: 'x' };
    const s3 = new S3Client({ endpoint: cloud.url, region: 'eu-west-1', forcePathStyle: true, credentials });
    await s3.send(
      new CreateBucketCommand({ Bucket: 'artifacts', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
    );
    s3.destroy();
    return session;
  }

  const ACTIONS = [
    'CreateChangeSet',
    'ExecuteChangeSet',
    'DeleteStack',
    'PutObject',
    'DeleteObject',
    'DescribeStacks',
    'DescribeEvents',
  ];

  test('connections that break after AWS did what was asked lead to the same end', async () => {
    const session = await withBucket();
    const rules = ACTIONS.map((action) => ({ kind: 'reset', when: 'after', times: 1, action }) as const);
    for (const rule of rules) cloud.fault(rule);
    expect(await deployment(session)).toContain('stack/orders/');
    for (const rule of rules) expect([rule.action, cloud.hits(rule)]).toEqual([rule.action, 1]);
  });

  test.each(['throttle', '500', '503', 'reset'] as const)(
    '%s in every kind of call leads to the same end',
    async (kind) => {
      const session = await withBucket();
      const rules = ACTIONS.map((action) => ({ kind, times: 2, action }) as const);
      for (const rule of rules) cloud.fault(rule);
      expect(await deployment(session)).toContain('stack/orders/');
      for (const rule of rules) expect([rule.action, cloud.hits(rule)]).toEqual([rule.action, 2]);
    },
  );
});
