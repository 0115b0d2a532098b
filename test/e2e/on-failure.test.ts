import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type PlainApp, plainApp } from '../support/plain-app.ts';
import { runJson } from '../support/run-product.ts';

const account = '111111111111';
/** The last of them is where a broken release fails. */
const regions = ['eu-west-1', 'us-east-1', 'eu-central-1'] as const;
/** Stacks that exist once, and the region of each: one of every scope returns with a rollback, the other is not marked. */
const once = {
  data: ['home', 'eu-west-1'],
  pages: ['edge', 'us-east-1'],
  names: ['global', 'eu-west-1'],
} as const;

let cloud: Cloud;
let app: PlainApp;

beforeAll(async () => {
  cloud = await startCloud({ regions });
  app = plainApp();
});

afterAll(async () => {
  app[Symbol.dispose]();
  await cloud.stop();
});

const template = (version: string): string => `Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: ${version} } }
Outputs: { Version: { Value: ${version} } }
`;
/** What it adds in eu-central-1 cannot be made: the function of the custom resource is not there. */
const broken = `Conditions: { Central: !Equals [!Ref AWS::Region, eu-central-1] }
Resources:
  Extra:
    Type: AWS::CloudFormation::CustomResource
    Condition: Central
    Properties: { ServiceToken: "arn:aws:lambda:eu-central-1:${account}:function:not-there" }`;

const stacks = Object.entries(once).flatMap(([key, [scope]]) => [
  `  ${key}: { template: once.yaml, scope: ${scope} }`,
  `  ${key}-back: { template: once.yaml, scope: ${scope}, rollback: true }`,
]);
const config = (onFailure: string): string => `application: shop
stacks:
  api: { template: template.yaml }
${stacks.join('\n')}
environments:
  prod:
    on-failure: ${onFailure}
    targets: { ${regions.map((name) => `${name}: {}`).join(', ')} }
    waves:
      - { name: first, targets: [eu-west-1] }
      - { name: rest, targets: [us-east-1, eu-central-1], max-concurrency: 1 }
`;

const run = (...args: readonly string[]) => runJson(args, { cwd: app.folder, env: cloud.env(account), withSam: false });

async function release(version: string, onFailure: string, bad = false) {
  app.write('multi-region.yml', config(onFailure));
  app.write('once.yaml', template(version));
  app.write('template.yaml', bad ? template(version).replace('Resources:', broken) : template(version));
  const { exitCode, result } = await run('deploy', '--yes');
  const ended = result.instances.filter(({ stack }) => stack === 'api');
  return { exitCode, result, states: ended.map(({ state }) => state) };
}

/** Versions of the regional stacks as AWS has them, then of those that exist once: not marked, marked. */
async function versions() {
  const of = async (key: string, region: string): Promise<string | undefined> => {
    const client = new CloudFormationClient(clientOptions(cloud, region));
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: `shop-${key}` }));
    client.destroy();
    return Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'Version')?.OutputValue;
  };
  const all = Object.entries(once);
  return {
    api: await Promise.all(regions.map((region) => of('api', region))),
    once: await Promise.all(all.map(([key, [, region]]) => of(key, region))),
    marked: await Promise.all(all.map(([key, [, region]]) => of(`${key}-back`, region))),
  };
}

const thrice = (version: string) => [version, version, version];

describe('a release that fails in the second wave', () => {
  test('leaves earlier waves and what exists once as they are, with rollback-wave', async () => {
    expect(await release('v1', 'stop')).toMatchObject({ exitCode: 0, states: thrice('succeeded') });
    const { exitCode, result, states } = await release('v2', 'rollback-wave', true);
    expect([exitCode, result.status, states]).toEqual([1, 'failed', ['succeeded', 'rolled-back', 'failed']]);
    expect(await versions()).toEqual({ api: ['v2', 'v1', 'v1'], once: thrice('v2'), marked: thrice('v2') });
  });

  test('returns everywhere with rollback-all, of what exists once only what is marked', async () => {
    const { exitCode, result, states } = await release('v3', 'rollback-all', true);
    expect([exitCode, states]).toEqual([1, ['rolled-back', 'rolled-back', 'failed']]);
    expect(await versions()).toEqual({ api: ['v2', 'v1', 'v1'], once: thrice('v3'), marked: thrice('v2') });
    const staying = result.instances.filter(({ rollback }) => rollback?.state === 'kept');
    expect(staying.map(({ stack, rollback }) => [stack, rollback?.reason])).toEqual(
      Object.entries(once).map(([key, [scope]]) => [
        key,
        `a stack of scope ${scope} stays unless it is marked \`rollback: true\` (stacks.${key})`,
      ]),
    );
  });

  test('stays where it is with stop, and the next release takes its place', async () => {
    const { exitCode, states } = await release('v4', 'stop', true);
    expect([exitCode, states]).toEqual([1, ['succeeded', 'succeeded', 'failed']]);
    expect(await versions()).toEqual({ api: ['v4', 'v4', 'v1'], once: thrice('v4'), marked: thrice('v4') });
    const { result } = await run('status');
    expect(result.rollout).toMatchObject({ course: 'failed', phases: { first: 'passed', rest: 'failed' } });
    expect(await release('v5', 'stop')).toMatchObject({ exitCode: 0, states: thrice('succeeded') });
    expect(await versions()).toEqual({ api: thrice('v5'), once: thrice('v5'), marked: thrice('v5') });
  });
});
