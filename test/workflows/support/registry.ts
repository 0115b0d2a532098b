import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { portOf } from '../../cloud/endpoint/server.ts';

/** A package registry for `npm publish` and `npm view`. */
export interface Registry extends AsyncDisposable {
  /** Ends in a slash, as npm wants it. */
  readonly url: string;
  /** What was published: content by version. */
  readonly published: ReadonlyMap<string, Buffer>;
  /** The next publication is refused, as by a registry that is out of order. */
  refuseOnce(): void;
}

interface Manifest {
  readonly version: string;
  readonly dist: { readonly integrity: string };
}

/** Of an ID token, as far as a trusted publisher is told by it (docs.npmjs.com, "Trusted publishing for npm packages"). */
export interface Publisher {
  readonly repository: string;
  /** File name. */
  readonly workflow: string;
  readonly environment: string;
}

/**
 * Starts a registry that nobody has a password for: a token to publish is given for the ID token of the one workflow that
 * it trusts, as npm does.
 */
export async function startRegistry(trusted: Publisher): Promise<Registry> {
  const versions: Record<string, Manifest> = {};
  const published = new Map<string, Buffer>();
  const tokens = new Set<string>();
  let name = '';
  let refused = false;

  function exchange(idToken: string): Answer {
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const { aud, repository, environment, job_workflow_ref: workflow } = claims;
    const known =
      aud === 'npm:127.0.0.1' &&
      repository === trusted.repository &&
      environment === trusted.environment &&
      String(workflow).endsWith(`/.github/workflows/${trusted.workflow}`);
    if (!known) return [401, { message: `no trusted publisher: ${JSON.stringify(claims)}` }];
    const token = `npm_${randomUUID()}`;
    tokens.add(token);
    return [201, { token }];
  }

  function publish(body: string, token: string): Answer {
    if (!tokens.has(token)) return [401, { error: 'who are you?' }];
    if (refused) {
      refused = false;
      return [403, { error: 'out of order' }];
    }
    const document = JSON.parse(body);
    const [manifest] = Object.values<Manifest>(document.versions);
    const [attachment] = Object.values<{ readonly data: string }>(document._attachments);
    const content = Buffer.from(attachment?.data ?? '', 'base64');
    const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
    if (manifest === undefined || manifest.dist.integrity !== integrity) return [400, { error: 'integrity' }];
    if (versions[manifest.version] !== undefined) return [403, { error: 'it is there already' }];
    name = document.name;
    versions[manifest.version] = manifest;
    published.set(manifest.version, content);
    return [201, { ok: true }];
  }

  const server = createServer(async (request, response) => {
    const token = (request.headers.authorization ?? '').replace(/^bearer /i, '');
    const body = await read(request);
    const path = request.url ?? '/';
    const [status, answer] =
      request.method === 'POST' && path.startsWith('/-/npm/v1/oidc/token/exchange/package/')
        ? exchange(token)
        : request.method === 'PUT'
          ? publish(body, token)
          : published.size > 0 && path === `/${name}`
            ? [200, { name, versions, 'dist-tags': { latest: [...published.keys()].at(-1) } }]
            : [404, { error: 'not found' }];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    published,
    refuseOnce: () => {
      refused = true;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = readonly [status: number, body: unknown];

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
