import { expect, test } from '@jest/globals';
import { createLocator } from '../../../src/template/locate-nested.ts';

const FILES: Readonly<Record<string, string>> = {
  '/app/template.yaml': `Resources:
  Own: { Type: AWS::SQS::Queue }
  Child:
    Type: AWS::Serverless::Application
    Properties: { Location: child/template.yaml }
  Far:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: https://bucket.s3.amazonaws.com/far.yaml }
  Gone:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./gone.yaml }
  Broken:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./broken.yaml }
`,
  '/app/child/template.yaml': `Resources:

  Inner: { Type: AWS::SQS::Queue }
  Grandchild:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ../deep.json }
`,
  '/app/deep.json': '{ "Resources": {\n\n "Inmost": { "Type": "AWS::SQS::Queue" } } }',
  '/app/broken.yaml': '{ not: [ a template',
};

const reads: string[] = [];
const locate = createLocator('/app/template.yaml', {
  readFile: (path) => {
    reads.push(path);
    return FILES[path];
  },
  name: (path) => path.replace('/app/', ''),
});

test.each([
  ['Own', 'template.yaml', 2],
  ['Child', 'template.yaml', 3],
  ['Child.Inner', 'child/template.yaml', 3],
  ['Child.Grandchild.Inmost', 'deep.json', 3],
])('%s is in %s, line %d', (path, file, line) => {
  expect(locate(path)).toMatchObject({ file, line });
});

test.each([
  ['Far.Queue', 6],
  ['Gone.Queue', 9],
  ['Broken.Queue', 12],
])('%s, whose file is not to be had, is at its nested stack', (path, line) => {
  expect(locate(path)).toMatchObject({ file: 'template.yaml', line });
});

test('each file is read once, also one that is not there', () => {
  expect(reads.length).toBe(new Set(reads).size);
});

test('without sources there is no place', () => {
  const nowhere = createLocator('/app/template.yaml', { readFile: () => undefined, name: (path) => path });
  expect(nowhere('Child.Inner')).toBeUndefined();
});
