import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Storage } from '../../../src/aws/storage-port.ts';
import { identity, s3Failure, session } from './support/answers.ts';
import { awsAt, target } from './support/aws.ts';
import { type Answer, type Request, serve, type TestServer } from './support/server.ts';

const MB = 1024 * 1024;
const SILENT_MS = 500;
let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** @param idleMs how long a silence is borne; longer than any stall of the machine, unless silence is the point */
async function storage(answer: (request: Request, count: number) => Answer, idleMs = 2_000): Promise<Storage> {
  let count = 0;
  server = await serve((request) => {
    if (request.action === 'GetCallerIdentity') return identity('111111111111');
    count += 1;
    return answer(request, count);
  });
  return awsAt(server.url, { timeouts: { connectMs: 1_000, idleMs } }).aws.session(target()).storage;
}

const calls = () => (server?.requests ?? []).slice(1);
const etag = (value: string, more: Readonly<Record<string, string>> = {}) => ({ headers: { etag: value, ...more } });
const DATE = 'Thu, 01 Jan 2026 10:00:00 GMT';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function textOf(body: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

describe('every call', () => {
  test('names the account that must own the bucket, and addresses an IP endpoint by path', async () => {
    const port = await storage(({ method }) =>
      method === 'GET' ? { headers: { 'content-type': 'application/xml' }, body: '<ListBucketResult/>' } : etag('"1"'),
    );
    await port.head('bucket', 'a/key');
    await port.putText('bucket', 'a/key', 'text');
    await port.putStream('bucket', 'a/key', Readable.from(['text']), { size: 4 });
    await port.delete('bucket', 'a/key');
    await port.list('bucket', 'a/');
    await port.headBucket('bucket');
    for (const { headers, path } of calls()) {
      expect(headers['x-amz-expected-bucket-owner']).toBe('111111111111');
      expect(path).toMatch(/^\/bucket(\/a\/key|\/)?$/);
    }
    expect(calls()).toHaveLength(6);
  });

  test('to a bucket of somebody else is denied, at once', async () => {
    const port = await storage(() => s3Failure(403, 'AccessDenied'));
    const outcomes = await Promise.allSettled([
      port.headBucket('b'),
      port.putText('b', 'k', 't'),
      port.getText('b', 'k'),
      port.head('b', 'k'),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ reason: { kind: 'denied', httpStatus: 403 } });
    }
    expect(calls()).toHaveLength(4);
  });
});

describe('reading', () => {
  test('tells size, ETag, metadata and the time of the server', async () => {
    const port = await storage(() => ({
      ...etag('"abc"', { 'x-amz-meta-sha256': 'ff', date: DATE, 'content-length': '5' }),
      body: 'hello',
    }));
    const head = { size: 5, etag: '"abc"', metadata: { sha256: 'ff' }, serverTime: Date.parse(DATE) };
    expect(await port.head('b', 'k')).toEqual(head);
    const got = await port.get('b', 'k');
    expect(got.head).toEqual(head);
    expect(await textOf(got.body)).toBe('hello');
    expect(await port.getText('b', 'k')).toEqual({ text: 'hello', etag: '"abc"' });
  });

  test('finds nothing where nothing is, and says when the bucket itself is missing', async () => {
    const port = await storage(({ path }) => s3Failure(404, path.startsWith('/gone') ? 'NoSuchBucket' : 'NoSuchKey'));
    expect(await port.head('b', 'k')).toBeUndefined();
    expect(await port.getText('b', 'k')).toBeUndefined();
    expect(await port.headBucket('gone')).toBeUndefined();
    await expect(port.getText('gone', 'k')).rejects.toMatchObject({ kind: 'not-found', code: 'NoSuchBucket' });
    await expect(port.get('b', 'k')).rejects.toMatchObject({ kind: 'not-found', code: 'NoSuchKey' });
  });

  test('goes on where the connection broke, with the same version of the object', async () => {
    const content = 'x'.repeat(1000) + 'y'.repeat(1000) + 'z'.repeat(1000);
    const port = await storage(({ headers }) => {
      const start = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
      const body = content.slice(start);
      return {
        ...etag('"v1"'),
        status: start === 0 ? 200 : 206,
        body,
        ...(body.length > 100 ? { reset: 'within' } : {}),
      };
    });
    const { body } = await port.get('b', 'k');
    expect(await textOf(body)).toBe(content);
    expect(calls().length).toBeGreaterThan(2);
    for (const { headers } of calls().slice(1)) expect(headers['if-match']).toBe('"v1"');
  });

  test('goes on where the body stopped to flow', async () => {
    const content = 'x'.repeat(1000) + 'y'.repeat(1000);
    const port = await storage(({ headers }) => {
      const start = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
      const body = content.slice(start);
      return {
        ...etag('"v1"'),
        status: start === 0 ? 200 : 206,
        body,
        ...(body.length > 500 ? { hang: 'within' } : {}),
      };
    });
    expect(await port.getText('b', 'k')).toMatchObject({ text: content });
    expect(calls()[1]?.headers).toMatchObject({ range: 'bytes=1000-', 'if-match': '"v1"' });
  });

  test('gives up a body that never flows', async () => {
    const port = await storage(
      () => ({
        ...etag('"v1"'),
        headers: { etag: '"v1"', 'content-length': '10' },
        hang: 'within',
      }),
      SILENT_MS,
    );
    await expect(port.getText('b', 'k')).rejects.toMatchObject({
      kind: 'unreachable',
      action: 'GetObject',
      region: 'eu-west-1',
      message: expect.stringContaining('no byte came for 0.5 s'),
    });
    // An answer that this machine held up for as long is one more.
    expect(calls().length).toBeGreaterThanOrEqual(6);
    expect(calls().length).toBeLessThan(12);
  });

  test('waits for a reader that takes its time', async () => {
    const content = 'x'.repeat(4 * MB);
    const port = await storage(() => ({ ...etag('"v1"'), body: content }), 3_000);
    const { body } = await port.get('b', 'k');
    let bytes = 0;
    for await (const chunk of body) {
      // Longer than the time that is waited for a byte; nothing else shows it.
      if (bytes === 0) await new Promise((resolve) => setTimeout(resolve, 3_300));
      bytes += chunk.length;
    }
    expect([bytes, calls().length]).toEqual([content.length, 1]);
  });

  test('ends with an error when the object changed in between', async () => {
    const port = await storage((_request, count) =>
      count === 1 ? { ...etag('"v1"'), body: 'x'.repeat(1000), reset: 'within' } : s3Failure(412, 'PreconditionFailed'),
    );
    const { body } = await port.get('b', 'k');
    await expect(textOf(body)).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('lists all pages', async () => {
    const page = (key: string, next: string) => ({
      headers: { 'content-type': 'application/xml' },
      body: `<ListBucketResult><Contents><Key>${key}</Key></Contents>${next}</ListBucketResult>`,
    });
    const port = await storage((_request, count) =>
      count === 1
        ? page('p/a', '<IsTruncated>true</IsTruncated><NextContinuationToken>n</NextContinuationToken>')
        : page('p/b', '<IsTruncated>false</IsTruncated>'),
    );
    expect(await port.list('b', 'p/')).toEqual(['p/a', 'p/b']);
    expect(calls()[1]?.query.get('continuation-token')).toBe('n');
  });

  test('finds the region of a bucket, also of one elsewhere', async () => {
    const port = await storage(({ path }) =>
      path.startsWith('/far')
        ? s3Failure(301, 'PermanentRedirect', { 'x-amz-bucket-region': 'us-east-2' })
        : { headers: { 'x-amz-bucket-region': 'eu-west-1' } },
    );
    expect(await port.headBucket('near')).toEqual({ region: 'eu-west-1' });
    expect(await port.headBucket('far')).toEqual({ region: 'us-east-2' });
  });
});

test('a HEAD whose bare 400 may mean an expired session is repeated with a new one', async () => {
  let assumed = 0;
  server = await serve(({ action, accessKeyId }) => {
    if (action === 'AssumeRole') {
      assumed += 1;
      return session(action, `ASIA${assumed}`, Date.UTC(2030, 0, 1));
    }
    return accessKeyId === 'ASIA1' ? { status: 400 } : etag('"1"');
  });
  const port = awsAt(server.url).aws.session(target({ role: 'deploy' }, { account: '111111111111' })).storage;
  expect(await port.head('b', 'k')).toMatchObject({ etag: '"1"' });
  expect(assumed).toBe(2);
});

describe('a conditional write', () => {
  test('sends its condition and gives the new ETag and the time of the server', async () => {
    const port = await storage(() => etag('"new"', { date: DATE }));
    expect(await port.putText('b', 'k', 't', { ifAbsent: true })).toEqual({
      etag: '"new"',
      serverTime: Date.parse(DATE),
    });
    await port.putText('b', 'k', 't', { ifMatch: '"old"' });
    await port.delete('b', 'k', '"old"');
    const sent = calls().map(({ headers }) => headers['if-none-match'] ?? headers['if-match']);
    expect(sent).toEqual(['*', '"old"', '"old"']);
  });

  test('that lost is a conflict, at once', async () => {
    const port = await storage(() => s3Failure(412, 'PreconditionFailed'));
    await expect(port.putText('b', 'k', 't', { ifAbsent: true })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(port.delete('b', 'k', '"old"')).rejects.toMatchObject({ kind: 'conflict' });
    expect(calls()).toHaveLength(2);
  });

  test('is repeated while another one of the same key is under way', async () => {
    const port = await storage((_request, count) =>
      count < 3 ? s3Failure(409, 'ConditionalRequestConflict') : etag('"1"'),
    );
    expect(await port.putText('b', 'k', 't', { ifAbsent: true })).toMatchObject({ etag: '"1"' });
  });

  test('that was done although its answer was lost has won', async () => {
    const port = await storage(({ method }, count) => {
      if (count === 1) return { reset: 'before' };
      return method === 'PUT' ? s3Failure(412, 'PreconditionFailed') : { ...etag('"mine"'), body: 'my text' };
    });
    expect(await port.putText('b', 'k', 'my text', { ifAbsent: true })).toMatchObject({ etag: '"mine"' });
  });

  test('that was not done before its repetition has lost', async () => {
    const port = await storage(({ method }, count) => {
      if (count === 1) return { reset: 'before' };
      return method === 'PUT' ? s3Failure(412, 'PreconditionFailed') : { ...etag('"other"'), body: 'other text' };
    });
    await expect(port.putText('b', 'k', 'my text', { ifAbsent: true })).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('an upload', () => {
  test('where nothing may be yet is a conflict when something is', async () => {
    const port = await storage((_request, count) => (count === 1 ? etag('"1"') : s3Failure(412, 'PreconditionFailed')));
    const upload = () => port.putStream('b', 'k', Readable.from(['text']), { size: 4, ifAbsent: true });
    await upload();
    await expect(upload()).rejects.toMatchObject({ kind: 'conflict' });
    await port.putStream('b', 'k', Readable.from(['text']), { size: 4 }).catch(() => undefined);
    expect(calls().map(({ headers }) => headers['if-none-match'])).toEqual(['*', '*', undefined]);
  });

  test('that fits into one part is one request with its SHA-256, metadata and type', async () => {
    const bytes = Buffer.from('artifact');
    const port = await storage(() => etag('"1"'));
    await port.putStream('b', 'k', Readable.from([bytes]), {
      size: bytes.length,
      sha256: sha256(bytes),
      metadata: { sha256: sha256(bytes) },
      contentType: 'application/zip',
    });
    expect(calls()).toHaveLength(1);
    expect(calls()[0]).toMatchObject({ method: 'PUT', body: 'artifact' });
    expect(calls()[0]?.headers).toMatchObject({
      'x-amz-checksum-sha256': createHash('sha256').update(bytes).digest('base64'),
      'x-amz-meta-sha256': sha256(bytes),
      'content-type': 'application/zip',
    });
  });

  /** Answers a multipart upload; `parts` fail as told. */
  function multipart(part: (count: number) => Answer | undefined = () => undefined) {
    let parts = 0;
    return ({ method, query }: Request): Answer => {
      const xml = { 'content-type': 'application/xml' };
      if (query.has('uploads')) {
        return {
          headers: xml,
          body: '<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>',
        };
      }
      if (query.has('partNumber')) {
        parts += 1;
        return part(parts) ?? etag(`"p${query.get('partNumber')}"`);
      }
      if (method === 'DELETE') return { status: 204 };
      return {
        headers: xml,
        body: '<CompleteMultipartUploadResult><ETag>"all"</ETag></CompleteMultipartUploadResult>',
      };
    };
  }

  function* megabytes(count: number) {
    for (let index = 0; index < count; index += 1) yield Buffer.alloc(MB, index % 251);
  }

  test('of more goes part by part, each repeated when its connection breaks', async () => {
    const port = await storage(multipart((count) => (count === 2 ? { reset: 'before' } : undefined)));
    const all = Buffer.concat([...megabytes(12)]);
    await port.putStream('b', 'k', Readable.from(megabytes(12)), { size: 12 * MB, sha256: sha256(all) });
    const parts = calls().filter(({ query }) => query.has('partNumber'));
    expect(parts.map(({ query }) => query.get('partNumber')).sort()).toEqual(['1', '2', '2', '3']);
    expect(calls().every(({ headers }) => headers['x-amz-expected-bucket-owner'] === '111111111111')).toBe(true);
    expect(calls().at(-1)?.action).toMatch(/^POST/);
  });

  test('whose bytes are not the promised ones is not stored, and its parts are removed', async () => {
    const port = await storage(multipart());
    const upload = port.putStream('b', 'k', Readable.from(megabytes(12)), { size: 12 * MB, sha256: 'ab'.repeat(32) });
    await expect(upload).rejects.toMatchObject({ kind: 'invalid', code: 'ContentMismatch' });
    expect(calls().at(-1)).toMatchObject({ method: 'DELETE' });
    expect(calls().some(({ action }) => action.startsWith('POST Complete'))).toBe(false);
  });

  test('of fewer bytes than promised stores nothing', async () => {
    const port = await storage(() => etag('"1"'));
    const upload = port.putStream('b', 'k', Readable.from(['short']), { size: 100 });
    await expect(upload).rejects.toMatchObject({ kind: 'invalid', code: 'SizeMismatch' });
    expect(calls()).toHaveLength(0);
  });
});
