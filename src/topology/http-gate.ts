import { isIP } from 'node:net';
import type { Context } from './context.ts';
import { readExpectation } from './gate-expectation.ts';
import type { HttpCheck } from './gate-model.ts';
import type { ConfigGate } from './schema/gates.ts';

type Path = readonly (string | number)[];

const DEFAULTS = { method: 'GET', redirects: 0, successes: 1, failures: 3, pause: 1_000, requestTimeout: 5_000 };

/** An `http` gate, with what can be known of its URL and addresses before anything is deployed. */
export async function httpCheck(config: ConfigGate, path: Path, context: Context): Promise<HttpCheck | undefined> {
  if (config.http === undefined) return undefined;
  const written = typeof config.http === 'string' ? { url: config.http } : config.http;
  const at = (key: string) =>
    typeof config.http === 'string' ? context.at(...path, 'http') : context.at(...path, 'http', key);
  checkUrl(written.url, (message, fix) => context.findings.add('gate', message, at('url'), fix));
  for (const key of ['address', 'resolver'] as const) {
    const value = written[key];
    if (value === undefined || isFixed(value) === false || parseAddress(value) !== undefined) continue;
    const message = `${key} must be an address such as 192.0.2.1 or [2001:db8::1]:8443, but is "${value}"`;
    context.findings.add('gate', message, at(key));
  }
  const { address, resolver, body, headers = {} } = written;
  return {
    kind: 'http',
    url: written.url,
    method: written.method ?? DEFAULTS.method,
    headers,
    ...(body !== undefined && { body }),
    ...(address !== undefined && { address }),
    ...(resolver !== undefined && { resolver }),
    redirects: written.redirects ?? DEFAULTS.redirects,
    successes: written.successes ?? DEFAULTS.successes,
    failures: written.failures ?? DEFAULTS.failures,
    pauseMs: written.pause ?? DEFAULTS.pause,
    requestTimeoutMs: written['request-timeout'] ?? DEFAULTS.requestTimeout,
    expect: await readExpectation(config.expect ?? {}, [...path, 'expect'], ['2xx'], context),
  };
}

/** Address and port of `192.0.2.1`, `192.0.2.1:8443`, `2001:db8::1` or `[2001:db8::1]:8443`; undefined for anything else. */
export function parseAddress(text: string): { readonly host: string; readonly port?: number } | undefined {
  if (isIP(text) !== 0) return { host: text };
  const [, six, four, port] = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = six ?? four ?? '';
  if (isIP(host) === 0 || Number(port ?? 1) > 65_535 || Number(port ?? 1) < 1) return undefined;
  return { host, ...(port !== undefined && { port: Number(port) }) };
}

/** Nothing in it is put in later. */
const isFixed = (text: string): boolean => !text.includes('${');

function checkUrl(text: string, fail: (message: string, fix: string) => void): void {
  if (!isFixed(text)) return;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    fail(`the gate must ask a URL with http or https, but has "${text}"`, 'Write it as https://HOST/PATH.');
  else if (url.username !== '' || url.password !== '')
    fail('the URL of the gate holds a user or password', 'Send it in a header, from ${ssm:/NAME}.');
}
