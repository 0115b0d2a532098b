import type { IncomingMessage } from 'node:http';
import { type Answer, type AwsError, errorAnswer } from './error-answer.ts';
import { hidesMissingObjects, missingForSchedule, missingPermission } from './extra-permissions.ts';
import type { ForwardOptions } from './forward.ts';
import { s3Special } from './s3-truths.ts';
import type { Principal } from './sessions.ts';
import { stsOptions } from './sts.ts';
import type { Target } from './target.ts';
import { missingForAccelerator, missingForArc, missingForStore, type Named } from './traffic-permissions.ts';
import { readAll } from './upstream.ts';
import { asAccount, learnUserKey } from './user-keys.ts';
import type { World } from './world.ts';

/** How to treat a call: an answer of ours, a refusal, or how to pass it on. */
export type Treatment =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refuse'; readonly error: AwsError }
  | { readonly kind: 'forward'; readonly options: ForwardOptions };

/** Services where the emulator alone would tell tests something AWS does not. */
export async function treatmentOf(
  world: World,
  req: IncomingMessage,
  target: Target,
  body: Buffer | undefined,
  caller: Principal | undefined,
): Promise<Treatment> {
  if (target.service === 's3') {
    const special = await s3Special(world, req, target, caller);
    if (special !== undefined) {
      return 'answer' in special ? { kind: 'answer', answer: special.answer } : { kind: 'refuse', error: special };
    }
  }
  if (target.service === 'sts') {
    const special = await stsOptions(world, target.action, body, caller);
    if (special !== undefined) {
      if ('code' in special) return { kind: 'refuse', error: special };
      return { kind: 'forward', options: { ...userAsAccount(world, req, caller), ...special } };
    }
  }
  if (target.service === 'globalaccelerator') {
    const input = (body ?? (await readAll(req))).toString() || '{}';
    return accelerated(world, target, JSON.parse(input), caller);
  }
  if (target.service === 'route53-recovery-cluster' || target.service === 'arc-region-switch') {
    const input = JSON.parse((body ?? (await readAll(req))).toString() || '{}');
    const lacking = world.auth ? await missingForArc(world.upstream, target, input, caller) : undefined;
    if (lacking !== undefined) return { kind: 'refuse', error: lacking };
    const controls = target.service === 'route53-recovery-cluster';
    const { routingControls, regionSwitch } = world;
    const { action, region } = target;
    return jsonTreatment(
      controls ? routingControls.call(action, input) : regionSwitch.call(action, input, region),
      '1.0',
    );
  }
  if (target.service === 'scheduler') return scheduled(world, req, target, caller);
  if (world.auth) {
    const store = target.service === 'cloudfront-keyvaluestore';
    const lacking = store ? await missingForStore(world.upstream, target, req.url ?? '', caller) : undefined;
    if (lacking !== undefined) return { kind: 'refuse', error: lacking };
    const error = await missingPermission(world.upstream, target, body, caller);
    if (error !== undefined) return { kind: 'refuse', error };
  }
  const learn = target.service === 'iam' && target.action === 'CreateAccessKey' && caller !== undefined;
  return {
    kind: 'forward',
    options: {
      ...(learn ? learnUserKey(world, caller) : {}),
      ...userAsAccount(world, req, caller),
      ...silence(world, req, target, caller),
      ...globalAsRegional(target, caller),
    },
  };
}

async function accelerated(
  world: World,
  target: Target,
  input: Readonly<Record<string, unknown>> & Named,
  caller: Principal | undefined,
): Promise<Treatment> {
  const error = world.auth ? await missingForAccelerator(world.upstream, target, input, caller) : undefined;
  if (error !== undefined) return { kind: 'refuse', error };
  return jsonTreatment(world.accelerators.call(target.action, input, caller?.account ?? ''), '1.1');
}

function jsonTreatment(result: object | AwsError, version: '1.0' | '1.1'): Treatment {
  if ('code' in result) return { kind: 'refuse', error: result };
  const headers = { 'content-type': `application/x-amz-json-${version}` };
  return { kind: 'answer', answer: { status: 200, headers, body: JSON.stringify(result) } };
}

async function scheduled(
  world: World,
  req: IncomingMessage,
  target: Target,
  caller: Principal | undefined,
): Promise<Treatment> {
  const name = decodeURIComponent((req.url ?? '').split('?', 1)[0]?.split('/').at(-1) ?? '');
  const body = (await readAll(req)).toString();
  const group = new URLSearchParams((req.url ?? '').split('?')[1]).get('groupName') ?? undefined;
  const place = { name, group, body };
  const error = world.auth ? await missingForSchedule(world.upstream, target, place, caller) : undefined;
  if (error !== undefined) return { kind: 'refuse', error };
  const { region } = target;
  const account = caller?.account ?? '';
  const request = { method: req.method ?? '', name, account, region, body };
  if (!world.scheduler.owns(request))
    return { kind: 'forward', options: { ...userAsAccount(world, req, caller), body: Buffer.from(body) } };
  const result = await world.scheduler.call(request);
  if ('code' in result) return { kind: 'refuse', error: result };
  return {
    kind: 'answer',
    answer: { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) },
  };
}

function silence(world: World, req: IncomingMessage, target: Target, caller: Principal | undefined): ForwardOptions {
  if (!world.auth || !(target.action === 'GetObject' || target.action === 'HeadObject')) return {};
  return {
    onNotFound: async () => {
      const bucket = target.s3?.bucket ?? '';
      const owner = await world.buckets.find(bucket);
      if (
        owner?.account !== caller?.account ||
        !(await hidesMissingObjects(world.upstream, bucket, target.region, caller))
      )
        return undefined;
      return errorAnswer(req, 's3', { status: 403, code: 'AccessDenied', message: 'Access Denied' });
    },
  };
}

/**
 * The emulator finds no account in the scope of SigV4a, which has no region, and cannot check such a signature: it gets one
 * of SigV4, of the account's root. What the caller may do was asked before.
 */
function globalAsRegional(target: Target, caller: Principal | undefined): ForwardOptions {
  if (target.service !== 'cloudfront-keyvaluestore' || caller === undefined) return {};
  const scope = `${caller.account}/20260101/us-east-1/${target.service}/aws4_request`;
  return { replace: { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` } };
}

function userAsAccount(world: World, req: IncomingMessage, caller: Principal | undefined): ForwardOptions {
  const { authorization } = req.headers;
  if (world.auth || caller?.kind !== 'user' || authorization === undefined) return {};
  return { replace: { authorization: asAccount(authorization, caller.account) } };
}
