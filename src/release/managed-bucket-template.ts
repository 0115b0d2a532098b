import { SAM_CLI_BUCKET, SAM_CLI_OUTPUT } from './managed-bucket-names.ts';

/**
 * Template of the bucket that SAM CLI shares between applications of an account and region. The same resources under
 * the same logical ids as SAM CLI makes, so that either tool finds what the other made: versioned, encrypted, closed to
 * the public, reached by TLS only, and readable for the Serverless Application Repository of the same account.
 */
export function managedBucketTemplate(): string {
  const bucket = { Ref: SAM_CLI_BUCKET };
  const bucketArn = { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${${SAM_CLI_BUCKET}}` };
  const objectArns = { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${${SAM_CLI_BUCKET}}/*` };
  return JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Managed Stack for AWS SAM CLI',
    Resources: {
      [SAM_CLI_BUCKET]: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          PublicAccessBlockConfiguration: {
            BlockPublicPolicy: true,
            BlockPublicAcls: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
          },
          VersioningConfiguration: { Status: 'Enabled' },
          Tags: [{ Key: 'ManagedStackSource', Value: 'AwsSamCli' }],
        },
      },
      [`${SAM_CLI_BUCKET}BucketPolicy`]: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: bucket,
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'serverlessrepo.amazonaws.com' },
                Action: ['s3:GetObject'],
                Resource: objectArns,
                Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
              },
              {
                Effect: 'Deny',
                Principal: '*',
                Action: ['s3:*'],
                Resource: [bucketArn, objectArns],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
            ],
          },
        },
      },
    },
    Outputs: { [SAM_CLI_OUTPUT]: { Value: bucket } },
  });
}
