import type { IncomingMessage } from 'node:http';
import type { BucketFacts } from './bucket-owners.ts';
import type { Answer } from './error-answer.ts';
import { type SigningKeys, signS3 } from './sigv4.ts';
import { readAll, send, type Upstream } from './upstream.ts';

/** Source of a copy, as named in `x-amz-copy-source`. */
export interface CopySource {
  readonly bucket: string;
  /** Percent-encoded. */
  readonly key: string;
  readonly versionId: string | undefined;
}

export function parseCopySource(header: string): CopySource | undefined {
  const [path = '', query = ''] = header.replace(/^\//, '').split('?');
  const plain = path.includes('/') ? path : decodeURIComponent(path);
  const slash = plain.indexOf('/');
  if (slash < 1) return undefined;
  const versionId = new URLSearchParams(query).get('versionId') ?? undefined;
  return { bucket: plain.slice(0, slash), key: plain.slice(slash + 1), versionId };
}

export interface CopyRequest {
  readonly keys: SigningKeys;
  readonly source: CopySource;
  readonly sourceFacts: BucketFacts;
  /** Path-style path and query of the destination, percent-encoded. */
  readonly path: string;
  readonly region: string;
  readonly headers: IncomingMessage['headers'];
}

/**
 * Copies between buckets of two accounts with the caller's own rights on both, as CopyObject and UploadPartCopy do:
 * the emulator looks for the source in the caller's account only.
 */
export async function copyAcrossAccounts(upstream: Upstream, request: CopyRequest): Promise<Answer> {
  const host = upstream.url.host;
  const version =
    request.source.versionId === undefined ? '' : `?versionId=${encodeURIComponent(request.source.versionId)}`;
  const sourcePath = `/${request.source.bucket}/${request.source.key}${version}`;
  const read = { method: 'GET', host, path: sourcePath, region: request.sourceFacts.region };
  const source = await send(upstream, {
    method: 'GET',
    path: sourcePath,
    headers: wire(signS3(request.keys, read, sourceHeaders(request.headers))),
    body: undefined,
  });
  if ((source.statusCode ?? 500) >= 300) return textAnswer(source);
  const write = { method: 'PUT', host, path: request.path, region: request.region };
  const target = await send(upstream, {
    method: 'PUT',
    path: request.path,
    headers: wire(signS3(request.keys, write, targetHeaders(request.headers, source.headers))),
    body: source,
  });
  if ((target.statusCode ?? 500) >= 300) return textAnswer(target);
  await readAll(target);
  return copied(target, request.path.includes('uploadId='));
}

/** Conditions and the range of the copy are conditions and the range of reading its source. */
function sourceHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'range']) {
    const value = headers[`x-amz-copy-source-${name}`];
    if (typeof value === 'string') out[name] = value;
  }
  return out;
}

function targetHeaders(
  headers: IncomingMessage['headers'],
  source: IncomingMessage['headers'],
): Record<string, string> {
  const out: Record<string, string> = { 'content-length': source['content-length'] ?? '0' };
  const replace = String(headers['x-amz-metadata-directive'] ?? 'COPY').toUpperCase() === 'REPLACE';
  const described = /^(x-amz-meta-|content-type$|content-encoding$|cache-control$|content-disposition$)/;
  for (const [name, value] of Object.entries(replace ? headers : source)) {
    if (described.test(name) && typeof value === 'string') out[name] = value;
  }
  const kept =
    /^(if-|x-amz-(server-side-encryption|storage-class|acl|tagging|grant-|checksum-algorithm|expected-bucket-owner))/;
  for (const [name, value] of Object.entries(headers)) {
    if (kept.test(name) && typeof value === 'string') out[name] = value;
  }
  return out;
}

function wire(headers: Readonly<Record<string, string>>): string[] {
  return [...Object.entries(headers).flat(), 'x-forwarded-proto', 'https'];
}

async function textAnswer(message: IncomingMessage): Promise<Answer> {
  const body = (await readAll(message)).toString();
  return { status: message.statusCode ?? 500, headers: { 'content-type': 'application/xml' }, body };
}

function copied(target: IncomingMessage, part: boolean): Answer {
  const name = part ? 'CopyPartResult' : 'CopyObjectResult';
  const version = target.headers['x-amz-version-id'];
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">` +
    `<LastModified>${new Date().toISOString()}</LastModified><ETag>${String(target.headers.etag ?? '').replaceAll('"', '&quot;')}</ETag></${name}>`;
  const headers = {
    'content-type': 'application/xml',
    ...(typeof version === 'string' ? { 'x-amz-version-id': version } : {}),
  };
  return { status: 200, headers, body };
}
