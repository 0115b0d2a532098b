import {
  CreateTableCommand,
  DynamoDBClient,
  paginateScan,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { ORDERS } from './failover-app.ts';

/** The global table of the application's orders. */
export interface Orders {
  /** Ids of the orders that a region has. */
  in(region: string): Promise<ReadonlySet<string>>;
  close(): void;
}

export async function makeOrders(cloud: Pick<Cloud, 'url'>, regions: readonly [string, string]): Promise<Orders> {
  const [home, other] = regions;
  const clients = new Map(regions.map((region) => [region, new DynamoDBClient(clientOptions(cloud, region))]));
  const client = clients.get(home) as DynamoDBClient;
  await client.send(
    new CreateTableCommand({
      TableName: ORDERS,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: ORDERS });
  await client.send(new UpdateTableCommand({ TableName: ORDERS, ReplicaUpdates: [{ Create: { RegionName: other } }] }));
  return {
    async in(region) {
      const found = new Set<string>();
      const pages = paginateScan({ client: clients.get(region) as DynamoDBClient }, { TableName: ORDERS });
      for await (const { Items = [] } of pages) for (const { id } of Items) if (id?.S !== undefined) found.add(id.S);
      return found;
    },
    close() {
      for (const one of clients.values()) one.destroy();
    },
  };
}
