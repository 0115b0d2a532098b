import type { Env } from './endpoint.ts';

/**
 * Proxy for a URL by the usual variables (lower case wins, as in curl), or undefined to connect directly.
 * `NO_PROXY` holds hosts, domain suffixes with or without a leading dot, `host:port`, or `*`.
 */
export function proxyFor(
  env: Env,
  url: { readonly protocol: string; readonly hostname: string; readonly port: string },
) {
  const secure = url.protocol === 'https:';
  const names = secure ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const proxy = first(env, [...names, 'all_proxy', 'ALL_PROXY']);
  if (!proxy) return undefined;
  const port = url.port || (secure ? '443' : '80');
  const exceptions = first(env, ['no_proxy', 'NO_PROXY']) ?? '';
  if (exceptions.split(/[\s,]+/).some((entry) => matches(entry, url.hostname.toLowerCase(), port))) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

function first(env: Env, names: readonly string[]): string | undefined {
  return names.map((name) => env[name]).find((value) => value !== undefined && value !== '');
}

function matches(entry: string, host: string, port: string): boolean {
  if (entry === '') return false;
  if (entry === '*') return true;
  const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (wantedPort !== undefined && wantedPort !== port) return false;
  const suffix = name.replace(/^\*?\./, '');
  return host === suffix || host.endsWith(`.${suffix}`);
}
