import { createHash, createHmac } from 'node:crypto';

export interface SigningKeys {
  readonly accessKey: string;
  readonly secret: string;
  readonly token: string | undefined;
}

/**
 * Signs an S3 request whose body is not part of the signature (`UNSIGNED-PAYLOAD`), as "Signature Version 4" describes.
 * @param path percent-encoded path with its query, if any
 * @returns all headers to send
 */
export function signS3(
  keys: SigningKeys,
  request: { readonly method: string; readonly host: string; readonly path: string; readonly region: string },
  extra: Readonly<Record<string, string>> = {},
  at: Date = new Date(),
): Record<string, string> {
  const stamp = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const headers: Record<string, string> = {
    ...extra,
    host: request.host,
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-amz-date': stamp,
    ...(keys.token === undefined ? {} : { 'x-amz-security-token': keys.token }),
  };
  const names = Object.keys(headers).sort();
  const [path = '/', query = ''] = request.path.split('?');
  const canonical = [
    request.method,
    path,
    query
      .split('&')
      .map((part) => (part === '' || part.includes('=') ? part : `${part}=`))
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const scope = `${day}/${request.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, request.region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${keys.secret}`));
  const signature = hmac(key, text).toString('hex');
  headers['authorization'] =
    `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return headers;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
