import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from '@smithy/types';
import { findPartition } from '../topology/regions.ts';
import type { CredentialSource } from './credentials/model.ts';
import { customEndpoint, type Env } from './endpoint.ts';
import { AwsError } from './ports.ts';
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
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const { host, region } = controlPlane(partition);
  const url = new URL(customEndpoint(env, 'iam') ?? `https://${host}`);
  const body = new URLSearchParams({
    Action: 'GetOpenIDConnectProvider',
    Version: '2010-05-08',
    OpenIDConnectProviderArn: arn,
  }).toString();
  const request: HttpRequest = {
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    method: 'POST',
    path: '/',
    query: {},
    headers: {
      host: url.host,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  };
  const signer = new SignatureV4({ service: 'iam', region, credentials: () => credentials.get(), sha256: Sha256 });
  const call = { service: 'IAM', action: 'GetOpenIDConnectProvider', region };
  const signed = { query: {}, ...(await signer.sign(request)) };
  const { response } = await parts
    .recorded(call)
    .handle({ ...signed, clone: () => signed } as Parameters<Transport['handle']>[0]);
  const text = await textOf(response.body);
  const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '';
  if (response.statusCode === 200) return true;
  if (response.statusCode === 404 && code === 'NoSuchEntity') return false;
  throw new AwsError({
    kind: response.statusCode === 403 ? 'denied' : 'other',
    code,
    message: /<Message>([^<]*)<\/Message>/.exec(text)?.[1] ?? `HTTP ${response.statusCode}`,
    ...call,
    httpStatus: response.statusCode,
  });
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** The hash that the signer asks for. */
class Sha256 {
  private readonly hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', keyOf(secret));
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {}
}

function keyOf(secret: string | ArrayBuffer | ArrayBufferView): string | Uint8Array {
  if (typeof secret === 'string') return secret;
  return ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);
}
