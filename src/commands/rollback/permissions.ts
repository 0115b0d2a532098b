import { artifacts, findManagedBucket, giveLeasesBack, seeBuckets } from '../policy/buckets.ts';
import { changeSetEvents, EVENTS, nestedStacks, ownStacks, serviceRoles, transforms } from '../policy/stacks.ts';
import type { CommandPermissions } from '../policy/statement.ts';

const READ = ['DescribeStacks', ...EVENTS, 'DescribeChangeSet', 'ListStackResources', 'GetTemplate'] as const;

/** What `rollback` needs: records and artifacts as they lie in the buckets, and change sets of stacks that are there. */
export const rollbackPermissions: CommandPermissions = (subject) => [
  ownStacks(
    [...READ, 'ListChangeSets', 'CreateChangeSet', 'DeleteChangeSet', 'ExecuteChangeSet', 'ContinueUpdateRollback'],
    subject,
  ),
  ...nestedStacks(READ, subject),
  changeSetEvents(subject),
  transforms(subject),
  ...findManagedBucket(subject),
  seeBuckets(subject),
  artifacts(subject),
  giveLeasesBack(subject),
  ...serviceRoles(subject),
];
