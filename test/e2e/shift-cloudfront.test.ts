import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createAuthority } from '../cloud/certificates.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';

const ACCOUNT = '111111111111';
const REGIONS = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let app: PlainApp;
let store: string;
/** What the CloudFront Function in `templates/` answers to the probe: the weights that the store has now. */
let edge: Server;
let probes = 0;

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS });
  store = await createStore();
  const authority = createAuthority();
  edge = createServer(authority.issue('localhost'), async (_, answer) => {
    probes += 1;
    answer.end(JSON.stringify(await stored()));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => edge.once('listening', resolve));
  const { port } = edge.address() as AddressInfo;
  app = plainApp('Resources: { Topic: { Type: AWS::SNS::Topic } }\n');
  app.write(
    'multi-region.yml',
    `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 0 } }
    traffic: { driver: cloudfront-kvs, store: "${store}", probe: "https://localhost:${port}/weights" }
`,
  );
  app.write('authority.pem', authority.certificate);
});
afterAll(async () => {
  edge.close();
  app[Symbol.dispose]();
  await cloud.stop();
});

const options = () => ({
  cwd: app.folder,
  env: { ...cloud.env(ACCOUNT), NODE_EXTRA_CA_CERTS: join(app.folder, 'authority.pem') },
  withSam: false,
});

function send(service: string, region: string, path: string, init: RequestInit): Promise<Response> {
  const scope = `${ACCOUNT}/20260101/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  return fetch(new URL(path, cloud.url), { ...init, headers: { ...init.headers, authorization } });
}

async function createStore(): Promise<string> {
  const body = '<CreateKeyValueStoreRequest><Name>weights</Name></CreateKeyValueStoreRequest>';
  const answer = await send('cloudfront', 'us-east-1', '/2020-05-31/key-value-store', { method: 'POST', body });
  return /<ARN>([^<]+)</.exec(await answer.text())?.[1] ?? '';
}

async function stored(): Promise<unknown> {
  const path = `/key-value-stores/${encodeURIComponent(store)}/keys/weights`;
  const answer = (await (await send('cloudfront-keyvaluestore', 'eu-west-1', path, {})).json()) as {
    readonly Value: string;
  };
  return JSON.parse(answer.Value);
}

const kvsCalls = () =>
  cloud.calls
    .filter(({ service }) => service === 'cloudfront-keyvaluestore')
    .map(({ action, account }) => [action, account]);

test('shift writes weights to the key-value store, signed for all regions, and twice is once', async () => {
  expect((await runCli(['deploy', '--yes'], options())).exitCode).toBe(0);
  // The rollout gave them their configured weights; the key was not there before.
  expect(await stored()).toEqual({ 'eu-west-1': 100, 'eu-central-1': 0 });
  cloud.clearCalls();
  const first = await runJson(['shift', '--yes', '--to', 'eu-central-1', '--percent', '40'], options());
  expect([first.exitCode, first.result.status]).toEqual([0, 'succeeded']);
  expect(kvsCalls().slice(0, 3)).toEqual([
    ['DescribeKeyValueStore', ACCOUNT],
    ['GetKey', ACCOUNT],
    ['PutKey', ACCOUNT],
  ]);
  // What follows are the reads of the edge, for the probe.
  expect(
    new Set(
      kvsCalls()
        .slice(3)
        .map(([action]) => action),
    ),
  ).toEqual(new Set(['GetKey']));
  expect(await stored()).toEqual({ 'eu-west-1': 60, 'eu-central-1': 40 });
  // Five answers in a row with the new weights, for the deployment and for the shift.
  expect(probes).toBeGreaterThanOrEqual(10);
  const again = await runJson(['shift', '--yes', '--to', 'eu-central-1', '--percent', '40'], options());
  expect([again.exitCode, again.result.status]).toEqual([0, 'no-change']);
});

test('a store that is not there is refused with a sentence', async () => {
  app.write(
    'other.yml',
    `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 1 } }
    traffic: { driver: cloudfront-kvs, store: "${store}gone" }
`,
  );
  const args = ['shift', '--dry-run', '--weights', 'configured', '--config', 'other.yml'];
  const { exitCode, stderr, stdout } = await runCli(args, options());
  expect([exitCode, stderr + stdout]).toEqual([2, expect.stringContaining('there is no key-value store')]);
});
