import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Env } from './endpoint.ts';
import { proxyFor } from './proxy.ts';

/** Time limits of one attempt, in milliseconds. */
export interface Timeouts {
  /** Until the connection stands. */
  readonly connectMs: number;
  /** Without a byte in either direction. */
  readonly idleMs: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 5_000, idleMs: 30_000 };

/** A body that is being read may rest this long: its reader may be held up by a slow upload. */
const READING_IDLE_MS = 600_000;
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 200 };
const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** What SDK clients need of a request handler. */
export type Transport = Pick<
  NodeHttpHandler,
  'metadata' | 'handle' | 'destroy' | 'updateHttpClientConfig' | 'httpHandlerConfigs'
>;

type Request = Parameters<NodeHttpHandler['handle']>[0];

/**
 * The one way out: connections are kept and shared by all clients, silent ones are given up, and requests go through
 * the proxy that the environment names for their host.
 */
export function createTransport(env: Env, timeouts: Timeouts = DEFAULT_TIMEOUTS): Transport {
  const handlers = new Map<string, Promise<NodeHttpHandler>>();

  function handlerFor(request: Request): Promise<NodeHttpHandler> {
    const { protocol, hostname, port } = request;
    const proxy = proxyFor(env, { protocol, hostname, port: port === undefined ? '' : String(port) });
    const reading = request.query?.['x-id'] === 'GetObject';
    const key = `${reading ? 'reading' : ''} ${proxy ?? ''}`;
    const known = handlers.get(key);
    if (known) return known;
    const made = createHandler(proxy, timeouts, reading);
    handlers.set(key, made);
    return made;
  }

  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request, options) => (await handlerFor(request)).handle(request, options),
    destroy() {
      for (const handler of handlers.values()) void handler.then((made) => made.destroy());
      handlers.clear();
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

async function createHandler(
  proxy: string | undefined,
  timeouts: Timeouts,
  reading: boolean,
): Promise<NodeHttpHandler> {
  const agents =
    proxy === undefined ? { httpAgent: AGENT_OPTIONS, httpsAgent: AGENT_OPTIONS } : await proxyAgents(proxy);
  return new NodeHttpHandler({
    ...agents,
    logger: SILENT,
    connectionTimeout: timeouts.connectMs,
    ...(reading
      ? { socketTimeout: READING_IDLE_MS, requestTimeout: timeouts.idleMs, throwOnRequestTimeout: true }
      : { socketTimeout: timeouts.idleMs }),
  });
}

async function proxyAgents(proxy: string) {
  const [{ HttpsProxyAgent }, { HttpProxyAgent }] = await Promise.all([
    import('https-proxy-agent'),
    import('http-proxy-agent'),
  ]);
  return { httpAgent: new HttpProxyAgent(proxy, AGENT_OPTIONS), httpsAgent: new HttpsProxyAgent(proxy, AGENT_OPTIONS) };
}
