import { SAM_CLI_STACK } from '../../release/managed-bucket-names.ts';
import { PREFIX } from '../../stack/names.ts';
import type { PolicySubject } from './subject.ts';

/** One statement of an IAM policy, as its JSON has it. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Commands that have a policy of their own. */
export type PolicyCommand = 'deploy' | 'plan' | 'status' | 'remove';

const CHANGE_SETS = ['CreateChangeSet', 'DescribeChangeSet', 'DeleteChangeSet'] as const;
const EVENTS = ['DescribeEvents', 'DescribeStackEvents'] as const;

/** What our own calls do with the stacks of the environment. */
const ON_STACKS: Readonly<Record<PolicyCommand, readonly string[]>> = {
  status: ['DescribeStacks'],
  remove: ['DescribeStacks', ...EVENTS, 'ListStackResources', 'DeleteStack'],
  // A plan repairs what stands in its way (ROLLBACK_COMPLETE, UPDATE_ROLLBACK_FAILED), and leaves no empty stack behind.
  plan: [
    'DescribeStacks',
    ...EVENTS,
    'ListStackResources',
    'ListChangeSets',
    'GetTemplate',
    ...CHANGE_SETS,
    'ContinueUpdateRollback',
    'DeleteStack',
  ],
  deploy: [
    'DescribeStacks',
    ...EVENTS,
    'ListStackResources',
    'ListChangeSets',
    'GetTemplate',
    ...CHANGE_SETS,
    'ExecuteChangeSet',
    'ContinueUpdateRollback',
    'DeleteStack',
  ],
};

/** Transforms of AWS that SAM templates use. CloudFormation asks for them in the name of the caller. */
const TRANSFORMS = ['Serverless-2016-10-31', 'LanguageExtensions'];

/** CloudFormation makes SAM's managed bucket with the caller's rights: what its template says, and no more. */
const MAKE_BUCKET = [
  's3:CreateBucket',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketPolicy',
  's3:GetBucketPolicy',
  's3:PutBucketTagging',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
];
const MANAGED_BUCKET = `${SAM_CLI_STACK}-samclisourcebucket-*`;

/** The statements of a command, each for one purpose. */
export function statementsOf(command: PolicyCommand, subject: PolicySubject): readonly Statement[] {
  const releasing = command === 'deploy' || command === 'plan';
  return [
    ...stacks(command, subject),
    ...(releasing ? [...changeSets(command, subject), transforms(subject)] : []),
    ...managedBucket(releasing, subject),
    ...artifacts(command, subject),
    ...(releasing ? [allow('Parameters', ['ssm:GetParameter'], [`arn:${subject.partition}:ssm:*:*:parameter/*`])] : []),
    ...(command === 'status' ? [] : serviceRoles(subject)),
  ];
}

function stacks(command: PolicyCommand, subject: PolicySubject): readonly Statement[] {
  const releasing = command === 'deploy' || command === 'plan';
  const actions = [
    ...ON_STACKS[command],
    ...(command === 'deploy' && subject.stackPolicy ? ['SetStackPolicy'] : []),
    ...(command === 'deploy' && subject.terminationProtection ? ['UpdateTerminationProtection'] : []),
    ...(releasing && subject.samEngine ? ['GetTemplateSummary'] : []),
  ];
  const own = allow('Stacks', cloudformation(actions), stackArns(subject.stackNames, subject));
  // Their stacks have the names of ours with something behind: reasons of failures and data at risk are looked for there.
  const nested = subject.stackNames.filter((name) => name !== '*').map((name) => `${name}-*`);
  if (command === 'status' || nested.length === 0) return [own];
  const reads = [...EVENTS, 'ListStackResources', ...(releasing ? ['DescribeChangeSet'] : [])];
  return [own, allow('NestedStacks', cloudformation(reads), stackArns(nested, subject))];
}

/** Change sets are named by their own ARN, which CloudFormation checks as a resource in some calls. */
function changeSets(command: PolicyCommand, subject: PolicySubject): readonly Statement[] {
  const execute = command === 'deploy' || subject.managedBucket ? ['ExecuteChangeSet'] : [];
  const actions = cloudformation(['DescribeChangeSet', 'DeleteChangeSet', ...execute]);
  const arn = `arn:${subject.partition}:cloudformation:*:*:changeSet/${PREFIX}*/*`;
  return [allow('ChangeSets', actions, [arn])];
}

function transforms({ partition }: PolicySubject): Statement {
  const arns = TRANSFORMS.map((name) => `arn:${partition}:cloudformation:*:aws:transform/${name}`);
  return allow('Transforms', ['cloudformation:CreateChangeSet'], arns);
}

function managedBucket(makes: boolean, subject: PolicySubject): readonly Statement[] {
  if (!subject.managedBucket) return [];
  const actions = ['DescribeStacks', ...(makes ? ['CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet'] : [])];
  const stack = allow('ManagedBucketStack', cloudformation(actions), stackArns([SAM_CLI_STACK], subject));
  return makes ? [stack, allow('MakeManagedBucket', MAKE_BUCKET, bucketArns(subject, [MANAGED_BUCKET]))] : [stack];
}

/** Releases, leases and the inventory lie in the artifact bucket too. */
function artifacts(command: PolicyCommand, subject: PolicySubject): readonly Statement[] {
  const buckets = [
    ...(subject.managedBucket ? [MANAGED_BUCKET] : []),
    ...subject.buckets.map((pattern) => pattern.replaceAll(/\$\{[a-z]+\}/g, '*')),
  ];
  const arns = bucketArns(subject, buckets);
  const under = (path: string): readonly string[] => arns.map((arn) => `${arn}/${path}`);
  const seen = allow('ArtifactBuckets', ['s3:ListBucket'], arns);
  const leases = allow('Leases', ['s3:DeleteObject'], under('sam-multi-region/leases/*'));
  switch (command) {
    case 'status':
      return [seen, allow('Records', ['s3:GetObject'], under('sam-multi-region/*'))];
    case 'remove':
      return [seen, allow('Records', ['s3:GetObject', 's3:PutObject'], under('sam-multi-region/*')), leases];
    default:
      return [
        seen,
        allow('Artifacts', ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], under('*')),
        ...(subject.samEngine ? [allow('SamPackage', ['s3:GetBucketVersioning'], arns)] : []),
        leases,
      ];
  }
}

function serviceRoles({ serviceRoles: roles, partition }: PolicySubject): readonly Statement[] {
  if (roles.length === 0) return [];
  const arns = roles.map((role) => (role.startsWith('arn:') ? role : `arn:${partition}:iam::*:role/${role}`));
  const passed = { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } };
  return [{ ...allow('ServiceRole', ['iam:PassRole'], arns), Condition: passed }];
}

function allow(Sid: string, Action: readonly string[], Resource: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

function cloudformation(actions: readonly string[]): readonly string[] {
  return actions.map((action) => `cloudformation:${action}`);
}

function stackArns(names: readonly string[], { partition }: PolicySubject): readonly string[] {
  return names.map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`);
}

function bucketArns({ partition }: PolicySubject, buckets: readonly string[]): readonly string[] {
  return buckets.map((bucket) => `arn:${partition}:s3:::${bucket}`);
}
