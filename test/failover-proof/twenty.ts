import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { FailoverPlan } from '../../src/failover/plan.ts';
import { clientOptions } from '../cloud/test-clients.ts';
import { CONTROLS, type FailoverRoom, STANDBY } from '../support/failover-room.ts';

/** Regions of 18 more targets. */
export const MORE = [
  ...[
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ca-central-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'eu-north-1',
    'eu-south-1',
  ],
  ...[
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-east-1',
  ],
  ...['sa-east-1', 'me-south-1'],
];

/** Twenty targets in twenty regions. */
export interface Twenty {
  readonly targets: FailoverPlan['targets'];
  /** ARN of the routing control of each. */
  readonly controls: Readonly<Record<string, string>>;
  readonly places: readonly {
    readonly name: string;
    readonly region: string;
    readonly bucket: string;
    readonly client: S3Client;
  }[];
}

/** The targets of the room's plan and 18 more, each with a bucket and a routing control; the standby answers for them. */
export async function twentyTargets({ cloud, plan }: FailoverRoom): Promise<Twenty> {
  const standby = plan.targets.find(({ region }) => region === STANDBY);
  if (standby === undefined) throw new Error('the plan has no standby');
  const more = MORE.map((region) => ({ ...standby, name: region, region, bucket: `bench-${region}` }));
  const targets = [...plan.targets, ...more];
  const places = targets.map(({ name, region, bucket = '' }) => {
    const client = new S3Client({ ...clientOptions(cloud, region), forcePathStyle: true });
    return { name, region, bucket, client };
  });
  await Promise.all(
    places
      .filter(({ region }) => MORE.includes(region))
      .map(({ client, region, bucket }) => {
        const CreateBucketConfiguration = { LocationConstraint: region as 'eu-west-1' };
        return client.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
      }),
  );
  const own = MORE.map((region) => [region, (CONTROLS[STANDBY] ?? '').replace('standby', region)] as const);
  for (const [, arn] of own) cloud.routingControls.create(arn);
  return { targets, controls: { ...CONTROLS, ...Object.fromEntries(own) }, places };
}
