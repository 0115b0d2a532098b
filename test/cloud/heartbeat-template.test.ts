import { readFileSync } from 'node:fs';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, test } from '@jest/globals';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions } from './test-clients.ts';

const [WEST, CENTRAL] = ['eu-west-1', 'eu-central-1'] as const;

/** Makes a stack of one of the templates; returns the one output it has. */
async function make(cloud: Cloud, region: string, name: string, parameters: Record<string, string>): Promise<string> {
  const client = new CloudFormationClient(clientOptions(cloud, region));
  const StackName = name.replace('.yaml', '');
  const Parameters = Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }));
  const TemplateBody = readFileSync(new URL(`../../templates/heartbeat/${name}`, import.meta.url), 'utf8');
  await client.send(new CreateStackCommand({ StackName, TemplateBody, Parameters, Capabilities: ['CAPABILITY_IAM'] }));
  await waitUntilStackCreateComplete({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { StackName });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  client.destroy();
  return Stacks[0]?.Outputs?.[0]?.OutputValue ?? '';
}

test('the writer of a region leaves heartbeats that arrive in the others', async () => {
  await using cloud = await startCloud({ regions: [WEST, CENTRAL] });
  const table = await make(cloud, WEST, 'table.yaml', { FirstRegion: WEST, SecondRegion: CENTRAL });
  const [writer] = await Promise.all(
    [WEST, CENTRAL].map((region) => make(cloud, region, 'writer.yaml', { Table: table })),
  );
  const lambda = new LambdaClient(clientOptions(cloud, WEST));
  const central = new DynamoDBClient(clientOptions(cloud, CENTRAL));
  const arrived = async (): Promise<number> => {
    const Key = { source: { S: WEST } };
    const { Item } = await central.send(new GetItemCommand({ TableName: table, Key }));
    return Number(Item?.['at']?.N);
  };
  const beat = async (): Promise<string | undefined> => {
    const Payload = Buffer.from(JSON.stringify({ beats: 1 }));
    const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: writer ?? '', Payload }));
    return FunctionError;
  };

  const before = Date.now();
  expect(await beat()).toBeUndefined();
  const first = await arrived();
  expect(first).toBeGreaterThanOrEqual(before);
  await beat();
  expect(await arrived()).toBeGreaterThan(first);
  lambda.destroy();
  central.destroy();
});
