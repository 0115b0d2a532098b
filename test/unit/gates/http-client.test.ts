import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { decode, encode } from 'dns-packet';
import { createHttpPort } from '../../../src/gates/http-client.ts';
import type { HttpRequest } from '../../../src/gates/http-port.ts';
import { createAuthority } from '../../cloud/certificates.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listening(server: Server | ReturnType<typeof createSecureServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const serve = (handler: (request: IncomingMessage, response: ServerResponse) => void) =>
  listening(createServer(handler));

function request(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    url,
    method: 'GET',
    headers: {},
    timeoutMs: 5_000,
    maxBytes: 1_000,
    signal: new AbortController().signal,
    ...more,
  };
}

const http = createHttpPort();

describe('a request', () => {
  test('gives status, headers, body and who answered', async () => {
    const port = await serve((incoming, response) => {
      response
        .writeHead(201, { 'X-Seen': `${incoming.method} ${incoming.url} ${incoming.headers['x-a']}` })
        .end('hello');
    });
    const answer = await http(request(`http://127.0.0.1:${port}/a/b?c=d`, { headers: { 'x-a': '1' } }));
    expect(answer).toMatchObject({
      status: 201,
      headers: { 'x-seen': 'GET /a/b?c=d 1' },
      body: 'hello',
      truncated: false,
      address: '127.0.0.1',
    });
  });

  test('sends its body', async () => {
    const port = await serve(async (incoming, response) => {
      const chunks = await incoming.toArray();
      response.end(`${incoming.method} ${Buffer.concat(chunks).toString()}`);
    });
    const answer = await http(request(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{"a":1}' }));
    expect(answer.body).toBe('POST {"a":1}');
  });

  test('reads no more of the body than it may, even of one that never ends', async () => {
    const port = await serve((_, response) => {
      response.on('close', () => clearInterval(timer));
      const timer = setInterval(() => response.write('x'.repeat(600)), 1);
    });
    const answer = await http(request(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ body: 'x'.repeat(1_000), truncated: true });
  });

  test('goes to the given address with the name of the URL as Host', async () => {
    const port = await serve((incoming, response) => response.end(incoming.headers.host));
    const address = { host: '127.0.0.1', port };
    const answer = await http(request('http://orders.example.com/health', { address }));
    expect(answer.body).toBe('orders.example.com');
  });

  test('ends at its time limit when nothing comes, and when the body does not end', async () => {
    const silent = await serve(() => {});
    const endless = await serve((_, response) => response.write('a'));
    for (const port of [silent, endless]) {
      const asked = http(request(`http://127.0.0.1:${port}/`, { timeoutMs: 50 }));
      await expect(asked).rejects.toMatchObject({ name: 'HttpFailure', code: 'TIMEOUT' });
    }
  });

  test('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const port = await serve(() => controller.abort(new Error('enough')));
    await expect(http(request(`http://127.0.0.1:${port}/`, { signal: controller.signal }))).rejects.toThrow('enough');
  });

  test('fails with the code of the system when nobody listens', async () => {
    const port = await serve(() => {});
    for (const close of closing.splice(0)) close();
    await expect(http(request(`http://127.0.0.1:${port}/`))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('over TLS', () => {
  test('the certificate must be for the name of the URL, also at another address', async () => {
    const authority = createAuthority();
    const { cert, key } = authority.issue('orders.example.com');
    const names: unknown[] = [];
    const server = createSecureServer({ cert, key }, (_, response) => response.end('safe'));
    server.on('secureConnection', (socket) => names.push(socket.servername));
    const port = await listening(server);
    const address = { host: '127.0.0.1', port };
    const trusting = createHttpPort(authority.certificate);
    expect(await trusting(request('https://orders.example.com/', { address }))).toMatchObject({
      status: 200,
      body: 'safe',
    });
    expect(names).toEqual(['orders.example.com']);
    await expect(trusting(request('https://other.example.com/', { address }))).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    await expect(http(request('https://orders.example.com/', { address }))).rejects.toMatchObject({
      name: 'HttpFailure',
      code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO/),
    });
  });
});

/** A name server that knows one name. */
async function nameServer(name: string, address: string): Promise<number> {
  const socket: Socket = createSocket('udp4');
  socket.on('message', (packet, from) => {
    const { id, questions = [] } = decode(packet);
    const answers = questions
      .filter((question) => question.type === 'A' && question.name === name)
      .map(() => ({ type: 'A' as const, name, ttl: 1, data: address }));
    const rcode = questions[0]?.name === name ? 0 : 3;
    socket.send(
      encode({ id: id ?? 0, type: 'response', flags: 0x8180 | rcode, questions, answers }),
      from.port,
      from.address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  closing.push(() => socket.close());
  return socket.address().port;
}

describe('with a name server of its own', () => {
  test('goes where that says, and nowhere for a name that it does not know', async () => {
    const port = await serve((incoming, response) => response.end(incoming.headers.host));
    const resolver = { host: '127.0.0.1', port: await nameServer('orders.test', '127.0.0.1') };
    const answer = await http(request(`http://orders.test:${port}/`, { resolver }));
    expect(answer).toMatchObject({ body: `orders.test:${port}`, address: '127.0.0.1' });
    await expect(http(request(`http://nobody.test:${port}/`, { resolver }))).rejects.toMatchObject({
      code: 'ENOTFOUND',
    });
  });
});
