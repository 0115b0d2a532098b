import { createHash, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';

/** An RSA key that signs tokens, and what its owner publishes of it. */
export interface SigningKey {
  readonly kid: string;
  readonly jwk: JsonWebKey;
  sign(claims: Readonly<Record<string, unknown>>): string;
}

/** Makes a fresh RS256 key; `kid` is given only to impersonate another key. */
export function createSigningKey(kid?: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const bare = publicKey.export({ format: 'jwk' });
  const id = kid ?? createHash('sha256').update(JSON.stringify(bare)).digest('hex').slice(0, 40);
  return {
    kid: id,
    jwk: { ...bare, kid: id, alg: 'RS256', use: 'sig' },
    sign(claims) {
      const input = `${encode({ typ: 'JWT', alg: 'RS256', kid: id })}.${encode(claims)}`;
      return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`;
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
