import { GetAliasCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/report/events.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runCli } from '../support/run-product.ts';
import { shiftedTemplate } from '../support/shifted-app.ts';
import { createZone, NAME } from '../support/traffic-app.ts';

// Each release is packaged by `sam`, and a canary takes its time: `npm run test:scenarios`.
const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const config = `application: orders
stacks: { api: { template: template.yaml, stack-name: orders } }
environments:
  prod:
    targets: { eu-west-1: { weight: 100 }, eu-central-1: { weight: 50 } }
    traffic:
      driver: route53
      zone: example.com
      name: ${NAME}
      types: [CNAME]
      record: { value: "\${stacks.api.outputs.Function}.example.net", ttl: 1s }
      settle: 0s
      drain: 50
      steps: [80, 100]
`;

let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions: REGIONS });
  (await createZone(cloud)).close();
  app = plainApp(shiftedTemplate({ answer: 'one', type: 'Canary10Percent5Minutes' }));
  app.write('multi-region.yml', config);
});
afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

async function deploy(answer: string): Promise<readonly RunEvent[]> {
  app.write('template.yaml', shiftedTemplate({ answer, type: 'Canary10Percent5Minutes' }));
  const options = { cwd: app.folder, env: cloud.env('111111111111') };
  const { exitCode, stdout, stderr } = await runCli(['deploy', '--yes', '--output', 'jsonl'], options);
  expect([exitCode, stderr.slice(-2000)]).toEqual([0, expect.anything()]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
}

/** What moved, in order: weights of regions, an alias (once, however often it was looked at), a stack that is done. */
function story(events: readonly RunEvent[]): readonly string[] {
  const told = events.flatMap((event) => {
    if (event.type === 'weight.changed') return [`weights ${REGIONS.map((name) => event.after[name]).join('/')}`];
    if (event.type === 'alias.shift') return [`alias in ${event.target}`];
    return event.type === 'instance.finished' ? [`${event.result.target} ${event.result.state}`] : [];
  });
  return told.filter((text, index) => text !== told[index - 1]);
}

test('weights of regions and of aliases never move together', async () => {
  await deploy('one');
  await cloud.configure({ shiftMinuteSeconds: 3 });
  cloud.clearCalls();
  expect(story(await deploy('two'))).toEqual([
    'weights 50/50',
    'alias in eu-west-1',
    'eu-west-1 succeeded',
    'weights 80/50',
    'weights 100/50',
    'weights 100/25',
    'alias in eu-central-1',
    'eu-central-1 succeeded',
    'weights 100/40',
    'weights 100/50',
  ]);
  // An alias is CodeDeploy's alone, and whole when its region gets more.
  expect(cloud.calls.filter(({ action }) => action === 'UpdateAlias')).toEqual([]);
  for (const region of REGIONS) {
    const lambda = new LambdaClient(clientOptions(cloud, region));
    const name = (await deployedFunction(region)).FunctionName;
    const { RoutingConfig } = await lambda.send(new GetAliasCommand({ FunctionName: name, Name: 'live' }));
    lambda.destroy();
    expect(RoutingConfig).toBeUndefined();
  }
});

async function deployedFunction(region: string): Promise<{ readonly FunctionName: string }> {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const client = new CloudFormationClient(clientOptions(cloud, region));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: 'orders' }));
  client.destroy();
  return { FunctionName: Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'Function')?.OutputValue ?? '' };
}
