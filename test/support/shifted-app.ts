/** A SAM application without files to package, whose function CodeDeploy moves to each new version. */
export interface ShiftedApp {
  /** What the function answers. */
  readonly answer: string;
  /** Absent: no `DeploymentPreference`. */
  readonly type?: string;
  readonly alarm?: string;
  /** What the hook before traffic reports. */
  readonly verdict?: 'Succeeded' | 'Failed';
  /** A queue, a rule and a schedule that call it. */
  readonly queue?: boolean;
}

const EVENTS = `      Events:
        Jobs: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } }
        Hourly: { Type: Schedule, Properties: { Schedule: rate(1 hour) } }
        Nightly: { Type: ScheduleV2, Properties: { ScheduleExpression: "cron(0 3 * * ? *)" } }
`;

const HOOK = `
            import boto3, os
            def handler(event, context):
                boto3.client("codedeploy").put_lifecycle_event_hook_execution_status(
                    deploymentId=event["DeploymentId"], status=os.environ["VERDICT"],
                    lifecycleEventHookExecutionId=event["LifecycleEventHookExecutionId"])`;

export function shiftedTemplate({ answer, type, alarm, verdict, queue = false }: ShiftedApp): string {
  const hooks = verdict === undefined ? '' : ', Hooks: { PreTraffic: !Ref Hook }';
  const alarms = alarm === undefined ? '' : `, Alarms: [${alarm}]`;
  const hook = `
  Hook:
    Type: AWS::Serverless::Function
    Properties:
        FunctionName: CodeDeployHook_before
        Runtime: python3.13
        Handler: index.handler
        Timeout: 20
        DeploymentPreference: { Enabled: false }
        Environment: { Variables: { VERDICT: ${verdict} } }
        Policies:
          - Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: codedeploy:PutLifecycleEventHookExecutionStatus
                Resource: !Sub arn:aws:codedeploy:\${AWS::Region}:\${AWS::AccountId}:deploymentgroup:\${ServerlessDeploymentApplication}/*
        InlineCode: |${HOOK}
`;
  return `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      AutoPublishAlias: live
${type === undefined ? '' : `      DeploymentPreference: { Type: ${type}${alarms}${hooks} }\n`}${queue ? EVENTS : ''}      InlineCode: |
        def handler(event, context):
            return "${answer}"
${verdict === undefined ? '' : hook}${queue ? '  Queue: { Type: AWS::SQS::Queue }\n' : ''}Outputs:
  Function: { Value: !Ref Orders }
`;
}
