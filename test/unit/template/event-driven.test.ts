import { describe, expect, test } from '@jest/globals';
import { switchesAtOnce } from '../../../src/template/event-driven.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { isStateful } from '../../../src/template/stateful.ts';

function switching(...lines: readonly string[]): readonly string[] {
  return switchesAtOnce(parseTemplate(lines.join('\n'), 't'));
}

const sqs = 'Events: {Q: {Type: SQS, Properties: {Queue: q}}}';
const shifted = 'AutoPublishAlias: live, DeploymentPreference: {Type: Canary10Percent5Minutes}';

describe('switchesAtOnce', () => {
  test.each(['SQS', 'Kinesis', 'DynamoDB', 'S3', 'SNS', 'EventBridgeRule', 'Schedule', 'ScheduleV2'])(
    'names a function that %s calls',
    (type) => {
      const properties = `{Events: {E: {Type: ${type}}}}`;
      expect(switching('Resources:', `  F: {Type: AWS::Serverless::Function, Properties: ${properties}}`)).toEqual([
        'F',
      ]);
    },
  );

  test.each(['Api', 'HttpApi'])('leaves out a function that only %s calls', (type) => {
    const properties = `{Events: {E: {Type: ${type}}}}`;
    expect(switching('Resources:', `  F: {Type: AWS::Serverless::Function, Properties: ${properties}}`)).toEqual([]);
  });

  test.each([
    ['an alias alone', 'AutoPublishAlias: live', ['F']],
    ['an alias that CodeDeploy moves in steps', shifted, []],
    ['an alias that CodeDeploy moves at once', 'AutoPublishAlias: l, DeploymentPreference: {Type: AllAtOnce}', ['F']],
    ['a preference that is switched off', `${shifted.slice(0, -1)}, Enabled: false}`, ['F']],
    ['a preference without an alias', 'DeploymentPreference: {Type: Linear10PercentEvery1Minute}', ['F']],
  ])('with %s', (_what, properties, expected) => {
    expect(
      switching('Resources:', `  F: {Type: AWS::Serverless::Function, Properties: {${properties}, ${sqs}}}`),
    ).toEqual(expected);
  });

  test('merges the deployment preference of globals key by key', () => {
    expect(
      switching(
        'Globals: {Function: {AutoPublishAlias: live, DeploymentPreference: {Type: Canary10Percent5Minutes}}}',
        'Resources:',
        `  F: {Type: AWS::Serverless::Function, Properties: {${sqs}}}`,
        `  G: {Type: AWS::Serverless::Function, Properties: {${sqs}, DeploymentPreference: {Enabled: false}}}`,
      ),
    ).toEqual(['G']);
  });

  test.each([
    ['AWS::Lambda::EventSourceMapping', '{FunctionName: !Ref F}'],
    ['AWS::Events::Rule', '{Targets: [{Id: a, Arn: !GetAtt F.Arn}]}'],
    ['AWS::Scheduler::Schedule', '{Target: {Arn: !GetAtt [F, Arn]}}'],
    ['AWS::SNS::Subscription', '{Protocol: lambda, Endpoint: !GetAtt F.Arn}'],
    ['AWS::S3::Bucket', '{NotificationConfiguration: {LambdaConfigurations: [{Function: !Sub "${F.Arn}"}]}}'],
    ['AWS::Logs::SubscriptionFilter', '{DestinationArn: !Sub ["${A}", {A: !GetAtt F.Arn}]}'],
  ])('finds the function that %s calls', (type, properties) => {
    expect(
      switching(
        'Resources:',
        '  F: {Type: AWS::Lambda::Function, Properties: {}}',
        `  C: {Type: ${type}, Properties: ${properties}}`,
      ),
    ).toEqual(['F']);
  });

  test('names a function whose alias is moved in steps where a rule beside it calls the function itself', () => {
    const by = (arn: string) =>
      switching(
        'Resources:',
        `  F: {Type: AWS::Serverless::Function, Properties: {${shifted}}}`,
        `  C: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: ${arn}}]}}`,
      );
    expect(by('!GetAtt F.Arn')).toEqual(['F']);
    expect(by('!Sub "${F.Arn}"')).toEqual(['F']);
    for (const alias of ['!Ref F.Alias', '!Ref FAliaslive', '!Sub "${F.Alias}"']) expect(by(alias)).toEqual([]);
  });

  test('leaves out what merely mentions a function', () => {
    expect(
      switching(
        'Resources:',
        '  F: {Type: AWS::Lambda::Function}',
        '  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F}}',
      ),
    ).toEqual([]);
  });
});

test.each([
  ['AWS::DynamoDB::Table', true],
  ['AWS::Serverless::SimpleTable', true],
  ['AWS::S3::Bucket', true],
  ['AWS::SQS::Queue', true],
  ['AWS::Cognito::UserPool', true],
  ['AWS::Lambda::Function', false],
  ['Custom::Thing', false],
])('%s holds state: %s', (type, stateful) => {
  expect(isStateful(type)).toBe(stateful);
});
