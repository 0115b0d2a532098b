import { callAsRoot, type Upstream } from './upstream.ts';

/** What a test says about a role; the default trusts pushes of octo/orders through GitHub's provider. */
export interface RoleOptions {
  readonly trust?: object;
  readonly policies?: readonly object[];
  readonly maxSessionSeconds?: number;
}

export const CLIENT_ID = 'sts.amazonaws.com';

/** Makes a role (and the account's OIDC provider where it is missing) and returns its ARN. Not recorded. */
export async function createRole(
  upstream: Upstream,
  issuer: string,
  account: string,
  name: string,
  options: RoleOptions = {},
): Promise<string> {
  await ensureProvider(upstream, account, issuer, [CLIENT_ID]);
  const trust = options.trust ?? defaultTrust(account, issuer);
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
  return /<Arn>([^<]+)<\/Arn>/.exec(answer)?.[1] ?? `arn:aws:iam::${account}:role/${name}`;
}

/** Registers an OIDC issuer in an account; one that is there already stays as it is. */
export async function ensureProvider(
  upstream: Upstream,
  account: string,
  issuer: string,
  clientIds: readonly string[],
): Promise<void> {
  const parameters: Record<string, string> = { Action: 'CreateOpenIDConnectProvider', Url: issuer };
  for (const [index, id] of clientIds.entries()) parameters[`ClientIDList.member.${index + 1}`] = id;
  await iam(upstream, account, parameters, ['EntityAlreadyExists']);
}

export function defaultTrust(account: string, issuer: string): object {
  const host = issuer.replace(/^https?:\/\//, '');
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${host}:aud`]: CLIENT_ID },
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
