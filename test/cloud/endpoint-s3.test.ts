import { request } from 'node:http';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from './emulator/testing.ts';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions, errorOf, rootKeys } from './test-clients.ts';

const MINE = '111111111111';
const OTHER = '222222222222';
let cloud: Cloud;
let ireland: S3Client;
let frankfurt: S3Client;
let other: S3Client;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  ireland = new S3Client(clientOptions(cloud, 'eu-west-1'));
  frankfurt = new S3Client(clientOptions(cloud, 'eu-central-1'));
  other = new S3Client(clientOptions(cloud, 'eu-central-1', rootKeys(OTHER)));
  await bucket(ireland, 'mine-ireland', 'eu-west-1');
  await bucket(frankfurt, 'mine-frankfurt', 'eu-central-1');
  await bucket(other, 'theirs', 'eu-central-1');
});
afterAll(() => cloud.stop());

function bucket(client: S3Client, name: string, region: 'eu-west-1' | 'eu-central-1') {
  return client.send(
    new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: { LocationConstraint: region } }),
  );
}

test('objects of several megabytes stream through unchanged, whatever their key', async () => {
  const body = Buffer.alloc(6_000_000, 'x');
  const address = { Bucket: 'mine-ireland', Key: 'a b/ü+%.zip' };
  await ireland.send(new PutObjectCommand({ ...address, Body: body, Metadata: { release: 'r1' } }));
  const answer = await ireland.send(new GetObjectCommand(address));
  expect(Buffer.compare(Buffer.from((await answer.Body?.transformToByteArray()) ?? []), body)).toBe(0);
  expect(cloud.calls.filter((call) => call.action === 'PutObject')).toHaveLength(1);
});

test('an upload that stops halfway leaves no object', async () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${MINE}/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=x`;
  const upload = request(`${cloud.url}/mine-ireland/half`, {
    method: 'PUT',
    headers: { authorization, 'content-length': 10 },
  });
  cloud.clearCalls();
  upload.on('error', () => undefined).write('12345');
  await until(
    async () => cloud.calls.length,
    (calls) => calls > 0,
  );
  upload.destroy();
  await new Promise((resolve) => upload.once('close', resolve));
  expect((await errorOf(ireland.send(new GetObjectCommand({ Bucket: 'mine-ireland', Key: 'half' })))).name).toBe(
    'NoSuchKey',
  );
  expect(cloud.calls[0]).toMatchObject({ action: 'PutObject', status: 0 });
});

test('a bucket that another account owns is refused to a caller who names the owner', async () => {
  const put = (client: S3Client, Bucket: string, ExpectedBucketOwner: string) =>
    client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ExpectedBucketOwner }));
  await put(ireland, 'mine-ireland', MINE);
  expect(await errorOf(put(ireland, 'mine-ireland', OTHER))).toMatchObject({
    name: 'AccessDenied',
    $metadata: { httpStatusCode: 403 },
  });
  expect((await errorOf(put(ireland, 'nobodys', MINE))).name).toBe('NoSuchBucket');
});

test('a bucket name is taken in every region and account', async () => {
  expect((await errorOf(bucket(frankfurt, 'mine-ireland', 'eu-central-1'))).name).toBe('BucketAlreadyOwnedByYou');
  expect((await errorOf(bucket(other, 'mine-ireland', 'eu-central-1'))).name).toBe('BucketAlreadyExists');
});

test('only one of many conditional writes of a key wins', async () => {
  const writes = Array.from({ length: 8 }, (_, index) =>
    ireland
      .send(new PutObjectCommand({ Bucket: 'mine-ireland', Key: 'lease', Body: `${index}`, IfNoneMatch: '*' }))
      .then(
        () => 'won',
        (error: unknown) => (error instanceof Error ? error.name : ''),
      ),
  );
  const outcomes = await Promise.all(writes);
  expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'PreconditionFailed')).toHaveLength(7);
});

test('an object is copied to another region of the account', async () => {
  await ireland.send(new PutObjectCommand({ Bucket: 'mine-ireland', Key: 'code', Body: 'zip' }));
  await frankfurt.send(
    new CopyObjectCommand({ Bucket: 'mine-frankfurt', Key: 'code', CopySource: 'mine-ireland/code' }),
  );
  const answer = await frankfurt.send(new GetObjectCommand({ Bucket: 'mine-frankfurt', Key: 'code' }));
  expect(await answer.Body?.transformToString()).toBe('zip');
});

test('an object is copied to another account only when its bucket lets the caller read', async () => {
  await ireland.send(
    new PutObjectCommand({
      Bucket: 'mine-ireland',
      Key: 'dir/code v1',
      Body: 'zip',
      Metadata: { release: 'r1' },
      ContentType: 'application/zip',
    }),
  );
  const copy = () =>
    other.send(
      new CopyObjectCommand({ Bucket: 'theirs', Key: 'code', CopySource: encodeURI('mine-ireland/dir/code v1') }),
    );
  expect((await errorOf(copy())).name).toBe('AccessDenied');
  await ireland.send(new PutBucketPolicyCommand({ Bucket: 'mine-ireland', Policy: readableBy(OTHER) }));
  expect((await copy()).CopyObjectResult?.ETag).toMatch(/^"[0-9a-f]{32}"$/);
  const head = await other.send(new HeadObjectCommand({ Bucket: 'theirs', Key: 'code' }));
  expect(head).toMatchObject({ ContentLength: 3, ContentType: 'application/zip', Metadata: { release: 'r1' } });
  const upload = await other.send(new CreateMultipartUploadCommand({ Bucket: 'theirs', Key: 'big' }));
  const part = await other.send(
    new UploadPartCopyCommand({
      Bucket: 'theirs',
      Key: 'big',
      ...(upload.UploadId === undefined ? { UploadId: '' } : { UploadId: upload.UploadId }),
      PartNumber: 1,
      CopySource: encodeURI('mine-ireland/dir/code v1'),
      CopySourceRange: 'bytes=0-1',
    }),
  );
  expect(part.CopyPartResult?.ETag).toMatch(/^"[0-9a-f]{32}"$/);
});

function readableBy(account: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::mine-ireland/*',
      },
    ],
  });
}
