import {
  CreateAcceleratorCommand,
  CreateEndpointGroupCommand,
  CreateListenerCommand,
  GlobalAcceleratorClient,
  ListEndpointGroupsCommand,
} from '@aws-sdk/client-global-accelerator';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runCli, runJson } from '../support/run-product.ts';

const REGIONS = ['eu-west-1', 'eu-central-1'];
let cloud: Cloud;
let app: PlainApp;
let client: GlobalAcceleratorClient;
let listener = '';

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS });
  client = new GlobalAcceleratorClient(clientOptions(cloud, 'us-west-2'));
  listener = await createListener();
  app = plainApp('Resources: { Topic: { Type: AWS::SNS::Topic } }\n');
  app.write(
    'multi-region.yml',
    `application: shop
stacks: { api: { template: template.yaml } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 50 } }
    traffic: { driver: global-accelerator, listener: "${listener}", settle: 0s, drain: 0 }
`,
  );
});
afterAll(async () => {
  client.destroy();
  app[Symbol.dispose]();
  await cloud.stop();
});

async function createListener(): Promise<string> {
  const made = await client.send(new CreateAcceleratorCommand({ Name: 'shop', IdempotencyToken: 'a' }));
  const input = { AcceleratorArn: made.Accelerator?.AcceleratorArn, PortRanges: [], Protocol: 'TCP' as const };
  const { Listener } = await client.send(new CreateListenerCommand({ ...input, IdempotencyToken: 'b' }));
  for (const EndpointGroupRegion of REGIONS) {
    const group = { ListenerArn: Listener?.ListenerArn, EndpointGroupRegion, IdempotencyToken: EndpointGroupRegion };
    await client.send(new CreateEndpointGroupCommand({ ...group, EndpointConfigurations: [{ EndpointId: 'alb' }] }));
  }
  return Listener?.ListenerArn ?? '';
}

async function groups() {
  const { EndpointGroups = [] } = await client.send(new ListEndpointGroupsCommand({ ListenerArn: listener }));
  return EndpointGroups.map((group) => [
    group.EndpointGroupRegion,
    group.TrafficDialPercentage,
    group.EndpointDescriptions?.map(({ EndpointId, Weight }) => `${EndpointId} ${Weight}`).join(),
  ]);
}

test('shift turns the dials in us-west-2, keeps the endpoints, and twice is once', async () => {
  const options = { cwd: app.folder, env: cloud.env('111111111111'), withSam: false };
  expect((await runCli(['deploy', '--yes'], options)).exitCode).toBe(0);
  cloud.clearCalls();
  const first = await runJson(['shift', '--yes', '--weights', 'eu-west-1=10'], options);
  expect([first.exitCode, first.result.status]).toEqual([0, 'succeeded']);
  expect(await groups()).toEqual([
    ['eu-west-1', 10, 'alb 128'],
    ['eu-central-1', 100, 'alb 128'],
  ]);
  const calls = cloud.calls.filter(({ service }) => service === 'globalaccelerator');
  expect(new Set(calls.map(({ region }) => region))).toEqual(new Set(['us-west-2']));
  expect(calls.filter(({ action }) => action === 'UpdateEndpointGroup')).toHaveLength(1);
  const again = await runJson(['shift', '--yes', '--weights', 'eu-west-1=10'], options);
  expect([again.exitCode, again.result.status]).toEqual([0, 'no-change']);
});
