import { DeleteChangeSetCommand, DescribeStacksCommand, ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { useEmulator } from './emulator/room.ts';
import { clientConfig, putObject, refusal } from './emulator/testing.ts';

const { emulator, stacks } = useEmulator();

const QUEUE = { Type: 'AWS::SQS::Queue' };
const SAM = 'AWS::Serverless-2016-10-31';
const INLINE_FUNCTION = {
  Type: 'AWS::Serverless::Function',
  Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', InlineCode: 'exports.handler = async () => 1' },
};

describe('nested stacks', () => {
  const child = (delay: number) => ({
    Transform: SAM,
    Parameters: { Name: { Type: 'String' } },
    Resources: {
      Function: INLINE_FUNCTION,
      Queue: { ...QUEUE, Properties: { DelaySeconds: delay, QueueName: '{{resolve:ssm:/queue-name}}' } },
    },
    Outputs: { Function: { Value: { Ref: 'Function' } }, Queue: { Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] } } },
  });
  const parent = (url: string) => ({
    Transform: SAM,
    Resources: {
      Child: { Type: 'AWS::Serverless::Application', Properties: { Location: url, Parameters: { Name: 'n' } } },
    },
    Outputs: {
      Function: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.Function'] } },
      Queue: { Value: { 'Fn::GetAtt': ['Child', 'Outputs.Queue'] } },
    },
  });

  beforeAll(async () => {
    const ssm = new SSMClient(clientConfig(emulator.url));
    await ssm.send(new PutParameterCommand({ Name: '/queue-name', Value: 'from-ssm', Type: 'String' }));
    await putObject(emulator.url, 'templates', 'child-1.yaml', JSON.stringify(child(1)));
    await putObject(emulator.url, 'templates', 'child-2.yaml', JSON.stringify(child(2)));
  });

  test('with the SAM transform and dynamic references deploy from any form of S3 URL and follow updates', async () => {
    const deployed = await stacks.deploy('nest', parent('https://templates.s3.eu-west-1.amazonaws.com/child-1.yaml'));
    expect(deployed.StackStatus).toBe('CREATE_COMPLETE');
    expect(deployed.Outputs?.[0]?.OutputValue).toContain('Function');
    expect(deployed.Outputs?.[1]?.OutputValue).toBe('from-ssm');

    const all = await stacks.client.send(new DescribeStacksCommand({}));
    const nested = all.Stacks?.find((stack) => stack.ParentId === deployed.StackId);
    expect(nested?.RootId).toBe(deployed.StackId);
    expect(await stacks.history(nested?.StackId ?? '')).toContain('FunctionRole CREATE_COMPLETE');

    const updated = await stacks.deploy('nest', parent('https://s3.eu-west-1.amazonaws.com/templates/child-2.yaml'));
    expect(updated.StackStatus).toBe('UPDATE_COMPLETE');
    expect(await stacks.history(nested?.StackId ?? '')).toContain('Queue UPDATE_COMPLETE');
  });

  test('are listed in every change set of their parent: they may have changed without it', async () => {
    const url = 'https://s3.amazonaws.com/templates/child-1.yaml';
    await stacks.deploy('automatic', parent(url));
    const id = await stacks.createChangeSet('automatic', parent(url));
    const { Changes } = await stacks.describeChangeSet(id);
    expect(Changes?.[0]?.ResourceChange).toMatchObject({
      LogicalResourceId: 'Child',
      Action: 'Modify',
      Replacement: 'False',
      Details: [{ ChangeSource: 'Automatic', Evaluation: 'Dynamic' }],
    });
  });

  test('have change sets of their own when asked for, which go with that of the root', async () => {
    const url = (version: number) => `https://s3.amazonaws.com/templates/child-${version}.yaml`;
    await stacks.deploy('included', parent(url(1)));
    const including = { IncludeNestedStacks: true };
    const nestedOf = async (id: string) => {
      const { Changes } = await stacks.describeChangeSet(id);
      return Changes?.[0]?.ResourceChange?.ChangeSetId ?? '';
    };
    const same = await nestedOf(await stacks.createChangeSet('included', parent(url(1)), including));
    expect((await stacks.describeChangeSet(same)).StatusReason).toContain("didn't contain changes");

    const root = await stacks.createChangeSet('included', parent(url(2)), including);
    const child = await stacks.describeChangeSet(await nestedOf(root));
    expect(child).toMatchObject({ ParentChangeSetId: root, RootChangeSetId: root, Status: 'CREATE_COMPLETE' });
    expect(child.Changes?.map((change) => change.ResourceChange?.LogicalResourceId)).toEqual(['Queue']);
    const alone = stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: child.ChangeSetId ?? '' }));
    expect((await refusal(alone)).name).toBe('InvalidChangeSetStatusException');
    await stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: root }));
    expect((await stacks.atRest('included')).StackStatus).toBe('UPDATE_COMPLETE');
    expect((await refusal(stacks.describeChangeSet(child.ChangeSetId ?? ''))).name).toBe('ChangeSetNotFoundException');

    const missing = await stacks.createChangeSet(
      'included',
      parent('https://s3.amazonaws.com/templates/no'),
      including,
    );
    expect((await stacks.describeChangeSet(missing)).StatusReason).toMatch(
      /^Nested change set .* was not successfully created/,
    );
  });

  test('that are new lie under review until their root is executed, and stay so when it is not', async () => {
    const url = 'https://s3.amazonaws.com/templates/child-1.yaml';
    const create = { IncludeNestedStacks: true, ChangeSetType: 'CREATE' } as const;
    const childrenOf = async (id: string) => {
      const all = await stacks.client.send(new DescribeStacksCommand({}));
      return all.Stacks?.filter((stack) => stack.ParentId === id).map(({ StackStatus }) => StackStatus);
    };
    const given = await stacks.createChangeSet('reviewed', parent(url), create);
    const { StackId = '' } = await stacks.describe('reviewed');
    expect(await childrenOf(StackId)).toEqual(['REVIEW_IN_PROGRESS']);
    await stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: given }));
    expect((await stacks.atRest('reviewed')).StackStatus).toBe('CREATE_COMPLETE');
    expect(await childrenOf(StackId)).toEqual(['CREATE_COMPLETE']);

    const refused = await stacks.createChangeSet('discarded', parent(url), create);
    const discarded = (await stacks.describe('discarded')).StackId ?? '';
    await stacks.client.send(new DeleteChangeSetCommand({ ChangeSetName: refused }));
    expect(await childrenOf(discarded)).toEqual(['REVIEW_IN_PROGRESS']);
  });

  test('that fail say so in the parent, roll back with it and leave nothing', async () => {
    const missing = {
      Resources: {
        Good: QUEUE,
        Bad: {
          Type: 'AWS::Lambda::Function',
          DependsOn: 'Good',
          Properties: {
            Handler: 'i.h',
            Runtime: 'nodejs22.x',
            Role: 'r',
            Code: { S3Bucket: 'templates', S3Key: 'no' },
          },
        },
      },
    };
    await putObject(emulator.url, 'templates', 'broken.yaml', JSON.stringify(missing));
    const ended = await stacks.deploy('nest-fails', {
      Resources: {
        Child: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: 'https://templates.s3.amazonaws.com/broken.yaml' },
        },
      },
    });
    expect(ended.StackStatus).toBe('ROLLBACK_COMPLETE');
    const failed = (await stacks.events('nest-fails')).find((event) => event.ResourceStatus === 'CREATE_FAILED');
    expect(failed?.ResourceStatusReason).toMatch(
      /^Embedded stack arn:.* was not successfully created: The following resource\(s\) failed to create: \[Bad\]\.$/,
    );
    const childId = failed?.PhysicalResourceId ?? '';
    expect((await stacks.describe(childId)).StackStatus).toBe('DELETE_COMPLETE');
    const history = await stacks.history(childId);
    expect(history).toEqual(expect.arrayContaining(['Bad CREATE_FAILED', 'Good DELETE_COMPLETE']));
  });
});
