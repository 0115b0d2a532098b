import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AwsError, type AwsErrorKind } from '../../src/aws/ports.ts';
import type { ObjectHead, Storage } from '../../src/aws/storage-port.ts';

interface StoredObject {
  readonly body: Buffer;
  readonly metadata: Readonly<Record<string, string>>;
}

export interface MemoryStorage extends Storage {
  /** `bucket/key` of every object. */
  readonly objects: Map<string, StoredObject>;
  /** `head bucket/key`, `put …` in the order of the calls. */
  readonly calls: string[];
  /** Puts an object there that nobody of us wrote. */
  seed(bucket: string, key: string, body: Buffer | string, metadata?: Readonly<Record<string, string>>): void;
  text(bucket: string, key: string): string | undefined;
  /** The next call of this name fails with this kind; several in a row when asked several times. */
  failNext(call: string, kind: AwsErrorKind): void;
  /** The next body ends with a broken connection after so many bytes. */
  breakNextBody(bytes: number): void;
}

export interface MemoryBucket {
  readonly region: string;
  /** Owned by somebody else: every call is refused. */
  readonly foreign?: boolean;
}

/** S3 in memory, for one account and region. Buckets that are not named exist in eu-west-1 when they are first used. */
export function createMemoryStorage(buckets: Readonly<Record<string, MemoryBucket | undefined>> = {}): MemoryStorage {
  const objects = new Map<string, StoredObject>();
  const calls: string[] = [];
  const failures: { readonly call: string; readonly kind: AwsErrorKind }[] = [];
  let breaksAfter: number | undefined;

  function call(name: string, bucket: string, key = ''): string {
    calls.push(`${name} ${bucket}${key && `/${key}`}`);
    const index = failures.findIndex((failure) => failure.call === name);
    const [failure] = index < 0 ? [] : failures.splice(index, 1);
    if (failure) throw awsError(failure.kind, name);
    if (buckets[bucket]?.foreign) throw awsError('denied', name);
    return `${bucket}/${key}`;
  }

  const put = (id: string, body: Buffer, metadata: Readonly<Record<string, string>> = {}): string => {
    objects.set(id, { body, metadata });
    return etagOf(body);
  };

  return {
    objects,
    calls,
    seed: (bucket, key, body, metadata) => void put(`${bucket}/${key}`, Buffer.from(body), metadata),
    text: (bucket, key) => objects.get(`${bucket}/${key}`)?.body.toString(),
    failNext: (name, kind) => void failures.push({ call: name, kind }),
    breakNextBody: (bytes) => {
      breaksAfter = bytes;
    },
    async head(bucket, key) {
      const stored = objects.get(call('head', bucket, key));
      return stored && headOf(stored);
    },
    async get(bucket, key) {
      const stored = objects.get(call('get', bucket, key));
      if (!stored) throw awsError('not-found', 'get');
      const body = bodyOf(stored.body, breaksAfter);
      breaksAfter = undefined;
      return { head: headOf(stored), body };
    },
    async getText(bucket, key) {
      const stored = objects.get(call('getText', bucket, key));
      return stored && { text: stored.body.toString(), etag: etagOf(stored.body) };
    },
    async putStream(bucket, key, body, { metadata, sha256, size, ifAbsent }) {
      const chunks: Buffer[] = [];
      for await (const chunk of body) chunks.push(Buffer.from(chunk));
      const id = call('put', bucket, key);
      if (ifAbsent && objects.has(id)) throw awsError('conflict', 'put');
      const bytes = Buffer.concat(chunks);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (bytes.length !== size || (sha256 ?? hash) !== hash) throw awsError('invalid', 'put');
      put(id, bytes, metadata);
    },
    async putText(bucket, key, text, condition) {
      const id = call('putText', bucket, key);
      const there = objects.get(id);
      if (condition && 'ifAbsent' in condition && there) throw awsError('conflict', 'putText');
      if (condition && 'ifMatch' in condition && (!there || etagOf(there.body) !== condition.ifMatch)) {
        throw awsError('conflict', 'putText');
      }
      return { etag: put(id, Buffer.from(text)) };
    },
    async delete(bucket, key, ifMatch) {
      const id = call('delete', bucket, key);
      const there = objects.get(id);
      if (ifMatch !== undefined && there && etagOf(there.body) !== ifMatch) throw awsError('conflict', 'delete');
      objects.delete(id);
    },
    async list(bucket, prefix) {
      const start = call('list', bucket, prefix);
      return [...objects.keys()].filter((id) => id.startsWith(start)).map((id) => id.slice(bucket.length + 1));
    },
    async headBucket(bucket) {
      call('headBucket', bucket);
      return bucket in buckets ? buckets[bucket] : { region: 'eu-west-1' };
    },
  };
}

function headOf({ body, metadata }: StoredObject): ObjectHead {
  return { size: body.length, etag: etagOf(body), metadata };
}

function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function bodyOf(body: Buffer, breaksAfter: number | undefined): Readable {
  return Readable.from(
    (function* () {
      yield breaksAfter === undefined ? body : body.subarray(0, breaksAfter);
      if (breaksAfter !== undefined) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    })(),
  );
}

export function awsError(kind: AwsErrorKind, action: string): AwsError {
  return new AwsError({ kind, code: kind, message: `${action}: ${kind}`, service: 's3', action, region: 'eu-west-1' });
}
