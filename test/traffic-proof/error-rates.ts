import { createServer } from 'node:http';
import { portOf } from '../cloud/endpoint/server.ts';
import type { Tally } from './tally.ts';

export interface ErrorRates extends AsyncDisposable {
  readonly url: string;
}

/** Answers with what users saw of one release in one region: `/?region=…&release=…`. */
export async function serveErrorRates(tally: Tally): Promise<ErrorRates> {
  const server = createServer((req, res) => {
    const { searchParams } = new URL(req.url ?? '/', 'http://127.0.0.1');
    const count = tally.of(searchParams.get('region') ?? '', searchParams.get('release') ?? '');
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(count));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
