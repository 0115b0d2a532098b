import type { HttpCheck } from '../topology/gate-model.ts';
import { parseAddress } from '../topology/http-gate.ts';
import type { Check, Finding } from './check.ts';
import { mismatch } from './expectation.ts';
import { type HttpAnswer, HttpFailure, type HttpPort } from './http-port.ts';

/** A health endpoint answers in a few bytes; a page of a megabyte can still be searched. */
const MAX_BYTES = 1_048_576;

/** What one request came to. */
interface Attempt {
  readonly good: boolean;
  readonly reason: string;
  readonly facts: Finding['evidence'];
}

/** Asks until as many answers in a row were good, or bad, as the gate wants. */
export const http: Check<HttpCheck> = async ({ check, signal, note }, ports) => {
  const bad = unusable(check);
  if (bad !== undefined) return { verdict: 'fail', reason: bad, evidence: {} };
  let [run, good, requests] = [0, true, 0];
  for (;;) {
    const startedAt = ports.clock.now();
    const attempt = await ask(check, ports.http, signal);
    requests += 1;
    run = attempt.good === good ? run + 1 : 1;
    good = attempt.good;
    const wanted = good ? check.successes : check.failures;
    if (run >= wanted) {
      const evidence = { url: shown(check.url), ...attempt.facts, requests, durationMs: ports.clock.now() - startedAt };
      const times = run > 1 ? `, ${run} times in a row` : '';
      return { verdict: good ? 'pass' : 'fail', reason: `${attempt.reason}${times}`, evidence };
    }
    note(attempt.reason);
    await ports.clock.sleep(check.pauseMs, signal);
  }
};

async function ask(check: HttpCheck, http: HttpPort, signal: AbortSignal): Promise<Attempt> {
  const place = `${check.method} ${shown(check.url)}`;
  try {
    const answer = await follow(check, http, signal);
    const wrong = await mismatch(check.expect, answer);
    const facts = { status: answer.status, address: answer.address };
    if (wrong === undefined) return { good: true, reason: `${place} answered ${answer.status} as expected`, facts };
    const { reason, expected, seen } = wrong;
    return { good: false, reason: `${place}: ${reason}`, facts: { ...facts, expected, seen } };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { good: false, reason: `${place}: ${error.message}`, facts: { status: null, error: error.code } };
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function follow(check: HttpCheck, http: HttpPort, signal: AbortSignal): Promise<HttpAnswer> {
  const address = check.address === undefined ? undefined : parseAddress(check.address);
  const resolver = check.resolver === undefined ? undefined : parseAddress(check.resolver);
  let { url, method, headers } = check;
  let body = check.body;
  for (let hop = 0; ; hop += 1) {
    const same = new URL(url).host === new URL(check.url).host;
    const answer = await http({
      url,
      method,
      // What was meant for one server is not handed to another one.
      headers: same ? headers : {},
      ...(body !== undefined && { body }),
      ...(address !== undefined && same && { address }),
      ...(resolver !== undefined && { resolver }),
      timeoutMs: check.requestTimeoutMs,
      maxBytes: MAX_BYTES,
      signal,
    });
    const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined;
    if (location === undefined || hop >= check.redirects || !URL.canParse(location, url)) return answer;
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol)) return answer;
    url = next.href;
    // Fetch Standard, HTTP-redirect fetch: 303 always, 301 and 302 after POST go on as GET.
    if (method !== 'HEAD' && (answer.status === 303 || (answer.status < 303 && method === 'POST'))) {
      method = 'GET';
      body = undefined;
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)));
    }
  }
}

/** What only the values of outputs could show. */
function unusable({ url, address, resolver }: HttpCheck): string | undefined {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return `"${url}" is no URL with http or https`;
  const wrong = [address, resolver].find((text) => text !== undefined && parseAddress(text) === undefined);
  return wrong === undefined ? undefined : `"${wrong}" is no address`;
}

/** Without what may hold a secret: user, password, query. */
function shown(text: string): string {
  const { protocol, host, pathname, search } = new URL(text);
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}
