import type { IncomingMessage, ServerResponse } from 'node:http';
import { HOST_HEADER } from './data-plane.ts';
import type { Answer } from './error-answer.ts';
import { noteError, type OpenCall } from './recording.ts';
import { readAll, send, type Upstream } from './upstream.ts';

/** Headers that belong to one connection, and `expect`, which this side has answered already. Never signed by SDKs. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authorization',
  'expect',
  'te',
  'upgrade',
  HOST_HEADER,
]);
const ERROR_BODY_LIMIT = 65_536;

export interface ForwardOptions {
  /** The body, where it was read already. */
  readonly body?: Buffer;
  /** The path to ask the emulator for, where it differs from the one asked for here. */
  readonly path?: string;
  /** Header values to replace, by lower-case name. */
  readonly replace?: Readonly<Record<string, string>>;
  /** Changes the whole body of a successful answer. */
  readonly rewrite?: (body: string) => string;
  /** Asked when the emulator answers 404; an answer of its own replaces that. */
  readonly onNotFound?: () => Promise<Answer | undefined>;
  /** True: the emulator does the work, and the answer is thrown away. */
  readonly discard?: boolean;
}

/** Passes a request on and its answer back, streaming both ways. Resolves when the answer is on its way. */
export async function forward(
  upstream: Upstream,
  req: IncomingMessage,
  res: ServerResponse,
  call: OpenCall | undefined,
  options: ForwardOptions = {},
): Promise<void> {
  const body = options.body ?? (hasBody(req) ? req : undefined);
  const answer = await send(upstream, {
    method: req.method ?? 'GET',
    path: options.path ?? req.url ?? '/',
    headers: requestHeaders(req, options),
    body,
    ...(body === req ? { signal: whenUploadStops(req) } : {}),
  });
  if (options.discard === true) {
    await readAll(answer);
    return;
  }
  await respond(answer, req, res, call, options);
}

/** Work that AWS has begun goes on when the caller hangs up; only an upload that stops halfway is given up. */
function whenUploadStops(req: IncomingMessage): AbortSignal {
  const gone = new AbortController();
  req.once('close', () => {
    if (!req.complete) gone.abort();
  });
  return gone.signal;
}

async function respond(
  answer: IncomingMessage,
  req: IncomingMessage,
  res: ServerResponse,
  call: OpenCall | undefined,
  options: ForwardOptions,
): Promise<void> {
  const status = answer.statusCode ?? 502;
  const instead = status === 404 ? await options.onNotFound?.() : undefined;
  if (instead !== undefined) {
    answer.resume();
    reply(req, res, instead, call);
    return;
  }
  if (options.rewrite !== undefined && status < 300) {
    const text = options.rewrite((await readAll(answer)).toString());
    const headers = pairs(answer.rawHeaders).filter(([name]) => !/^(content-length|transfer-encoding)$/i.test(name));
    res.writeHead(status, [...headers.flat(), 'content-length', String(Buffer.byteLength(text))]);
    res.end(text);
    return;
  }
  if (call !== undefined && status >= 400 && req.method !== 'HEAD') noteErrorBody(answer, call);
  res.writeHead(status, answerHeaders(answer));
  answer.once('error', () => res.destroy());
  res.once('close', () => answer.destroy());
  answer.pipe(res);
}

/** Writes an answer of our own and lets what is left of the request run out. */
export function reply(req: IncomingMessage, res: ServerResponse, answer: Answer, call?: OpenCall): void {
  const bytes = Buffer.from(answer.body, answer.headers['content-type'] === 'application/cbor' ? 'latin1' : 'utf8');
  if (call !== undefined && answer.status >= 400 && answer.body !== '')
    noteError(call, answer.body, answer.headers['x-amzn-errortype']);
  req.resume();
  res.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length });
  res.end(bytes);
}

function hasBody(req: IncomingMessage): boolean {
  return req.headers['content-length'] !== undefined
    ? req.headers['content-length'] !== '0'
    : req.headers['transfer-encoding'] !== undefined;
}

function requestHeaders(req: IncomingMessage, options: ForwardOptions): string[] {
  const out: string[] = [];
  const replace = options.replace ?? {};
  for (const [name, value] of pairs(req.rawHeaders)) {
    const lower = name.toLowerCase();
    if (HOP_BY_HOP.has(lower) || lower in replace || lower === 'x-forwarded-proto') continue;
    if (options.body !== undefined && (lower === 'content-length' || lower === 'transfer-encoding')) continue;
    out.push(name, value);
  }
  for (const [name, value] of Object.entries(replace)) out.push(name, value);
  if (options.body !== undefined) out.push('content-length', String(options.body.length));
  // Clients speak plain http here; policies that ask for aws:SecureTransport must see what AWS would.
  out.push('x-forwarded-proto', 'https');
  return out;
}

function answerHeaders(answer: IncomingMessage): string[] {
  return pairs(answer.rawHeaders)
    .filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()))
    .flat();
}

function pairs(raw: readonly string[]): [string, string][] {
  const out: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) out.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return out;
}

function noteErrorBody(answer: IncomingMessage, call: OpenCall): void {
  let text = '';
  answer.on('data', (chunk: Buffer) => {
    if (text.length < ERROR_BODY_LIMIT) text += chunk.toString('utf8');
  });
  const type = answer.headers['x-amzn-errortype'];
  answer.once('end', () => noteError(call, text, typeof type === 'string' ? type : undefined));
}
