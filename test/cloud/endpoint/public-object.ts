import type { IncomingMessage } from 'node:http';
import type { Answer, AwsError } from './error-answer.ts';
import type { Target } from './target.ts';
import { callAsRoot } from './upstream.ts';
import type { World } from './world.ts';

const DENIED: AwsError = { status: 403, code: 'AccessDenied', message: 'Access Denied' };
const MISSING: AwsError = { status: 404, code: 'NoSuchBucket', message: 'The specified bucket does not exist' };

/**
 * An object that nobody signed for, by the host name of its bucket: given when the bucket's policy lets everybody read it
 * (S3 User Guide, "The meaning of public"). Without `s3:ListBucket` a missing object is answered with 403 (API
 * Reference, GetObject). Undefined: it is another sort of call.
 */
export async function publicObject(
  world: World,
  req: IncomingMessage,
  target: Target,
): Promise<{ readonly answer: Answer } | AwsError | undefined> {
  const address = target.s3;
  const byHost = target.host?.service === 's3' && target.host.id !== undefined;
  if (!byHost || target.scope !== undefined || address === undefined || req.method !== 'GET') return undefined;
  const facts = await world.buckets.find(address.bucket);
  if (facts === undefined) return MISSING;
  const call = { account: facts.account, service: 's3', region: facts.region, method: 'GET' };
  const policy = await callAsRoot(world.upstream, { ...call, path: `/${address.bucket}?policy` });
  const arn = `arn:aws:s3:::${address.bucket}/${address.key}`;
  if (policy.status !== 200 || !allowsAll(policy.body, arn)) return DENIED;
  const found = await callAsRoot(world.upstream, { ...call, path: `/${address.bucket}/${address.key}` });
  if (found.status !== 200) return DENIED;
  return { answer: { status: 200, headers: { 'content-type': 'text/plain' }, body: found.body } };
}

interface Statement {
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
}

function allowsAll(text: string, arn: string): boolean {
  const { Statement } = JSON.parse(text) as { readonly Statement?: Statement | readonly Statement[] };
  return [Statement ?? []].flat().some(({ Effect, Principal, Action = [], Resource = [] }) => {
    const everybody = Principal === '*' || (Principal as { readonly AWS?: unknown } | undefined)?.AWS === '*';
    const reads = [Action].flat().some((action) => action === 's3:GetObject' || action === 's3:*' || action === '*');
    return Effect === 'Allow' && everybody && reads && [Resource].flat().some((pattern) => matches(pattern, arn));
  });
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}
