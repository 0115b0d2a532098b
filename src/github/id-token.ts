import { UserError } from '../errors.ts';
import type { ContactLog } from '../process/contact-log.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Fetches fresh GitHub OIDC tokens, where the job offers them (`permissions: id-token: write`); undefined elsewhere.
 * `getIDToken` of `@actions/core` does the same and writes workflow commands to standard output, which holds the
 * result document of the command line; its HTTP client (proxies, retries) is used without that.
 */
export function gitHubIdToken(
  env: Env,
  log: Pick<ContactLog, 'through'>,
): ((audience: string) => Promise<string>) | undefined {
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  if (!url || !bearer) return undefined;
  return async (audience) => {
    const [{ HttpClient }, { BearerCredentialHandler }] = await Promise.all([
      import('@actions/http-client'),
      import('@actions/http-client/lib/auth'),
    ]);
    const client = new HttpClient('sam-multi-region', [new BearerCredentialHandler(bearer)], {
      allowRetries: true,
      maxRetries: 5,
    });
    const asked = { service: 'GitHub', action: 'OIDC token', region: '', endpoint: new URL(url).host } as const;
    const { statusCode, result } = await log.through(asked, () =>
      client.getJson<{ readonly value?: string }>(`${url}&audience=${encodeURIComponent(audience)}`),
    );
    if (result?.value) return result.value;
    throw new UserError('oidc-token-refused', `GitHub gave no OIDC token (HTTP ${statusCode})`, {
      fix: ['Run the job again; if it stays, check https://www.githubstatus.com and `permissions: id-token: write`.'],
    });
  };
}
