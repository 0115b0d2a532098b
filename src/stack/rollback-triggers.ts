import type { ChangeSetRequest } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { StackRequest } from './model.ts';
import type { StackPorts } from './ports.ts';

export interface TypedTriggers {
  readonly triggers?: NonNullable<ChangeSetRequest['rollbackTriggers']>;
  readonly notes: readonly string[];
}

/**
 * The alarms that CloudFormation shall watch, each with its kind: CloudFormation wants to be told (API Reference,
 * RollbackTrigger: `AWS::CloudWatch::Alarm` or `AWS::CloudWatch::CompositeAlarm`), and an ARN does not tell. So
 * CloudWatch is asked; what is not there or may not be asked for is sent as a metric alarm, and said.
 */
export async function typedTriggers(
  { rollbackTriggers: wanted }: Pick<StackRequest, 'rollbackTriggers'>,
  { alarmKinds }: Pick<StackPorts, 'alarmKinds'>,
): Promise<TypedTriggers> {
  if (wanted === undefined) return { notes: [] };
  const { alarms, monitoringMinutes } = wanted;
  if (alarms.length === 0 || alarmKinds === undefined) {
    return { triggers: { alarms: alarms.map((arn) => ({ arn, kind: 'metric' })), monitoringMinutes }, notes: [] };
  }
  const { kinds, note } = await ask(alarms, alarmKinds);
  const missing = kinds === undefined ? [] : alarms.filter((arn) => !kinds.has(arn));
  return {
    triggers: { alarms: alarms.map((arn) => ({ arn, kind: kinds?.get(arn) ?? 'metric' })), monitoringMinutes },
    notes: [
      ...(note === undefined ? [] : [note]),
      // API Reference, RollbackTrigger: "If a specified trigger is missing, the entire stack operation fails …"
      ...missing.map(
        (arn) => `Rollback alarm ${arn} is not there: unless it comes to be, CloudFormation rolls the operation back`,
      ),
    ],
  };
}

async function ask(
  alarms: readonly string[],
  alarmKinds: NonNullable<StackPorts['alarmKinds']>,
): Promise<{ readonly kinds?: Awaited<ReturnType<typeof alarmKinds>>; readonly note?: string }> {
  try {
    return { kinds: await alarmKinds(alarms) };
  } catch (error) {
    // The alarms are a guard around the deployment: not being able to look at them is no reason not to set it.
    if (!(error instanceof AwsError) || error.kind === 'credentials') throw error;
    return {
      note: `Rollback alarms are taken for metric alarms, because CloudWatch could not be asked (${error.action}: ${error.message}); a composite alarm needs cloudwatch:DescribeAlarms`,
    };
  }
}
