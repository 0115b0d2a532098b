import { readFileSync } from 'node:fs';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';

/** The table of heartbeats that our template makes, with one region's replica in each of two. */
export interface HeartbeatTable {
  readonly name: string;
  /** As the writer of a region does it; false: the region did not take it. */
  beat(region: string, at?: number): Promise<boolean>;
  close(): void;
}

/** A region that is lost refuses, or is silent: that is no heartbeat. */
const PATIENCE_MS = 10_000;

export async function makeHeartbeats(
  cloud: Pick<Cloud, 'url'>,
  regions: readonly [string, string],
): Promise<HeartbeatTable> {
  const [FirstRegion, SecondRegion] = regions;
  const client = new CloudFormationClient(clientOptions(cloud, FirstRegion));
  const StackName = 'heartbeats';
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: readFileSync(new URL('../../templates/heartbeat/table.yaml', import.meta.url), 'utf8'),
      Parameters: Object.entries({ FirstRegion, SecondRegion }).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  await waitUntilStackCreateComplete({ client, maxWaitTime: 300, minDelay: 1, maxDelay: 1 }, { StackName });
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  client.destroy();
  const name = Stacks[0]?.Outputs?.[0]?.OutputValue ?? '';
  const clients = new Map(
    regions.map((region) => [region, new DynamoDBClient({ ...clientOptions(cloud, region), maxAttempts: 1 })]),
  );
  return {
    name,
    async beat(region, at = Date.now()) {
      const Item = { source: { S: region }, at: { N: String(at) } };
      try {
        const abortSignal = AbortSignal.timeout(PATIENCE_MS);
        await clients.get(region)?.send(new PutItemCommand({ TableName: name, Item }), { abortSignal });
        return true;
      } catch {
        return false;
      }
    },
    close() {
      for (const one of clients.values()) one.destroy();
    },
  };
}
