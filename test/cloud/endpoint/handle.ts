import type { IncomingMessage, ServerResponse } from 'node:http';
import { callerOf } from './caller.ts';
import { faultError } from './common-errors.ts';
import { dataPlanePath, HOST_HEADER } from './data-plane.ts';
import { errorAnswer } from './error-answer.ts';
import { type ForwardOptions, forward, reply } from './forward.ts';
import { endCall, noteFault, type OpenCall } from './recording.ts';
import { treatmentOf } from './special.ts';
import { namesActionInBody, type Target, targetOf } from './target.ts';
import type { FaultRule } from './types.ts';
import { readAll } from './upstream.ts';
import type { World } from './world.ts';

const DEFAULT_DELAY_MS = 1000;

/** One request from its first byte to its answer. */
export async function handle(world: World, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const startedAt = performance.now();
  const url = req.url ?? '/';
  if (url.startsWith('/_ministack/') || url.startsWith('/_aws/')) return forward(world.upstream, req, res, undefined);
  const realHost = req.headers[HOST_HEADER];
  if (typeof realHost === 'string') req.headers.host = realHost;
  const body = namesActionInBody(req) ? await readAll(req) : undefined;
  const target = targetOf(req, body);
  const caller = callerOf(req, target, world.sessions, world);
  const call = world.recorder.begin({
    service: target.service,
    region: target.region,
    account: caller.account,
    action: target.action,
    method: req.method ?? 'GET',
    path: url.split('?', 1)[0] ?? '/',
  });
  res.once('close', () => endCall(call, res.writableFinished ? res.statusCode : 0, startedAt));
  if (await world.blackouts.swallow(target.region, res)) return;
  await pause(world.settings().latencyMs);
  if (caller.refusal !== undefined) {
    reply(req, res, errorAnswer(req, target.service, caller.refusal), call);
    return;
  }
  const rule = world.faults.hit(target, caller.account);
  const work = async (discard: boolean): Promise<void> => {
    const treatment = await treatmentOf(world, req, target, body, caller.principal);
    if (treatment.kind === 'forward') {
      const options = {
        ...routing(req, target),
        ...treatment.options,
        ...(body === undefined ? {} : { body }),
        discard,
      };
      await forward(world.upstream, req, res, call, options);
      return;
    }
    if (discard) return;
    const answer = treatment.kind === 'answer' ? treatment.answer : errorAnswer(req, target.service, treatment.error);
    reply(req, res, answer, call);
  };
  if (rule === undefined) await work(false);
  else await withFault(req, res, target, rule, call, work);
}

/** Delays, replaces or loses the answer, before or after AWS has done the work. */
async function withFault(
  req: IncomingMessage,
  res: ServerResponse,
  target: Target,
  rule: FaultRule,
  call: OpenCall,
  work: (discard: boolean) => Promise<void>,
): Promise<void> {
  noteFault(call, rule.kind);
  if (rule.kind === 'delay') {
    await pause(rule.delayMs ?? DEFAULT_DELAY_MS);
    await work(false);
    return;
  }
  if (rule.when === 'after') await work(true);
  fail(req, res, target, rule, call);
}

function routing(req: IncomingMessage, target: Target): ForwardOptions {
  if (target.host?.dataPlane !== true) return {};
  return {
    path: dataPlanePath(target.host, req.url ?? '/'),
    replace: { host: req.headers.host ?? '' },
  };
}

function fail(req: IncomingMessage, res: ServerResponse, target: Target, rule: FaultRule, call: OpenCall): void {
  const error = faultError(rule.kind, req, target.service, target.action);
  if (error === undefined) {
    res.socket?.destroy();
    return;
  }
  reply(req, res, errorAnswer(req, target.service, error), call);
}

function pause(ms: number): Promise<void> | undefined {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms).unref()) : undefined;
}
