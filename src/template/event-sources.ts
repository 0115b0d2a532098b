/**
 * SAM event types that call a function without anybody choosing a version: all of the traffic is on the new code the
 * moment the function is updated. Left out are those whose callers go through an API that can be shifted or rolled
 * back by weight (`Api`, `HttpApi`).
 */
export const SAM_EVENT_TYPES: ReadonlySet<string> = new Set([
  'AlexaSkill',
  'CloudWatchEvent',
  'CloudWatchLogs',
  'Cognito',
  'DocumentDB',
  'DynamoDB',
  'EventBridgeRule',
  'IoTRule',
  'Kinesis',
  'MQ',
  'MSK',
  'S3',
  'SNS',
  'SQS',
  'Schedule',
  'ScheduleV2',
  'SelfManagedKafka',
]);

/** Those of them for which SAM makes an event source mapping: Lambda fetches what waits in a queue or a stream. */
export const SAM_MAPPING_TYPES: ReadonlySet<string> = new Set([
  'DocumentDB',
  'DynamoDB',
  'Kinesis',
  'MQ',
  'MSK',
  'SQS',
  'SelfManagedKafka',
]);

/** Those for which SAM makes a rule of EventBridge. */
export const SAM_RULE_TYPES: ReadonlySet<string> = new Set(['CloudWatchEvent', 'EventBridgeRule', 'Schedule']);

/** For which it makes a schedule of EventBridge Scheduler. */
export const SAM_SCHEDULE_TYPE = 'ScheduleV2';

/** CloudFormation resources that call a function, and the properties that name it. Lists are searched item by item. */
export const CALLERS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::EventSourceMapping': ['FunctionName'],
  'AWS::Events::Rule': ['Targets'],
  'AWS::Scheduler::Schedule': ['Target'],
  'AWS::Pipes::Pipe': ['Target', 'Enrichment'],
  'AWS::SNS::Subscription': ['Endpoint'],
  'AWS::SNS::Topic': ['Subscription'],
  'AWS::S3::Bucket': ['NotificationConfiguration'],
  'AWS::Logs::SubscriptionFilter': ['DestinationArn'],
  'AWS::IoT::TopicRule': ['TopicRulePayload'],
  'AWS::Cognito::UserPool': ['LambdaConfig'],
  'AWS::Lambda::EventInvokeConfig': ['DestinationConfig'],
};
