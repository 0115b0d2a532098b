import * as cfn from '@aws-sdk/client-cloudformation';
import * as s3 from '@aws-sdk/client-s3';
import * as ssm from '@aws-sdk/client-ssm';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cloud, startCloud } from './index.ts';
import { CALLS, type Call, object, REGION, stack, TEMPLATE } from './permission-calls.ts';
import { clientOptions, errorOf, keysOf } from './test-clients.ts';

const ACCOUNT = '111111111111';
let cloud: Cloud;
let roles = 0;
beforeAll(async () => {
  cloud = await startCloud({ regions: [REGION], auth: true });
  const root = new s3.S3Client(clientOptions(cloud, REGION));
  await root.send(
    new s3.CreateBucketCommand({ Bucket: 'artifacts', CreateBucketConfiguration: { LocationConstraint: REGION } }),
  );
  await root.send(new s3.PutObjectCommand({ Bucket: 'artifacts', Key: 'k', Body: TEMPLATE }));
  await root.send(new s3.PutObjectCommand({ Bucket: 'artifacts', Key: 'sam.json', Body: SAM_TEMPLATE }));
  await new ssm.SSMClient(clientOptions(cloud, REGION)).send(
    new ssm.PutParameterCommand({ Name: 'p', Value: 'v', Type: 'String' }),
  );
  const root2 = new cfn.CloudFormationClient(clientOptions(cloud, REGION));
  await root2.send(new cfn.CreateStackCommand({ StackName: 'there', TemplateBody: TEMPLATE }));
});
afterAll(() => cloud.stop());

const SAM_TEMPLATE = JSON.stringify({
  Transform: 'AWS::Serverless-2016-10-31',
  Resources: { Table: { Type: 'AWS::Serverless::SimpleTable' } },
});

/** Client options for a role of its own that may do everything (or exactly `only`) except `except`. */
async function sessionWith(rights: { only?: readonly object[]; except?: string }) {
  roles += 1;
  const all = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
  const deny = rights.except === undefined ? [] : [{ Effect: 'Deny', Action: rights.except, Resource: '*' }];
  const Statement = [...(rights.only ?? all), ...deny];
  const RoleArn = await cloud.createRole(ACCOUNT, `r${roles}`, { policies: [{ Version: '2012-10-17', Statement }] });
  const WebIdentityToken = cloud.oidc.token({ aud: 'sts.amazonaws.com' });
  const command = new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: 'run', WebIdentityToken });
  const keys = keysOf(await new STSClient(clientOptions(cloud, REGION)).send(command));
  return clientOptions(cloud, REGION, keys);
}

describe('exactly this permission is needed:', () => {
  test.each(CALLS)('%s for %s', async (permission, action, call) => {
    const without = await sessionWith({ except: permission });
    const only = await sessionWith({ only: [{ Effect: 'Allow', Action: permission, Resource: '*' }] });
    cloud.clearCalls();
    await errorOf(call(without));
    expect(cloud.deniedCalls).toMatchObject([{ action }]);
    cloud.clearCalls();
    // Whether the call makes sense does not matter here: it was let in.
    await call(only).catch(() => undefined);
    expect(cloud.calls).toHaveLength(1);
    expect(cloud.deniedCalls).toEqual([]);
  });

  test('s3:ListBucket to be told that an object is missing, instead of 403', async () => {
    const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const list = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::artifacts' };
    const get = object((client) => client.send(new s3.GetObjectCommand({ Bucket: 'artifacts', Key: 'none' })));
    const head = object((client) => client.send(new s3.HeadObjectCommand({ Bucket: 'artifacts', Key: 'none' })));
    const blind = await sessionWith({ only: [read] });
    expect((await errorOf(get(blind))).name).toBe('AccessDenied');
    expect(await errorOf(head(blind))).toMatchObject({ $metadata: { httpStatusCode: 403 } });
    const seeing = await sessionWith({ only: [read, list] });
    expect((await errorOf(get(seeing))).name).toBe('NoSuchKey');
    expect((await errorOf(head(seeing))).name).toBe('NotFound');
  });
});

describe('a call that names a change set by its ARN alone', () => {
  const ARN = `arn:aws:cloudformation:*:${ACCOUNT}:`;
  const allow = (Action: string, Resource: string, more: object = {}) => ({
    Effect: 'Allow',
    Action,
    Resource,
    ...more,
  });
  let id: string;
  beforeAll(async () => {
    const root = new cfn.CloudFormationClient(clientOptions(cloud, REGION));
    const input = { StackName: 'there', ChangeSetName: 'mine', TemplateBody: TEMPLATE };
    id = (await root.send(new cfn.CreateChangeSetCommand(input))).Id ?? '';
  });
  const describe_: Call = stack((client) => client.send(new cfn.DescribeChangeSetCommand({ ChangeSetName: id })));

  test.each([
    ['DescribeChangeSet', describe_],
    ['ExecuteChangeSet', stack((client) => client.send(new cfn.ExecuteChangeSetCommand({ ChangeSetName: id })))],
    ['DeleteChangeSet', stack((client) => client.send(new cfn.DeleteChangeSetCommand({ ChangeSetName: id })))],
  ])('is asked for on its stack: %s', async (action, call) => {
    const onChangeSet = await sessionWith({ only: [allow(`cloudformation:${action}`, `${ARN}changeSet/*`)] });
    expect((await errorOf(call(onChangeSet))).message).toMatch(/on resource: arn:aws:cloudformation:.*:stack\/there\//);
    const onStack = await sessionWith({ only: [allow(`cloudformation:${action}`, `${ARN}stack/there/*`)] });
    cloud.clearCalls();
    await call(onStack).catch(() => undefined);
    expect(cloud.deniedCalls).toEqual([]);
  });

  test('is asked for on the change set where it wants its events', async () => {
    const call = stack((client) => client.send(new cfn.DescribeEventsCommand({ ChangeSetName: id })));
    const onStack = await sessionWith({ only: [allow('cloudformation:DescribeEvents', `${ARN}stack/*`)] });
    expect((await errorOf(call(onStack))).message).toContain(`on resource: ${id}`);
    const onChangeSet = await sessionWith({ only: [allow('cloudformation:DescribeEvents', `${ARN}changeSet/mine/*`)] });
    cloud.clearCalls();
    await call(onChangeSet).catch(() => undefined);
    expect(cloud.deniedCalls).toEqual([]);
  });

  test('has the name of the change set as a condition key', async () => {
    const named = (name: string) =>
      sessionWith({
        only: [
          allow('cloudformation:DescribeChangeSet', '*', {
            Condition: { StringEquals: { 'cloudformation:ChangeSetName': name } },
          }),
        ],
      });
    expect((await errorOf(describe_(await named('other')))).name).toBe('AccessDenied');
    cloud.clearCalls();
    await describe_(await named('mine')).catch(() => undefined);
    expect(cloud.deniedCalls).toEqual([]);
  });
});

describe('CloudFormation also asks for what it does in the name of the caller:', () => {
  let stacks = 0;
  const change = (input: Partial<cfn.CreateChangeSetCommandInput>): Call => {
    stacks += 1;
    const name = `new-${stacks}`;
    return stack((client) =>
      client.send(
        new cfn.CreateChangeSetCommand({ StackName: name, ChangeSetName: 'c', ChangeSetType: 'CREATE', ...input }),
      ),
    );
  };
  const own = { Effect: 'Allow', Action: 'cloudformation:*', Resource: `arn:aws:cloudformation:*:${ACCOUNT}:stack/*` };
  const transform = {
    Effect: 'Allow',
    Action: 'cloudformation:CreateChangeSet',
    Resource: 'arn:aws:cloudformation:*:aws:transform/Serverless-2016-10-31',
  };
  const TemplateURL = `https://s3.${REGION}.amazonaws.com/artifacts/sam.json`;
  const Capabilities: cfn.Capability[] = ['CAPABILITY_AUTO_EXPAND', 'CAPABILITY_IAM'];

  test('a transform', async () => {
    const keys = await sessionWith({ only: [own] });
    expect((await errorOf(change({ TemplateBody: SAM_TEMPLATE })(keys))).message).toContain(
      `cloudformation:CreateChangeSet on resource: arn:aws:cloudformation:${REGION}:aws:transform/Serverless-2016-10-31`,
    );
    await change({ TemplateBody: TEMPLATE })(keys);
    await change({ TemplateBody: SAM_TEMPLATE, Capabilities })(await sessionWith({ only: [own, transform] }));
  });

  test('a template in a bucket', async () => {
    cloud.clearCalls();
    const refused = await errorOf(change({ TemplateURL, Capabilities })(await sessionWith({ only: [own, transform] })));
    expect(refused.message).toMatch(/^S3 error: Access Denied/);
    expect(cloud.deniedCalls).toHaveLength(1);
    const readable = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::artifacts/*' };
    await change({ TemplateURL, Capabilities })(await sessionWith({ only: [own, transform, readable] }));
  });

  test('a service role', async () => {
    const RoleARN = await cloud.createRole(ACCOUNT, 'service', {
      trust: {
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
    });
    const withRole = change({ TemplateBody: TEMPLATE, RoleARN });
    expect((await errorOf(withRole(await sessionWith({ only: [own] })))).message).toContain(
      `iam:PassRole on resource: ${RoleARN}`,
    );
    const pass = (service: string) => ({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: RoleARN,
      Condition: { StringEquals: { 'iam:PassedToService': service } },
    });
    const toLambda = await sessionWith({ only: [own, pass('lambda.amazonaws.com')] });
    expect((await errorOf(withRole(toLambda))).name).toBe('AccessDenied');
    await withRole(await sessionWith({ only: [own, pass('cloudformation.amazonaws.com')] }));
  });

  test('a permission on one stack does not reach another', async () => {
    const one = { ...own, Resource: `arn:aws:cloudformation:*:${ACCOUNT}:stack/there/*` };
    const keys = await sessionWith({ only: [one] });
    await stack((client) => client.send(new cfn.DescribeStacksCommand({ StackName: 'there' })))(keys);
    expect(
      (await errorOf(stack((client) => client.send(new cfn.DescribeStacksCommand({ StackName: 'other' })))(keys))).name,
    ).toBe('AccessDenied');
  });
});
