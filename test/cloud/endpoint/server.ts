import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handle } from './handle.ts';
import type { World } from './world.ts';

/** Longer than clients keep idle connections, so that none reuses one while it closes. */
const KEEP_ALIVE_MS = 65_000;

export interface Endpoint {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. The world may be completed after this returns: no request comes before its URL is known. */
export async function listen(world: () => World): Promise<Endpoint> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0, headersTimeout: 0 }, (req, res) => {
    serve(world(), req, res);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

function serve(world: World, req: IncomingMessage, res: ServerResponse): void {
  handle(world, req, res).catch((error: unknown) => {
    // The emulator went away or the client hung up: to the client it is a cut connection either way.
    if (process.env['CLOUD_DEBUG'] !== undefined) console.error('endpoint:', req.method, req.url, error);
    res.socket?.destroy();
  });
}

export function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
