import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, HeadBucketCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from './emulator/testing.ts';
import { type Cloud, type FaultKind, startCloud } from './index.ts';
import { clientOptions, errorOf } from './test-clients.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1', 'us-east-1'] });
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const options = (region: string, maxAttempts = 1) => ({ ...clientOptions(cloud, region), maxAttempts });
const ssm = (region: string, maxAttempts = 1) => new SSMClient(options(region, maxAttempts));
const read = (client: SSMClient) => client.send(new GetParameterCommand({ Name: 'p' }));
const write = (client: SSMClient) =>
  client.send(new PutParameterCommand({ Name: 'p', Value: 'v', Type: 'String', Overwrite: true }));

describe('a fault', () => {
  const calls = {
    cloudformation: () => new CloudFormationClient(options('eu-west-1')).send(new DescribeStacksCommand({})),
    sts: () => new STSClient(options('eu-west-1')).send(new GetCallerIdentityCommand({})),
    ssm: () => read(ssm('eu-west-1')),
    s3: () => new S3Client(options('eu-west-1')).send(new ListBucketsCommand({})),
  };
  const expected: readonly (readonly [FaultKind, keyof typeof calls, string, number])[] = [
    ['throttle', 'cloudformation', 'Throttling', 400],
    ['throttle', 'ssm', 'ThrottlingException', 400],
    ['throttle', 's3', 'SlowDown', 503],
    ['500', 'cloudformation', 'InternalFailure', 500],
    ['500', 's3', 'InternalError', 500],
    ['503', 'ssm', 'ServiceUnavailable', 503],
    ['expired', 'sts', 'ExpiredToken', 403],
    ['expired', 'ssm', 'ExpiredTokenException', 400],
    ['expired', 's3', 'ExpiredToken', 400],
    ['access-denied', 'cloudformation', 'AccessDenied', 403],
    ['access-denied', 'ssm', 'AccessDeniedException', 400],
    ['access-denied', 's3', 'AccessDenied', 403],
  ];
  test.each(expected)('%s is said by %s as %s', async (kind, service, name, status) => {
    cloud.fault({ service, kind });
    expect(await errorOf(calls[service]())).toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect(cloud.calls).toMatchObject([{ service, fault: kind, errorCode: name, status }]);
  });

  test('hits only what it names, as often as it says, and is gone when removed', async () => {
    await write(ssm('eu-west-1'));
    await write(ssm('eu-central-1'));
    cloud.clearCalls();
    const rule = { service: 'ssm', region: 'eu-west-1', action: 'GetParameter', times: 2, kind: '500' } as const;
    const remove = cloud.fault(rule);
    await read(ssm('eu-central-1'));
    await read(ssm('eu-west-1', 3));
    expect(cloud.hits(rule)).toBe(2);
    expect(cloud.calls.map((call) => call.status)).toEqual([200, 500, 500, 200]);
    remove();
    cloud.fault({ account: '222222222222', kind: 'reset' });
    await read(ssm('eu-west-1'));
  });

  test('with a probability hits the same calls in every run', async () => {
    await write(ssm('eu-west-1'));
    const pattern = async (): Promise<string> => {
      cloud.clearCalls();
      const remove = cloud.fault({ service: 'ssm', kind: '500', probability: 0.5 });
      for (let index = 0; index < 12; index += 1) await read(ssm('eu-west-1')).catch(() => undefined);
      remove();
      return cloud.calls.map((call) => (call.status === 200 ? '.' : 'x')).join('');
    };
    const first = await pattern();
    expect(first).toMatch(/^(?=.*\.)(?=.*x)/);
    await cloud.reset();
    await write(ssm('eu-west-1'));
    expect(await pattern()).toBe(first);
  });

  test('after the work loses the answer but not the work', async () => {
    const s3 = new S3Client(options('eu-west-1'));
    cloud.fault({ service: 's3', action: 'CreateBucket', kind: 'reset', when: 'after', times: 1 });
    await errorOf(s3.send(new CreateBucketCommand({ Bucket: 'kept' })));
    await s3.send(new HeadBucketCommand({ Bucket: 'kept' }));
    expect(cloud.calls[0]).toMatchObject({ action: 'CreateBucket', status: 0, fault: 'reset' });
    cloud.fault({ service: 'ssm', kind: '503', when: 'after', times: 1 });
    await errorOf(write(ssm('eu-west-1')));
    expect((await read(ssm('eu-west-1'))).Parameter?.Value).toBe('v');
  });

  test('reset before the work cuts the connection, which the SDK survives', async () => {
    cloud.fault({ kind: 'reset', times: 2 });
    await write(ssm('eu-west-1', 3));
    expect(cloud.calls.map((call) => call.status)).toEqual([0, 0, 200]);
  });

  test('delay only makes a call slower', async () => {
    cloud.fault({ kind: 'delay', delayMs: 80, times: 1 });
    await write(ssm('eu-west-1'));
    expect(cloud.calls[0]?.durationMs).toBeGreaterThanOrEqual(79);
  });
});

describe('a lost region', () => {
  test('refuses connections until it is back, and others go on', async () => {
    await write(ssm('eu-west-1'));
    cloud.blackout('eu-west-1', 'refuse');
    expect((await errorOf(read(ssm('eu-west-1')))).message).toMatch(/socket hang up|ECONNRESET/);
    await write(ssm('eu-central-1'));
    cloud.restore('eu-west-1');
    expect((await read(ssm('eu-west-1'))).Parameter?.Value).toBe('v');
  });

  test('that hangs never answers, and lets go when it is back', async () => {
    cloud.blackout('eu-west-1', 'hang');
    const client = new SSMClient({
      ...options('eu-west-1'),
      requestHandler: { requestTimeout: 1_000, throwOnRequestTimeout: true },
    });
    expect((await errorOf(read(client))).name).toBe('TimeoutError');
    const waiting = errorOf(read(ssm('eu-west-1')));
    await until(
      async () => cloud.calls.length,
      (calls) => calls === 2,
    );
    expect(cloud.calls[1]?.status).toBe(0);
    cloud.restore('eu-west-1');
    expect((await waiting).message).toMatch(/socket hang up|ECONNRESET/);
  });

  test('that is slow answers late', async () => {
    cloud.blackout('eu-west-1', 'slow', 80);
    await write(ssm('eu-west-1'));
    expect(cloud.calls[0]?.durationMs).toBeGreaterThanOrEqual(79);
  });

  test('us-east-1 takes the control planes of IAM and Route 53 with it', async () => {
    cloud.blackout('us-east-1', 'refuse');
    for (const service of ['iam', 'route53', 'cloudfront']) {
      const authorization = `AWS4-HMAC-SHA256 Credential=111111111111/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=x`;
      await expect(fetch(cloud.url, { method: 'POST', headers: { authorization } })).rejects.toThrow();
    }
    await write(ssm('eu-west-1'));
    expect(cloud.calls.map((call) => call.region)).toEqual(['us-east-1', 'us-east-1', 'us-east-1', 'eu-west-1']);
  });
});
