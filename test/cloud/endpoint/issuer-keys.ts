import type { JsonWebKey } from 'node:crypto';

/**
 * Fetches the keys an OIDC issuer publishes. `located` maps issuers to where they really listen: a local stand-in
 * for GitHub's issuer keeps GitHub's name.
 */
export function issuerKeys(located: ReadonlyMap<string, string>): (issuer: string) => Promise<readonly JsonWebKey[]> {
  const move = (url: string, issuer: string): string => {
    const base = located.get(issuer);
    return base !== undefined && url.startsWith(issuer) ? `${base}${url.slice(issuer.length)}` : url;
  };
  return async (issuer) => {
    const discovery = await json(move(`${issuer}/.well-known/openid-configuration`, issuer));
    const set = await json(move(String(discovery['jwks_uri']), issuer));
    return Array.isArray(set['keys']) ? set['keys'].filter(isKey) : [];
  };
}

function isKey(value: unknown): value is JsonWebKey {
  return typeof value === 'object' && value !== null;
}

async function json(url: string): Promise<Readonly<Record<string, unknown>>> {
  // Nothing but local issuers is ever asked.
  if (!url.startsWith('http://127.0.0.1:')) throw new Error(`${url} is not local`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const value: unknown = await response.json();
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
