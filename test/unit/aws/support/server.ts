import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `Action` of the query protocol, `X-Amz-Target`'s operation, or `METHOD x-id`. */
  readonly action: string;
  /** Service and region of the signature's scope; empty when the request is not signed. */
  readonly service: string;
  readonly region: string;
  readonly accessKeyId: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Break the connection: before any byte, or in the middle of the body. */
  readonly reset?: 'before' | 'within';
  /** Never answer; `within`: never come to the end of the body. */
  readonly hang?: true | 'within';
}

export interface TestServer {
  readonly url: string;
  readonly requests: readonly Request[];
  actions(): readonly string[];
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that answers as the test says: the SDK's real bytes come in, ours go out. */
export async function serve(answer: (request: Request, count: number) => Answer): Promise<TestServer> {
  const requests: Request[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const request = await read(incoming);
    requests.push(request);
    const { status = 200, headers = {}, body = '', reset, hang } = answer(request, requests.length);
    if (hang === true) return;
    if (reset === 'before') return incoming.socket.resetAndDestroy();
    outgoing.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
    if (reset === undefined && hang === undefined) return outgoing.end(request.method === 'HEAD' ? undefined : body);
    outgoing.write(Buffer.from(body).subarray(0, Math.floor(Buffer.byteLength(body) / 2)), () => {
      if (reset !== undefined) setImmediate(() => incoming.socket.resetAndDestroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    actions: () => requests.map(({ action }) => action),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const url = new URL(incoming.url ?? '/', 'http://server');
  const { headers, method = '' } = incoming;
  const [, accessKeyId = '', region = '', service = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const target = headers['x-amz-target'];
  const named =
    /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? (typeof target === 'string' ? target.split('.')[1] : undefined);
  const action = named ?? `${method} ${url.searchParams.get('x-id') ?? ''}`.trim();
  return { method, path: url.pathname, query: url.searchParams, headers, body, action, service, region, accessKeyId };
}
