import { findPartition } from '../topology/regions.ts';
import type { CredentialSource } from './credentials/model.ts';
import { customEndpoint, type Env } from './endpoint.ts';
import { AwsError } from './ports.ts';
import { signedCall } from './signed-call.ts';
import type { Transport } from './transport.ts';

/** IAM's one endpoint of a partition, and the region that its requests are signed for (AWS General Reference, IAM). */
function controlPlane(partition: string): { readonly host: string; readonly region: string } {
  if (partition === 'aws') return { host: 'iam.amazonaws.com', region: 'us-east-1' };
  if (partition === 'aws-cn') return { host: 'iam.cn-north-1.amazonaws.com.cn', region: 'cn-north-1' };
  if (partition === 'aws-us-gov') return { host: 'iam.us-gov.amazonaws.com', region: 'us-gov-west-1' };
  const { edgeRegion = '', dnsSuffix = '' } = findPartition(partition) ?? {};
  return { host: `iam.${edgeRegion}.${dnsSuffix}`, region: edgeRegion };
}

export interface IdentityProviderParts {
  readonly env: Env;
  readonly credentials: CredentialSource;
  readonly partition: string;
  /** A transport that records what it is asked. */
  readonly recorded: (call: {
    readonly service: string;
    readonly action: string;
    readonly region: string;
  }) => Transport;
}

/**
 * Whether the account has this OpenID Connect provider. The one call of IAM that this program makes: a client of the
 * SDK for it would be the largest part of the bundle.
 *
 * @throws AwsError
 */
export async function hasIdentityProvider(arn: string, parts: IdentityProviderParts): Promise<boolean> {
  const { env, credentials, partition } = parts;
  const { host, region } = controlPlane(partition);
  const body = new URLSearchParams({
    Action: 'GetOpenIDConnectProvider',
    Version: '2010-05-08',
    OpenIDConnectProviderArn: arn,
  }).toString();
  const call = { service: 'IAM', action: 'GetOpenIDConnectProvider', region };
  const { status, text } = await signedCall({
    url: new URL(customEndpoint(env, 'iam') ?? `https://${host}`),
    service: 'iam',
    region,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
    credentials,
    transport: parts.recorded(call),
  });
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '';
  if (status === 200) return true;
  if (status === 404 && code === 'NoSuchEntity') return false;
  throw new AwsError({
    kind: status === 403 ? 'denied' : 'other',
    code,
    message: /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? `HTTP ${status}`,
    ...call,
    httpStatus: status,
  });
}
