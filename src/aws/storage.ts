import type { S3Client } from '@aws-sdk/client-s3';
import { toAwsError } from './error-kinds.ts';
import { resumingBody } from './object-body.ts';
import { uploadStream } from './object-upload.ts';
import { AwsError } from './ports.ts';
import type { ObjectHead, Storage } from './storage-port.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

export interface StorageOptions {
  readonly client: () => Promise<S3Client>;
  /** Account that must own every bucket: S3 refuses the call when another one does. */
  readonly owner: () => Promise<string>;
  /** Times of answers by their Date header, noted by `dateHeaderPlugin`. */
  readonly serverTime: (output: object) => number | undefined;
  /** Milliseconds that are waited for the next byte of an object. */
  readonly idleMs: number;
}

interface HeadFields {
  readonly ContentLength?: number | undefined;
  readonly ETag?: string | undefined;
  readonly Metadata?: Record<string, string> | undefined;
}

/** The storage port on S3. Every call names the expected owner of the bucket. */
export function createStorage(options: StorageOptions): Storage {
  async function call<T>(use: (client: S3Client, sdk: Sdk, owner: string) => Promise<T>): Promise<T> {
    const [sdk, client, owner] = await Promise.all([import('@aws-sdk/client-s3'), options.client(), options.owner()]);
    return use(client, sdk, owner);
  }

  function headOf(output: HeadFields): ObjectHead {
    const serverTime = options.serverTime(output);
    return {
      size: output.ContentLength ?? 0,
      etag: output.ETag ?? '',
      metadata: output.Metadata ?? {},
      ...(serverTime === undefined ? {} : { serverTime }),
    };
  }

  const port: Storage = {
    head: (bucket, key) =>
      absentAsUndefined(
        call(async (client, { HeadObjectCommand }, owner) =>
          headOf(await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: owner }))),
        ),
      ),

    get: (bucket, key) =>
      call(async (client, sdk, owner) => {
        const from = async (start: number, etag: string | undefined) => {
          const answer = await client.send(
            new sdk.GetObjectCommand({
              Bucket: bucket,
              Key: key,
              ExpectedBucketOwner: owner,
              ...(start > 0 ? { Range: `bytes=${start}-`, IfMatch: etag } : {}),
            }),
          );
          return { head: headOf(answer), body: answer.Body };
        };
        const [first, region] = await Promise.all([from(0, undefined), client.config.region()]);
        return {
          head: first.head,
          body: resumingBody(first.body, {
            size: first.head.size,
            resume: async (start) => (await from(start, first.head.etag)).body,
            idleMs: options.idleMs,
            failure: (error) => toAwsError(error, { service: 'S3', action: 'GetObject', region }),
          }),
        };
      }),

    async getText(bucket, key) {
      const found = await absentAsUndefined(port.get(bucket, key));
      if (found === undefined) return undefined;
      return { text: await textOf(found.body), etag: found.head.etag };
    },

    putStream: (bucket, key, body, settings) =>
      call(async (client, _sdk, owner) =>
        uploadStream(client, { bucket, key, owner, region: await client.config.region() }, body, settings),
      ),

    putText: (bucket, key, text, condition) =>
      call(async (client, { PutObjectCommand }, owner) => {
        try {
          const answer = await client.send(
            new PutObjectCommand({
              Bucket: bucket,
              Key: key,
              Body: text,
              ContentType: 'text/plain; charset=utf-8',
              ExpectedBucketOwner: owner,
              ...(condition === undefined ? {} : conditionHeaders(condition)),
            }),
          );
          const serverTime = options.serverTime(answer);
          return { etag: answer.ETag ?? '', ...(serverTime === undefined ? {} : { serverTime }) };
        } catch (error) {
          if (!repeated(error) || error.kind !== 'conflict') throw error;
          // The condition may have failed because our own first attempt was done and only its answer lost.
          const stored = await port.getText(bucket, key);
          if (stored?.text !== text) throw error;
          return { etag: stored.etag };
        }
      }),

    delete: (bucket, key, ifMatch) =>
      call(async (client, { DeleteObjectCommand }, owner) => {
        try {
          await client.send(
            new DeleteObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: owner, IfMatch: ifMatch }),
          );
        } catch (error) {
          if (!repeated(error) || (error.kind !== 'not-found' && error.kind !== 'conflict')) throw error;
          if ((await port.head(bucket, key)) !== undefined) throw error;
        }
      }),

    list: (bucket, prefix) =>
      call(async (client, { paginateListObjectsV2 }, owner) => {
        const keys: string[] = [];
        const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix, ExpectedBucketOwner: owner });
        for await (const page of pages) {
          keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
        }
        return keys;
      }),

    headBucket: (bucket) =>
      call(async (client, { HeadBucketCommand }, owner) => {
        try {
          const { BucketRegion } = await client.send(
            new HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: owner }),
          );
          return { region: BucketRegion ?? (await client.config.region()) };
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          if (error.kind === 'not-found') return undefined;
          const region = regionOfRedirect(error);
          if (region === undefined) throw error;
          return { region };
        }
      }),
  };
  return port;
}

async function textOf(body: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function conditionHeaders(condition: { readonly ifAbsent: true } | { readonly ifMatch: string }) {
  return 'ifAbsent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.ifMatch };
}

/** A bucket of another region answers with a redirect that names it. */
function regionOfRedirect(error: AwsError): string | undefined {
  if (error.httpStatus !== 301 && error.httpStatus !== 400) return undefined;
  const { $response } = error.cause as { readonly $response?: { readonly headers?: Record<string, string> } };
  return $response?.headers?.['x-amz-bucket-region'];
}

/** An earlier attempt may have taken effect although its answer never came. */
function repeated(error: unknown): error is AwsError {
  return error instanceof AwsError && (error.attempts ?? 1) > 1;
}

async function absentAsUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    // A missing bucket is not a missing object: whoever asks for the object must hear of it.
    if (error instanceof AwsError && error.kind === 'not-found' && error.code !== 'NoSuchBucket') return undefined;
    throw error;
  }
}
