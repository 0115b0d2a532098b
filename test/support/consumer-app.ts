import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Cloud } from '../cloud/index.ts';
import { clientOptions, rootKeys } from '../cloud/test-clients.ts';

/**
 * A queue and a bus that a function consumes, a rule and a schedule that call it at times, and a function that stops and
 * resumes writes. Everything says that it is on.
 * @param batch a number that changes the mapping
 */
export const consumerTemplate = (batch: number): string => `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: [lambda.amazonaws.com, scheduler.amazonaws.com] }, Action: sts:AssumeRole }
  Queue: { Type: AWS::SQS::Queue }
  Bus: { Type: AWS::Events::EventBus, Properties: { Name: main-bus } }
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Tags: [{ Key: runs-where-active, Value: "yes" }]
      Code: { ZipFile: "exports.handler = async () => 'done';" }
  Switch:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: shop-switch
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Code: { ZipFile: "exports.handler = async () => ({ switched: true });" }
  WorkerQueue:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Worker
      EventSourceArn: !GetAtt Queue.Arn
      BatchSize: ${batch}
      Enabled: true
  Hourly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 hour)
      State: ENABLED
      Targets: [{ Id: worker, Arn: !GetAtt Worker.Arn }]
  Orders:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      EventPattern: { source: [orders] }
      Targets: [{ Id: worker, Arn: !GetAtt Worker.Arn }]
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: cron(0 3 * * ? *)
      ScheduleExpressionTimezone: Europe/Berlin
      FlexibleTimeWindow: { Mode: 'OFF' }
      Target: { Arn: !GetAtt Worker.Arn, RoleArn: !GetAtt Role.Arn, Input: '{"night":true}' }
  Unmarked:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{ Id: switch, Arn: !GetAtt Switch.Arn }]
`;

/** Which consumers of a region are on, by what they are. */
export async function consumersIn(
  cloud: Pick<Cloud, 'url'>,
  region: string,
): Promise<Readonly<Record<string, boolean>>> {
  const options = clientOptions(cloud, region, rootKeys('111111111111'));
  const [lambda, events, scheduler] = [
    new LambdaClient(options),
    new EventBridgeClient(options),
    new SchedulerClient(options),
  ];
  try {
    const [mappings, rules, ours, schedules] = await Promise.all([
      lambda.send(new ListEventSourceMappingsCommand({})),
      events.send(new ListRulesCommand({})),
      events.send(new ListRulesCommand({ EventBusName: 'main-bus' })),
      scheduler.send(new ListSchedulesCommand({})),
    ]);
    const ruled = [...(rules.Rules ?? []), ...(ours.Rules ?? [])].map(
      ({ Name = '', State }) => [Name.split('-')[1] ?? Name, State === 'ENABLED'] as const,
    );
    return Object.fromEntries([
      ...(mappings.EventSourceMappings ?? []).map(({ State }) => ['WorkerQueue', State === 'Enabled'] as const),
      ...ruled,
      ...(schedules.Schedules ?? []).map(({ State }) => ['Nightly', State === 'ENABLED'] as const),
    ]);
  } finally {
    lambda.destroy();
    events.destroy();
    scheduler.destroy();
  }
}
