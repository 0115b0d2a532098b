import { readFile } from 'node:fs/promises';
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

export const DEFAULT_TIMEOUTS: Timeouts = { connectMs: 5_000, idleMs: 20_000 };

/** A body that is being read may rest this long: its reader may be held up by a slow upload. */
const READING_IDLE_MS = 600_000;
/** A function may think this long before it answers (Lambda quotas, function timeout), and nothing is sent meanwhile. */
const INVOKING_IDLE_MS = 900_000;
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 200 };
const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** No answer: no connection, a broken one, or silence. `code` is Node's, absent for the time limits above. */
export class ConnectionError extends Error {
  readonly code?: string;

  constructor(cause: unknown) {
    const { name, code, message } = cause as {
      readonly name?: string;
      readonly code?: string;
      readonly message?: string;
    };
    super(message || code || String(cause), { cause });
    this.name = name ?? 'ConnectionError';
    if (code !== undefined) this.code = code;
  }
}

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
    const patience = patienceFor(request);
    const key = `${patience} ${proxy ?? ''}`;
    const known = handlers.get(key);
    if (known) return known;
    const made = createHandler(env, proxy, timeouts, patience);
    handlers.set(key, made);
    return made;
  }

  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request, options) {
      try {
        return await (await handlerFor(request)).handle(request, options);
      } catch (error) {
        throw new ConnectionError(error);
      }
    },
    destroy() {
      for (const handler of handlers.values()) void handler.then((made) => made.destroy());
      handlers.clear();
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

/** What silence means depends on what was asked. */
type Patience = 'usual' | 'reading' | 'invoking';

function patienceFor({ path, query }: Request): Patience {
  if (query?.['x-id'] === 'GetObject') return 'reading';
  return /^\/2015-03-31\/functions\/[^/]+\/invocations$/.test(path) ? 'invoking' : 'usual';
}

async function createHandler(env: Env, proxy: string | undefined, timeouts: Timeouts, patience: Patience) {
  const tls = await trusted(env);
  const agents =
    proxy === undefined
      ? { httpAgent: AGENT_OPTIONS, httpsAgent: { ...AGENT_OPTIONS, ...tls } }
      : await proxyAgents(proxy, tls);
  return new NodeHttpHandler({
    ...agents,
    logger: SILENT,
    connectionTimeout: timeouts.connectMs,
    ...(patience === 'reading'
      ? { socketTimeout: READING_IDLE_MS, requestTimeout: timeouts.idleMs, throwOnRequestTimeout: true }
      : { socketTimeout: patience === 'invoking' ? INVOKING_IDLE_MS : timeouts.idleMs }),
  });
}

/** Certificates of `AWS_CA_BUNDLE`, as the AWS CLI and SAM take them; the SDK itself knows only NODE_EXTRA_CA_CERTS. */
async function trusted(env: Env): Promise<{ readonly ca?: string }> {
  const file = env['AWS_CA_BUNDLE'];
  return file ? { ca: await readFile(file, 'utf8') } : {};
}

async function proxyAgents(proxy: string, tls: { readonly ca?: string }) {
  const [{ HttpsProxyAgent }, { HttpProxyAgent }] = await Promise.all([
    import('https-proxy-agent'),
    import('http-proxy-agent'),
  ]);
  const httpsAgent = new HttpsProxyAgent(proxy, { ...AGENT_OPTIONS, ...tls });
  // The agent uses its own settings for the proxy's certificate only; these are for the server behind it.
  Object.assign(httpsAgent.options, tls);
  return { httpAgent: new HttpProxyAgent(proxy, AGENT_OPTIONS), httpsAgent };
}
