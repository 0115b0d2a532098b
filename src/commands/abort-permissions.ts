import { findManagedBucket, giveLeasesBack, records, seeBuckets } from './policy/buckets.ts';
import type { CommandPermissions } from './policy/statement.ts';
import { revertSchedules } from './policy/traffic.ts';

/** What `abort` needs: it reads and writes the kept rollout, under the leases. */
export const abortPermissions: CommandPermissions = (subject) => [
  ...findManagedBucket(subject),
  seeBuckets(subject),
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...revertSchedules(['DeleteSchedule'], subject),
];
