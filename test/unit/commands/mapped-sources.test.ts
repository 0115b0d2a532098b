import { expect, test } from '@jest/globals';
import { ANY_SOURCES, mappedSourcesOf } from '../../../src/commands/policy/mapped-sources.ts';
import type { StackInstance } from '../../../src/topology/model.ts';

const instances = [{ stack: { template: 't.yaml', stackName: 'shop' } }] as unknown as readonly StackInstance[];
const of = (resources: string | undefined) =>
  mappedSourcesOf({ instances }, () => (resources === undefined ? undefined : `Resources:\n${resources}`));
const mapping = (source: string) =>
  `  M: { Type: AWS::Lambda::EventSourceMapping, Properties: { EventSourceArn: ${source} } }
  Q: { Type: AWS::SQS::Queue }
  N: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "orders-\${Stage}" } }
  T: { Type: AWS::DynamoDB::Table }`;
const event = (type: string, properties: string) =>
  `  F: { Type: AWS::Serverless::Function, Properties: { Events: { E: { Type: ${type}, Properties: ${properties} } } } }
  Q: { Type: AWS::SQS::Queue }`;

test.each([
  ['a queue of the stack', mapping('!GetAtt Q.Arn'), { queues: ['shop-*'], streams: false }],
  ['a queue with a name', mapping('!GetAtt N.Arn'), { queues: ['orders-*'], streams: false }],
  ['a queue of somebody else', mapping('arn:aws:sqs:eu-west-1:1:mails'), { queues: ['mails'], streams: false }],
  ['a stream of a table', mapping('!GetAtt T.StreamArn'), { queues: [], streams: true }],
  ['something that is passed in', mapping('!Ref Source'), { queues: ['*'], streams: true }],
  ['an event of SAM', event('SQS', '{ Queue: !GetAtt Q.Arn }'), { queues: ['shop-*'], streams: false }],
  ['a stream of SAM', event('Kinesis', '{ Stream: arn:aws:kinesis:r:1:stream/s }'), { queues: [], streams: true }],
])('a template in which a function reads %s', (_, resources, expected) => {
  expect(of(resources)).toEqual({ mappings: true, nests: false, ...expected });
});

test('a template that reads nothing, cannot be read, or nests others', () => {
  const nothing = { mappings: false, nests: false, queues: [], streams: false };
  expect(of(event('Api', '{ Path: / }'))).toEqual(nothing);
  expect(of(undefined)).toEqual(ANY_SOURCES);
  expect(of('  S: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml } }')).toEqual(ANY_SOURCES);
});
