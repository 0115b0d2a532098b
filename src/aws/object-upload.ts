import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { AwsError } from './ports.ts';
import type { Storage } from './storage-port.ts';

/** Parts of a multipart upload, in bytes: the smallest that S3 takes, so that many uploads at once stay small in memory. */
const PART_BYTES = 5 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** Parts of one upload under way at a time. */
const QUEUE = 2;

type Settings = Parameters<Storage['putStream']>[3];

interface Place {
  readonly bucket: string;
  readonly key: string;
  readonly owner: string;
  readonly region: string;
}

/**
 * Uploads a stream: at once when it fits into one part, else part by part. Each part is kept until it is stored, so
 * that it can be sent again. Size and SHA-256 (when given) are checked on the way: a stream that differs is not stored.
 */
export async function uploadStream(
  client: S3Client,
  place: Place,
  body: NodeJS.ReadableStream,
  { size, sha256, contentType, metadata, ifAbsent }: Settings,
): Promise<void> {
  const params = {
    Bucket: place.bucket,
    Key: place.key,
    ExpectedBucketOwner: place.owner,
    ...(contentType === undefined ? {} : { ContentType: contentType }),
    ...(metadata === undefined ? {} : { Metadata: { ...metadata } }),
  };
  const checked = checkedBody(body, place, size, sha256);
  if (size <= PART_BYTES) {
    const [{ PutObjectCommand }, bytes] = await Promise.all([import('@aws-sdk/client-s3'), collect(checked)]);
    const checksum = sha256 === undefined ? {} : { ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64') };
    const condition = ifAbsent ? { IfNoneMatch: '*' } : {};
    await client.send(new PutObjectCommand({ ...params, ...checksum, ...condition, Body: bytes }));
    return;
  }
  const { Upload } = await import('@aws-sdk/lib-storage');
  const partSize = Math.max(PART_BYTES, Math.ceil(size / MAX_PARTS));
  await new Upload({ client, params: { ...params, Body: checked }, partSize, queueSize: QUEUE }).done();
}

/** Passes the bytes on and fails at their end when they are not the promised ones. */
function checkedBody(body: NodeJS.ReadableStream, place: Place, size: number, sha256: string | undefined): Readable {
  async function* chunks(): AsyncGenerator<Buffer> {
    const hash = sha256 === undefined ? undefined : createHash('sha256');
    let bytes = 0;
    for await (const chunk of body) {
      const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      bytes += buffer.byteLength;
      hash?.update(buffer);
      yield buffer;
    }
    if (bytes !== size) throw differs(place, 'SizeMismatch', `has ${bytes} bytes instead of ${size}`);
    const found = hash?.digest('hex');
    if (found !== sha256) throw differs(place, 'ContentMismatch', `has the SHA-256 ${found} instead of ${sha256}`);
  }
  return Readable.from(chunks(), { objectMode: false });
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function differs({ bucket, key, region }: Place, code: string, text: string): AwsError {
  const message = `What was to be stored as s3://${bucket}/${key} ${text}.`;
  return new AwsError({ kind: 'invalid', code, message, service: 'S3', action: 'PutObject', region });
}
