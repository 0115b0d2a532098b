import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/errors.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { readTemplate } from '../../../src/template/read.ts';

const yaml = `AWSTemplateFormatVersion: 2010-09-09
Transform:
  - AWS::LanguageExtensions
  - Name: AWS::Serverless-2016-10-31
Globals:
  Function: {Timeout: 5}
Parameters:
  Stage:
    Type: String
    Default: 0123
  Secret: {Type: String, NoEcho: "true"}
  Names:
    Type: CommaDelimitedList
    Default: a,b
Resources:
  Role:
    Type: AWS::IAM::Role
    Condition: IsFirst
    DeletionPolicy: Retain
    Properties:
      RoleName: !Sub "\${AWS::StackName}-\${Stage}"
      Path: !If [IsFirst, !Ref Stage, !GetAtt Other.Nested.Arn]
      Tags: !Split [",", !FindInMap [A, !Ref B, c]]
      Enabled: yes
      Account: 012345678901
      Count: 1_000
      Nothing:
  Fn::ForEach::Functions:
    - Name
    - !Ref Names
    - Function\${Name}:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: ./src/\${Name}
`;

function refusal(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseTemplate', () => {
  const template = parseTemplate(yaml, 'template.yaml');

  test('writes short-form functions out as CloudFormation reads them', () => {
    expect(template.resources[0]).toMatchObject({
      logicalId: 'Role',
      type: 'AWS::IAM::Role',
      condition: 'IsFirst',
      deletionPolicy: 'Retain',
      properties: {
        RoleName: { 'Fn::Sub': '${AWS::StackName}-${Stage}' },
        Path: { 'Fn::If': ['IsFirst', { Ref: 'Stage' }, { 'Fn::GetAtt': ['Other', 'Nested.Arn'] }] },
        Tags: { 'Fn::Split': [',', { 'Fn::FindInMap': ['A', { Ref: 'B' }, 'c'] }] },
      },
    });
  });

  test('reads plain values as YAML 1.1, but never takes digits with a leading zero for an octal number', () => {
    const { properties } = template.resources[0] ?? {};
    expect(properties).toMatchObject({ Enabled: true, Account: '012345678901', Count: 1000, Nothing: null });
    expect(template.data['AWSTemplateFormatVersion']).toBe('2010-09-09');
  });

  test('tells parameters with their type, default, secrecy and place', () => {
    expect(template.parameters).toEqual([
      {
        name: 'Stage',
        type: 'String',
        hasDefault: true,
        noEcho: false,
        defaultText: '0123',
        location: { file: 'template.yaml', line: 8, column: 3 },
      },
      {
        name: 'Secret',
        type: 'String',
        hasDefault: false,
        noEcho: true,
        location: { file: 'template.yaml', line: 11, column: 3 },
      },
      expect.objectContaining({ name: 'Names', type: 'CommaDelimitedList', defaultText: 'a,b' }),
    ]);
  });

  test('lists transforms, globals and the resources inside of loops', () => {
    expect(template.transforms).toEqual(['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31']);
    expect(template.globals).toEqual({ Function: { Timeout: 5 } });
    expect(template.resources[1]).toMatchObject({
      logicalId: 'Function${Name}',
      path: ['Resources', 'Fn::ForEach::Functions', 2, 'Function${Name}'],
    });
  });

  test.each([
    ['Role', 16],
    ['Role.Properties.Path', 22],
    ['Role.Properties.Path.Deeper[3]', 22],
    ['/Resources/Role/Properties/Tags', 23],
    ['Names', 12],
    ['Globals.Function.Timeout', 6],
    ['Role.NotThere', 16],
  ])('locates %s', (path, line) => {
    expect(template.locate(path)).toMatchObject({ file: 'template.yaml', line });
  });

  test('locates nothing for what the template does not have', () => {
    expect(template.locate('Nobody')).toBeUndefined();
  });

  test('reads JSON, also with tabs, and locates in it', () => {
    const json = parseTemplate('{\n\t"Resources": {\n\t\t"Queue": {"Type": "AWS::SQS::Queue"}\n\t}\n}', 'a.json');
    expect(json.resources[0]?.type).toBe('AWS::SQS::Queue');
    expect(json.locate('Queue')).toEqual({ file: 'a.json', line: 3, column: 3 });
  });

  test('takes and locates the last of two keys that are the same, as CloudFormation does', () => {
    const twice = parseTemplate('Resources:\n  A: {Type: One}\n  A: {Type: Two}\n', 't');
    expect(twice.resources.map(({ type }) => type)).toEqual(['Two']);
    expect(twice.locate('A')).toMatchObject({ line: 3 });
  });

  test('follows anchors and merges, and keys of a map win over merged ones', () => {
    const merged = parseTemplate(
      'Base: &base {A: 1, B: 2}\nResources:\n  X:\n    Type: T\n    Properties:\n      B: 3\n      <<: *base\n',
      't.yaml',
    );
    expect(merged.resources[0]?.properties).toEqual({ A: 1, B: 3 });
  });

  test('takes no more time for aliases of aliases than for the text', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    const text = ['a0: &a0 [x]', ...lines, 'Resources: {X: {Type: T}}'].join('\n');
    expect(parseTemplate(text, 't.yaml').resources).toHaveLength(1);
  });

  test.each([
    ['broken YAML', 'Resources:\n  A: [1,\n  B: }', 'template-not-yaml', 3],
    ['an alias of itself', 'Resources: &a\n  A: *a', 'template-not-yaml', undefined],
    ['a list', '- a', 'template-not-cloudformation', undefined],
    ['an empty file', '', 'template-not-cloudformation', undefined],
    ['no resources', 'Parameters: {}', 'template-not-cloudformation', undefined],
    ['an empty Resources section', 'Resources: {}', 'template-not-cloudformation', undefined],
    ['broken JSON', '{"Resources": {"A": }', 'template-not-yaml', 1],
  ])('refuses %s', (_what, text, code, line) => {
    const error = refusal(() => parseTemplate(text, 'x/template.yaml'));
    expect(error).toMatchObject({ code, location: { file: 'x/template.yaml' } });
    expect(error.location?.line).toBe(line);
    expect(error.message).toContain('x/template.yaml');
  });
});

describe('readTemplate', () => {
  test('names a template that is not there', async () => {
    const absent = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    await expect(readTemplate('/a/none.yaml', () => Promise.reject(absent))).rejects.toMatchObject({
      code: 'template-missing',
      message: 'The template /a/none.yaml does not exist.',
    });
  });

  test('reads a file that begins with a byte order mark', async () => {
    const template = await readTemplate('t.yaml', async () => '\uFEFFResources: {Q: {Type: AWS::SQS::Queue}}');
    expect(template.resources[0]?.logicalId).toBe('Q');
  });
});
