import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** Keep-alive connections to the emulator. */
export interface Upstream {
  readonly url: URL;
  readonly agent: Agent;
  close(): void;
}

/** The emulator closes idle connections after 5 s; ours are dropped before, so that none is reused while it closes. */
const IDLE_MS = 3000;

export function createUpstream(url: string): Upstream {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS, maxFreeSockets: 64 });
  return { url: new URL(url), agent, close: () => agent.destroy() };
}

export interface UpstreamRequest {
  readonly method: string;
  readonly path: string;
  /** Name, value, name, value …, as on the wire. */
  readonly headers: readonly string[];
  /** Bytes known in full, or a stream. */
  readonly body: Buffer | Readable | undefined;
  /** Aborts the request when the client has gone. */
  readonly signal?: AbortSignal;
}

/** Sends one request to the emulator; resolves with the head of its answer. A stale connection is retried once. */
export async function send(upstream: Upstream, request: UpstreamRequest): Promise<IncomingMessage> {
  const replayable = request.body === undefined || Buffer.isBuffer(request.body);
  try {
    return await attempt(upstream, request);
  } catch (error) {
    if (!replayable || !(error instanceof StaleConnection)) throw error;
    return attempt(upstream, request);
  }
}

class StaleConnection extends Error {}

function attempt(upstream: Upstream, request: UpstreamRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const out = httpRequest({
      agent: upstream.agent,
      host: upstream.url.hostname,
      port: upstream.url.port,
      method: request.method,
      path: request.path,
      headers: request.headers,
      setHost: false,
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    out.once('response', resolve);
    out.once('error', (error) => {
      reject(out.reusedSocket && 'code' in error && error.code === 'ECONNRESET' ? new StaleConnection() : error);
    });
    if (request.body === undefined || Buffer.isBuffer(request.body)) {
      out.end(request.body);
    } else {
      request.body.once('error', (error) => out.destroy(error));
      request.body.pipe(out);
    }
  });
}

/** Reads a whole message. */
export async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** One call as root of an account, past every blackout and fault, unrecorded. */
export async function callAsRoot(
  upstream: Upstream,
  call: {
    readonly account: string;
    readonly service: string;
    readonly region: string;
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }> {
  const headers = {
    host: upstream.url.host,
    authorization: `AWS4-HMAC-SHA256 Credential=${call.account}/20260101/${call.region}/${call.service}/aws4_request, SignedHeaders=host, Signature=0`,
    'content-length': String(Buffer.byteLength(call.body ?? '')),
    'x-forwarded-proto': 'https',
    ...call.headers,
  };
  const answer = await send(upstream, {
    method: call.method ?? 'POST',
    path: call.path ?? '/',
    headers: Object.entries(headers).flat(),
    body: Buffer.from(call.body ?? ''),
  });
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: (await readAll(answer)).toString() };
}

/** Asks a control route of the emulator's launcher. @throws Error with its answer when it refuses */
export async function control(upstream: Upstream, route: string, body: unknown): Promise<unknown> {
  const text = JSON.stringify(body);
  const answer = await send(upstream, {
    method: 'POST',
    path: `/_patch/${route}`,
    headers: ['host', upstream.url.host, 'content-length', String(Buffer.byteLength(text))],
    body: Buffer.from(text),
  });
  const found = (await readAll(answer)).toString();
  if (answer.statusCode !== 200) throw new Error(`${route} answered ${answer.statusCode}: ${found}`);
  return JSON.parse(found);
}
