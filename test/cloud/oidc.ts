import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSigningKey, type SigningKey } from './endpoint/jwt-sign.ts';
import { portOf } from './endpoint/server.ts';

/** The issuer of GitHub's tokens on github.com. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

export type Claims = Readonly<Record<string, unknown>>;

/** A GitHub-like OIDC issuer: discovery, keys, and the runner's token service. */
export interface OidcIssuer {
  /** The `iss` of the tokens. */
  readonly issuer: string;
  /** Where it really listens. */
  readonly url: string;
  /** A signed token; `claims` override the defaults of a push to main of octo/orders. */
  token(claims?: Claims): string;
  /** A token whose signature belongs to a key that the issuer does not publish. */
  forgedToken(claims?: Claims): string;
  /** The two variables a job with `id-token: write` has; tokens it asks for carry `claims`. */
  jobEnv(claims?: Claims): Record<string, string>;
  /** The next `times` requests for tokens (`token`) or keys (`keys`) answer with this status. */
  fail(what: 'token' | 'keys', times: number, status?: number): void;
  /** How many tokens jobs have asked for. */
  readonly tokensIssued: number;
  /** Tokens jobs have been given, newest last: to look for leaks. */
  readonly issued: readonly string[];
  reset(): void;
  close(): Promise<void>;
}

interface State {
  readonly jobs: Map<string, Claims>;
  readonly issued: string[];
  readonly failures: { token: number; keys: number; status: number };
}

/** Starts the issuer on a free port of 127.0.0.1. */
export async function startOidc(issuer: string = GITHUB_ISSUER): Promise<OidcIssuer> {
  const key = createSigningKey();
  const strange = createSigningKey(key.kid);
  const state: State = { jobs: new Map(), issued: [], failures: { token: 0, keys: 0, status: 503 } };
  const server = createServer((req, res) => send(res, answer(state, key, issuer, req)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  return {
    issuer,
    url,
    token: (claims) => key.sign(claimsOf(issuer, claims)),
    forgedToken: (claims) => strange.sign(claimsOf(issuer, claims)),
    jobEnv(claims = {}) {
      const bearer = randomUUID();
      state.jobs.set(bearer, claims);
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
      };
    },
    fail(what, times, status = 503) {
      state.failures[what] = times;
      state.failures.status = status;
    },
    get tokensIssued() {
      return state.issued.length;
    },
    issued: state.issued,
    reset() {
      state.jobs.clear();
      state.issued.length = 0;
      state.failures.token = 0;
      state.failures.keys = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

function answer(state: State, key: SigningKey, issuer: string, req: IncomingMessage): Reply {
  const url = new URL(req.url ?? '/', 'http://localhost');
  const wantsToken = url.pathname === '/idtoken';
  if (broken(state, wantsToken ? 'token' : 'keys')) {
    return { status: state.failures.status, body: { message: 'Service Unavailable' } };
  }
  if (url.pathname === '/.well-known/openid-configuration') return { status: 200, body: discovery(issuer) };
  if (url.pathname === '/.well-known/jwks') return { status: 200, body: { keys: [key.jwk] } };
  if (!wantsToken) return { status: 404, body: { message: 'Not Found' } };
  const claims = state.jobs.get((req.headers.authorization ?? '').replace(/^bearer /i, ''));
  if (claims === undefined) return { status: 401, body: { message: 'The request token is not valid' } };
  const audience = url.searchParams.get('audience');
  const token = key.sign(claimsOf(issuer, { ...(audience === null ? {} : { aud: audience }), ...claims }));
  state.issued.push(token);
  return { status: 200, body: { count: token.length, value: token } };
}

function broken(state: State, what: 'token' | 'keys'): boolean {
  if (state.failures[what] <= 0) return false;
  state.failures[what] -= 1;
  return true;
}

/** As GitHub documents its provider; the real key address of the issuer is kept, the endpoint maps it to us. */
function discovery(issuer: string): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'ref', 'repository', 'job_workflow_ref'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

/** The claims of a push to main; `repository`, `ref` and `environment` shape `sub` as GitHub does unless it is given. */
function claimsOf(issuer: string, claims: Claims = {}): Claims {
  const now = Math.floor(Date.now() / 1000);
  const repository = String(claims['repository'] ?? 'octo/orders');
  const owner = repository.split('/')[0] ?? '';
  const ref = String(claims['ref'] ?? 'refs/heads/main');
  const environment = claims['environment'];
  const subject = environment === undefined ? `ref:${ref}` : `environment:${String(environment)}`;
  return {
    iss: issuer,
    aud: `https://github.com/${owner}`,
    sub: `repo:${repository}:${subject}`,
    jti: randomUUID(),
    iat: now,
    nbf: now - 600,
    exp: now + 300,
    ref,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha: '0123456789abcdef0123456789abcdef01234567',
    repository,
    repository_id: '74',
    repository_owner: owner,
    repository_owner_id: '65',
    repository_visibility: 'private',
    run_id: '1000',
    run_number: '10',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    actor: 'octocat',
    actor_id: '12',
    workflow: 'deploy',
    workflow_ref: `${repository}/.github/workflows/deploy.yml@${ref}`,
    job_workflow_ref: `${repository}/.github/workflows/deploy.yml@${ref}`,
    event_name: 'push',
    head_ref: '',
    base_ref: '',
    enterprise_id: '345',
    ...claims,
  };
}

function send(res: ServerResponse, reply: Reply): void {
  res.writeHead(reply.status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(reply.body));
}
