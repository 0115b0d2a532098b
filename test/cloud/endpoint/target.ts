import type { IncomingMessage } from 'node:http';
import { type AwsHost, awsHost } from './host.ts';
import { restAction } from './rest-action.ts';
import { type S3Address, s3Action, s3Address } from './s3-action.ts';
import { type CredentialScope, credentialScope } from './scope.ts';

/** What one request is about: enough to route, fault, record and answer it. */
export interface Target {
  readonly service: string;
  readonly region: string;
  readonly action: string;
  readonly scope: CredentialScope | undefined;
  readonly host: AwsHost | undefined;
  readonly s3: S3Address | undefined;
}

/** Control planes that live in one region of the partition, whatever region a client signs for. */
const PINNED = new Set(['iam', 'route53', 'cloudfront', 'organizations']);

/** Whether the whole body must be read to know the action: query protocols name it there. */
export function namesActionInBody(req: IncomingMessage): boolean {
  return (
    req.method === 'POST' &&
    (req.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded') &&
    !(req.url ?? '').includes('X-Amz-Signature')
  );
}

/** Reads what a request is about. `body` is needed only where {@link namesActionInBody} says so. */
export function targetOf(req: IncomingMessage, body: Buffer | undefined): Target {
  const scope = credentialScope(req);
  const host = awsHost(req.headers.host);
  const url = req.url ?? '/';
  const method = req.method ?? 'GET';
  const queryAction = actionParameter(body, url);
  const dataPlane = host?.dataPlane === true;
  const service = dataPlane
    ? (host?.service ?? '')
    : (scope?.service ?? host?.service ?? unsignedService(queryAction, url));
  const signedRegion = dataPlane ? host?.region : (scope?.region ?? host?.region);
  // A signature for all regions (SigV4a, `*`) is for a global service: it is in none.
  const named = signedRegion === '*' ? '' : (signedRegion ?? '');
  const region = PINNED.has(service) ? pinnedRegion(named) : named;
  const s3 = service === 's3' ? s3Address(url, host?.service === 's3' ? host.id : undefined) : undefined;
  const action = dataPlane
    ? `${method} ${url.split('?', 1)[0] ?? '/'}`
    : s3
      ? s3Action(method, url, s3, req.headers['x-amz-copy-source'] !== undefined)
      : (queryAction ?? targetHeader(req) ?? rpcPath(url) ?? restAction(service, method, url));
  return { service, region, action, scope, host, s3 };
}

function pinnedRegion(region: string): string {
  return /^(cn|us-gov|us-iso)/.test(region) ? region : 'us-east-1';
}

function actionParameter(body: Buffer | undefined, url: string): string | undefined {
  const pattern = /(?:^|&)Action=([A-Za-z0-9]+)/;
  const inBody = body === undefined ? undefined : pattern.exec(body.toString('latin1', 0, 65_536))?.[1];
  if (inBody !== undefined) return inBody;
  const query = url.indexOf('?');
  return query === -1 ? undefined : pattern.exec(url.slice(query + 1))?.[1];
}

function targetHeader(req: IncomingMessage): string | undefined {
  const value = req.headers['x-amz-target'];
  return typeof value === 'string' ? value.slice(value.lastIndexOf('.') + 1) : undefined;
}

/** Smithy RPC v2: `/service/<shape>/operation/<name>`. */
function rpcPath(url: string): string | undefined {
  return /^\/service\/[^/]+\/operation\/([A-Za-z0-9]+)/.exec(url)?.[1];
}

function unsignedService(action: string | undefined, url: string): string {
  if (action === 'AssumeRoleWithWebIdentity' || action === 'AssumeRoleWithSAML') return 'sts';
  return action === undefined && url !== '/' ? 's3' : '';
}
