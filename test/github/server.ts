import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, takeFault } from './faults.ts';
import { handlers } from './handlers.ts';
import { type Answer, refusal } from './handling.ts';
import { isObject } from './json-schema.ts';
import { describeGitHub } from './openapi.ts';
import { type OperationName, operations } from './operations.ts';
import { type Account, clearWorld, newWorld, type World } from './world.ts';

/** A request as it came in, and what was answered. */
export interface Recorded {
  readonly operation: OperationName | 'graphql' | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: IncomingMessage['headers'];
  readonly status: number;
}

/** A GitHub of one repository, on 127.0.0.1. */
export interface LocalGitHub {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly requests: readonly Recorded[];
  /**
   * What was wrong with requests, and with answers of our own, by GitHub's description. A test that ends with a problem
   * has found a defect.
   */
  readonly problems: readonly string[];
  /** The next requests that match get this instead of their answer. */
  inject(fault: Fault): void;
  /** Back to an empty repository: world, requests, problems and faults. */
  reset(): void;
  close(): Promise<void>;
}

const TOKEN = 'ghs_local';
/** "1,000 requests per hour per repository" for a job's token. */
const HOURLY = 1_000;

export async function startGitHub(
  options: { readonly repository?: Partial<World['repository']> } = {},
): Promise<LocalGitHub> {
  const described = await describeGitHub();
  const world: World = newWorld(options.repository);
  const requests: Recorded[] = [];
  const problems: string[] = [];
  const faults: Fault[] = [];
  let lastId = 1_000;
  let remaining = HOURLY;
  let origin = '';

  function answer(
    method: string,
    url: URL,
    body: unknown,
    account: Account | undefined,
  ): readonly [Answer, Recorded['operation']] {
    if (account === undefined) return [refusal(401, 'Bad credentials'), undefined];
    if (method === 'post' && url.pathname === '/graphql') return [graphql(body, account), 'graphql'];
    const found = match(method, url.pathname);
    if (found === undefined) {
      problems.push(`${method.toUpperCase()} ${url.pathname} is not known here (test/github/operations.ts)`);
      return [refusal(501, 'The local GitHub API does not know this operation'), undefined];
    }
    const { name, params } = found;
    const operation = operations[name];
    const { checkRequest, checkAnswer, example } = described(operation);
    const wrong = checkRequest({ path: params, query: url.searchParams, body });
    if (wrong.length > 0) {
      problems.push(...wrong.map((text) => `${name}: ${text}`));
      return [refusal(422, 'Invalid request.', { errors: wrong }), name];
    }
    const { repository } = world;
    if (params['owner'] !== repository.owner || params['repo'] !== repository.name)
      return [refusal(404, 'Not Found'), name];
    if (!operation.permissions.some((permission) => may(account, permission))) {
      const accepted = operation.permissions.map((each) => each.replaceAll('-', '_').replace(':', '=')).join('; ');
      const headers = { 'x-accepted-github-permissions': accepted };
      return [{ ...refusal(403, 'Resource not accessible by integration'), headers }, name];
    }
    const done = handlers[name]({
      world,
      origin,
      example: (example ?? {}) as Record<string, unknown>,
      params,
      query: url.searchParams,
      body: isObject(body) ? body : {},
      account,
      nextId: () => (lastId += 1),
    });
    const unlike = done.status < 400 ? checkAnswer(done.status, done.body) : [];
    problems.push(...unlike.map((text) => `our answer to ${name}: ${text}`));
    return [done, name];
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const method = (request.method ?? 'GET').toLowerCase();
    const body = parsed(await read(request));
    const [, token] = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const account = world.tokens.get(token ?? '');
    const asked = match(method, url.pathname)?.name;
    const fault = takeFault(faults, asked);
    const before = fault?.when === 'after' || fault === undefined ? answer(method, url, body, account) : undefined;
    const given = fault === undefined ? (before?.[0] ?? refusal(500, 'Server Error')) : fault.answer;
    const status = given === 'reset' ? 0 : given === 'cut' ? 200 : given.status;
    requests.push({
      operation: before?.[1] ?? asked,
      method,
      path: `${url.pathname}${url.search}`,
      body,
      headers: request.headers,
      status,
    });
    if (given === 'reset') {
      request.socket.destroy();
      return;
    }
    if (given === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': '1000' });
      response.write('[{"id": 1', () => request.socket.destroy());
      return;
    }
    remaining = Math.max(0, remaining - 1);
    response.writeHead(given.status, {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': `LOCAL:${requests.length}`,
      'x-ratelimit-limit': String(HOURLY),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
      'x-ratelimit-resource': 'core',
      ...given.headers,
    });
    response.end(given.body === undefined ? undefined : JSON.stringify(given.body));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(`the local GitHub API failed: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    token: TOKEN,
    world,
    requests,
    problems,
    inject: (fault) => void faults.push({ ...fault }),
    reset: () => {
      clearWorld(world);
      for (const list of [requests, problems, faults]) list.length = 0;
    },
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}

/** The only GraphQL query there is: whose token it is. REST does not tell that to a job's token. */
function graphql(body: unknown, account: Account): Answer {
  const query = isObject(body) ? String(body['query']).replace(/\s+/g, ' ').trim() : '';
  if (!/^(query )?\{ ?viewer \{ ?login ?\} ?\}$/.test(query))
    return refusal(501, `The local GitHub API does not know ${query}`);
  return { status: 200, body: { data: { viewer: { login: account.login } } } };
}

function may({ permissions }: Account, needed: string): boolean {
  const [scope = '', level] = needed.split(':');
  if (permissions === undefined || scope === 'metadata') return true;
  const given = permissions[scope] ?? 'none';
  return given === 'write' || given === level;
}

function match(
  method: string,
  path: string,
): { readonly name: OperationName; readonly params: Record<string, string> } | undefined {
  const steps = path.split('/');
  for (const [name, operation] of Object.entries(operations)) {
    const route = operation.path.split('/');
    // The name of a reference has slashes in it (`x-multi-segment` in the description).
    const given =
      route.at(-1) === '{ref}' ? [...steps.slice(0, route.length - 1), steps.slice(route.length - 1).join('/')] : steps;
    if (operation.method !== method || route.length !== given.length) continue;
    const params: Record<string, string> = {};
    const fits = route.every((step, index) => {
      const value = decodeURIComponent(given[index] ?? '');
      if (!step.startsWith('{')) return step === value;
      params[step.slice(1, -1)] = value;
      return value !== '';
    });
    if (fits) return { name: name as OperationName, params };
  }
  return undefined;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
