import { FORECASTS } from '../../release/forecast.ts';
import { SAM_CLI_STACK } from '../../release/managed-bucket-names.ts';
import { allow, bucketArns, cloudformation, type Statement, stackArns } from './statement.ts';
import type { PolicySubject } from './subject.ts';

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

/** Finds SAM's managed bucket in its stack, where it is used. */
export function findManagedBucket(subject: PolicySubject): readonly Statement[] {
  if (!subject.managedBucket) return [];
  return [allow('ManagedBucketStack', cloudformation(['DescribeStacks']), stackArns([SAM_CLI_STACK], subject))];
}

/** Finds SAM's managed bucket in its stack, or makes that stack, where it is used. */
export function makeManagedBucket(subject: PolicySubject): readonly Statement[] {
  if (!subject.managedBucket) return [];
  const actions = ['DescribeStacks', 'CreateChangeSet', 'DescribeChangeSet', 'ExecuteChangeSet'];
  return [
    {
      ...allow('ManagedBucketStack', cloudformation(actions), stackArns([SAM_CLI_STACK], subject)),
      // With a service role, whoever may make this stack could do with it whatever that role may.
      Condition: { Null: { 'cloudformation:RoleArn': 'true' } },
    },
    allow('MakeManagedBucket', MAKE_BUCKET, bucketArns([MANAGED_BUCKET], subject)),
  ];
}

/** Owner and region of a bucket; and to be told that an object is missing, where S3 says 403 otherwise. */
export function seeBuckets(subject: PolicySubject): Statement {
  return allow('ArtifactBuckets', ['s3:ListBucket'], artifactBuckets(subject));
}

/** Artifacts, templates and releases, and the records among them. */
export function artifacts(subject: PolicySubject): Statement {
  return allow('Artifacts', ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], under('*', subject));
}

/** What a plan that nobody executes is made of. */
export function forecasts(subject: PolicySubject): Statement {
  return allow('Forecasts', ['s3:PutObject', 's3:AbortMultipartUpload'], under(`${FORECASTS}/*`, subject));
}

/** Artifacts, templates and records as they lie there. */
export function readArtifacts(subject: PolicySubject): Statement {
  return allow('Artifacts', ['s3:GetObject'], under('*', subject));
}

/** Leases, the inventory and what else is kept of deployments. */
export function records(actions: readonly ('s3:GetObject' | 's3:PutObject')[], subject: PolicySubject): Statement {
  return allow('Records', actions, under('sam-multi-region/*', subject));
}

/** Gives a lease back: nothing else is ever deleted from a bucket. */
export function giveLeasesBack(subject: PolicySubject): Statement {
  return allow('Leases', ['s3:DeleteObject'], under('sam-multi-region/leases/*', subject));
}

/** ARNs of all buckets that releases, leases and the inventory lie in. */
function artifactBuckets(subject: PolicySubject): readonly string[] {
  const named = subject.buckets.map((pattern) => pattern.replaceAll(/\$\{[a-z]+\}/g, '*'));
  return bucketArns([...(subject.managedBucket ? [MANAGED_BUCKET] : []), ...named], subject);
}

function under(path: string, subject: PolicySubject): readonly string[] {
  return artifactBuckets(subject).map((arn) => `${arn}/${path}`);
}
