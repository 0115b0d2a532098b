import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GITHUB_ISSUER, type OidcIssuer, startOidc } from './oidc.ts';

let oidc: OidcIssuer;
beforeAll(async () => {
  oidc = await startOidc();
});
beforeEach(() => oidc.reset());
afterAll(() => oidc.close());

function ask(env: Record<string, string>, suffix = '&audience=sts.amazonaws.com'): Promise<Response> {
  return fetch(`${env['ACTIONS_ID_TOKEN_REQUEST_URL']}${suffix}`, {
    headers: { authorization: `bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}` },
  });
}
async function tokenOf(env: Record<string, string>, suffix?: string): Promise<string> {
  const { value }: { value: string } = JSON.parse(await (await ask(env, suffix)).text());
  return value;
}
function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

test('discovery leads to the key that signed a token', async () => {
  const discovery = await (await fetch(`${oidc.url}/.well-known/openid-configuration`)).json();
  expect(discovery).toMatchObject({ issuer: GITHUB_ISSUER, jwks_uri: `${GITHUB_ISSUER}/.well-known/jwks` });
  const published = await (await fetch(`${oidc.url}/.well-known/jwks`)).text();
  const { keys }: { keys: [JsonWebKey] } = JSON.parse(published);
  const verified = (token: string): boolean => {
    const [head = '', body = '', signature = ''] = token.split('.');
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    return verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
  };
  expect(verified(oidc.token())).toBe(true);
  expect(verified(oidc.forgedToken())).toBe(false);
});

test('a job gets its own claims and the audience it asks for, or the owner as audience', async () => {
  const env = oidc.jobEnv({ repository: 'octo/shop', ref: 'refs/tags/v1' });
  const asked = claimsOf(await tokenOf(env));
  expect(asked).toMatchObject({ aud: 'sts.amazonaws.com', sub: 'repo:octo/shop:ref:refs/tags/v1', ref_type: 'tag' });
  expect(claimsOf(await tokenOf(env, ''))['aud']).toBe('https://github.com/octo');
  expect(oidc.tokensIssued).toBe(2);
  const now = Date.now() / 1000;
  expect(Number(asked['exp'])).toBeGreaterThan(now);
  expect(Number(asked['exp'])).toBeLessThanOrEqual(now + 300);
});

test('every claim can be set, also to what GitHub would not say', () => {
  const claims = claimsOf(oidc.token({ sub: 'repo:octo@65/orders@74:pull_request', exp: 1, aud: ['a', 'b'] }));
  expect(claims).toMatchObject({ sub: 'repo:octo@65/orders@74:pull_request', exp: 1, aud: ['a', 'b'] });
});

test('a wrong request token is refused', async () => {
  const env = { ...oidc.jobEnv(), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'wrong' };
  expect((await ask(env)).status).toBe(401);
});

test('the token service fails as often as it is told to', async () => {
  const env = oidc.jobEnv();
  oidc.fail('token', 2, 500);
  const statuses: number[] = [];
  for (let index = 0; index < 3; index += 1) statuses.push((await ask(env)).status);
  expect(statuses).toEqual([500, 500, 200]);
});
