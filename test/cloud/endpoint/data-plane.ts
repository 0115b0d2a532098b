import type { AwsHost } from './host.ts';

/**
 * Where the emulator answers an API call of an application's user: it knows API Gateway under a path of its own, and
 * function URLs under their real host name.
 */
export function dataPlanePath(host: AwsHost, url: string): string {
  return host.service === 'execute-api' ? `/_aws/execute-api/${host.id ?? ''}${url}` : url;
}

/** The header in which {@link hostedRequest} carries the real host name; fetch does not let a caller set Host. */
export const HOST_HEADER = 'x-local-aws-host';

/** The local request for `https://<AWS host>/…`. */
export function hostedRequest(endpoint: string, url: string, init: RequestInit = {}): Request {
  const wanted = new URL(url);
  const headers = new Headers(init.headers);
  headers.set(HOST_HEADER, wanted.host);
  return new Request(new URL(`${wanted.pathname}${wanted.search}`, endpoint), { ...init, headers });
}
