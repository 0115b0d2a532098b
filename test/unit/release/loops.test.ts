import { expect, test } from '@jest/globals';
import { usesLoops } from '../../../src/release/loops.ts';
import { parseTemplate } from '../../../src/template/parse.ts';

const loop = 'Resources:\n  Fn::ForEach::Queues: [Name, [a, b], { "Q${Name}": { Type: AWS::SQS::Queue } }]\n';
const queue = 'Resources: { Q: { Type: AWS::SQS::Queue } }';
const nests = (location: string): string =>
  `Resources: { C: { Type: AWS::Serverless::Application, Properties: { Location: ${location} } } }`;

const uses = (text: string, files: Readonly<Record<string, string>> = {}) =>
  usesLoops(parseTemplate(text, 't'), '/app/template.yaml', async (path) => files[path] ?? '');

test.each<[string, boolean, string, Readonly<Record<string, string>>]>([
  ['one without loops', false, queue, {}],
  ['a loop without artifacts', true, loop, {}],
  ['a loop in a nested template', true, nests('child/t.yaml'), { '/app/child/t.yaml': loop }],
  ['one that nests itself', false, nests('template.yaml'), { '/app/template.yaml': nests('template.yaml') }],
  ['one that nests a published application', false, nests('https://bucket.s3.amazonaws.com/t.yaml'), {}],
])('SAM is told of loops: %s: %s', async (_, expected, text, files) => {
  expect(await uses(text, files)).toBe(expected);
});
