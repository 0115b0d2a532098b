import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';

export const ZONE = 'example.com';
export const NAME = 'api.example.com';

/** Settings of traffic: the driver makes its record sets from the output `Host` of each region. More keys may follow. */
export const HOST_RECORDS = `    traffic:
      driver: route53
      zone: ${ZONE}
      name: ${NAME}
      types: [CNAME]
      record: { value: "\${stacks.api.outputs.Host}", ttl: 1s }
      settle: 0s
`;

/** Route 53 of one account, for what tests prepare there and what somebody else does. */
export interface Zone {
  readonly id: string;
  change(action: 'CREATE' | 'DELETE' | 'UPSERT', ...sets: readonly ResourceRecordSet[]): Promise<void>;
  close(): void;
}

export async function createZone(cloud: Pick<Cloud, 'url'>, account = '111111111111'): Promise<Zone> {
  const client = new Route53Client(clientOptions(cloud, 'us-east-1', rootKeys(account)));
  const { HostedZone } = await client.send(
    new CreateHostedZoneCommand({ Name: ZONE, CallerReference: `${account}-${ZONE}` }),
  );
  return zoneOf(client, (HostedZone?.Id ?? '').replace('/hostedzone/', ''));
}

function zoneOf(client: Route53Client, id: string): Zone {
  return {
    id,
    async change(Action, ...sets) {
      const Changes = sets.map((ResourceRecordSet) => ({ Action, ResourceRecordSet }));
      await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch: { Changes } }));
    },
    close: () => client.destroy(),
  };
}

/** A weighted CNAME of {@link NAME}. */
export function weightedRecord(SetIdentifier: string, Weight: number, host: string): ResourceRecordSet {
  return { Name: NAME, Type: 'CNAME', SetIdentifier, Weight, TTL: 1, ResourceRecords: [{ Value: host }] };
}

/** What is remembered of the traffic in the bucket of a region. */
export async function rememberedTraffic(cloud: Pick<Cloud, 'url'>, region: string): Promise<unknown> {
  const s3 = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
  try {
    const { Buckets = [] } = await s3.send(new ListBucketsCommand({ BucketRegion: region }));
    for (const { Name: Bucket } of Buckets) {
      const found = await s3
        .send(new ListObjectsV2Command({ Bucket, Prefix: 'sam-multi-region/active/' }))
        .catch(() => undefined);
      const [object] = found?.Contents ?? [];
      if (object === undefined) continue;
      const answer = await s3.send(new GetObjectCommand({ Bucket, Key: object.Key }));
      return JSON.parse((await answer.Body?.transformToString()) ?? '');
    }
    return undefined;
  } finally {
    s3.destroy();
  }
}
