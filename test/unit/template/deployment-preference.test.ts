import { describe, expect, test } from '@jest/globals';
import { shiftedAliases } from '../../../src/template/deployment-preference.ts';
import { parseTemplate } from '../../../src/template/parse.ts';

const shifted = (...lines: readonly string[]) => shiftedAliases(parseTemplate(lines.join('\n'), 't'));
const one = (properties: string) =>
  shifted('Resources:', `  F: {Type: AWS::Serverless::Function, Properties: {${properties}}}`);

describe('aliases that CodeDeploy moves', () => {
  test.each([
    ['with an alias and a preference', 'AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}', ['F']],
    ['with an alias alone', 'AutoPublishAlias: live', undefined],
    ['with a preference alone', 'DeploymentPreference: {Type: AllAtOnce}', undefined],
    ['with one that is off', 'AutoPublishAlias: l, DeploymentPreference: {Type: X, Enabled: false}', undefined],
    [
      'with one that is off in text',
      "AutoPublishAlias: l, DeploymentPreference: {Type: X, Enabled: 'False'}",
      undefined,
    ],
  ])('of a SAM function %s', (_what, properties, expected) => {
    expect(one(properties)?.functions).toEqual(expected);
  });

  test('by Globals, key by key', () => {
    const globals = 'Globals: {Function: {AutoPublishAlias: live, DeploymentPreference: {Type: AllAtOnce}}}';
    const off = '  Off: {Type: AWS::Serverless::Function, Properties: {DeploymentPreference: {Enabled: false}}}';
    expect(shifted(globals, 'Resources:', '  On: {Type: AWS::Serverless::Function, Properties: {}}', off)).toEqual({
      functions: ['On'],
      written: {},
    });
  });

  test('written out, by reference and by name', () => {
    const alias = (update: string) =>
      `{Type: AWS::Lambda::Alias, UpdatePolicy: {CodeDeployLambdaAliasUpdate: ${update}}}`;
    expect(
      shifted(
        'Resources:',
        `  Live: ${alias('{ApplicationName: !Ref App, DeploymentGroupName: orders}')}`,
        `  Computed: ${alias('{ApplicationName: !Sub "${App}", DeploymentGroupName: orders}')}`,
        '  Plain: {Type: AWS::Lambda::Alias}',
      ),
    ).toEqual({ functions: [], written: { Live: { application: { ref: 'App' }, group: { name: 'orders' } } } });
  });
});
