import { gatePermissions } from '../gate-permissions.ts';
import {
  artifacts,
  findManagedBucket,
  forecasts,
  giveLeasesBack,
  makeManagedBucket,
  readArtifacts,
  seeBuckets,
} from '../policy/buckets.ts';
import { followCodeDeploy } from '../policy/code-deploy.ts';
import { consumersOfStacks } from '../policy/consumers.ts';
import { ssmParameters } from '../policy/parameters.ts';
import { changeSetEvents, EVENTS, hooks, nestedStacks, ownStacks, serviceRoles, transforms } from '../policy/stacks.ts';
import { allow, type CommandPermissions, type Statement } from '../policy/statement.ts';
import type { PolicySubject } from '../policy/subject.ts';
import { readTraffic, revertSchedules, trafficDriver } from '../policy/traffic.ts';

/** Looking at a stack, and making and discarding change sets on it. */
const PLAN = [
  'DescribeStacks',
  'ListStackResources',
  'ListChangeSets',
  'GetTemplate',
  'CreateChangeSet',
  'DescribeChangeSet',
  'DeleteChangeSet',
  // An empty stack that nobody else uses goes with its last change set.
  'DeleteStack',
] as const;
/** Changes and data at risk are looked for in nested stacks too. */
const PLAN_NESTED = [
  'DescribeStacks',
  'DescribeChangeSet',
  'ListStackResources',
  'ListChangeSets',
  'GetTemplate',
  // A change set leaves new nested stacks behind, empty and under review.
  'DeleteStack',
] as const;
/** Consumers are looked for in what SAM made of the template. */
const FIND_CONSUMERS = ['ListStackResources', 'GetTemplate'] as const;
/** Reasons of failures are looked for in nested stacks. */
const DIAGNOSE_NESTED = ['DescribeStacks', ...EVENTS] as const;

/** What `plan` needs: it executes no change set but that of the managed bucket, repairs nothing and takes no lease. */
export const planPermissions: CommandPermissions = (subject) => [...looking(subject), ...release(subject)];

/** What a `plan` needs that is not kept: it writes nothing that a deployment takes anything from. */
export const forecastPermissions: CommandPermissions = (subject) => [
  ...looking(subject),
  ...findManagedBucket(subject),
  readArtifacts(subject),
  forecasts(subject),
  ...handingOver(subject),
];

function looking(subject: PolicySubject): readonly Statement[] {
  return [
    ownStacks(PLAN, subject),
    ...nestedStacks(PLAN_NESTED, subject),
    changeSetEvents(subject),
    hooks(),
    ...readTraffic(subject),
  ];
}

/** What `deploy` needs. */
export const deployPermissions: CommandPermissions = (subject) => {
  if (subject.samEngine) return samPermissions(subject);
  const actions = [...PLAN, ...EVENTS, 'ExecuteChangeSet', 'ContinueUpdateRollback', ...settings(subject)];
  return [
    ownStacks(actions, subject),
    ...nestedStacks([...PLAN_NESTED, ...EVENTS], subject),
    changeSetEvents(subject),
    hooks(),
    ...followCodeDeploy(subject),
    ...consumersOfStacks(subject),
    ...release(subject),
    ...rollout(subject),
  ];
};

/** What `sam package` and `sam deploy` call, and what we look at before and after them. */
const samPermissions: CommandPermissions = (subject) => {
  const actions = ['DescribeStacks', ...EVENTS, 'GetTemplateSummary', 'CreateChangeSet', 'DescribeChangeSet'];
  const find = subject.consumers === undefined ? [] : FIND_CONSUMERS;
  return [
    ownStacks([...actions, 'ExecuteChangeSet', ...settings(subject), ...find], subject),
    ...nestedStacks([...DIAGNOSE_NESTED, ...find], subject),
    ...consumersOfStacks(subject),
    ...release(subject),
    ...rollout(subject),
  ];
};

/** Settings of a stack that lie outside its change set. */
function settings({ stackPolicy, terminationProtection }: PolicySubject): readonly string[] {
  return [
    ...(stackPolicy ? ['SetStackPolicy'] : []),
    ...(terminationProtection ? ['UpdateTerminationProtection'] : []),
  ];
}

/** What going through the waves needs besides. */
function rollout(subject: PolicySubject): readonly Statement[] {
  return [
    giveLeasesBack(subject),
    ...gatePermissions(subject),
    ...trafficDriver(subject),
    ...revertSchedules(['CreateSchedule', 'DeleteSchedule'], subject),
  ];
}

/** What making a release and handing it to CloudFormation needs. */
function release(subject: PolicySubject): readonly Statement[] {
  return [...makeManagedBucket(subject), artifacts(subject), ...handingOver(subject)];
}

function handingOver(subject: PolicySubject): readonly Statement[] {
  return [
    transforms(subject),
    seeBuckets(subject),
    ...ssmParameters(subject),
    // CloudWatch tells composite alarms only to who may ask for all (API Reference, DescribeAlarms).
    ...(subject.rollbackAlarms ? [allow('RollbackAlarms', ['cloudwatch:DescribeAlarms'], ['*'])] : []),
    ...serviceRoles(subject),
  ];
}
