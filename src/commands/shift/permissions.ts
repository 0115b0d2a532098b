import { giveLeasesBack, makeManagedBucket, records, seeBuckets } from '../policy/buckets.ts';
import { ownStacks } from '../policy/stacks.ts';
import type { CommandPermissions } from '../policy/statement.ts';
import { trafficDriver } from '../policy/traffic.ts';

/** What `shift` needs: it looks at stacks, keeps what is active, and changes weights. */
export const shiftPermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks'], subject),
  ...makeManagedBucket(subject),
  seeBuckets(subject),
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...trafficDriver(subject),
];
