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

/** The queue of the stack in a region, or one of this name, which is made. */
export async function queueIn(cloud: Pick<Cloud, 'url'>, region: string, name?: string) {
  const ask = async (action: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
    const credential = `111111111111/20260101/${region}/sqs/aws4_request`;
    const answer = await fetch(cloud.url, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AmazonSQS.${action}`,
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  const found =
    name === undefined
      ? ((await ask('ListQueues', {}))['QueueUrls'] as readonly string[] | undefined)?.find((url) =>
          url.includes('shop-Queue'),
        )
      : (await ask('CreateQueue', { QueueName: name }))['QueueUrl'];
  const QueueUrl = String(found);
  return {
    send: (MessageBody: string) => ask('SendMessage', { QueueUrl, MessageBody }),
    purge: () => ask('PurgeQueue', { QueueUrl }),
    async messages(): Promise<number> {
      const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'];
      const { Attributes = {} } = await ask('GetQueueAttributes', { QueueUrl, AttributeNames });
      return Object.values(Attributes as object).reduce((sum, count) => sum + Number(count), 0);
    },
  };
}
