import { describe, expect, test } from '@jest/globals';
import { addPreference } from '../../../src/template/add-preference.ts';
import { parseTemplate } from '../../../src/template/parse.ts';

const TYPE = 'Canary10Percent5Minutes';
const added = (...lines: readonly string[]) => {
  const { text, functions } = addPreference(parseTemplate(lines.join('\n'), 't'), TYPE);
  const { data, resources } = parseTemplate(text, 't');
  const preferences = resources.flatMap(({ logicalId, properties }) =>
    'DeploymentPreference' in properties ? [[logicalId, properties['DeploymentPreference']]] : [],
  );
  return { text, functions, data, preferences };
};
const fn = (id: string, ...properties: readonly string[]) => [
  `  ${id}:`,
  '    Type: AWS::Serverless::Function',
  '    Properties:',
  ...properties.map((line) => `      ${line}`),
];

describe('a DeploymentPreference is added', () => {
  test('to functions with an alias that say nothing of it, and everything else stays byte for byte', () => {
    const before = ['Resources:', '  # ours', ...fn('F', 'AutoPublishAlias: live # here', 'Handler: "a.b"')];
    const { text, functions, preferences } = added(...before);
    expect(functions).toEqual(['F']);
    expect(preferences).toEqual([['F', { Type: TYPE }]]);
    const line = `      DeploymentPreference: { Type: ${TYPE} }`;
    expect(text.split('\n')).toEqual([...before.slice(0, 5), line, ...before.slice(5)]);
  });

  test('where the alias comes from Globals, also to a function without properties', () => {
    const globals = ['Globals: { Function: { AutoPublishAlias: live } }', 'Resources:'];
    const { preferences } = added(
      ...globals,
      '  F:',
      '    Type: AWS::Serverless::Function',
      ...fn('G', 'Handler: a.b'),
    );
    expect(preferences).toEqual([
      ['F', { Type: TYPE }],
      ['G', { Type: TYPE }],
    ]);
  });

  test('in JSON', () => {
    const resource = { Type: 'AWS::Serverless::Function', Properties: { AutoPublishAlias: { Ref: 'Alias' } } };
    const { preferences } = added(JSON.stringify({ Resources: { F: resource } }, null, 1));
    expect(preferences).toEqual([['F', { Type: TYPE }]]);
  });

  test('in a loop', () => {
    const properties = '{ Type: AWS::Serverless::Function, Properties: { AutoPublishAlias: live } }';
    const { functions, data } = added(
      'Resources:',
      `  Fn::ForEach::All: [Name, [A, B], { "F\${Name}": ${properties} }]`,
    );
    expect(functions).toEqual(['F${Name}']);
    expect(JSON.stringify(data)).toContain(`"DeploymentPreference":{"Type":"${TYPE}"}`);
  });

  test('where properties are shared by a YAML alias', () => {
    const { preferences } = added(
      'Resources:',
      '  F: {Type: AWS::Serverless::Function, Properties: &p {AutoPublishAlias: live, Role: !GetAtt R.Arn}}',
      '  G: {Type: AWS::Serverless::Function, Properties: *p}',
    );
    expect(preferences).toEqual([
      ['F', { Type: TYPE }],
      ['G', { Type: TYPE }],
    ]);
  });
});

describe('the text stays as it is for', () => {
  test.each([
    ['a function without an alias', fn('F', 'Handler: a.b')],
    ['one with a preference of its own', fn('F', 'AutoPublishAlias: l', 'DeploymentPreference: { Type: AllAtOnce }')],
    ['one that switched it off', fn('F', 'AutoPublishAlias: l', 'DeploymentPreference: { Enabled: false }')],
    ['other resources', ['  F: { Type: AWS::Lambda::Function, Properties: { AutoPublishAlias: l } }']],
  ])('%s', (_what, resources) => {
    const { functions, text } = added('Resources:', ...resources);
    expect([functions, text]).toEqual([[], ['Resources:', ...resources].join('\n')]);
  });

  test.each(['Type: AllAtOnce', 'Enabled: false'])('all functions where Globals say it: %s', (preference) => {
    const globals = `Globals: { Function: { AutoPublishAlias: l, DeploymentPreference: { ${preference} } } }`;
    expect(added(globals, 'Resources:', ...fn('F', 'Handler: a.b')).functions).toEqual([]);
  });

  test('a function that is the hook of another one', () => {
    const shifted = 'DeploymentPreference: { Type: AllAtOnce, Hooks: { PreTraffic: !Ref Hook } }';
    const functions = [...fn('F', 'AutoPublishAlias: l', shifted), ...fn('Hook', 'AutoPublishAlias: l')];
    expect(added('Resources:', ...functions).functions).toEqual([]);
  });
});
