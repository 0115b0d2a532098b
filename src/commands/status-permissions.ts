import { findManagedBucket, records, seeBuckets } from './policy/buckets.ts';
import { ownStacks } from './policy/stacks.ts';
import type { CommandPermissions } from './policy/statement.ts';
import { readTraffic } from './policy/traffic.ts';

/** What `status` needs: it only reads. */
export const statusPermissions: CommandPermissions = (subject) => [
  // The last change set of a stack vouches for its records.
  ownStacks(['DescribeStacks', 'DescribeChangeSet'], subject),
  ...findManagedBucket(subject),
  seeBuckets(subject),
  records(['s3:GetObject'], subject),
  ...readTraffic(subject),
];
