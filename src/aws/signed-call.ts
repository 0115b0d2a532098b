import { createHash, createHmac } from 'node:crypto';
import type { HttpRequest } from '@smithy/types';
import type { CredentialSource } from './credentials/model.ts';
import type { Transport } from './transport.ts';

/** One request that is signed here, where a client of the SDK would be too much or is not to be had. */
export interface SignedCall {
  readonly url: URL;
  /** Default: POST. */
  readonly method?: 'GET' | 'POST';
  /** As the signature names it. */
  readonly service: string;
  readonly region: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly credentials: CredentialSource;
  readonly transport: Transport;
  readonly signal?: AbortSignal;
}

/** Sent once. @throws ConnectionError; what AWS refuses is an answer like any other */
export async function signedCall(call: SignedCall): Promise<{ readonly status: number; readonly text: string }> {
  const { url, method = 'POST', service, region, headers, body, credentials, transport, signal } = call;
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const request: HttpRequest = {
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    method,
    path: url.pathname,
    query: {},
    headers: {
      host: url.host,
      ...headers,
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    ...(body !== undefined && { body }),
  };
  const signer = new SignatureV4({ service, region, credentials: () => credentials.get(), sha256: Sha256 });
  const signed = { query: {}, ...(await signer.sign(request)) };
  const sent = { ...signed, clone: () => signed } as Parameters<Transport['handle']>[0];
  const { response } = await transport.handle(sent, signal === undefined ? {} : { abortSignal: signal });
  return { status: response.statusCode, text: await textOf(response.body) };
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
