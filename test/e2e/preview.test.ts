import { CloudFormationClient, paginateDescribeStacks, type Stack } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, CreateLogGroupCommand, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunResult } from '../../src/report/run-result.ts';
import { type Cloud, startCloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { type LocalGitHub, startGitHub } from '../github/index.ts';
import { ACCOUNT, openPreviewRoom, type PreviewRoom } from '../support/preview-room.ts';
import type { ProductRun } from '../support/run-product.ts';

const REGIONS = ['eu-west-1', 'eu-central-1'] as const;
const template = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String }
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties: { VersioningConfiguration: { Status: Enabled } }
  Kept:
    Type: AWS::SQS::Queue
    DeletionPolicy: Retain
  Api: { Type: AWS::Serverless::HttpApi }
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: |
        exports.handler = async () => ({ statusCode: 200, body: process.env.STAGE })
      Handler: index.handler
      Runtime: nodejs22.x
      Environment: { Variables: { STAGE: !Ref Stage } }
      Events:
        Any: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /, Method: get } }
Outputs:
  Name: { Value: !Ref Hello }
  Bucket: { Value: !Ref Files }
  Url: { Value: !Sub "https://\${Api}.execute-api.\${AWS::Region}.amazonaws.com/" }
`;
const config = `application: orders
stacks:
  api: { template: template.yaml, parameters: { Stage: "\${environment}" } }
environments:
  prod: { targets: [us-east-1] }
preview:
  targets:
    eu-west-1: { account: "${ACCOUNT}" }
    eu-central-1: { account: "${ACCOUNT}" }
  expires-after: 3d
`;

let cloud: Cloud;
let gitHub: LocalGitHub;
let room: PreviewRoom;

beforeAll(async () => {
  [cloud, gitHub] = await Promise.all([startCloud({ regions: [...REGIONS, 'us-east-1'] }), startGitHub()]);
});
afterAll(async () => {
  await Promise.all([cloud.stop(), gitHub.close()]);
});
beforeEach(() => {
  room = openPreviewRoom(cloud, gitHub, { 'template.yaml': template, 'multi-region.yml': config });
  cloud.clearCalls();
});
afterEach(() => {
  const problems = [...gitHub.problems];
  room[Symbol.dispose]();
  expect(problems).toEqual([]);
});

async function stacks(region: string): Promise<readonly Stack[]> {
  const client = new CloudFormationClient(clientOptions(cloud, region));
  const found: Stack[] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) found.push(...Stacks);
  client.destroy();
  return found.filter(({ StackName }) => !StackName?.startsWith('aws-sam-cli'));
}

const names = async (region: string) => (await stacks(region)).map(({ StackName }) => StackName);
const resultOf = ({ outputs }: ProductRun): RunResult => JSON.parse(outputs['result'] ?? '') as RunResult;
const comments = () => [...gitHub.world.comments.values()].map(({ issue, body }) => ({ issue, body }));
const records = () =>
  [...gitHub.world.deployments.values()].map(({ environment, statuses }) => [environment, statuses.at(-1)?.state]);

async function fill(bucket: string, region: string): Promise<void> {
  const client = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
  for (const Body of ['one', 'two']) await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'a', Body }));
  client.destroy();
}

async function logGroups(region: string, make: readonly string[] = []): Promise<readonly (string | undefined)[]> {
  const client = new CloudWatchLogsClient(clientOptions(cloud, region));
  for (const logGroupName of make) await client.send(new CreateLogGroupCommand({ logGroupName }));
  const { logGroups: found = [] } = await client.send(new DescribeLogGroupsCommand({}));
  client.destroy();
  return found.map(({ logGroupName }) => logGroupName);
}

describe('a pull request', () => {
  test('that is opened gets a stack in each region, a comment and a record with its URL; a push updates them; closed, all is gone', async () => {
    const opened = await room.preview({ number: 12, action: 'opened', branch: 'feature/`$(x)`' });
    expect([opened.exitCode, opened.stderr]).toEqual([0, '']);
    const urls = JSON.parse(opened.outputs['preview-urls'] ?? '') as Record<string, string[]>;
    expect(Object.keys(urls)).toEqual(REGIONS);
    expect(opened.outputs['preview-url']).toBe(urls['eu-west-1']?.[0]);
    for (const region of REGIONS) {
      const answer = await cloud.fetch(urls[region]?.[0] ?? '');
      expect([answer.status, await answer.text()]).toEqual([200, 'pr-12']);
      const [stack] = await stacks(region);
      expect(stack?.StackName).toMatch(/^orders-pr-12-api-[0-9a-f]{8}$/);
      expect(stack?.Tags).toEqual(
        expect.arrayContaining([
          { Key: 'sam-multi-region:repository', Value: 'acme/orders' },
          { Key: 'sam-multi-region:repository-id', Value: '4711' },
          { Key: 'sam-multi-region:pull-request', Value: '12' },
          { Key: 'sam-multi-region:commit', Value: 'a'.repeat(40) },
          { Key: 'sam-multi-region:branch', Value: 'feature/---x--' },
        ]),
      );
    }
    expect(comments()).toEqual([{ issue: 12, body: expect.stringContaining(urls['eu-central-1']?.[0] ?? '?') }]);
    expect(records()).toEqual([
      ['preview/eu-west-1', 'success'],
      ['preview/eu-central-1', 'success'],
    ]);

    const pushed = await room.preview({ number: 12, action: 'synchronize', sha: 'b'.repeat(40) });
    expect(pushed.outputs).toMatchObject({ status: 'succeeded' });
    expect(comments()).toEqual([{ issue: 12, body: expect.stringContaining('bbbbbbb') }]);
    expect(records().map(([, state]) => state)).toEqual(['inactive', 'inactive', 'success', 'success']);
    const again = await room.preview({ number: 12, action: 'synchronize', sha: 'b'.repeat(40) });
    expect(again.outputs['status']).toBe('no-change');

    for (const { target, region, outputs } of resultOf(again).instances) {
      await fill(outputs['Bucket'] ?? '', region);
      // The function was called: its log group is there.
      const own = `/aws/lambda/${outputs['Name']}`;
      expect(await logGroups(target, ['/aws/lambda/of-somebody-else'])).toEqual(expect.arrayContaining([own]));
    }
    const closed = await room.preview({ number: 12, action: 'closed' });
    expect({ code: closed.exitCode, output: closed.stdout }).toEqual({
      code: 0,
      output: expect.stringContaining('kept, as the template says: Kept (AWS::SQS::Queue)'),
    });
    for (const region of REGIONS) {
      expect(await names(region)).toEqual([]);
      expect(await logGroups(region)).toEqual(['/aws/lambda/of-somebody-else']);
    }
    expect(comments()).toEqual([{ issue: 12, body: expect.stringContaining('deleted') }]);
    expect(records().map(([, state]) => state)).toEqual(['inactive', 'inactive', 'inactive', 'inactive']);

    const twice = await room.preview({ number: 12, action: 'closed' });
    expect([twice.exitCode, twice.outputs['status']]).toEqual([0, 'no-change']);
  });
});
