import { describe, expect, test } from '@jest/globals';
import { consumerNames } from '../../../src/commands/policy/consumer-names.ts';

const instances = [{ stack: { template: '/app/template.yaml', stackName: 'orders-and-their-invoices-prod' } }] as never;
const names = (template: string | undefined) => consumerNames({ instances }, () => template);
/** CloudFormation shortens the name of the stack. */
const MADE = 'orders-and-their-inv*';

describe('names of consumers in a policy', () => {
  test('are those of the template, or begin as CloudFormation makes them', () => {
    const template = `
Resources:
  Hourly: { Type: AWS::Events::Rule, Properties: {} }
  Orders: { Type: AWS::Events::Rule, Properties: { Name: !Sub "orders-\${AWS::Region}", EventBusName: !Ref Bus } }
  Nightly: { Type: AWS::Scheduler::Schedule, Properties: { GroupName: nights, Target: { RoleArn: "arn:aws:iam::111111111111:role/night" } } }
`;
    expect(names(template)).toEqual({
      mappings: false,
      rules: ['*/orders-*', MADE],
      schedules: [`nights/${MADE}`],
      roles: ['night'],
    });
  });

  test('are those that SAM gives', () => {
    const template = `
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Queue: { Type: SQS, Properties: {} }
        Daily: { Type: Schedule, Properties: { Name: daily } }
        Night: { Type: ScheduleV2, Properties: {} }
        Day: { Type: ScheduleV2, Properties: { OmitName: true } }
`;
    expect(names(template)).toEqual({
      mappings: true,
      rules: ['daily'],
      schedules: ['default/WorkerNight', `default/${MADE}`],
      roles: [MADE],
    });
  });

  test('may be anything of the stack where the template cannot be read', () => {
    expect(names(undefined)).toEqual({
      mappings: true,
      rules: [`*/${MADE}`, MADE],
      schedules: [`*/${MADE}`],
      roles: [MADE],
    });
  });
});
