/** Claims that trust policies test, as GitHub puts them in its OIDC token. */
export interface TokenClaims {
  readonly sub?: string;
  readonly aud?: string;
  readonly iss?: string;
  readonly repository_id?: string;
  readonly environment?: string;
  readonly job_workflow_ref?: string;
}

const SHOWN = ['sub', 'aud', 'iss', 'repository_id', 'environment', 'job_workflow_ref'] as const;

/** The harmless part of a JSON Web Token's payload; its signature, and so the token, cannot be made from it. */
export function readClaims(token: string): TokenClaims {
  const payload = parsePayload(token.split('.')[1] ?? '');
  return Object.fromEntries(
    SHOWN.flatMap((name) => {
      const value = payload[name];
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) ? [[name, value.join(', ')]] : [];
    }),
  );
}

/** `sub` of a repository whose subject carries numeric ids: `repo:owner@1/name@2:…`. */
export function isImmutableSubject(sub: string): boolean {
  return /^repo:[^/:]+@\d+\/[^/:]+@\d+:/.test(sub);
}

function parsePayload(part: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
