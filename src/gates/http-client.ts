import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { errorText } from '../errors.ts';
import { type HttpAnswer, HttpFailure, type HttpPort, type HttpRequest } from './http-port.ts';

/**
 * Requests on connections of their own: a kept one would go on asking an address that the name no longer has.
 * @param ca further certificates to trust (PEM), as `AWS_CA_BUNDLE` names them.
 */
export function createHttpPort(ca?: string): HttpPort {
  return async (request) => {
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    const [{ request: open }, more, lookup] = await Promise.all([
      secure ? import('node:https') : import('node:http'),
      secure ? trusted(ca) : {},
      request.resolver && resolveWith(request.resolver),
    ]);
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const { address } = request;
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    const options: RequestOptions & { readonly servername?: string } = {
      method: request.method,
      path: `${url.pathname}${url.search}`,
      host: address?.host ?? name,
      port: address?.port ?? port,
      headers: { 'user-agent': 'sam-multi-region', accept: '*/*', ...request.headers, host: url.host },
      // The name of the URL is what a certificate must prove, wherever the connection goes.
      ...(secure && isIP(name) === 0 && { servername: name }),
      ...(lookup !== undefined && { lookup }),
      ...more,
      agent: false,
    };
    return send((answered) => open(options, answered), request);
  };
}

function send(open: (answered: (message: IncomingMessage) => void) => ClientRequest, request: HttpRequest) {
  return new Promise<HttpAnswer>((resolve, reject) => {
    request.signal.throwIfAborted();
    const fail = (error: unknown) => {
      finish();
      reject(request.signal.aborted ? request.signal.reason : failure(error));
    };
    const sent = open((message) => {
      // Gone once the connection is closed.
      const address = message.socket.remoteAddress ?? '';
      readBody(message, request.maxBytes).then((body) => {
        finish();
        sent.destroy();
        resolve({
          status: message.statusCode ?? 0,
          headers: headersOf(message),
          ...body,
          address,
        });
      }, fail);
    });
    const timer = setTimeout(() => {
      sent.destroy(new HttpFailure('TIMEOUT', `no answer within ${request.timeoutMs / 1000} s`));
    }, request.timeoutMs);
    const abort = () => void sent.destroy(new Error('cancelled'));
    request.signal.addEventListener('abort', abort, { once: true });
    function finish() {
      clearTimeout(timer);
      request.signal.removeEventListener('abort', abort);
    }
    sent.on('error', fail);
    sent.end(request.body);
  });
}

async function readBody(message: IncomingMessage, maxBytes: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) break;
  }
  const all = Buffer.concat(chunks);
  return { body: all.subarray(0, maxBytes).toString('utf8'), truncated: size > maxBytes };
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')]);
  return Object.fromEntries(entries);
}

function failure(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const { code = 'ERROR' } = error as { readonly code?: string };
  return new HttpFailure(code, errorText(error) || code, { cause: error });
}

async function trusted(ca: string | undefined) {
  if (ca === undefined) return {};
  const { rootCertificates } = await import('node:tls');
  return { ca: [...rootCertificates, ca] };
}

async function resolveWith(server: { readonly host: string; readonly port?: number }): Promise<LookupFunction> {
  const { addressesOf, resolverAt } = await import('../process/names.ts');
  const resolver = resolverAt(server, 2);
  return (name, options, done) => {
    addressesOf(resolver, name).then(
      (found) => {
        const [first] = found;
        if (first === undefined) done(new HttpFailure('ENOTFOUND', `${name} has no address`), '', 4);
        else if (options.all) done(null, [...found]);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}
