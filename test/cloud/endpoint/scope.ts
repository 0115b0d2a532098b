import type { IncomingMessage } from 'node:http';

/** Who signed a request, for which region and service. */
export interface CredentialScope {
  readonly accessKey: string;
  readonly region: string;
  readonly service: string;
  readonly sessionToken: string | undefined;
}

const HEADER_CREDENTIAL = /Credential=([^,\s]+)/;
const QUERY_CREDENTIAL = /[?&]X-Amz-Credential=([^&]+)/i;
const QUERY_TOKEN = /[?&]X-Amz-Security-Token=([^&]+)/i;

/** The credential scope of the `Authorization` header or of a presigned URL; undefined for an unsigned request. */
export function credentialScope(req: IncomingMessage): CredentialScope | undefined {
  const header = HEADER_CREDENTIAL.exec(req.headers.authorization ?? '')?.[1];
  const url = req.url ?? '';
  const query = header === undefined ? QUERY_CREDENTIAL.exec(url)?.[1] : undefined;
  const credential = header ?? (query === undefined ? undefined : decodeURIComponent(query));
  if (credential === undefined) return undefined;
  const token = req.headers['x-amz-security-token'];
  const queryToken = QUERY_TOKEN.exec(url)?.[1];
  const sessionToken =
    typeof token === 'string' ? token : queryToken === undefined ? undefined : decodeURIComponent(queryToken);
  const parts = credential.split('/');
  const accessKey = parts[0] ?? '';
  if (parts.length === 4) return { accessKey, region: regionSet(req), service: parts[2] ?? '', sessionToken };
  return { accessKey, region: parts[2] ?? '', service: parts[3] ?? '', sessionToken };
}

/** Scopes of SigV4a name no region; the signed region set does. */
function regionSet(req: IncomingMessage): string {
  const value = req.headers['x-amz-region-set'];
  return typeof value === 'string' ? (value.split(',')[0] ?? '') : '';
}
