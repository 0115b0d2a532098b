import { laterGatePermissions, returnParameters } from '../gate-permissions.ts';
import { findManagedBucket, giveLeasesBack, readArtifacts, records, seeBuckets } from '../policy/buckets.ts';
import { consumersOfStacks } from '../policy/consumers.ts';
import { changeSetEvents, EVENTS, hooks, nestedStacks, ownStacks, serviceRoles, transforms } from '../policy/stacks.ts';
import type { CommandPermissions } from '../policy/statement.ts';
import { revertSchedules, trafficDriver } from '../policy/traffic.ts';

/** Looking at stacks, of ours and nested ones, and at their change sets. */
const READ = ['DescribeStacks', ...EVENTS, 'DescribeChangeSet', 'ListChangeSets'] as const;

/** What `rollback` needs: records and artifacts as they lie in the buckets, and change sets of stacks that are there. */
export const rollbackPermissions: CommandPermissions = (subject) => [
  ownStacks(
    [
      ...READ,
      'GetTemplate',
      'CreateChangeSet',
      'DeleteChangeSet',
      'ExecuteChangeSet',
      'ContinueUpdateRollback',
      ...(subject.consumers === undefined ? [] : ['ListStackResources']),
    ],
    subject,
  ),
  // A change set leaves new nested stacks behind, empty and under review.
  ...nestedStacks(
    [...READ, 'ListStackResources', 'DeleteStack', ...(subject.consumers === undefined ? [] : ['GetTemplate'])],
    subject,
  ),
  changeSetEvents(subject),
  hooks(),
  transforms(subject),
  ...findManagedBucket(subject),
  seeBuckets(subject),
  readArtifacts(subject),
  records(['s3:PutObject'], subject),
  giveLeasesBack(subject),
  ...serviceRoles(subject),
  ...consumersOfStacks(subject),
  ...returnParameters(subject),
  ...laterGatePermissions(subject),
  ...revertSchedules(['DeleteSchedule'], subject),
  ...trafficDriver(subject),
];
