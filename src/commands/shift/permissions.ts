import { giveLeasesBack, makeManagedBucket, records, seeBuckets } from '../policy/buckets.ts';
import { switchedConsumers } from '../policy/consumers.ts';
import { nestedStacks, ownStacks } from '../policy/stacks.ts';
import type { CommandPermissions } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';
import { trafficDriver } from '../policy/traffic.ts';

/** What `shift` needs: it looks at stacks, keeps what is active, and changes weights. */
export const shiftPermissions: CommandPermissions = (subject) => [
  ownStacks(['DescribeStacks', ...find(subject)], subject),
  ...(find(subject).length > 0 ? nestedStacks(['DescribeStacks', ...find(subject)], subject) : []),
  ...switchedConsumers(subject),
  ...makeManagedBucket(subject),
  seeBuckets(subject),
  records(['s3:GetObject', 's3:PutObject'], subject),
  giveLeasesBack(subject),
  ...trafficDriver(subject),
];

/** Consumers are looked for in what SAM made of the template. */
function find({ consumers }: PolicySubject): readonly string[] {
  return consumers === undefined ? [] : ['ListStackResources', 'GetTemplate'];
}
