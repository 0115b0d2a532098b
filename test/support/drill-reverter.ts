import type { Cloud } from '../cloud/index.ts';

/** The role that AWS ends a drill with, as the templates of the stop switch make it, for the buckets of `failover-app.ts`. */
export async function makeReverter(cloud: Pick<Cloud, 'createRole'>): Promise<void> {
  const Principal = { Service: 'scheduler.amazonaws.com' };
  const trust = { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
  const Resource = 'arn:aws:s3:::*/stop/*';
  const Condition = { Null: { 's3:if-match': 'false' } };
  const Statement = [
    { Effect: 'Allow', Action: 's3:DeleteObject', Resource, Condition },
    { Effect: 'Allow', Action: 's3:GetObject', Resource },
  ];
  await cloud.createRole('111111111111', 'drill-reverter', { trust, policies: [{ Statement }] });
}
