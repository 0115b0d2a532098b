import { createServer } from 'node:http';
import { portOf } from '../../cloud/endpoint/server.ts';
import type { Claims, OidcIssuer } from '../../cloud/index.ts';

export interface TokenService extends AsyncDisposable {
  readonly url: string;
  /** Claims of the tokens that were handed out. */
  readonly asked: readonly Claims[];
}

/**
 * GitHub's token service for the jobs of one run. A job asks with `FILE|ENVIRONMENT` (see `rewrite.ts`), so that its token
 * carries its own environment and workflow file; `claims` are those of the run.
 */
export async function startTokens(oidc: OidcIssuer, claims: Claims): Promise<TokenService> {
  const asked: Claims[] = [];
  const server = createServer((req, res) => {
    const [file = '', environment = ''] = (req.headers.authorization ?? '').replace(/^bearer /i, '').split('|');
    const audience = new URL(req.url ?? '/', 'http://localhost').searchParams.get('audience') ?? '';
    const all = {
      ...claims,
      ...(environment !== '' && { environment }),
      ...(environment === '' &&
        claims['event_name'] === 'pull_request' && {
          sub: `repo:${String(claims['repository'])}:pull_request`,
        }),
      job_workflow_ref: `${String(claims['job_workflow_repository'])}/.github/workflows/${file}`,
      aud: audience,
    };
    asked.push(all);
    const value = oidc.token(all);
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ count: value.length, value }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/idtoken?api-version=2.0`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
