import { GetTemplateCommand, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { useEmulator } from './emulator/room.ts';
import { putObject, refusal, Stacks } from './emulator/testing.ts';

const { emulator, stacks } = useEmulator();

const QUEUE = { Type: 'AWS::SQS::Queue' };
const SAM = 'AWS::Serverless-2016-10-31';
const INLINE_FUNCTION = {
  Type: 'AWS::Serverless::Function',
  Properties: { Runtime: 'nodejs22.x', Handler: 'index.handler', InlineCode: 'exports.handler = async () => 1' },
};

async function resourcesOf(region: string, template: object): Promise<string[]> {
  const there = new Stacks(emulator.url, region);
  const id = await there.createChangeSet('conditions', template, { ChangeSetType: 'CREATE' });
  const { Changes } = await there.describeChangeSet(id);
  return (Changes ?? []).map((change) => change.ResourceChange?.LogicalResourceId ?? '').sort();
}

describe('Conditions', () => {
  const template = {
    Parameters: { Stage: { Type: 'String', Default: 'prod' } },
    Mappings: { Roles: { 'eu-west-1': { role: 'primary' }, 'us-east-1': { role: 'secondary' } } },
    Conditions: {
      IsHome: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
      IsAway: { 'Fn::Not': [{ Condition: 'IsHome' }] },
      IsPrimary: { 'Fn::Equals': [{ 'Fn::FindInMap': ['Roles', { Ref: 'AWS::Region' }, 'role'] }, 'primary'] },
      HomeAndProd: { 'Fn::And': [{ Condition: 'IsHome' }, { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }] },
      AwayOrTest: { 'Fn::Or': [{ Condition: 'IsAway' }, { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] }] },
      Joined: { 'Fn::Equals': [{ 'Fn::Join': ['/', [{ Ref: 'AWS::Region' }, { Ref: 'Stage' }]] }, 'eu-west-1/prod'] },
      Named: {
        'Fn::Equals': [
          { 'Fn::Sub': '${AWS::Partition}:${AWS::AccountId}:${AWS::StackName}' },
          'aws:111111111111:conditions',
        ],
      },
    },
    Resources: Object.fromEntries(
      ['IsHome', 'IsAway', 'IsPrimary', 'HomeAndProd', 'AwayOrTest', 'Joined', 'Named'].map((name) => [
        `On${name}`,
        { ...QUEUE, Condition: name },
      ]),
    ),
  };

  test('see the region, account, partition and stack name; a change set lists only what they want', async () => {
    expect(await resourcesOf('eu-west-1', template)).toEqual([
      'OnHomeAndProd',
      'OnIsHome',
      'OnIsPrimary',
      'OnJoined',
      'OnNamed',
    ]);
    expect(await resourcesOf('us-east-1', template)).toEqual(['OnAwayOrTest', 'OnIsAway', 'OnNamed']);
  });

  test('decide Fn::If, outputs and AWS::NoValue in the deployed stack', async () => {
    const found = await stacks.deploy('if', {
      Conditions: { Home: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } },
      Resources: {
        Queue: { ...QUEUE, Properties: { DelaySeconds: { 'Fn::If': ['Home', 1, { Ref: 'AWS::NoValue' }] } } },
      },
      Outputs: {
        Where: { Value: { 'Fn::If': ['Home', 'home', 'away'] } },
        Hidden: { Condition: 'Home', Value: 'shown at home' },
      },
    });
    expect(found.Outputs?.map((output) => output.OutputValue)).toEqual(['home', 'shown at home']);
  });

  test('refuse to look at resources and at conditions that are not there', async () => {
    const withCondition = (condition: object) =>
      refusal(
        stacks.createChangeSet(
          'bad',
          { Conditions: { C: condition }, Resources: { Queue: QUEUE } },
          { ChangeSetType: 'CREATE' },
        ),
      );
    expect((await withCondition({ 'Fn::Equals': [{ Ref: 'Queue' }, 'x'] })).message).toContain(
      'Unresolved dependencies [Queue]',
    );
    expect((await withCondition({ 'Fn::Not': [{ Condition: 'Nope' }] })).message).toContain(
      'Unresolved condition dependency Nope',
    );
  });
});

describe('parameters', () => {
  const template = {
    Parameters: { Stage: { Type: 'String', AllowedValues: ['test', 'prod'] } },
    Resources: { Queue: QUEUE },
  };
  const create = (...parameters: readonly (readonly [string, string])[]) =>
    stacks.createChangeSet('parameters', template, {
      ChangeSetType: 'CREATE',
      Parameters: parameters.map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    });

  test('that the template does not declare are refused', async () => {
    expect(await refusal(create(['Stage', 'test'], ['Other', '1'], ['More', '2']))).toEqual({
      name: 'ValidationError',
      message: 'Parameters: [Other, More] do not exist in the template',
    });
  });

  test('without value are refused, and so is a value that is not allowed', async () => {
    expect((await refusal(create())).message).toBe('Parameters: [Stage] must have values');
    expect((await refusal(create(['Stage', 'dev']))).message).toBe("Parameter 'Stage' must be one of AllowedValues");
  });

  test('that are secret show as stars in change sets and stacks', async () => {
    const secret = {
      Parameters: { Password: { Type: 'String', NoEcho: true } },
      Resources: { Queue: { ...QUEUE, Properties: { QueueName: { Ref: 'Password' } } } },
    };
    const Parameters = [{ ParameterKey: 'Password', ParameterValue: 'hunter2' }];
    const id = await stacks.createChangeSet('secret', secret, { ChangeSetType: 'CREATE', Parameters });
    const stars = [{ ParameterKey: 'Password', ParameterValue: '****' }];
    expect((await stacks.describeChangeSet(id)).Parameters).toEqual(stars);
    const deployed = await stacks.deploy('secret2', secret, { Parameters });
    expect(deployed.Parameters).toEqual(stars);
    expect(deployed.StackStatus).toBe('CREATE_COMPLETE');
  });
});

describe('templates', () => {
  beforeAll(() => putObject(emulator.url, 'templates', 'some.yaml', '{}'));

  test('that are not where their URL says are refused with the answer of S3', async () => {
    const at = (TemplateURL: string) =>
      refusal(stacks.createChangeSet('url', {}, { ChangeSetType: 'CREATE', TemplateBody: undefined, TemplateURL }));
    const known = 'https://templates.s3.eu-west-1.amazonaws.com';
    expect((await at(`${known}/none.yaml`)).message).toContain('S3 error: The specified key does not exist.');
    expect((await at('https://no-such-bucket.s3.amazonaws.com/x')).message).toContain('S3 error: The specified bucket');
    expect((await at('https://sqs.eu-west-1.amazonaws.com/x/y')).message).toBe('TemplateURL must be a supported URL.');
  });

  test('of SAM that are invalid fail the change set with the words of the transform', async () => {
    const template = { Transform: SAM, Resources: { F: { Type: 'AWS::Serverless::Function', Properties: {} } } };
    const id = await stacks.createChangeSet('sam-invalid', template, { ChangeSetType: 'CREATE' });
    const found = await stacks.describeChangeSet(id);
    expect(found.Status).toBe('FAILED');
    expect(found.StatusReason).toMatch(
      /^Transform AWS::Serverless-2016-10-31 failed with: Invalid Serverless Application Specification document\. Number of errors found: 1\. Resource with id \[F\] is invalid\./,
    );
  });

  test('with circular dependencies are refused', async () => {
    const template = { Resources: { A: { ...QUEUE, DependsOn: 'B' }, B: { ...QUEUE, DependsOn: 'A' } } };
    expect(await refusal(stacks.createChangeSet('circle', template, { ChangeSetType: 'CREATE' }))).toEqual({
      name: 'ValidationError',
      message: 'Circular dependency between resources: [A, B]',
    });
  });

  test('that refer to what they do not define are refused', async () => {
    const create = (template: object) => refusal(stacks.createChangeSet('refs', template, { ChangeSetType: 'CREATE' }));
    const named = (value: object) => ({ ...QUEUE, Properties: { QueueName: value } });
    const sub = { 'Fn::Sub': '${AWS::Region}-${Queue.QueueName}-${!Literal}-${Gone}-${Given}' };
    expect((await create({ Resources: { Queue: QUEUE, Bad: named(sub) } })).message).toBe(
      'Template format error: Unresolved resource dependencies [Given, Gone] in the Resources block of the template',
    );
    const output = { Resources: { Queue: QUEUE }, Outputs: { O: { Value: { 'Fn::GetAtt': ['Nope', 'Arn'] } } } };
    expect((await create(output)).message).toContain('[Nope] in the Outputs block');
    const parameters = { Parameters: { Given: { Type: 'String', Default: 'x' } } };
    const bound = { 'Fn::Sub': ['${Given}-${Own}', { Own: { Ref: 'AWS::StackName' } }] };
    const good = await stacks.deploy('refs', { ...parameters, Resources: { Queue: named(bound) } });
    expect(good.StackStatus).toBe('CREATE_COMPLETE');
  });

  test('that import what nobody exports fail before anything is made', async () => {
    const Queue = { ...QUEUE, Properties: { QueueName: { 'Fn::ImportValue': 'nobodys' } } };
    expect((await stacks.deploy('import', { Resources: { Queue } })).StackStatus).toBe('ROLLBACK_COMPLETE');
    const events = await stacks.events('import');
    expect(events.map((event) => event.LogicalResourceId)).not.toContain('Queue');
    expect(events.find((event) => event.ResourceStatus === 'ROLLBACK_IN_PROGRESS')?.ResourceStatusReason).toBe(
      'No export named nobodys found. Rollback requested by user.',
    );
  });

  test('with roles need the capability, checked permissions or not', async () => {
    const template = { Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } } } };
    const create = stacks.createChangeSet('capability', template, { ChangeSetType: 'CREATE', Capabilities: [] });
    expect((await refusal(create)).message).toBe('Requires capabilities : [CAPABILITY_IAM]');
    const listed = await stacks.client.send(new ListStacksCommand({}));
    expect(listed.StackSummaries?.map((summary) => summary.StackName)).not.toContain('capability');
  });

  test('come back as they were sent, also with the SAM transform', async () => {
    const template = { Transform: SAM, Resources: { F: INLINE_FUNCTION } };
    await stacks.deploy('original', template);
    const found = await stacks.client.send(
      new GetTemplateCommand({ StackName: 'original', TemplateStage: 'Original' }),
    );
    expect(JSON.parse(found.TemplateBody ?? '')).toEqual(template);
  });
});
