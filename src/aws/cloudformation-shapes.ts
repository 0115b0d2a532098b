import type {
  ResourceChange as SdkChange,
  OperationEvent as SdkOperationEvent,
  Stack as SdkStack,
  StackEvent as SdkStackEvent,
  Tag,
} from '@aws-sdk/client-cloudformation';
import type { ChangeSetChange, Stack, StackEvent } from './cloudformation-port.ts';

/** `{ [key]: value }` without the key when the value is absent: the shapes of the ports have no undefined values. */
function some<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

export function toStack(stack: SdkStack): Stack {
  const rollback = stack.RollbackConfiguration;
  const alarms = (rollback?.RollbackTriggers ?? []).flatMap(({ Arn }) => (Arn === undefined ? [] : [Arn]));
  return {
    stackId: stack.StackId ?? '',
    stackName: stack.StackName ?? '',
    status: stack.StackStatus ?? 'UNKNOWN',
    ...some('statusReason', stack.StackStatusReason),
    ...some('changeSetId', stack.ChangeSetId),
    createdAt: iso(stack.CreationTime) ?? '',
    ...some('updatedAt', iso(stack.LastUpdatedTime)),
    parameters: pairs(stack.Parameters, ({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue ?? '']),
    outputs: pairs(stack.Outputs, ({ OutputKey, OutputValue }) => [OutputKey, OutputValue ?? '']),
    tags: pairs(stack.Tags, ({ Key, Value }) => [Key, Value ?? '']),
    capabilities: stack.Capabilities ?? [],
    terminationProtection: stack.EnableTerminationProtection ?? false,
    ...some('roleArn', stack.RoleARN),
    notificationArns: stack.NotificationARNs ?? [],
    disableRollback: stack.DisableRollback ?? false,
    lastOperations: (stack.LastOperations ?? []).flatMap(({ OperationType, OperationId }) =>
      OperationId === undefined ? [] : [{ type: OperationType ?? 'UNKNOWN', id: OperationId }],
    ),
    ...(rollback === undefined
      ? {}
      : { rollbackTriggers: { alarms, monitoringMinutes: rollback.MonitoringTimeInMinutes ?? 0 } }),
  };
}

export function toChange(change: SdkChange): ChangeSetChange {
  return {
    logicalId: change.LogicalResourceId ?? '',
    ...some('physicalId', change.PhysicalResourceId),
    resourceType: change.ResourceType ?? '',
    action: change.Action ?? '',
    ...some('replacement', change.Replacement),
    ...some('policyAction', change.PolicyAction),
    scope: change.Scope ?? [],
    ...some('nestedChangeSetId', change.ChangeSetId),
    details: (change.Details ?? []).map(({ Target }) => ({
      ...some('attribute', Target?.Attribute),
      ...some('name', Target?.Name),
      ...some('path', Target?.Path),
      ...some('before', Target?.BeforeValue),
      ...some('after', Target?.AfterValue),
      ...some('requiresRecreation', Target?.RequiresRecreation),
    })),
  };
}

/** An event of DescribeEvents or of DescribeStackEvents, which knows neither event types nor validations. */
export function toEvent(event: SdkOperationEvent | SdkStackEvent): StackEvent {
  const operation: SdkOperationEvent = event;
  return {
    id: event.EventId ?? '',
    at: iso(event.Timestamp) ?? iso(operation.StartTime) ?? iso(operation.EndTime) ?? '',
    stackId: event.StackId ?? '',
    ...some('logicalId', event.LogicalResourceId),
    ...some('physicalId', event.PhysicalResourceId),
    ...some('resourceType', event.ResourceType),
    ...some('status', event.ResourceStatus),
    ...some('reason', event.ResourceStatusReason),
    ...some('detailedStatus', event.DetailedStatus),
    ...some('operationId', event.OperationId),
    ...some('clientRequestToken', event.ClientRequestToken),
    ...some('type', operation.EventType),
    ...(event.HookType === undefined
      ? {}
      : {
          hook: {
            type: event.HookType,
            status: event.HookStatus ?? '',
            reason: event.HookStatusReason ?? '',
            ...some('failureMode', event.HookFailureMode),
          },
        }),
    ...(operation.ValidationName === undefined && operation.ValidationStatus === undefined
      ? {}
      : {
          validation: {
            name: operation.ValidationName ?? '',
            status: operation.ValidationStatus ?? '',
            ...some('path', operation.ValidationPath),
            reason: operation.ValidationStatusReason ?? '',
            ...some('failureMode', operation.ValidationFailureMode),
          },
        }),
  };
}

export function fromTags(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

export function iso(date: Date | undefined): string | undefined {
  return date?.toISOString();
}

function pairs<T>(
  items: readonly T[] | undefined,
  pair: (item: T) => readonly [string | undefined, string],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (items ?? []).flatMap((item) => {
      const [key, value] = pair(item);
      return key === undefined ? [] : [[key, value]];
    }),
  );
}
