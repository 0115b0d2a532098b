import {
  CreateHealthCheckCommand,
  type HealthCheckConfig,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions } from '../cloud/test-clients.ts';

export const NAME = 'api.example.com';

/** Where `PUT /orders/ID` writes, in the region that answers. Nobody makes it but who writes. */
export const ORDERS = 'orders';

/** An API that says where it runs and takes orders, and a bucket for stop signals. No `sam`: its code is in the template. */
export const failoverTemplate = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Release: { Type: String, Default: none }
  Endpoint: { Type: String, Default: none }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      # The first order loads the SDK. Stopped after the 3 s of the default on a busy machine, each would be the first.
      Timeout: 30
      Role: !GetAtt Role.Arn
      Environment: { Variables: { RELEASE: !Ref Release, ENDPOINT: !Ref Endpoint } }
      Code:
        ZipFile: |
          let client;
          const order = async (id) => {
            const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb');
            client ??= new DynamoDBClient({});
            await client.send(new PutItemCommand({ TableName: '${ORDERS}', Item: { id: { S: id } } }));
          };
          exports.handler = async ({ rawPath = '' }) => {
            if (rawPath.startsWith('/orders/')) await order(rawPath.slice('/orders/'.length));
            return {
              statusCode: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ region: process.env.AWS_REGION, release: process.env.RELEASE }),
            };
          };
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: !GetAtt Function.Arn, AuthType: NONE }
  Signals:
    Type: AWS::S3::Bucket
    Properties: { PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false } }
  SignalsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Signals
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: '*', Action: s3:GetObject, Resource: !Sub '\${Signals.Arn}/stop/*' }
Outputs:
  Url: { Value: !GetAtt Url.FunctionUrl }
  Signals: { Value: !Ref Signals }
  Function: { Value: !Ref Function }
  Endpoint: { Value: !Ref Endpoint }
`;

export const HEALTHY: Partial<HealthCheckConfig> = {
  Type: 'HTTPS',
  Port: 443,
  FailureThreshold: 2,
  RequestInterval: 10,
};

/** Makes a health check; returns its id. */
export async function createHealthCheck(cloud: Pick<Cloud, 'url'>, config: HealthCheckConfig): Promise<string> {
  const client = new Route53Client(clientOptions(cloud, 'us-east-1'));
  try {
    const CallerReference = JSON.stringify(config).slice(0, 60) + performance.now();
    const { HealthCheck } = await client.send(
      new CreateHealthCheckCommand({ CallerReference: CallerReference.slice(-64), HealthCheckConfig: config }),
    );
    return HealthCheck?.Id ?? '';
  } finally {
    client.destroy();
  }
}

export interface StopSwitch {
  /** Host of the primary's API. */
  readonly endpoint: string;
  /** Host of the bucket and key of the stop signal. */
  readonly signalHost: string;
  readonly key: string;
}

/** "Endpoint AND NOT stop": the check that the template of the stop switch makes. */
export async function stopSwitchChecks(cloud: Pick<Cloud, 'url'>, { endpoint, signalHost, key }: StopSwitch) {
  const common = { Type: 'HTTPS', Port: 443, FailureThreshold: 2, RequestInterval: 10, EnableSNI: true } as const;
  const [health, stop] = await Promise.all([
    createHealthCheck(cloud, { ...common, FullyQualifiedDomainName: endpoint, ResourcePath: '/status' }),
    createHealthCheck(cloud, {
      ...common,
      FullyQualifiedDomainName: signalHost,
      ResourcePath: `/${key}`,
      Inverted: true,
    }),
  ]);
  const primary = await createHealthCheck(cloud, {
    Type: 'CALCULATED',
    HealthThreshold: 2,
    ChildHealthChecks: [health, stop],
  });
  return { health, stop, primary };
}

/** A record of a failover pair. */
export function failoverRecord(
  SetIdentifier: string,
  Failover: 'PRIMARY' | 'SECONDARY',
  host: string,
  HealthCheckId?: string,
): ResourceRecordSet {
  const ResourceRecords = [{ Value: host }];
  return { Name: NAME, Type: 'CNAME', SetIdentifier, Failover, TTL: 1, ResourceRecords, HealthCheckId };
}
