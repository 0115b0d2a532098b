import { Agent as HttpAgent } from 'node:http';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { type ForwardProxy, startForwardProxy } from './forward-proxy.ts';
import { type Cloud, startCloud } from './index.ts';
import { errorOf, rootKeys } from './test-clients.ts';

const ACCOUNT = '111111111111';
let cloud: Cloud;
let proxy: ForwardProxy;
beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  proxy = await startForwardProxy(cloud.url, { credentials: 'user:secret' });
});
afterAll(async () => {
  await proxy.close();
  await cloud.stop();
});

/** AWS's own host names through the proxy, as a client without an endpoint override speaks. */
function through(region: string, proxyUrl = proxy.url) {
  const agent = new HttpsProxyAgent(proxyUrl, { keepAlive: true });
  Object.assign(agent.options, { ca: proxy.ca });
  const requestHandler = new NodeHttpHandler({ httpsAgent: agent, httpAgent: new HttpAgent() });
  return { region, credentials: rootKeys(ACCOUNT), requestHandler, maxAttempts: 1 };
}

test('calls to the real names of AWS reach the local AWS through CONNECT', async () => {
  const me = await new STSClient(through('eu-west-1')).send(new GetCallerIdentityCommand({}));
  expect(me.Account).toBe(ACCOUNT);
  expect(proxy.seen).toContain('CONNECT sts.eu-west-1.amazonaws.com:443');
});

test('an unsigned call of STS shows its region in its host name', async () => {
  const RoleArn = await cloud.createRole(ACCOUNT, 'deploy');
  const call = (region: string) =>
    new STSClient(through(region)).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn,
        RoleSessionName: 'run',
        WebIdentityToken: cloud.oidc.token({ aud: 'sts.amazonaws.com' }),
      }),
    );
  await call('eu-central-1');
  expect(cloud.calls.at(-1)).toMatchObject({
    action: 'AssumeRoleWithWebIdentity',
    region: 'eu-central-1',
    status: 200,
  });
  expect((await errorOf(call('me-south-1'))).name).toMatch(/^RegionDisabledException/);
  cloud.blackout('eu-central-1', 'refuse');
  await errorOf(call('eu-central-1'));
  cloud.restore('eu-central-1');
});

test('buckets are found in host names', async () => {
  const s3 = new S3Client(through('eu-west-1'));
  await s3.send(
    new CreateBucketCommand({ Bucket: 'in-host', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } }),
  );
  await s3.send(new PutObjectCommand({ Bucket: 'in-host', Key: 'a/b', Body: 'x' }));
  const answer = await s3.send(new GetObjectCommand({ Bucket: 'in-host', Key: 'a/b' }));
  expect(await answer.Body?.transformToString()).toBe('x');
  expect(proxy.seen).toContain('CONNECT in-host.s3.eu-west-1.amazonaws.com:443');
  expect(cloud.calls.at(-1)).toMatchObject({ service: 's3', action: 'GetObject', region: 'eu-west-1' });
});

test('clients without the password, and hosts that are not of AWS, get nowhere', async () => {
  const plain = through('eu-west-1', proxy.url.replace('user:secret@', ''));
  const refused = await errorOf(new STSClient(plain).send(new GetCallerIdentityCommand({})));
  expect(refused).toMatchObject({ $metadata: { httpStatusCode: 407 } });
  const elsewhere = new STSClient({ ...through('eu-west-1'), endpoint: 'https://example.com' });
  await errorOf(elsewhere.send(new GetCallerIdentityCommand({})));
  expect(proxy.seen).toContain('CONNECT example.com:443');
});
