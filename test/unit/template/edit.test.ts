import { describe, expect, test } from '@jest/globals';
import { replaceScalars } from '../../../src/template/edit.ts';
import { parseTemplate } from '../../../src/template/parse.ts';
import { withResourceIds } from '../../../src/template/resource-ids.ts';

const base = ['Resources', 'F', 'Properties'];

describe('replaceScalars', () => {
  test('changes the scalars that are named and no other byte', () => {
    const text = [
      '# first',
      'Resources:   # why',
      '  F:',
      '    Type:   AWS::Serverless::Function\r',
      "    Properties: { CodeUri: 's3://a/b', Other: s3://a/b }   ",
      '',
    ].join('\n');
    const edited = replaceScalars(parseTemplate(text, 't'), [{ path: [...base, 'CodeUri'], value: "s3://c/it's" }]);
    expect(edited).toBe(text.replace("'s3://a/b'", "'s3://c/it''s'"));
  });

  test.each([
    ['plain', 's3://a/b', 's3://new/key', 's3://new/key'],
    ['plain that would be no longer plain', 's3://a/b', 'x: y #z', '"x: y #z"'],
    ['double-quoted', '"s3://a/b"', 's3://n/"q"', '"s3://n/\\"q\\""'],
    ['folded', '>-\n        s3://a\n        /b\n', 's3://n/k', '"s3://n/k"\n'],
  ])('writes a %s scalar in its own style', (_style, before, value, after) => {
    const head = 'Resources:\n  F:\n    Type: T\n    Properties:\n      CodeUri: ';
    const text = `${head}${before}${before.endsWith('\n') ? '' : '\n'}      Z: 1\n`;
    const edited = replaceScalars(parseTemplate(text, 't'), [{ path: [...base, 'CodeUri'], value }]);
    expect(edited).toBe(`${head}${after}${after.endsWith('\n') ? '' : '\n'}      Z: 1\n`);
    expect(parseTemplate(edited, 't').resources[0]?.properties).toEqual({ CodeUri: value, Z: 1 });
  });

  test('edits JSON', () => {
    const text = '{"Resources": {"F": {"Type": "T", "Properties": {"A": "x\\u002fy", "B": [1, "x"]}}}}';
    const edits = [
      { path: [...base, 'B', 1], value: 'z' },
      { path: [...base, 'A'], value: 'y"' },
    ];
    expect(JSON.parse(replaceScalars(parseTemplate(text, 't'), edits)).Resources.F.Properties).toEqual({
      A: 'y"',
      B: [1, 'z'],
    });
  });

  test('edits a value that two places share through an anchor once', () => {
    const text = 'Resources:\n  F:\n    Type: T\n    Properties:\n      A: &u s3://a/b\n      B: *u\n';
    const edits = [{ path: [...base, 'A'], value: 's3://n/k' }];
    expect(replaceScalars(parseTemplate(text, 't'), [...edits, ...edits])).toBe(text.replace('s3://a/b', 's3://n/k'));
  });

  test('a path without a scalar is a defect', () => {
    const template = parseTemplate('Resources: {F: {Type: T, Properties: {}}}', 't');
    expect(() => replaceScalars(template, [{ path: base, value: '' }])).toThrow('no scalar');
  });
});

describe('withResourceIds', () => {
  test.each([
    ['block', 'Resources:\n  F: # f\n    # first\n    Type: T\n    Properties: {A: 1}\n  G:\n    Type: T\n'],
    ['flow', 'Resources:\n  F: {Type: T, Properties: {A: 1}}\n  G:\n      Type: T\n'],
    ['JSON', '{"Resources": {"F": {"Type": "T", "Properties": {"A": 1}}, "G": {"Type": "T"}}}'],
    ['Windows line ends', 'Resources:\r\n  F:\r\n    Type: T\r\n    Properties: {A: 1}\r\n  G:\r\n    Type: T\r\n'],
  ])('names resources in %s style and leaves the rest', (_style, text) => {
    const result = withResourceIds(parseTemplate(text, 't'));
    expect(parseTemplate(result, 't').data['Resources']).toEqual({
      F: { Type: 'T', Properties: { A: 1 }, Metadata: { SamResourceId: 'F' } },
      G: { Type: 'T', Metadata: { SamResourceId: 'G' } },
    });
  });

  test('adds to metadata that is there', () => {
    const text = 'Resources:\n  F:\n    Type: T\n    Metadata:\n      BuildMethod: makefile\n';
    expect(parseTemplate(withResourceIds(parseTemplate(text, 't')), 't').resources[0]?.metadata).toEqual({
      SamResourceId: 'F',
      BuildMethod: 'makefile',
    });
  });

  test('changes nothing in what sam has packaged, in loops and in CDK output', () => {
    const text = [
      'Resources:',
      '  A: {Type: T, Metadata: {SamResourceId: A}}',
      '  B: {Type: T, Metadata: {"aws:cdk:path": x/B}}',
      '  Fn::ForEach::L: [N, [a], {"C${N}": {Type: T}}]',
    ].join('\n');
    expect(withResourceIds(parseTemplate(text, 't'))).toBe(text);
  });
});
