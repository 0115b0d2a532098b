import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { runJson } from '../support/run-product.ts';

const account = '111111111111';
let cloud: Cloud;
let folder: string;

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1', 'us-east-1'] });
  folder = mkdtempSync(join(tmpdir(), 'recorded-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cloud[Symbol.asyncDispose]();
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

const data = `Resources:
  Table: { Type: AWS::SNS::Topic, Properties: { TopicName: orders } }
Outputs: { TableName: { Value: !GetAtt Table.TopicName } }
`;
const api = (version: string): string => `Parameters: { TableName: { Type: String } }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Sub '${version} \${TableName}' } }
Outputs: { Made: { Value: !Sub '${version} \${TableName}' } }
`;
const configuration = `application: orders
stacks:
  data: { template: data.yaml, scope: home }
  api: { template: api.yaml, parameters: { TableName: "\${stacks.data.outputs.TableName}" } }
environments:
  prod: { home: eu-west-1, targets: { eu-west-1: {}, eu-central-1: {} } }
`;

const run = (...args: readonly string[]) => runJson(args, { cwd: folder, env: cloud.env(account) });

describe('when the region whose outputs others take is lost', () => {
  test('what they took last is used, with a notice in the plan, and nothing there is called', async () => {
    write('multi-region.yml', configuration);
    write('data.yaml', data);
    write('api.yaml', api('v1'));
    expect((await run('deploy', '--yes')).exitCode).toBe(0);

    write('api.yaml', api('v2'));
    cloud.blackout('eu-west-1', 'refuse');
    cloud.clearCalls();
    const { exitCode, result } = await run('deploy', '--yes', '--without', 'eu-west-1');
    cloud.restore('eu-west-1');
    expect(exitCode).toBe(0);
    expect(result.instances).toMatchObject([{ instance: 'api@eu-central-1', outputs: { Made: 'v2 orders' } }]);
    expect(result.plan?.instances[0]?.notes.join()).toContain(
      'TableName of data@eu-west-1 is taken as it was recorded here',
    );
    expect(cloud.calls.filter(({ region }) => region === 'eu-west-1')).toEqual([]);
  });
});
