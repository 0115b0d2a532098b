import { findManagedBucket, giveLeasesBack, records, seeBuckets } from './policy/buckets.ts';
import { EVENTS, nestedStacks, ownStacks, serviceRoles } from './policy/stacks.ts';
import type { CommandPermissions } from './policy/statement.ts';

/** What `remove` needs: it makes and changes no stack. */
export const removePermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks', ...EVENTS, 'DeleteStack'], subject),
  // Why one could not be deleted is looked for in there.
  ...nestedStacks(['DescribeStacks', ...EVENTS], subject),
  ...findManagedBucket(subject),
  seeBuckets(subject),
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...serviceRoles(subject),
];
