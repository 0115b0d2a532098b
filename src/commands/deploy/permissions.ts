import { artifacts, giveLeasesBack, makeManagedBucket, seeBuckets } from '../policy/buckets.ts';
import { changeSetEvents, EVENTS, nestedStacks, ownStacks, serviceRoles, transforms } from '../policy/stacks.ts';
import { gatePermissions } from '../gate-permissions.ts';
import { allow, type CommandPermissions, cloudformation, type Statement } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';

/** Looking at a stack, and making and discarding change sets on it. */
const PLAN = [
  'DescribeStacks',
  ...EVENTS,
  'ListStackResources',
  'ListChangeSets',
  'GetTemplate',
  'CreateChangeSet',
  'DescribeChangeSet',
  'DeleteChangeSet',
  // An empty stack that nobody else uses goes with its last change set.
  'DeleteStack',
] as const;

/** Changes, failures and data at risk are looked for in nested stacks too. */
const NESTED = [
  'DescribeStacks',
  ...EVENTS,
  'DescribeChangeSet',
  'ListStackResources',
  'GetTemplate',
  // A nested stack that a plan left under review goes with it, if nobody else uses it.
  'ListChangeSets',
  'DeleteStack',
] as const;

/** Why a hook stopped a change set. Hooks are of the account, not of a stack. */
const HOOKS = ['ListHookResults', 'GetHookResult'] as const;

/** What `plan` needs: it executes no change set but that of the managed bucket, repairs nothing and takes no lease. */
export const planPermissions: CommandPermissions = (subject) => release(PLAN, subject);

/** What `deploy` needs. */
export const deployPermissions: CommandPermissions = (subject) => [
  ...release(
    [
      ...PLAN,
      'ExecuteChangeSet',
      'ContinueUpdateRollback',
      ...(subject.stackPolicy ? ['SetStackPolicy'] : []),
      ...(subject.terminationProtection ? ['UpdateTerminationProtection'] : []),
      ...(subject.samEngine ? ['GetTemplateSummary'] : []),
    ],
    subject,
  ),
  giveLeasesBack(subject),
  ...gatePermissions(subject),
];

function release(onStacks: readonly string[], subject: PolicySubject): readonly Statement[] {
  return [
    ownStacks(onStacks, subject),
    ...nestedStacks(NESTED, subject),
    changeSetEvents(subject),
    allow('Hooks', cloudformation(HOOKS), ['*']),
    transforms(subject),
    ...makeManagedBucket(subject),
    seeBuckets(subject),
    artifacts(subject),
    allow('Parameters', ['ssm:GetParameter'], [`arn:${subject.partition}:ssm:*:*:parameter/*`]),
    // CloudWatch tells composite alarms only to who may ask for all (API Reference, DescribeAlarms).
    ...(subject.rollbackAlarms ? [allow('RollbackAlarms', ['cloudwatch:DescribeAlarms'], ['*'])] : []),
    ...serviceRoles(subject),
  ];
}
