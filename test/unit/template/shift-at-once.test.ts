import { describe, expect, test } from '@jest/globals';
import { parseTemplate } from '../../../src/template/parse.ts';
import { shiftAtOnce } from '../../../src/template/shift-at-once.ts';

/** SAM makes an empty `AlarmConfiguration` of it, which takes alarms away. */
const NONE = [{ Ref: 'AWS::NoValue' }];

const shifted = (text: string) => {
  const result = shiftAtOnce(parseTemplate(text, 'template.yaml'));
  return { ...result, data: parseTemplate(result.text, 'template.yaml').data };
};

describe('a template for an update that must not be held up', () => {
  test('moves all traffic of a SAM function at once, without alarms and hooks', () => {
    const { changed, data } = shifted(`Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://bucket/key
      AutoPublishAlias: live
      Environment: { Variables: { TABLE: !Ref Table, WHERE: !Sub "\${AWS::Region}" } }
      DeploymentPreference:
        Type: Canary10Percent5Minutes
        Alarms: [!Ref Errors]
        Hooks: { PreTraffic: !Ref Check }
        Role: !GetAtt Deployer.Arn
  Table: { Type: AWS::Serverless::SimpleTable }
`);
    expect(changed).toEqual(['Fn']);
    expect(data).toMatchObject({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Fn: {
          Properties: {
            AutoPublishAlias: 'live',
            Environment: { Variables: { TABLE: { Ref: 'Table' }, WHERE: { 'Fn::Sub': '${AWS::Region}' } } },
            DeploymentPreference: { Type: 'AllAtOnce', Role: { 'Fn::GetAtt': expect.anything() }, Alarms: NONE },
          },
        },
      },
    });
    expect(JSON.stringify(data)).not.toMatch(/Errors|Hooks/);
  });

  test('does the same where all functions share the setting', () => {
    const { changed, data } = shifted(`Globals:
  Function: { Runtime: nodejs22.x, DeploymentPreference: { Type: Linear10PercentEvery1Minute, Alarms: [a] } }
Resources: { Fn: { Type: AWS::Serverless::Function } }
`);
    expect(changed).toEqual(['all functions']);
    expect(data['Globals']).toEqual({
      Function: { Runtime: 'nodejs22.x', DeploymentPreference: { Type: 'AllAtOnce', Alarms: NONE } },
    });
  });

  test('does the same for deployments that are written out, and leaves those of servers alone', () => {
    const { changed, data } = shifted(`Resources:
  Group:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      DeploymentConfigName: CodeDeployDefault.LambdaCanary10Percent5Minutes
      AlarmConfiguration: { Enabled: true, Alarms: [{ Name: a }] }
  Servers:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties: { DeploymentConfigName: CodeDeployDefault.OneAtATime, AlarmConfiguration: { Enabled: true } }
  Live:
    Type: AWS::Lambda::Alias
    UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: a, BeforeAllowTrafficHook: check } }
`);
    expect(changed).toEqual(['Group', 'Live']);
    expect(data['Resources']).toEqual({
      Group: {
        Type: 'AWS::CodeDeploy::DeploymentGroup',
        Properties: {
          DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
          AlarmConfiguration: { Enabled: false, Alarms: [] },
        },
      },
      Servers: {
        Type: 'AWS::CodeDeploy::DeploymentGroup',
        Properties: { DeploymentConfigName: 'CodeDeployDefault.OneAtATime', AlarmConfiguration: { Enabled: true } },
      },
      Live: {
        Type: 'AWS::Lambda::Alias',
        UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: 'a' } },
      },
    });
  });

  test('takes alarms away also where it has none: the group has those of the release that is left', () => {
    const { changed, data } = shifted(
      'Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { DeploymentPreference: { Type: AllAtOnce } } } }',
    );
    expect(changed).toEqual(['Fn']);
    expect(JSON.stringify(data)).toContain(JSON.stringify({ Type: 'AllAtOnce', Alarms: NONE }));
  });

  test('does the same for a group of an alias whose configuration is called something else', () => {
    const { changed } = shifted(`Resources:
  Group: { Type: AWS::CodeDeploy::DeploymentGroup, Properties: { DeploymentConfigName: !Ref Slowly } }
  Live:
    Type: AWS::Lambda::Alias
    UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: a, DeploymentGroupName: !Ref Group } }
`);
    expect(changed).toEqual(['Group']);
  });

  test.each([
    ['has no deployments', 'Resources: { Fn: { Type: AWS::Serverless::Function } }'],
    [
      'has them switched off',
      'Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { DeploymentPreference: { Enabled: false, Type: Canary10Percent5Minutes } } } }',
    ],
  ])('stays as it is, byte for byte, where it %s', (_what, text) => {
    expect(shiftAtOnce(parseTemplate(text, 'template.yaml'))).toEqual({ text, changed: [] });
  });
});
