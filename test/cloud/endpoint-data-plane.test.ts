import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from './index.ts';
import { clientOptions, rootKeys } from './test-clients.ts';

const OTHER = '222222222222';
let cloud: Cloud;
let outputs: Readonly<Record<string, string>>;

const CODE = `
import json, os, urllib.request
def handler(event, context):
    return {"statusCode": 200, "body": json.dumps({
        "region": os.environ["AWS_REGION"], "endpoint": os.environ["AWS_ENDPOINT_URL"], "body": event.get("body"),
        "query": event.get("queryStringParameters")})}
`;

const TEMPLATE = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    },
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'python3.13',
        Handler: 'index.handler',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Code: { ZipFile: CODE },
      },
    },
    Url: {
      Type: 'AWS::Lambda::Url',
      Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Function', 'Arn'] } },
    },
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } },
    Method: {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        RestApiId: { Ref: 'Api' },
        ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        HttpMethod: 'POST',
        AuthorizationType: 'NONE',
        Integration: {
          Type: 'AWS_PROXY',
          IntegrationHttpMethod: 'POST',
          Uri: {
            'Fn::Sub': `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Function.Arn}/invocations`,
          },
        },
      },
    },
    Deployment: {
      Type: 'AWS::ApiGateway::Deployment',
      DependsOn: 'Method',
      Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' },
    },
  },
  Outputs: {
    Api: { Value: { 'Fn::Sub': `https://\${Api}.execute-api.\${AWS::Region}.amazonaws.com/prod` } },
    Url: { Value: { 'Fn::GetAtt': ['Url', 'FunctionUrl'] } },
  },
};

beforeAll(async () => {
  cloud = await startCloud({ regions: ['eu-west-1', 'eu-central-1'] });
  const client = new CloudFormationClient(clientOptions(cloud, 'eu-central-1', rootKeys(OTHER)));
  await client.send(
    new CreateStackCommand({
      StackName: 'app',
      TemplateBody: JSON.stringify(TEMPLATE),
      Capabilities: ['CAPABILITY_IAM'],
    }),
  );
  await waitUntilStackCreateComplete({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { StackName: 'app' });
  const stack = (await client.send(new DescribeStacksCommand({ StackName: 'app' }))).Stacks?.[0];
  outputs = Object.fromEntries(
    (stack?.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? '']),
  );
});
afterAll(() => cloud.stop());

test('the address of an API in the stack outputs answers, in any account and region', async () => {
  const answer = await cloud.fetch(`${outputs['Api']}/?day=today`, { method: 'POST', body: 'order 7' });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ region: 'eu-central-1', body: 'order 7', query: { day: 'today' } });
  expect(cloud.calls.at(-1)).toMatchObject({
    service: 'execute-api',
    region: 'eu-central-1',
    action: 'POST /prod/',
    status: 200,
  });
});

test('the address of a function URL answers, and the function finds the endpoint for its own calls', async () => {
  const url = new URL(outputs['Url'] ?? '');
  expect(url.hostname).toMatch(/\.lambda-url\.eu-central-1\.on\.aws$/);
  const answer = await cloud.fetch(`https://${url.hostname}/`);
  expect(await answer.json()).toMatchObject({ region: 'eu-central-1', endpoint: cloud.url });
});

test('a lost region takes the traffic of its applications with it', async () => {
  cloud.blackout('eu-central-1', 'refuse');
  await expect(cloud.fetch(`${outputs['Api']}/`, { method: 'POST' })).rejects.toThrow();
  await expect(cloud.fetch(`https://${new URL(outputs['Url'] ?? '').hostname}/`)).rejects.toThrow();
  cloud.restore('eu-central-1');
  expect((await cloud.fetch(`${outputs['Api']}/`, { method: 'POST' })).status).toBe(200);
});
