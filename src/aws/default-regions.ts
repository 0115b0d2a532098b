/**
 * Regions of the partition `aws` that every account has without opting in (AWS Account Management reference guide,
 * "Enable or disable AWS Regions in your account"). In all later ones credentials are refused until somebody enables them.
 */
const ENABLED_BY_DEFAULT = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

/** True when an account must opt in to the region. Other partitions have no such regions. */
export function needsOptIn(region: string, partition: string): boolean {
  return partition === 'aws' && !ENABLED_BY_DEFAULT.has(region);
}
