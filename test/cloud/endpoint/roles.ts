import { callAsRoot, type Upstream } from './upstream.ts';

/** What a test says about a role; the default trusts pushes of octo/orders through GitHub's provider. */
export interface RoleOptions {
  readonly trust?: object;
  readonly policies?: readonly object[];
  readonly maxSessionSeconds?: number;
  /** Partition of the account; `aws-cn` has an audience of its own. Default `aws`. */
  readonly partition?: 'aws' | 'aws-cn' | 'aws-us-gov';
}

type Partition = NonNullable<RoleOptions['partition']>;

/** The audience that AWS's own action asks for in a partition. */
function audienceOf(partition: Partition): string {
  return partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

/** Makes a role (and the account's OIDC provider where it is missing) and returns its ARN. Not recorded. */
export async function createRole(
  upstream: Upstream,
  issuer: string,
  account: string,
  name: string,
  options: RoleOptions = {},
): Promise<string> {
  const partition = options.partition ?? 'aws';
  await ensureProvider(upstream, account, issuer, audienceOf(partition));
  const trust = options.trust ?? defaultTrust(account, issuer, partition);
  const answer = await iam(upstream, account, {
    Action: 'CreateRole',
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify(trust),
    ...(options.maxSessionSeconds === undefined ? {} : { MaxSessionDuration: String(options.maxSessionSeconds) }),
  });
  let index = 0;
  for (const policy of options.policies ?? []) {
    index += 1;
    await iam(upstream, account, {
      Action: 'PutRolePolicy',
      RoleName: name,
      PolicyName: `policy-${index}`,
      PolicyDocument: JSON.stringify(policy),
    });
  }
  const arn = /<Arn>([^<]+)<\/Arn>/.exec(answer)?.[1] ?? `arn:aws:iam::${account}:role/${name}`;
  return arn.replace(/^arn:aws:/, `arn:${partition}:`);
}

/** Registers an OIDC issuer in an account, which lies in one partition and so needs one audience. */
async function ensureProvider(upstream: Upstream, account: string, issuer: string, audience: string): Promise<void> {
  const create = { Action: 'CreateOpenIDConnectProvider', Url: issuer, 'ClientIDList.member.1': audience };
  await iam(upstream, account, create, ['EntityAlreadyExists']);
}

function hostOf(issuer: string): string {
  return issuer.replace(/^https?:\/\//, '');
}

function defaultTrust(account: string, issuer: string, partition: Partition): object {
  const host = hostOf(issuer);
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${host}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${host}:aud`]: audienceOf(partition) },
          StringLike: { [`${host}:sub`]: 'repo:octo/orders:*' },
        },
      },
    ],
  };
}

/** One IAM call as the account's root; returns the XML. @throws Error with AWS's answer, unless its code is allowed. */
export async function iam(
  upstream: Upstream,
  account: string,
  parameters: Readonly<Record<string, string>>,
  allowedErrors: readonly string[] = [],
): Promise<string> {
  const { status, body } = await callAsRoot(upstream, {
    account,
    service: 'iam',
    region: 'us-east-1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Version: '2010-05-08', ...parameters }).toString(),
  });
  if (status >= 400 && !allowedErrors.some((code) => body.includes(`<Code>${code}</Code>`))) {
    throw new Error(`IAM ${parameters['Action'] ?? ''} answered ${status}: ${body}`);
  }
  return body;
}
