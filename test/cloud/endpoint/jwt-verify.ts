import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';

export type TokenClaims = Readonly<Record<string, unknown>>;

/** A token taken apart; nothing about it is trusted yet. */
export interface ParsedToken {
  readonly kid: string;
  readonly alg: string;
  readonly claims: TokenClaims;
  readonly issuer: string;
  readonly signedPart: string;
  readonly signature: Buffer;
}

/** Takes a compact JWT apart; undefined when it is none. */
export function parseToken(token: string): ParsedToken | undefined {
  const [head, body, signature, ...rest] = token.split('.');
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) return undefined;
  const header = jsonObject(head);
  const claims = jsonObject(body);
  const issuer = claims?.['iss'];
  if (header === undefined || claims === undefined || typeof issuer !== 'string') return undefined;
  return {
    kid: String(header['kid'] ?? ''),
    alg: String(header['alg'] ?? ''),
    claims,
    issuer,
    signedPart: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Whether one of the issuer's published keys signed the token with RS256. */
export function signedBy(token: ParsedToken, keys: readonly JsonWebKey[]): boolean {
  if (token.alg !== 'RS256') return false;
  const jwk = keys.find((key) => key['kid'] === token.kid);
  if (jwk === undefined) return false;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify('RSA-SHA256', Buffer.from(token.signedPart), key, token.signature);
}

/** A claim as the texts a policy compares: lists stay lists, everything else is one text. */
export function claimTexts(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function jsonObject(part: string): TokenClaims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
