import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { createAuthority } from '../cloud/certificates.ts';

export interface TlsFront extends AsyncDisposable {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** Certificate of the authority, PEM. */
  readonly ca: string;
  /** Names that clients asked for (SNI), in order. */
  readonly names: readonly string[];
}

/** Speaks TLS for every host name that ends with one of `suffixes`, and hands requests on in plain text. */
export async function startTlsFront(backend: string, suffixes: readonly string[]): Promise<TlsFront> {
  const authority = createAuthority();
  const names: string[] = [];
  const to = new URL(backend);
  const server = createServer(
    {
      SNICallback(name, done) {
        names.push(name);
        if (suffixes.some((suffix) => name.endsWith(suffix))) done(null, createSecureContext(authority.issue(name)));
        else done(new Error(`no certificate for ${name}`));
      },
    },
    (incoming, response) => {
      const { method, url, headers } = incoming;
      const onward = request({ host: to.hostname, port: to.port, method, path: url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      incoming.pipe(onward);
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    ca: authority.certificate,
    names,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
