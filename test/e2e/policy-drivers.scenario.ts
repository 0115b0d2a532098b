import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  CreateAcceleratorCommand,
  CreateEndpointGroupCommand,
  CreateListenerCommand,
  GlobalAcceleratorClient,
} from '@aws-sdk/client-global-accelerator';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAuthority } from '../cloud/certificates.ts';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';
import { plainApp } from '../support/plain-app.ts';
import { openPolicyRoom, type PolicyRoom } from '../support/policy-room.ts';

// Each change of weights is waited for, as long as the services need: `npm run test:scenarios`.
const account = '111111111111';
const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const template = (
  mark: string,
): string => `Resources: { Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${mark} } } }
Outputs: { Topic: { Value: !GetAtt Topic.TopicName } }
`;
const config = (traffic: string, url: string): string => `application: shop
stacks: { api: { template: template.yaml, stack-name: shop } }
environments:
  prod:
    targets:
      eu-west-1: { account: "${account}", weight: 100 }
      eu-central-1: { account: "${account}", weight: 50 }
    service-role: cfn
    gates: [{ http: { url: "${url}", headers: { token: "\${ssm:/shop/token}" } } }]
    traffic: ${traffic}
`;

type Driver = 'store' | 'accelerator';
type Name = `${'deploy' | 'shift' | 'rollback'}-${Driver}`;

/** The edge, as far as one request asks which weights it has. */
let edge: Server;
let room: PolicyRoom<Name>;

beforeAll(async () => {
  const app = plainApp(template('zero'));
  const authority = createAuthority();
  app.write('authority.pem', authority.certificate);
  const env = { NODE_EXTRA_CA_CERTS: join(app.folder, 'authority.pem') };
  room = await openPolicyRoom(
    app,
    REGIONS.map((region) => ({ account, region })),
    async (cloud) => {
      const store = await createStore(cloud);
      edge = await startEdge(cloud, store, authority.issue('localhost'));
      const probe = `https://localhost:${(edge.address() as AddressInfo).port}/`;
      const stored = config(`{ driver: cloudfront-kvs, store: "${store}", probe: "${probe}", drain: 0 }`, probe);
      const listener = await createListener(cloud);
      const dialled = config(`{ driver: global-accelerator, listener: "${listener}", settle: 0s, drain: 0 }`, probe);
      return {
        'deploy-store': { command: 'deploy', config: stored, env },
        'shift-store': { command: 'shift', config: stored, env },
        'rollback-store': { command: 'rollback', config: stored, env },
        'deploy-accelerator': { command: 'deploy', config: dialled, env },
        'shift-accelerator': { command: 'shift', config: dialled, env },
        'rollback-accelerator': { command: 'rollback', config: dialled, env },
      };
    },
  );
});
beforeAll(() => room.setParameter('/shop/token', 'abc'));
afterAll(async () => {
  edge.close();
  await room[Symbol.asyncDispose]();
});

/** As root, in a region that is enabled. */
function send(cloud: Cloud, service: 'cloudfront' | 'cloudfront-keyvaluestore', path: string, init: RequestInit) {
  const region = service === 'cloudfront' ? 'us-east-1' : REGIONS[0];
  const scope = `${account}/20260101/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  return fetch(new URL(path, cloud.url), { ...init, headers: { ...init.headers, authorization } });
}

async function createStore(cloud: Cloud): Promise<string> {
  const body = '<CreateKeyValueStoreRequest><Name>weights</Name></CreateKeyValueStoreRequest>';
  const answer = await send(cloud, 'cloudfront', '/2020-05-31/key-value-store', { method: 'POST', body });
  return /<ARN>([^<]+)</.exec(await answer.text())?.[1] ?? '';
}

async function startEdge(cloud: Cloud, store: string, certificate: object): Promise<Server> {
  const path = `/key-value-stores/${encodeURIComponent(store)}/keys/weights`;
  const server = createServer(certificate, async (_request, response) => {
    const answer = await send(cloud, 'cloudfront-keyvaluestore', path, {});
    response.end(answer.ok ? ((await answer.json()) as { readonly Value: string }).Value : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function createListener(cloud: Cloud): Promise<string> {
  const client = new GlobalAcceleratorClient(clientOptions(cloud, 'us-west-2', rootKeys(account)));
  const made = await client.send(new CreateAcceleratorCommand({ Name: 'shop', IdempotencyToken: 'a' }));
  const input = { AcceleratorArn: made.Accelerator?.AcceleratorArn, PortRanges: [], Protocol: 'TCP' as const };
  const { Listener } = await client.send(new CreateListenerCommand({ ...input, IdempotencyToken: 'b' }));
  for (const EndpointGroupRegion of REGIONS) {
    const group = { ListenerArn: Listener?.ListenerArn, EndpointGroupRegion, IdempotencyToken: EndpointGroupRegion };
    await client.send(new CreateEndpointGroupCommand({ ...group, TrafficDialPercentage: 0 }));
  }
  client.destroy();
  return Listener?.ListenerArn ?? '';
}

const deploy = (driver: Driver, mark: string) => {
  room.app.write('template.yaml', template(mark));
  return room.scenario(`deploy-${driver}`, ['--yes']);
};

describe.each([
  ['store', 'PutKey', /^(WeightsInStore|Parameters)\b/],
  ['accelerator', 'UpdateEndpointGroup', /^(Accelerator|EndpointGroups|Dials|Parameters)\b/],
] as const)('with the driver of the %s', (driver, change, own) => {
  test('the policies of deploy, shift and rollback are enough to set weights', async () => {
    await deploy(driver, `one-${driver}`);
    await deploy(driver, `two-${driver}`);
    expect(room.called()).toContain(change);
    await room.scenario(`shift-${driver}`, ['--yes', '--weights', 'eu-west-1=40']);
    expect(room.called()).toContain(change);
    await room.scenario(`rollback-${driver}`, ['--to', 'previous', '--yes']);
    expect(room.called()).toEqual(expect.arrayContaining([change, 'ExecuteChangeSet']));
  });

  test('and all that they have for it is needed', async () => {
    for (const command of ['deploy', 'shift', 'rollback'] as const) {
      const parts = await room.unneeded(`${command}-${driver}`);
      expect([command, parts.filter((part) => own.test(part))]).toEqual([command, []]);
      expect(room.policyOf(`${command}-${driver}`).Statement.some(({ Sid }) => own.test(Sid))).toBe(true);
    }
  });
});
