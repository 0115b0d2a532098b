import { createServer, type Server } from 'node:http';
import { portOf } from '../endpoint/server.ts';
import type { Cloud } from '../index.ts';

/** The addresses of an application's custom domain, one a region, all of this machine and on one port. */
export interface Front extends AsyncDisposable {
  readonly port: number;
  /** Address of a region; undefined where it has none. */
  addressOf(region: string): string | undefined;
  close(): Promise<void>;
}

/**
 * What answers at the address of a region: the API that the custom domain is mapped to there. A region that is lost is
 * lost here too, because the request goes on through the endpoint of the local AWS.
 * @param urls by region, such as `https://abc.execute-api.eu-west-1.amazonaws.com/`
 */
export async function startFront(cloud: Pick<Cloud, 'fetch'>, urls: Readonly<Record<string, string>>): Promise<Front> {
  // A port that is free at the first address may be taken at another.
  for (let tries = 1; ; tries += 1) {
    try {
      return await listenAtAll(cloud, urls);
    } catch (error) {
      if (tries === 10 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

async function listenAtAll(cloud: Pick<Cloud, 'fetch'>, urls: Readonly<Record<string, string>>): Promise<Front> {
  const servers: Server[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(
      servers.map((server) => {
        server.closeAllConnections();
        return new Promise<void>((resolve) => void server.close(() => resolve()));
      }),
    );
  };
  const addresses = new Map<string, string>();
  let port = 0;
  try {
    for (const [index, [region, url]] of Object.entries(urls).entries()) {
      const server = passingOn(cloud, url);
      const address = `127.0.0.${FIRST + index}`;
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, address, resolve);
      });
      port = portOf(server);
      servers.push(server);
      addresses.set(region, address);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { port, addressOf: (region) => addresses.get(region), close, [Symbol.asyncDispose]: close };
}

function passingOn(cloud: Pick<Cloud, 'fetch'>, url: string): Server {
  return createServer((request, response) => {
    const cut = new AbortController();
    response.once('close', () => cut.abort());
    cloud
      .fetch(new URL(request.url ?? '/', url).href, { method: request.method ?? 'GET', signal: cut.signal })
      .then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
        response.end(await answer.text());
      })
      .catch(() => request.socket.destroy());
  });
}

/** All of 127/8 is this machine. */
const FIRST = 11;
