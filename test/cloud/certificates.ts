import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate authority that lives as long as the process that made it. */
export interface Authority {
  /** PEM, for `NODE_EXTRA_CA_CERTS` and `AWS_CA_BUNDLE`. */
  readonly certificate: string;
  /** A server certificate for one host name, with its key, both PEM. */
  issue(host: string): { readonly cert: string; readonly key: string };
}

const ECDSA_SHA256 = '06082a8648ce3d040302';
const DAY_MS = 86_400_000;

/** Makes an authority with a fresh key (X.509 v3, RFC 5280). */
export function createAuthority(name = 'local AWS test authority'): Authority {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const caId = keyId(ca.publicKey);
  const certificate = pem(
    'CERTIFICATE',
    signed(ca.privateKey, name, name, ca.publicKey, [
      extension('551d13', true, seq(der(0x01, Buffer.from([0xff])))),
      extension('551d0f', true, Buffer.from('03020106', 'hex')),
      extension('551d0e', false, der(0x04, caId)),
    ]),
  );
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    certificate,
    issue(host) {
      const extensions = [
        extension('551d11', false, seq(der(0x82, Buffer.from(host)))),
        extension('551d25', false, seq(Buffer.from('06082b06010505070301', 'hex'))),
        extension('551d23', false, seq(der(0x80, caId))),
      ];
      return {
        cert: pem('CERTIFICATE', signed(ca.privateKey, name, host.slice(0, 64), server.publicKey, extensions)),
        key,
      };
    },
  };
}

function signed(
  issuerKey: KeyObject,
  issuer: string,
  subject: string,
  key: KeyObject,
  extensions: readonly Buffer[],
): Buffer {
  const algorithm = seq(Buffer.from(ECDSA_SHA256, 'hex'));
  const now = Date.now();
  const tbs = seq(
    der(0xa0, Buffer.from('020102', 'hex')),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    commonName(issuer),
    seq(time(now - DAY_MS), time(now + DAY_MS)),
    commonName(subject),
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, seq(...extensions)),
  );
  return seq(tbs, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', tbs, issuerKey)])));
}

function extension(oid: string, critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [der(0x01, Buffer.from([0xff]))] : [];
  return seq(der(0x06, Buffer.from(oid, 'hex')), ...flag, der(0x04, value));
}

function commonName(text: string): Buffer {
  return seq(der(0x31, seq(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(text)))));
}

function time(ms: number): Buffer {
  const text = new Date(ms)
    .toISOString()
    .replace(/[-:T]|\.\d{3}/g, '')
    .slice(2);
  return der(0x17, Buffer.from(text));
}

function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}

function seq(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

/** Tag, length, value. */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), value]);
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
