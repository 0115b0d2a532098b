import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import { createAuthority } from './certificates.ts';
import { portOf } from './endpoint/server.ts';

export interface ForwardProxy extends AsyncDisposable {
  /** `http://[user:password@]127.0.0.1:PORT` */
  readonly url: string;
  /** File with the certificate authority of the AWS hosts behind the proxy. */
  readonly caFile: string;
  /** The same authority, PEM. */
  readonly ca: string;
  /** Every request and tunnel: `CONNECT sts.eu-west-1.amazonaws.com:443`, `GET http://…`. */
  readonly seen: readonly string[];
  /** Proxy and authority settings for a child process. Add keys; leave out AWS_ENDPOINT_URL to use AWS's own names. */
  env(): Record<string, string>;
  close(): Promise<void>;
}

export interface ForwardProxyOptions {
  /** `user:password` that clients must give; others get 407. */
  readonly credentials?: string;
}

const AWS_NAME = /(\.amazonaws\.com(\.cn)?|\.on\.aws)$/;
const LOOPBACK = /^(127\.0\.0\.1|localhost)$/;

/**
 * A company's proxy between a client and the local AWS: CONNECT and absolute-form requests for AWS's own host names
 * reach `endpoint`, with the real names and so the real regions; loopback passes; everything else is refused.
 */
export async function startForwardProxy(endpoint: string, options: ForwardProxyOptions = {}): Promise<ForwardProxy> {
  const authority = createAuthority();
  const folder = await mkdtemp(path.join(tmpdir(), 'forward-proxy-'));
  const caFile = path.join(folder, 'ca.pem');
  await writeFile(caFile, authority.certificate);
  const agent = new Agent({ keepAlive: true });
  const seen: string[] = [];
  const sockets = new Set<Duplex>();
  const target = new URL(endpoint);
  const pass = (req: IncomingMessage, res: ServerResponse, url: string): void => {
    const out = request(
      {
        agent,
        host: target.hostname,
        port: target.port,
        method: req.method,
        path: url,
        headers: req.rawHeaders,
        setHost: false,
      },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(res);
      },
    );
    out.on('error', () => res.destroy());
    req.pipe(out);
  };
  const inner = createTlsServer(
    {
      SNICallback: (host, done) => done(null, createSecureContext(authority.issue(host))),
      ...authority.issue('localhost'),
    },
    (req, res) => pass(req, res, req.url ?? '/'),
  );
  const outer = createServer((req, res) => {
    seen.push(`${req.method} ${req.url}`);
    if (!allowed(req, options)) return refuse(res, 407);
    const url = URL.canParse(req.url ?? '') ? new URL(req.url ?? '') : undefined;
    if (url === undefined || !AWS_NAME.test(url.hostname)) return refuse(res, 502);
    pass(req, res, `${url.pathname}${url.search}`);
  });
  outer.on('connect', (req: IncomingMessage, socket: Duplex) => {
    seen.push(`CONNECT ${req.url}`);
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    const [host = '', port = '443'] = (req.url ?? '').split(':');
    if (!allowed(req, options)) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\ncontent-length: 0\r\n\r\n',
      );
    } else if (AWS_NAME.test(host)) {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      inner.emit('connection', socket);
    } else if (LOOPBACK.test(host)) tunnel(socket, Number(port));
    else socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
  const login = options.credentials === undefined ? '' : `${options.credentials}@`;
  const url = `http://${login}127.0.0.1:${portOf(outer)}`;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    agent.destroy();
    inner.closeAllConnections();
    outer.closeAllConnections();
    await new Promise((resolve) => outer.close(resolve));
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url,
    caFile,
    ca: authority.certificate,
    seen,
    env: () => ({
      HTTPS_PROXY: url,
      HTTP_PROXY: url,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: caFile,
      AWS_CA_BUNDLE: caFile,
    }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function allowed(req: IncomingMessage, options: ForwardProxyOptions): boolean {
  if (options.credentials === undefined) return true;
  const wanted = `Basic ${Buffer.from(options.credentials).toString('base64')}`;
  return req.headers['proxy-authorization'] === wanted;
}

function refuse(res: ServerResponse, status: number): void {
  res.writeHead(status, status === 407 ? { 'proxy-authenticate': 'Basic realm="proxy"' } : {});
  res.end();
}

function tunnel(socket: Duplex, port: number): void {
  const out = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.pipe(out).pipe(socket);
  });
  out.on('error', () => socket.destroy());
  socket.on('close', () => out.destroy());
}
