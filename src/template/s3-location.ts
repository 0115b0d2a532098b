/** An object named in a template. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
  readonly version?: string;
}

const AMAZON =
  /^(?:s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?|(?<bucket>.+?)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?)\.amazonaws\.(?:com(?:\.cn)?|eu)$/;

/**
 * Reads `s3://bucket/key` and every https form of it: path style, virtual-host style, and under an endpoint of one's
 * own (`AWS_ENDPOINT_URL`), where the first part of the path is the bucket.
 */
export function parseS3Location(text: string): S3Location | undefined {
  const match = /^(s3|https?):\/\/([^/?#]+)\/([^?#]*)(?:\?(.*))?$/s.exec(text);
  const [, scheme, host, path, query] = match ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return undefined;
  const version = new URLSearchParams(query ?? '').get('versionId');
  const located = scheme === 's3' ? { bucket: host, key: path } : fromUrl(host, path);
  return located?.key && located.bucket ? { ...located, ...(version !== null && { version }) } : undefined;
}

function fromUrl(host: string, path: string): { readonly bucket: string; readonly key: string } {
  const virtualHost = AMAZON.exec(host.toLowerCase())?.groups?.['bucket'];
  if (virtualHost !== undefined) return { bucket: virtualHost, key: decoded(path) };
  const slash = path.indexOf('/');
  return { bucket: path.slice(0, Math.max(slash, 0)), key: slash < 0 ? '' : decoded(path.slice(slash + 1)) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a value names something outside of this machine, in S3 or anywhere. */
export function isRemote(text: string): boolean {
  return /^(?:s3|https?):\/\//.test(text);
}
