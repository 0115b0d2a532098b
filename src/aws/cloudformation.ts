import type { CloudFormationClient, CreateChangeSetInput, Parameter } from '@aws-sdk/client-cloudformation';
import { createEventReader } from './cloudformation-events.ts';
import { createHookReader } from './cloudformation-hooks.ts';
import type { ChangeSetChange, ChangeSetRequest, CloudFormation, Stack } from './cloudformation-port.ts';
import { fromTags, iso, toChange, toStack } from './cloudformation-shapes.ts';
import { AwsError } from './ports.ts';
import type { RateLimit } from './rate-limit.ts';

type Sdk = typeof import('@aws-sdk/client-cloudformation');

export interface CloudFormationOptions {
  /** Made on first use; resolves after the account was checked. */
  readonly client: () => Promise<CloudFormationClient>;
  /** Budget that all polling of this account and region shares. */
  readonly polls: () => Promise<RateLimit>;
}

/** The CloudFormation port on the SDK. Its shapes end here. */
export function createCloudFormation(options: CloudFormationOptions): CloudFormation {
  async function call<T>(use: (client: CloudFormationClient, sdk: Sdk) => Promise<T>): Promise<T> {
    const [sdk, client] = await Promise.all([import('@aws-sdk/client-cloudformation'), options.client()]);
    return use(client, sdk);
  }

  async function poll(): Promise<void> {
    await (await options.polls()).take();
  }

  async function polled<T>(use: (client: CloudFormationClient, sdk: Sdk) => Promise<T>): Promise<T> {
    await poll();
    return call(use);
  }

  const port: CloudFormation = {
    describeStack: (nameOrId) =>
      absentAsUndefined(
        polled(async (client, { DescribeStacksCommand }) => {
          const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: nameOrId }));
          return Stacks?.[0] && toStack(Stacks[0]);
        }),
      ),

    listStacks: () =>
      call(async (client, { paginateDescribeStacks }) => {
        const found: Stack[] = [];
        for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
          await poll();
          found.push(...Stacks.filter(({ RootId }) => RootId === undefined).map(toStack));
        }
        return found;
      }),

    createChangeSet: (request) =>
      call(async (client, { CreateChangeSetCommand, DescribeChangeSetCommand }) => {
        try {
          const { Id, StackId } = await client.send(new CreateChangeSetCommand(createInput(request)));
          return { id: Id ?? '', stackId: StackId ?? '' };
        } catch (error) {
          if (!repeated(error) || error.kind !== 'already-exists') throw error;
          // The answer to the first attempt was lost; the name is unique, so the change set is ours.
          const found = await client.send(
            new DescribeChangeSetCommand({ StackName: request.stackName, ChangeSetName: request.name }),
          );
          return { id: found.ChangeSetId ?? '', stackId: found.StackId ?? '' };
        }
      }),

    describeChangeSet: (id, { properties } = {}) =>
      absentAsUndefined(
        polled(async (client, { DescribeChangeSetCommand }) => {
          const input = { ChangeSetName: id, ...(properties ? { IncludePropertyValues: true } : {}) };
          const first = await client.send(new DescribeChangeSetCommand(input));
          const changes: ChangeSetChange[] = changesOf(first.Changes);
          for (let token = first.NextToken; token !== undefined; ) {
            await poll();
            const page = await client.send(new DescribeChangeSetCommand({ ...input, NextToken: token }));
            changes.push(...changesOf(page.Changes));
            token = page.NextToken;
          }
          return {
            id: first.ChangeSetId ?? id,
            name: first.ChangeSetName ?? '',
            stackId: first.StackId ?? '',
            status: first.Status ?? 'UNKNOWN',
            executionStatus: first.ExecutionStatus ?? 'UNKNOWN',
            ...(first.StatusReason === undefined ? {} : { statusReason: first.StatusReason }),
            ...(first.Description === undefined ? {} : { description: first.Description }),
            ...(first.Description === undefined ? {} : { description: first.Description }),
            changes,
          };
        }),
      ),

    listChangeSets: (stackName) =>
      call(async (client, { paginateListChangeSets }) => {
        const found = [];
        for await (const page of paginateListChangeSets({ client }, { StackName: stackName })) {
          for (const { ChangeSetId, ChangeSetName, Status, ExecutionStatus, CreationTime } of page.Summaries ?? []) {
            if (ExecutionStatus?.startsWith('EXECUTE_')) continue;
            const createdAt = iso(CreationTime);
            found.push({
              id: ChangeSetId ?? '',
              name: ChangeSetName ?? '',
              status: Status ?? 'UNKNOWN',
              ...(createdAt === undefined ? {} : { createdAt }),
            });
          }
        }
        return found;
      }),

    deleteChangeSet: async (id) => {
      await absentAsUndefined(
        call((client, { DeleteChangeSetCommand }) => client.send(new DeleteChangeSetCommand({ ChangeSetName: id }))),
      );
    },

    executeChangeSet: ({ id, clientRequestToken, disableRollback, retainExceptOnCreate }) =>
      call(async (client, { ExecuteChangeSetCommand }) => {
        try {
          await client.send(
            new ExecuteChangeSetCommand({
              ChangeSetName: id,
              ClientRequestToken: clientRequestToken,
              DisableRollback: disableRollback,
              RetainExceptOnCreate: retainExceptOnCreate,
            }),
          );
        } catch (error) {
          if (!repeated(error) || !(await startedBefore(error, id, port))) throw error;
        }
      }),

    describeEvents: createEventReader(options.client, poll),

    failedHooks: createHookReader(options.client),

    listStackResources: (stackName) =>
      call(async (client, { paginateListStackResources }) => {
        const resources = [];
        for await (const page of paginateListStackResources({ client }, { StackName: stackName })) {
          for (const summary of page.StackResourceSummaries ?? []) {
            resources.push({
              logicalId: summary.LogicalResourceId ?? '',
              ...(summary.PhysicalResourceId === undefined ? {} : { physicalId: summary.PhysicalResourceId }),
              type: summary.ResourceType ?? '',
              status: summary.ResourceStatus ?? '',
            });
          }
        }
        return resources;
      }),

    deleteStack: ({ stack, clientRequestToken, retainResources, roleArn, express }) =>
      call(async (client, { DeleteStackCommand }) => {
        await client.send(
          new DeleteStackCommand({
            StackName: stack,
            ClientRequestToken: clientRequestToken,
            ...(retainResources && retainResources.length > 0 ? { RetainResources: [...retainResources] } : {}),
            RoleARN: roleArn,
            ...(express === true && { DeploymentConfig: { Mode: 'EXPRESS' as const } }),
          }),
        );
      }),

    continueUpdateRollback: ({ stack, clientRequestToken, resourcesToSkip, roleArn }) =>
      call(async (client, { ContinueUpdateRollbackCommand }) => {
        try {
          await client.send(
            new ContinueUpdateRollbackCommand({
              StackName: stack,
              ClientRequestToken: clientRequestToken,
              ...(resourcesToSkip && resourcesToSkip.length > 0 ? { ResourcesToSkip: [...resourcesToSkip] } : {}),
              RoleARN: roleArn,
            }),
          );
        } catch (error) {
          if (!repeated(error) || error.kind !== 'conflict') throw error;
        }
      }),

    setTerminationProtection: (stackName, enabled) =>
      call(async (client, { UpdateTerminationProtectionCommand }) => {
        await client.send(
          new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: enabled }),
        );
      }),

    setStackPolicy: (stackName, policy) =>
      call(async (client, { SetStackPolicyCommand }) => {
        await client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody: policy }));
      }),

    getTemplate: (stackName, stage) =>
      call(async (client, { GetTemplateCommand }) => {
        const { TemplateBody } = await client.send(
          new GetTemplateCommand({ StackName: stackName, TemplateStage: stage }),
        );
        return TemplateBody ?? '';
      }),
  };
  return port;
}

function createInput(request: ChangeSetRequest): CreateChangeSetInput {
  const { template, rollbackTriggers: rollback } = request;
  return {
    StackName: request.stackName,
    ChangeSetName: request.name,
    ChangeSetType: request.type,
    ...('url' in template ? { TemplateURL: template.url } : { TemplateBody: template.body }),
    Parameters: request.parameters.map(
      (parameter): Parameter =>
        'usePrevious' in parameter
          ? { ParameterKey: parameter.name, UsePreviousValue: true }
          : { ParameterKey: parameter.name, ParameterValue: parameter.value },
    ),
    // An empty list would take away what an adopted stack has (API reference, UpdateStack): as `sam deploy`, leave it out.
    ...(Object.keys(request.tags).length > 0 && { Tags: fromTags(request.tags) }),
    Capabilities: request.capabilities.map((capability) => capability as CapabilityName),
    RoleARN: request.roleArn,
    ...(request.notificationArns.length > 0 && { NotificationARNs: [...request.notificationArns] }),
    ...(rollback === undefined
      ? {}
      : {
          RollbackConfiguration: {
            RollbackTriggers: rollback.alarms.map(({ arn, kind }) => ({ Arn: arn, Type: ALARM_TYPE[kind] })),
            MonitoringTimeInMinutes: rollback.monitoringMinutes,
          },
        }),
    IncludeNestedStacks: request.includeNestedStacks,
    ...(request.deploymentMode === undefined ? {} : { DeploymentMode: request.deploymentMode }),
    ...(request.express === undefined ? {} : { DeploymentConfig: expressMode(request.express.disableRollback) }),
    ...(request.description === undefined ? {} : { Description: request.description }),
    ClientToken: request.clientToken,
  };
}

/** Whether a failure is rolled back is always said: without it the answer of Express mode is not that of the others. */
function expressMode(DisableRollback: boolean): NonNullable<CreateChangeSetInput['DeploymentConfig']> {
  return { Mode: 'EXPRESS', DisableRollback };
}

/** The type is AWS's to judge: an unknown capability is refused there by name. */
type CapabilityName = NonNullable<CreateChangeSetInput['Capabilities']>[number];

const ALARM_TYPE = { metric: 'AWS::CloudWatch::Alarm', composite: 'AWS::CloudWatch::CompositeAlarm' } as const;

function changesOf(changes: readonly { readonly ResourceChange?: Parameters<typeof toChange>[0] | undefined }[] = []) {
  return changes.flatMap(({ ResourceChange }) => (ResourceChange ? [toChange(ResourceChange)] : []));
}

async function absentAsUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'not-found') return undefined;
    throw error;
  }
}

/** An earlier attempt may have taken effect although its answer never came. */
function repeated(error: unknown): error is AwsError {
  return error instanceof AwsError && (error.attempts ?? 1) > 1;
}

/** The change set was executed by the attempt whose answer was lost; it may even be done and gone. */
async function startedBefore(error: AwsError, id: string, port: CloudFormation): Promise<boolean> {
  if (error.kind === 'not-found') return true;
  if (error.kind !== 'conflict') return false;
  const found = await port.describeChangeSet(id);
  return found === undefined || ['EXECUTE_IN_PROGRESS', 'EXECUTE_COMPLETE'].includes(found.executionStatus);
}
