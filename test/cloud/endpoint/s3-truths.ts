import type { IncomingMessage } from 'node:http';
import { copyAcrossAccounts, parseCopySource } from './copy-object.ts';
import type { Answer, AwsError } from './error-answer.ts';
import { publicObject } from './public-object.ts';
import type { Principal } from './sessions.ts';
import type { Target } from './target.ts';
import type { World } from './world.ts';

const DENIED: AwsError = { status: 403, code: 'AccessDenied', message: 'Access Denied' };

/** What S3 would answer where the emulator does not know better; undefined: let the emulator answer. */
export async function s3Special(
  world: World,
  req: IncomingMessage,
  target: Target,
  caller: Principal | undefined,
): Promise<{ readonly answer: Answer } | AwsError | undefined> {
  const open = await publicObject(world, req, target);
  if (open !== undefined) return open;
  const address = target.s3;
  if (address === undefined || address.bucket === '') return undefined;
  if (target.action === 'DeleteBucket') world.buckets.forget(address.bucket);
  if (await foreign(world, address.bucket, req.headers['x-amz-expected-bucket-owner'])) return DENIED;
  const header = req.headers['x-amz-copy-source'];
  const source = typeof header === 'string' ? parseCopySource(header) : undefined;
  if (source === undefined) return undefined;
  if (await foreign(world, source.bucket, req.headers['x-amz-source-expected-bucket-owner'])) return DENIED;
  const from = await world.buckets.find(source.bucket);
  const to = await world.buckets.find(address.bucket);
  if (from === undefined || to === undefined || caller === undefined || target.scope === undefined) return undefined;
  if (from.account === caller.account && to.account === caller.account) return undefined;
  const query = (req.url ?? '').split('?')[1];
  req.resume();
  const answer = await copyAcrossAccounts(world.upstream, {
    keys: { accessKey: target.scope.accessKey, secret: caller.secret, token: caller.token },
    source,
    sourceFacts: from,
    path: `/${address.bucket}/${address.key}${query === undefined ? '' : `?${query}`}`,
    region: to.region,
    headers: req.headers,
  });
  return { answer };
}

/** "If the account ID that you provide does not match the actual owner of the bucket, the request fails with 403." */
async function foreign(world: World, bucket: string, expected: string | string[] | undefined): Promise<boolean> {
  if (typeof expected !== 'string') return false;
  const facts = await world.buckets.find(bucket);
  return facts !== undefined && facts.account !== expected;
}
