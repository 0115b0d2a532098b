import { describe, expect, test } from '@jest/globals';
import { markedConsumers, matches } from '../../../src/template/consumers.ts';
import { parseTemplate } from '../../../src/template/parse.ts';

const template = parseTemplate(
  `
Resources:
  Worker: { Type: AWS::Lambda::Function, Properties: { Tags: [{ Key: runs, Value: active }] } }
  Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Worker, FunctionVersion: "1", Name: live } }
  Other: { Type: AWS::Lambda::Function, Properties: {} }
  WorkerOrders: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !Ref Live } }
  OtherOrders: { Type: AWS::Lambda::EventSourceMapping, Properties: { FunctionName: !GetAtt Other.Arn } }
  Tagged:
    Type: AWS::Events::Rule
    Properties: { Tags: [{ Key: runs, Value: everywhere }], Targets: [{ Arn: !GetAtt Other.Arn, Id: a }] }
  Calls: { Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: !Sub "\${Worker.Arn}", Id: a }] } }
  Group: { Type: AWS::Scheduler::ScheduleGroup, Properties: { Tags: [{ Key: runs, Value: active }] } }
  Nightly: { Type: AWS::Scheduler::Schedule, Properties: { GroupName: !Ref Group, Target: { Arn: !GetAtt Other.Arn } } }
  Queue: { Type: AWS::SQS::Queue, Properties: { Tags: [{ Key: runs, Value: active }] } }
`,
  'template.yaml',
);
const ids = (marks: Parameters<typeof markedConsumers>[1]) =>
  markedConsumers(template, marks).map(({ logicalId }) => logicalId);

describe('consumers of a template', () => {
  test('are marked by a tag of their own, of their function or of their group', () => {
    expect(ids({ names: [], tag: { key: 'runs' } })).toEqual(['WorkerOrders', 'Tagged', 'Calls', 'Nightly']);
    expect(ids({ names: [], tag: { key: 'runs', value: 'active' } })).toEqual(['WorkerOrders', 'Calls', 'Nightly']);
  });

  test('are marked by name, and nothing else is', () => {
    expect(ids({ names: ['OtherOrders', 'Queue'] })).toEqual(['OtherOrders']);
    expect(ids({ names: ['*Orders'] })).toEqual(['WorkerOrders', 'OtherOrders']);
  });

  test('of functions alone leave out rules and schedules that call something else, or nothing of the template', () => {
    const elsewhere = parseTemplate(
      `Resources:
  Worker: { Type: AWS::Lambda::Function, Properties: {} }
  Live: { Type: AWS::Lambda::Alias, Properties: { FunctionName: !Ref Worker, FunctionVersion: "1", Name: live } }
  Queue: { Type: AWS::SQS::Queue }
  Fills: { Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: !GetAtt Queue.Arn, Id: a }] } }
  Calls: { Type: AWS::Events::Rule, Properties: { Targets: [{ Arn: !Ref Live, Id: a }] } }
  Nightly: { Type: AWS::Scheduler::Schedule, Properties: { Target: { Arn: "arn:aws:lambda:eu-west-1:1:function:other" } } }
`,
      'template.yaml',
    );
    const found = markedConsumers(elsewhere, { names: ['*'], ofFunctions: true });
    expect(found.map(({ logicalId }) => logicalId)).toEqual(['Calls']);
  });

  test('of a nested stack are named with it', () => {
    const marked = markedConsumers(template, { names: ['Child/Calls'] }, 'Child/');
    expect(marked.map(({ logicalId }) => logicalId)).toEqual(['Calls']);
  });

  test('keep the group that their template names', () => {
    expect(markedConsumers(template, { names: ['Nightly'] })).toEqual([
      { logicalId: 'Nightly', kind: 'schedule', group: { Ref: 'Group' } },
    ]);
  });
});

test('a pattern means what it says, and dots are dots', () => {
  expect([matches('a.*', 'a.b'), matches('a.*', 'axb'), matches('*', 'a/b'), matches('a', 'ab')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
