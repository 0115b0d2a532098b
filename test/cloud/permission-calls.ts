import * as cfn from '@aws-sdk/client-cloudformation';
import * as s3 from '@aws-sdk/client-s3';
import * as ssm from '@aws-sdk/client-ssm';
import type { clientOptions } from './test-clients.ts';

export const REGION = 'eu-west-1';
export const TEMPLATE = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });

/** One call, made with the options of a client. */
export type Call = (options: ReturnType<typeof clientOptions>) => Promise<unknown>;
export function stack(call: (client: cfn.CloudFormationClient) => Promise<unknown>): Call {
  return (options) => call(new cfn.CloudFormationClient(options));
}
export function object(call: (client: s3.S3Client) => Promise<unknown>): Call {
  return (options) => call(new s3.S3Client(options));
}
export function parameter(call: (client: ssm.SSMClient) => Promise<unknown>): Call {
  return (options) => call(new ssm.SSMClient(options));
}
const StackName = 'there';
const Bucket = 'artifacts';
const Key = 'k';
const UploadId = 'u';

/** Permission, operation, and the operation on what the tests have put there. */
export const CALLS: readonly (readonly [string, string, Call])[] = [
  [
    'cloudformation:DescribeStacks',
    'DescribeStacks',
    stack((client) => client.send(new cfn.DescribeStacksCommand({ StackName }))),
  ],
  [
    'cloudformation:DescribeStackEvents',
    'DescribeStackEvents',
    stack((client) => client.send(new cfn.DescribeStackEventsCommand({ StackName }))),
  ],
  [
    'cloudformation:DescribeEvents',
    'DescribeEvents',
    stack((client) => client.send(new cfn.DescribeEventsCommand({ StackName }))),
  ],
  [
    'cloudformation:DescribeStackResource',
    'DescribeStackResource',
    stack((client) => client.send(new cfn.DescribeStackResourceCommand({ StackName, LogicalResourceId: 'Topic' }))),
  ],
  [
    'cloudformation:DescribeStackResources',
    'DescribeStackResources',
    stack((client) => client.send(new cfn.DescribeStackResourcesCommand({ StackName }))),
  ],
  [
    'cloudformation:ListStackResources',
    'ListStackResources',
    stack((client) => client.send(new cfn.ListStackResourcesCommand({ StackName }))),
  ],
  ['cloudformation:ListStacks', 'ListStacks', stack((client) => client.send(new cfn.ListStacksCommand({})))],
  [
    'cloudformation:ListChangeSets',
    'ListChangeSets',
    stack((client) => client.send(new cfn.ListChangeSetsCommand({ StackName }))),
  ],
  [
    'cloudformation:GetTemplate',
    'GetTemplate',
    stack((client) => client.send(new cfn.GetTemplateCommand({ StackName }))),
  ],
  [
    'cloudformation:GetTemplateSummary',
    'GetTemplateSummary',
    stack((client) => client.send(new cfn.GetTemplateSummaryCommand({ StackName }))),
  ],
  [
    'cloudformation:GetStackPolicy',
    'GetStackPolicy',
    stack((client) => client.send(new cfn.GetStackPolicyCommand({ StackName }))),
  ],
  [
    'cloudformation:SetStackPolicy',
    'SetStackPolicy',
    stack((client) => client.send(new cfn.SetStackPolicyCommand({ StackName, StackPolicyBody: '{}' }))),
  ],
  [
    'cloudformation:ValidateTemplate',
    'ValidateTemplate',
    stack((client) => client.send(new cfn.ValidateTemplateCommand({ TemplateBody: TEMPLATE }))),
  ],
  [
    'cloudformation:CreateChangeSet',
    'CreateChangeSet',
    stack((client) =>
      client.send(new cfn.CreateChangeSetCommand({ StackName, ChangeSetName: 'c', TemplateBody: TEMPLATE })),
    ),
  ],
  [
    'cloudformation:DescribeChangeSet',
    'DescribeChangeSet',
    stack((client) => client.send(new cfn.DescribeChangeSetCommand({ StackName, ChangeSetName: 'c' }))),
  ],
  [
    'cloudformation:ExecuteChangeSet',
    'ExecuteChangeSet',
    stack((client) => client.send(new cfn.ExecuteChangeSetCommand({ StackName, ChangeSetName: 'c' }))),
  ],
  [
    'cloudformation:DeleteChangeSet',
    'DeleteChangeSet',
    stack((client) => client.send(new cfn.DeleteChangeSetCommand({ StackName, ChangeSetName: 'c' }))),
  ],
  [
    'cloudformation:ContinueUpdateRollback',
    'ContinueUpdateRollback',
    stack((client) => client.send(new cfn.ContinueUpdateRollbackCommand({ StackName }))),
  ],
  [
    'cloudformation:RollbackStack',
    'RollbackStack',
    stack((client) => client.send(new cfn.RollbackStackCommand({ StackName }))),
  ],
  [
    'cloudformation:CancelUpdateStack',
    'CancelUpdateStack',
    stack((client) => client.send(new cfn.CancelUpdateStackCommand({ StackName }))),
  ],
  [
    'cloudformation:UpdateTerminationProtection',
    'UpdateTerminationProtection',
    stack((client) =>
      client.send(new cfn.UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false })),
    ),
  ],
  [
    'cloudformation:DeleteStack',
    'DeleteStack',
    stack((client) => client.send(new cfn.DeleteStackCommand({ StackName: 'none' }))),
  ],
  ['s3:GetObject', 'GetObject', object((client) => client.send(new s3.GetObjectCommand({ Bucket, Key })))],
  ['s3:GetObject', 'HeadObject', object((client) => client.send(new s3.HeadObjectCommand({ Bucket, Key })))],
  [
    's3:PutObject',
    'PutObject',
    object((client) => client.send(new s3.PutObjectCommand({ Bucket, Key: 'new', Body: 'x', IfNoneMatch: '*' }))),
  ],
  [
    's3:DeleteObject',
    'DeleteObject',
    object((client) => client.send(new s3.DeleteObjectCommand({ Bucket, Key: 'new' }))),
  ],
  ['s3:ListBucket', 'ListObjectsV2', object((client) => client.send(new s3.ListObjectsV2Command({ Bucket })))],
  ['s3:ListBucket', 'HeadBucket', object((client) => client.send(new s3.HeadBucketCommand({ Bucket })))],
  [
    's3:GetBucketLocation',
    'GetBucketLocation',
    object((client) => client.send(new s3.GetBucketLocationCommand({ Bucket }))),
  ],
  [
    's3:GetBucketVersioning',
    'GetBucketVersioning',
    object((client) => client.send(new s3.GetBucketVersioningCommand({ Bucket }))),
  ],
  [
    's3:PutBucketVersioning',
    'PutBucketVersioning',
    object((client) =>
      client.send(new s3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })),
    ),
  ],
  [
    's3:CreateBucket',
    'CreateBucket',
    object((client) =>
      client.send(
        new s3.CreateBucketCommand({ Bucket: 'another', CreateBucketConfiguration: { LocationConstraint: REGION } }),
      ),
    ),
  ],
  [
    's3:PutObject',
    'CreateMultipartUpload',
    object((client) => client.send(new s3.CreateMultipartUploadCommand({ Bucket, Key }))),
  ],
  [
    's3:AbortMultipartUpload',
    'AbortMultipartUpload',
    object((client) => client.send(new s3.AbortMultipartUploadCommand({ Bucket, Key, UploadId }))),
  ],
  ['ssm:GetParameter', 'GetParameter', parameter((client) => client.send(new ssm.GetParameterCommand({ Name: 'p' })))],
  [
    'ssm:GetParameters',
    'GetParameters',
    parameter((client) => client.send(new ssm.GetParametersCommand({ Names: ['p'] }))),
  ],
  [
    'ssm:PutParameter',
    'PutParameter',
    parameter((client) => client.send(new ssm.PutParameterCommand({ Name: 'q', Value: 'v', Type: 'String' }))),
  ],
];
